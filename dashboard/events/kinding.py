"""The kind of an act by who and what takes part, where its word alone does not tell. Called by reading."""

from dataclasses import replace

from dashboard.events.findings import Finding
from dashboard.events.ontology import Kind, kinds
from dashboard.events.scenes import Scene
from dashboard.events.triggers import Trigger
from dashboard.model import ActorKind, Role


def kind_by_parties(scene: Scene, kind: Kind, trigger: Trigger, finding: Finding) -> Kind:
    """The kind that an act is by who and what takes part in it, where its word alone does not tell."""
    if kind.code in ("arrest", "act", "resumption", "release") and conquered(scene, trigger):
        kind = kinds()["invasion"]
    if kind.code == "incursion" and _in_person(scene, finding):
        kind = kinds()["visit"]
    if kind.code == "withdrawal" and trigger.noun and _left_body(scene, finding):
        kind = kinds()["treaty-exit"]
    if kind.code == "freeze" and _member_suspended(scene, trigger, finding):
        kind = kinds()["exclusion"]
    return kinds()["support"] if _greeted(scene, kind, trigger, finding) else kind


def parties_by_kind(kind: Kind, trigger: Trigger, finding: Finding) -> Finding:
    """The finding with its parties as sides of a conquest where the word alone told something mutual."""
    if kind.code != "invasion" or trigger.kind.frame != "shared":
        return finding
    sides = (kind.subject, *(kind.object for _ in finding.participants))
    told = zip(finding.participants, sides, strict=False)
    return replace(finding, participants=tuple(replace(one, role=side) for one, side in told if side))


def _left_body(scene: Scene, finding: Finding) -> bool:
    """Whether a state leaves an organisation: « le retrait du Nicaragua de l'OEA »."""
    left = [scene.actors[one.actor].kind for one in finding.participants if one.role is Role.TARGET]
    going = [scene.actors[one.actor].kind for one in finding.participants if one.role is Role.INITIATOR]
    return ActorKind.ORGANISATION in left and ActorKind.STATE in going


def _member_suspended(scene: Scene, trigger: Trigger, finding: Finding) -> bool:
    """Whether an organisation suspends a state and no dealings: "The African Union suspended Gabon"."""
    if trigger.noun or len(trigger.used) > 1:
        return False
    acting = [scene.actors[one.actor].kind for one in finding.participants if one.role is Role.INITIATOR]
    states = {one.actor for one in finding.participants if one.role is Role.TARGET}
    words = scene.parsed.sentence.words
    hit = any(
        one.first == trigger.end and one.mention.target in states and one.mention.form != "demonym"
        and words[one.last : one.last + 1] != ("'s",)
        for one in scene.people
    )  # fmt: skip
    return hit and ActorKind.ORGANISATION in acting


def conquered(scene: Scene, trigger: Trigger) -> bool:
    """Whether what a verb of capture takes is a place: "took Kabul", but "captured the pilot"."""
    verb = scene.parsed.parse.verbs.get(trigger.head)
    lemmas = {lemma for lemma, _ in verb.readings} if verb else set[str]()
    if not lemmas & scene.parsed.words.cues["conquers"]:
        return False
    behind = trigger.head + 1
    words, small = scene.parsed.sentence.words, scene.parsed.words.cues["place_words"]  # « reprirent à Rome »
    taken = [
        one for one in scene.spots
        if 0 <= one.first - behind <= 1 and words[behind] not in small
        and not _describes_next(scene, one.last)
    ]  # fmt: skip
    return any(scene.places[one.mention.target or ""].kind != "country" for one in taken)


def fell(scene: Scene, trigger: Trigger) -> bool:
    """Whether a place falls to somebody: "Kabul fell to the Taliban"."""
    words, cues = scene.parsed.sentence.words, scene.parsed.words.cues
    verb = scene.parsed.parse.verbs.get(trigger.head)
    falls = verb is not None and any(lemma in cues["falls"] for lemma, _ in verb.readings)
    taken = any(one.last == trigger.head for one in scene.spots)
    return falls and taken and bool(set(words[trigger.head + 1 : trigger.head + 2]) & cues["given_to"])


def _describes_next(scene: Scene, at: int) -> bool:
    """Whether a plain word follows a place, which then only describes it: "the London bomber"."""
    words, cues = scene.parsed.sentence.words, scene.parsed.words.cues
    if at >= len(words) or at in scene.parsed.dated or not words[at].isalpha():
        return False
    small = cues["determiners"] | cues["place_words"] | cues["coordinators"] | cues["subordinators"]
    return words[at] not in small | cues["relatives"]


def _in_person(scene: Scene, finding: Finding) -> bool:
    """Whether those who cross a line are people who are named, who visit rather than intrude."""
    acting = [one for one in finding.participants if one.role is Role.INITIATOR]
    return bool(acting) and all(scene.actors[one.actor].kind is ActorKind.PERSON for one in acting)


def _greeted(scene: Scene, kind: Kind, trigger: Trigger, finding: Finding) -> bool:
    """Whether a verb of welcome greets a deed and nobody: "Hague welcomed the assessment"."""
    if kind.code != "hosting" or trigger.noun or trigger.passive or len(trigger.used) > 1:
        return False
    verb = scene.parsed.parse.verbs.get(trigger.head)
    lemmas = {lemma for lemma, _ in verb.readings} if verb else set[str]()
    guests = [one for one in finding.participants if one.role is not Role.HOST]
    return bool(lemmas & scene.parsed.words.cues["greets"]) and not guests
