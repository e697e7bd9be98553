"""Whether a verb is done by its subject or to it: helpers, participles, reflexives. Called by triggers."""

from dashboard.events.clauses import Parse
from dashboard.events.lexicon import Lexicon
from dashboard.events.ontology import Kind
from dashboard.events.sentences import Sentence
from dashboard.events.verbs import helper_near


def reflexive(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a reflexive pronoun stands close before a verb: « s'est rendu »."""
    return any(sentence.words[i] in lexicon.cues["reflexives"] for i in range(max(0, at - 4), at))


def _helper_before(parse: Parse, at: int, lexicon: Lexicon) -> set[str] | None:
    """The lemmas of the last helper before a token in its clause, or None."""
    helpers = lexicon.cues["helpers"]
    for i in sorted(
        (i for i in parse.verbs if i < at and parse.clause_of[i] == parse.clause_of[at]), reverse=True
    ):
        lemmas = {lemma for lemma, _ in parse.verbs[i].readings}
        if lemmas & helpers:
            return lemmas
        if parse.verbs[i].finite:
            return None
    return None


def is_passive(parse: Parse, sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the participle at a token is passive: a form of "be" before it, or nothing at all."""
    if "participle" not in parse.verbs[at].tenses:
        return False
    if at and sentence.words[at - 1] in lexicon.cues["coordinators"]:
        # "a intensifié ses raids et tué": one helper serves both participles
        shared = _helper_before(parse, at, lexicon)
        if shared is not None:
            return not shared & lexicon.cues["have"] or bool(shared & lexicon.cues["be"])
    both = lexicon.cues["be"] & lexicon.cues["have"]
    opens = frozenset() if both else lexicon.cues["subordinators"]
    near = helper_near(sentence.words, parse.verbs, at)
    for i in range(near, max(-1, near - 5), -1):
        if sentence.words[i] in opens:
            break  # "has been tense since Peru expelled", "it was Peru that expelled"
        verb = parse.verbs.get(i)
        if verb is None:
            continue
        lemmas = {lemma for lemma, _ in verb.readings}
        if lemmas & lexicon.cues["be"]:
            # "être" also makes the past of reflexives and of verbs of motion
            if not both:
                return True
            if any(lemma in lexicon.cues["with_be"] for lemma, _ in parse.verbs[at].readings):
                return False  # « les troupes sont entrées »
            followed_by = not lexicon.cues["by_words"].isdisjoint(sentence.words[at + 1 : at + 4])
            return followed_by or not reflexive(sentence, at, lexicon)
        if lemmas & lexicon.cues["have"]:
            return False
        apart = at - i > 1 and sentence.words[at - 1] != ","
        if apart and "participle" in verb.tenses and not verb.finite:
            break  # « a salué l'accord signé lundi »: the helper before is that one's
    by = not lexicon.cues["by_words"].isdisjoint(sentence.words[at + 1 : at + 3])
    return not parse.verbs[at].finite and ("past" not in parse.verbs[at].tenses or by)


def suffers_on(parse: Parse, sentence: Sentence, at: int, lexicon: Lexicon, kind: Kind) -> bool:
    """Whether what was done to somebody goes on, for no object follows: "was dragged out and killed"."""
    words, cues = sentence.words, lexicon.cues
    if kind.of != "object" or kind.frame != "directed" or not at or words[at - 1] not in cues["coordinators"]:
        return False
    verbs = [i for i in sorted(parse.verbs, reverse=True) if i < at]
    behind = words[at + 1] if at + 1 < len(words) else "."
    alone = behind in cues["object_ends"] or not behind[0].isalnum()
    return (
        alone
        and len(verbs) > 1
        and is_passive(parse, sentence, verbs[0], lexicon)
        and any(lemma in cues["be"] for i in verbs[1:3] for lemma, _ in parse.verbs[i].readings)
    )


def goes_on_helped(parse: Parse, words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the helper of the participle before is that of this one, too: « a boudé A et annulé B »."""
    if lexicon.cues["infinitive_marks"] or not at or words[at - 1] not in lexicon.cues["coordinators"]:
        return False
    own = parse.clause_of[at]
    before = (i for i in range(at - 2, -1, -1) if i in parse.verbs and parse.clause_of[i] == own)
    first = next((i for i in before if "participle" in parse.verbs[i].tenses), None)
    return first is not None and (
        helped(parse, first, lexicon) or goes_on_helped(parse, words, first, lexicon)
    )


def helped(parse: Parse, at: int, lexicon: Lexicon) -> bool:
    """Whether "have" alone stands right before a participle: « après des pourparlers, ils ont conclu »."""
    have = lexicon.cues["have"] - lexicon.cues["be"]
    near = next((parse.verbs[i] for i in (at - 1, at - 2) if i in parse.verbs), None)
    held = near is not None and any(lemma in have for lemma, _ in near.readings)
    return held and not lexicon.cues["infinitive_marks"]


def done_by(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the words after a verb name the one who does it: "visited by"."""
    return not lexicon.cues["by_words"].isdisjoint(sentence.words[at + 1 : at + 4])
