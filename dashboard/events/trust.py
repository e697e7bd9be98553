"""How much to trust a draft and what made it less; why each field is as it is. Called by reading."""

from dashboard.events.findings import Finding
from dashboard.events.ontology import Kind
from dashboard.events.scenes import Scene
from dashboard.events.settling import blamed
from dashboard.model import BlockKind, PublishedFrom, When

_BEST, _WORST, _START = 0.98, 0.05, 0.95
_SPAN = 0.3
"""How much a doubtful date may cost."""
_LINKS = {
    "bound": (0.0, ""),
    "clause": (0.02, ""),
    "sentence": (0.2, "less sure, as the date stands elsewhere in the sentence"),
    "before": (0.3, "less sure, as it is only told to have come before"),
    "day": (0.3, "less sure, as the text gives no date of its own"),
    "entry": (0.2, "less sure, as the date stands at the head of the entry"),
    "counted": (0.2, "less sure, as the date stands elsewhere in the sentence"),
    "guess": (0.4, "less sure, as no word tells what was done"),
}
_STRENGTH = {3: 0.0, 2: 0.06, 1: 0.12}
_SAID = 0.05
"""What a weak link must cost to be spoken of."""


def weigh(
    scene: Scene, kind: Kind, how: str, finding: Finding, *, when: When, sure: float
) -> tuple[float, tuple[str, ...]]:
    """The confidence in a draft, and a reason with its cost for each weak link that counts."""
    article, caption = scene.article, scene.parsed.sentence.kind is BlockKind.CAPTION
    inferred = article.published_from is PublishedFrom.INFERRED
    nobody = not finding.participants
    costs = [
        (_START * _SPAN * (1 - sure), "less sure, as the date itself is doubtful"),
        _LINKS[how],
        (_STRENGTH[kind.strength], "less sure, as the word alone says little"),
        (0.2 if nobody else 0.0 if finding.acts else 0.06, _MISSING[nobody]),
        (0.08 if when.approximate else 0.0, "less sure, as the date is approximate"),
        (
            0.1 * (1 - article.published_confidence) if inferred else 0.0,
            "less sure, as the publication date is inferred",
        ),
        (0.1 if caption else 0.0, "less sure, as a caption tells it"),
        (0.3 if _only_blamed(scene, kind, finding) else 0.0, "less sure, as somebody is only blamed for it"),
    ]
    value = _START - sum(cost for cost, _ in costs)
    said = tuple(f"{why}: {cost:.2f}" for cost, why in costs if why and cost > _SAID)
    return round(min(max(value, _WORST), _BEST), 3), said


def _only_blamed(scene: Scene, kind: Kind, finding: Finding) -> bool:
    """Whether who acts is only blamed for it: "an attack blamed on Syria"."""
    acting = {one.actor for one in finding.participants if one.role is kind.subject}
    return any(one.mention.target in acting and blamed(scene.parsed, one.first) for one in scene.people)


_MISSING = {True: "less sure, as no actor is named", False: "less sure, as nobody is told to act"}


def _named_by(scene: Scene, finding: Finding) -> tuple[str, ...]:
    """A reason per participant: the role and the very words that name the actor in the sentence."""
    words: dict[str | None, str] = {}
    for one in scene.people:
        words.setdefault(one.mention.target, " ".join(one.mention.text.split()))
    return tuple(
        f"{one.role.value} by the words: {words[one.actor]}"
        for one in finding.participants
        if one.actor in words
    )


DATED = {
    "bound": "date belongs to the word itself",
    "clause": "date in the same clause",
    "sentence": "date elsewhere in the sentence",
    "before": "only known to be before or about",
    "day": "the text says that it was on the day of publication",
    "guess": "date in the same clause",
    "entry": "date at the head of the entry",
    "counted": "date elsewhere in the sentence",
}
"""What the reason for a date is, by how the date was found."""


def reasons_of(scene: Scene, finding: Finding, word: str, status: str, dated: str) -> list[str]:
    """Why the fields of an event are as they are; without a word, its type is a guess."""
    found = [f"type by the word: {word}" if word else "type guessed from who and where: no word tells it"]
    if finding.mode:
        found.append(f"mode: {finding.mode}")
    found += [status, dated]
    if scene.article.published_from is PublishedFrom.INFERRED:
        found.append("the publication date is inferred")
    found += _named_by(scene, finding)
    found.append("actors by their place around the word" if finding.participants else "no actor is named")
    if finding.place is not None:
        found.append(f"place named beside it: {finding.place.name(scene.article.language)}")
    return found
