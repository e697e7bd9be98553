"""A language's words for people, offices and bodies, from ``data/languages/<code>/``, checked on load.

Called by every other module of this room.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from dashboard.errors import DataFileError
from dashboard.gazetteer import fold, knowledge, language_file
from dashboard.resources import data_path


@dataclass(frozen=True, slots=True)
class Plural:
    """Phrases such as "les deux hommes": how many of which kind; ``heads`` are offices that they hold.

    ``alone``: only where no noun follows, as in "the two signed". ``states``: always these.
    ``officials``: where nobody of them is named, they are their states, as "the two ministers" are.
    ``owned``: officials of those named just before, "their ministers".
    """

    phrases: tuple[tuple[str, ...], ...]
    kind: str
    count: int
    heads: frozenset[str]
    gender: str
    alone: bool = False
    states: tuple[str, ...] = ()
    officials: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class StandIn:
    """Phrases that stand for somebody named before: a state out of ``states``, or an organisation.

    ``capital``: only where the last word has a capital letter, as in "the North". Of organisations, ``only``
    these where some are told, and ``never`` those: no "guerrillas" are the United Nations.
    """

    phrases: tuple[tuple[str, ...], ...]
    sort: str
    states: frozenset[str]
    capital: bool
    only: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PronounWords:
    """The pronouns beside the subjects of one person; a mapping gives the gender: "m", "f" or "u".

    ``idle`` follow "it" where nobody is meant; ``clitics`` are pronouns only after ``before_clitics`` or
    a name, or before ``helpers``; ``doubtful`` only before ``after_object``.
    """

    plurals_subject: frozenset[str]
    things: frozenset[str]
    idle: frozenset[str]
    objects: Mapping[str, str]
    objects_plural: frozenset[str]
    clitics: Mapping[str, str]
    before_clitics: frozenset[str]
    helpers: frozenset[str]
    doubtful: Mapping[str, str]
    after_object: frozenset[str]
    parts: frozenset[str]
    """Words before a plural object that tell only some: "of them", « d'entre eux »."""
    states: frozenset[str]
    """States with a plural name, which a plural pronoun may mean: « les Pays-Bas … ils »."""

    @property
    def words(self) -> frozenset[str]:
        """Every word that may be one of these pronouns."""
        return frozenset(self.plurals_subject | self.things).union(self.objects, self.clitics, self.doubtful)


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body: its code, the phrases for it, and its name with the owner's adjective or the owner.

    ``usual`` is whose it is where nothing says so, if the article names that state and not ``unless``.
    """

    code: str
    phrases: tuple[tuple[str, ...], ...]
    name: str
    of: str
    alone: bool
    usual: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything of one language; sets hold folded words."""

    words: Mapping[str, frozenset[str]]
    bodies: tuple[BodyKind, ...]
    between: frozenset[tuple[str, ...]]
    masculine: frozenset[str]
    feminine: frozenset[str]
    counted: frozenset[str]
    impersonal: frozenset[str]
    leaders: frozenset[str]
    not_latter: frozenset[str]
    offices: Mapping[str, str]
    complement: tuple[tuple[str, str], ...]
    body_starts: Mapping[str, tuple[tuple[tuple[str, ...], BodyKind], ...]]
    plural_starts: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], Plural], ...]]
    stand_in_starts: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], StandIn], ...]]
    pronouns: PronounWords
    same_office: tuple[frozenset[str], ...]
    alike: tuple[tuple[str, ...], ...]
    """Phrases that mean one office: « chef de la diplomatie », « ministre des Affaires étrangères »."""
    usual: tuple[tuple[str, str], ...]
    heads: Mapping[str, str]
    seated: frozenset[tuple[str, ...]]
    """Bodies whose seat tells their state, behind one of ``seats``: "the government in Juba"."""
    seats: frozenset[str]
    local: frozenset[tuple[str, ...]]
    """Bodies whose city tells their state, behind one of ``seats`` or ``between``: "police in Geneva"."""
    domestic: frozenset[str]
    """Phrases of bodies that are, without a word of whose, those of the only state an article is about."""
    feminine_participles: tuple[str, ...]
    """How participles end, accents and all, that agree with a woman or a feminine noun."""
    participles: tuple[str, ...]
    """How participles end, accents and all, that tell somebody's act behind « il y a »."""
    joined: Mapping[str, str]
    """How an adjective that joins two states tells its first one: "franco" is France."""
    referring: frozenset[str]
    """The words with which somebody may be spoken of without a name."""
    opening: frozenset[str]
    """The first words of phrases for several, or that stand for somebody named before."""
    singling: frozenset[str]
    """The first words of phrases that single out one of those just named: "the latter", « celui-ci »."""

    def has(self, group: str, word: str) -> bool:
        """Whether a folded word is in one of the groups of ``actors.toml``."""
        return word in self.words[group]

    def tells_act(self, word: str) -> bool:
        """Whether a folded word looks like a verb that tells an act."""
        return self.has("acts", word) or word.endswith(tuple(self.words["act_endings"]))

    def head(self, word: str) -> str | None:
        """The office that a folded word names, in the singular; None if it names none."""
        return self.heads.get(word)


def _heads(heads: frozenset[str]) -> dict[str, str]:
    """Every form of the offices' nouns with its singular."""
    found: dict[str, str] = {}
    for ending, singular in (("ies", "y"), ("men", "man"), ("aux", "al"), ("x", ""), ("s", "")):
        found |= {one.removesuffix(singular) + ending: one for one in heads if one.endswith(singular)}
    return found | {one: one for one in heads}


GROUPS = (
    "byline_openers", "credit_openers", "bylined", "bylined_in", "compass", "bygone", "out_of_office",
    "titles", "heads",
    "qualifying", "counterparts", "modifiers", "domains", "links", "complements",
    "determiners",
    "elsewhere", "couplers", "object_relatives",
    "impersonal_participles", "possessive", "particles", "inner_names", "eastern_surnames",
    "name_endings", "acts", "not_people", "openers", "calendar",
    "plain_nouns",
    "as_role",
    "act_endings",
    "organisation_heads", "loose_heads",
    "organisation_tails",
    "before_people",
    "hazards", "latter", "aliases", "kin", "vessels", "ship_marks", "things", "acts_for", "leads",
    "represented", "sends", "groups", "ranks", "clause_openers", "prepositions", "represents", "possessors",
    "state_offices", "single_articles", "shared_possessors", "local_offices", "infinitives",
    "relatives", "clause_adverbs", "meetings",
    "titles_of_men", "titles_of_women", "masculine_names", "feminine_endings", "field_openers",
    "feminine_articles", "offices_of_women", "this_one", "parties",
    "counterparties", "same_one", "of_whom", "callings", "epithets", "contracted", "modals",
)  # fmt: skip
"""The word lists that every language's ``actors.toml`` must have."""


class _Plain(dict[str, str]):
    """Words met in texts with their plain forms, each worked out when first seen."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_MET:
            self.clear()
        found = self[word] = fold(word).strip() or word
        return found


_MOST_MET = 50_000
plain = _Plain().__getitem__
"""A word as tokens are compared: folded; a mark such as "," stays as it is."""


def _strings(path: object, data: Mapping[str, Any], key: str) -> Sequence[str]:
    value = data.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DataFileError(path, None, f"{key!r} must be a list of words")
    return value


def _phrases(path: object, data: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(phrase).split()) for phrase in _strings(path, data, "phrases"))


def _body_kind(path: Path, one: Mapping[str, Any]) -> BodyKind:
    if not {"code", "name", "of"} <= set(one):
        raise DataFileError(
            path.with_name("actors_bodies.toml"), None, f"a body needs code, name and of: {one}"
        )
    phrases, alone = _phrases(path, one), bool(one.get("alone", True))
    more = one.get("usual", ""), one.get("unless", "")
    return BodyKind(one["code"], phrases, one["name"], one["of"], alone, *more)


@cache
def lexicon(language: str) -> Lexicon:
    """A language's lexicon, English where there is none. Raises DataFileError."""
    path = data_path("languages", language, "actors.toml")
    data, bodies = language_file(language, "actors.toml"), language_file(language, "actors_bodies.toml")
    words = {group: frozenset(plain(word) for word in _strings(path, data, group)) for group in GROUPS}
    words["acts_for_firsts"] = frozenset(phrase.split()[0] for phrase in words["acts_for"])
    kinds = tuple(_body_kind(path, one) for one in bodies.get("bodies", ()))
    plural_starts, told = _plurals(path, data), data.get("pronouns", {})
    pronouns, stand_ins, heads = _pronouns(told), _stand_ins(path, data), _heads(words["heads"])
    opening = frozenset(pair[0] for pair in (*plural_starts, *stand_ins))
    latter = (phrase.split()[0] for phrase in words["latter"])
    singling = words["this_one"].union(words["same_one"], latter)
    return Lexicon(
        words, kinds,
        frozenset(tuple(fold(phrase).split()) for phrase in bodies.get("between", ())),
        frozenset(told.get("masculine", ())), frozenset(told.get("feminine", ())),
        frozenset(bodies.get("counted", ())), frozenset(told.get("impersonal", ())),
        frozenset(data.get("leaders", ())), frozenset(data.get("not_latter", ())),
        {plain(verb): office for office, verbs in data.get("offices", {}).items() for verb in verbs},
        tuple((one, of) for one, of in data.get("complement", ())),
        _longest_first((phrase[0], phrase, kind) for kind in kinds for phrase in kind.phrases),
        plural_starts, stand_ins, pronouns,
        tuple(frozenset(plain(word) for word in group) for group in data.get("same_office", ())),
        tuple(tuple(f" {plain(phrase)} " for phrase in group) for group in data.get("offices_alike", ())),
        tuple((one, state) for state, several in data.get("usual_offices", {}).items() for one in several),
        heads,
        frozenset(tuple(fold(phrase).split()) for phrase in bodies.get("seated", ())),
        frozenset(bodies.get("seats", ())),
        frozenset(tuple(fold(phrase).split()) for phrase in bodies.get("local", ())),
        frozenset(bodies.get("domestic", ())),
        tuple(data.get("feminine_participles", ())), tuple(data.get("participles", ())),
        {plain(one): _state(path, one, state) for one, state in data.get("joined", {}).items()},
        opening.union(
            heads, told.get("masculine", ()), told.get("feminine", ()), pronouns.words, singling,
            words["epithets"], words["organisation_heads"],
        ),
        opening, singling,
    )  # fmt: skip


def _state(path: Path, word: str, state: str) -> str:
    if state not in knowledge().states:
        raise DataFileError(path, None, f"{word!r} joins {state!r}, which is no state of the gazetteer")
    return state


def _contracted(phrases: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Phrases, those with « les » also with « des », « aux » and « ces »."""
    for phrase in phrases:
        yield phrase
        if phrase[0] == "les":
            yield from ((word, *phrase[1:]) for word in ("des", "aux", "ces"))


_Start = TypeVar("_Start")
_One = TypeVar("_One")


def _longest_first(
    phrases: Iterable[tuple[_Start, tuple[str, ...], _One]],
) -> dict[_Start, tuple[tuple[tuple[str, ...], _One], ...]]:
    """Phrases with what they stand for, by how they start; of one start the longest first."""
    starts: dict[_Start, list[tuple[tuple[str, ...], _One]]] = {}
    for start, phrase, one in phrases:
        starts.setdefault(start, []).append((phrase, one))
    return {start: tuple(sorted(found, key=lambda item: -len(item[0]))) for start, found in starts.items()}


def _plurals(
    path: Path, data: Mapping[str, Any]
) -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], Plural], ...]]:
    plurals = [
        Plural(
            _phrases(path, one),
            str(one["kind"]),
            int(one["count"]),
            frozenset(plain(head) for head in one.get("heads", ())),
            str(one.get("gender", "")),
            bool(one.get("alone")),
            tuple(_state(path, one["phrases"][0], state) for state in one.get("states", ())),
            bool(one.get("officials")),
            bool(one.get("owned")),
        )
        for one in data.get("plural", ())
    ]
    return _longest_first((phrase[:2], phrase, one) for one in plurals for phrase in _contracted(one.phrases))


def _stand_ins(
    path: Path, data: Mapping[str, Any]
) -> Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], StandIn], ...]]:
    every = []
    for one in data.get("stand_in", ()):
        states = frozenset(one.get("states", ()))
        found = StandIn(
            _phrases(path, one), str(one["kind"]), states, bool(one.get("capital", False)),
            frozenset(one.get("only", ())), frozenset(one.get("never", ())),
        )  # fmt: skip
        every += [(phrase[:2], phrase, found) for phrase in found.phrases]
    return _longest_first(every)


def _pronouns(data: Mapping[str, Any]) -> PronounWords:
    return PronounWords(
        frozenset(data.get("plural", ())),
        frozenset(data.get("thing", ())),
        frozenset(data.get("idle", ())),
        dict(data.get("object", {})),
        frozenset(data.get("object_plural", ())),
        dict(data.get("clitic", {})),
        frozenset(data.get("before_clitic", ())),
        frozenset(data.get("helper", ())),
        dict(data.get("doubtful", {})),
        frozenset(data.get("after_object", ())),
        frozenset(data.get("parts", ())),
        frozenset(data.get("states", ())),
    )
