"""The words of a language that tell events, compiled from ``data/languages/<code>/events*.toml``.

Used by sentences, clauses, triggers and status; a fault in a file names the file (and the line where known).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.errors import DataFileError
from dashboard.events.inflection import inflect, plurals
from dashboard.events.ontology import NOTHING, Kind, kinds
from dashboard.events.patterns import Patterns, VerbPattern, in_either_number, spread, verb_pattern
from dashboard.resources import data_path

_LISTS = (
    "gerund_marks", "replies", "kept_open", "tells_alone", "audience_words",
    "elided", "abbreviations", "determiners", "adjectives", "reflexives", "pronouns", "verbal_before",
    "inversions", "infinitive_marks", "subordinators", "two_word_subordinators", "relatives",
    "subject_relatives", "coordinators", "be", "have", "negations",
    "negating_determiners", "negation_mark", "hypothetical", "conditionals", "planned", "past_planned",
    "arranged", "as_words", "yet_verbs", "days", "subject_pronouns", "had", "provides", "lets_be_done",
    "cancelled", "ongoing", "since", "firsts", "counted_times", "causatives", "single_articles",
    "after", "today", "with_words", "by_words",
    "against_words", "between_words", "of_words", "about_words", "source_words", "place_words",
    "possessives", "initiative", "initiative_roles", "never_verbs", "compounds", "modal_hosts", "hosts_in",
    "scene_words", "vehicles", "with_be", "subject_openers", "life", "gathers", "direction_words", "alleged",
    "when_words", "again", "one_more", "accentless", "outcomes",
    "holders", "weekdays", "adjuncts", "by_phone", "by_video", "by_letter",
    "known_by", "foiled", "still_planned", "to_be_held", "addressing", "first_person", "longed_for",
    "unnamed", "from_afar",
    "terms_words", "anchors", "that_words", "greets", "past_endings", "dull", "as_early", "born",
    "gerund_endings", "seats", "without_words", "because_words",
    "numbers", "plural_nouns", "until_words", "conquers", "never_held", "put_off", "put_off_to",
    "topic_words",
    "dull_heads", "pointing", "at_last", "clock_words", "none_the_less", "naming",
    "mostly_nouns", "before_infinitives", "wishing", "trying", "planning", "failing",
    "almost", "speaks_of", "undone_before", "counted_after", "after_that", "cleft_subjects",
    "object_openers", "who_first", "first_to",
    "likewise", "follows_on", "begun", "looks_on", "doing", "unreal", "set_phrases", "measures", "scales",
    "backgrounds", "apiece",
    "manner_endings", "orders", "stays", "aimed_at", "reduced", "reduced_before",
    "only_participles", "but_for", "weapons", "time_units", "obliging", "blamed",
    "agrees", "two_word_sayings", "it_words", "eves", "brings_together", "keeps_up", "judged",
    "demonstratives", "state_participles", "told_by_endings", "participle_endings", "mouthpieces",
    "no_verb_there", "memories", "before_verbs", "dwells_on", "told_that",
    "plural_endings", "no_plurals",
    "own_state", "goes_before", "what_words", "soon", "soon_in_front", "soon_before_verbs", "counted_before",
    "while_words", "and_then", "day_after", "whole_days", "merely", "plural_pronouns",
    "of_it_words", "many_hours", "in_force", "more_words", "in_passing",
)  # fmt: skip
_MODAL = ("future", "conditional")
"""The lists of modal words, by the tense that they make."""
_TOGETHER = {
    "helpers": ("be", "have"),
    "leading": ("place_words", "against_words"),
    "tying": ("of_words", "from_words", "place_words"),
    "tied": ("place_words", "against_words", "of_words", "with_words", "weekdays"),
    "object_ends": (
        "of_words", "from_words", "place_words", "against_words", "by_words", "with_words", "adjuncts",
        "direction_words", "when_words",
    ),
    "list_links": ("coordinators", "determiners"),
    "backward": ("possessives", "pronouns"),
    "pairs": ("compounds", "two_word_subordinators"),
    "clause_openers": ("relatives", "subordinators", "coordinators"),
    "parting": ("coordinators", "subordinators", "relatives", "pronouns"),
    "hung_on": ("place_words", "by_words", "adjuncts", "weekdays"),
    "leading_in": ("place_words", "by_words", "with_words"),
    "phrase_openers": ("adjuncts", "place_words", "by_words"),
    "loose": ("coordinators", "place_words", "adjectives"),
    "apart_from_verbs": ("without_words", "because_words"),
    "located": ("place_words", "of_words"),
    "modals": ("future", "conditional"),
    "brought_by": ("by_words", "place_words"),
    "undone_by": ("until_words", "but_for"),
}  # fmt: skip
"""Lists that are asked for together, and under which name."""
_CAST = (
    "posts",
    "compass",
    "bound_for",
    "grounds",
    "ground_words",
    "claims",
    "beside_words",
    "speaking_from",
    "audiences",
    "seated",
    "topics",
    "where_words",
    "from_words",
    "only_describes",
    "private_nouns",
    "broker_verbs",
    "delegations",
    "explaining",
    "voice_words",
    "noun_tails",
    "object_relatives",
    "witness_words",
    "spot_words",
    "presence_words",
    "benefit_words",
    "peaceful_subjects",
    "wishes",
    "conducts",
    "goes_to",
    "hours",
    "chambers",
    "sends",
    "premises",
    "themes",
    "named_texts",
    "front_words",
    "takes_over",
    "through_words",
    "offices",
    "unlike_words",
    "governments",
    "thing_pronouns",
    "private_before",
    "receives",
    "under_verbs",
    "under_words",
    "hands",
    "changes_hands",
    "takes_guests",
    "contrasts",
    "guests",
    "given_to",
    "forums",
    "gatherings",
    "member_words",
    "wins",
    "sent_from",
    "falls",
    "many",
    "backing",
    "above",
    "visiting",
    "suffered_first",
    "linked",
    "hit_on",
    "one_of_them",
    "there_words",
    "among_which",
    "attends",
)
"""The lists of ``events_cast.toml``, by which casting and venues read who and where."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to be found as whole words, and the longest word of each, of which a text must have one."""

    signs: frozenset[str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, phrases: Sequence[str]) -> "Phrases":
        """A pattern that tries the longest first."""
        found = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
        signs = frozenset(max(_RUN.findall(phrase), key=len, default="") for phrase in phrases)
        return cls(signs, re.compile(rf"(?<!\w)(?:{found})(?!\w)" if found else r"(?!)"))


_RUN = re.compile(r"\w+")


def whole_words(tokens: Iterable[str]) -> frozenset[str]:
    """The words of some tokens, those that a hyphen or an apostrophe parts each for itself."""
    said = frozenset(tokens)
    return said.union(*(_RUN.findall(word) for word in said if not word.isalnum()))


Noun = tuple[tuple[str, ...], Kind]
"""The words of a noun and the kind of event that it tells."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that one language knows about events; all words are lower case, apostrophes straight."""

    language: str
    verbs: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    tenses: Mapping[str, frozenset[str]]
    """All tenses that a form of a verb may have."""
    helping: frozenset[str]
    """The forms of verbs that help another one."""
    patterns: Mapping[str, Patterns]
    nouns: Mapping[str, tuple[Noun, ...]]
    """The nouns that tell events by their first word, the longest first."""
    nouns_before: Mapping[str, Mapping[str, tuple[Noun, ...]]]
    """The same by their first and second word; under "" those of one word, which any word may follow."""
    cues: Mapping[str, frozenset[str]]
    ordered: Mapping[str, tuple[str, ...]]
    token: re.Pattern[str]
    completing: frozenset[str]
    """All words that a pattern of a verb may ask for."""
    sayings: frozenset[str]
    backgrounds: Mapping[str, tuple[tuple[str, ...], ...]]
    """The phrases that tell in spite of what something is done, in words, by the first of them."""
    soon: Mapping[str, tuple[tuple[str, ...], ...]]
    """The phrases for a time that only hours part from what is told before, likewise."""
    _phrases: dict[str, Phrases] = field(default_factory=dict, init=False, repr=False, compare=False)

    def phrases(self, name: str) -> Phrases:
        """The cues of a list as they are looked for in a text; made when first asked for."""
        if name not in self._phrases:
            self._phrases[name] = Phrases.of(self.ordered[name])
        return self._phrases[name]


def fold(text: str) -> str:
    """The text in lower case with straight apostrophes; « manœuvres » is also written "manoeuvres"."""
    return text.lower().replace("’", "'").replace("œ", "oe")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise DataFileError(path, int(found[1]) if found else None, str(error)) from None


def _words(path: Path, where: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        line = next(
            (n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if where in text), None
        )
        raise DataFileError(path, line, f"{where} must be a list of words")
    return value


def _token_pattern(elided: Iterable[str]) -> re.Pattern[str]:
    start = "|".join(sorted(elided, key=len, reverse=True))
    elision = rf"\b(?:{start})['’](?=\w)|" if start else ""
    return re.compile(
        r" ?+("  # the blank before a word is passed over at once
        r"\d++(?:[.,]\d++)+|"  # "1.5 billion", « 1,5 milliard »
        r"\w++(?![.'’-])|"  # nearly every word
        rf"{elision}\w[.]\w[.]?(?:\w[.])?|['’](?:s|ll|re|ve)\b|\w+(?=n['’]t\b)|n['’]t\b|"
        rf"\w+(?:-\w+)*|[^\w\s])",
        re.IGNORECASE,
    )


def _cues(folder: Path) -> dict[str, tuple[str, ...]]:
    """Every list of words that are no triggers, in the order of its file."""
    cues_path, cast_path = folder / "events_cues.toml", folder / "events_cast.toml"
    raw = _read(cues_path)
    ordered = {name: tuple(map(fold, _words(cues_path, name, raw.get(name, [])))) for name in _LISTS}
    ordered |= {name: tuple(map(fold, _words(cues_path, name, raw.get(name, [])))) for name in _MODAL}
    raw_cast = _read(cast_path)
    unknown = set(raw) - set(ordered)
    if unknown:
        raise DataFileError(cues_path, None, f"unknown entry {min(unknown)!r}")
    ordered |= {name: tuple(map(fold, _words(cast_path, name, raw_cast.get(name)))) for name in _CAST}
    return ordered


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


_Patterns = dict[str, list[VerbPattern]]
_Nouns = dict[str, list[Noun]]


def _by_second(nouns: Sequence[Noun]) -> dict[str, tuple[Noun, ...]]:
    """Nouns with one first word by their second, in order, each time with those of one word; "" has these."""
    alone = tuple(noun for noun in nouns if len(noun[0]) == 1)
    seconds = {form[1] for form, _ in nouns if len(form) > 1}
    longer = {two: tuple(noun for noun in nouns if noun[0][1:2] == (two,)) for two in seconds}
    return {"": alone, **{two: (*found, *alone) for two, found in longer.items()}}


def _triggers(
    path: Path,
    raw: Mapping[str, Any],
    cues: Mapping[str, frozenset[str]],
    token: re.Pattern[str],
    rules: Mapping[str, str],
) -> tuple[_Patterns, _Nouns]:
    """The verbs of every kind by lemma, and its nouns in all their forms by their first word."""
    patterns: dict[str, list[VerbPattern]] = {}
    nouns: _Nouns = {}
    known: dict[frozenset[str], frozenset[str]] = {}
    sets = {name: _words(path, f"set.{name}", words) for name, words in raw.get("set", {}).items()}
    told = [(f"kind.{code}", kinds().get(code), entry) for code, entry in raw.get("kind", {}).items()]
    for where, kind, entry in [*told, ("nothing", NOTHING, raw.get("nothing", {}))]:
        if kind is None:
            raise DataFileError(path, None, f"{where!r} names no kind of kinds.csv")
        for text in _words(path, where, entry.get("verbs", [])):
            try:
                whole = fold(spread(text, sets))
            except KeyError:
                raise DataFileError(path, None, f"{text!r} names a set that is not there") from None
            pattern = in_either_number(verb_pattern(whole, kind, cues, token), rules, known)
            patterns.setdefault(pattern.lemma, []).append(pattern)
        for text in _words(path, where, entry.get("nouns", [])):
            for form in plurals(fold(text), rules):
                split = tuple(token.findall(form))
                nouns.setdefault(split[0], []).append((split, kind))
    return patterns, nouns


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; that of English where there is no data for it."""
    folder = data_path("languages", language)
    if not (folder / "events.toml").is_file():
        return lexicon("en")
    words_path, verbs_path = folder / "events.toml", folder / "events_verbs.toml"
    raw_verbs, raw = _read(verbs_path), _read(words_path)
    ordered = _cues(folder)
    ordered["sources"] = tuple(f"{cue} " for cue in ordered["source_words"])  # as whole words
    cues = {name: frozenset(words) for name, words in ordered.items()}
    cues |= {name: frozenset().union(*(cues[one] for one in lists)) for name, lists in _TOGETHER.items()}
    cues["pair_firsts"] = frozenset(pair.partition(" ")[0] for pair in cues["pairs"])
    backgrounds = _by_first(tuple(phrase.split()) for phrase in ordered["backgrounds"])
    cues["aside_firsts"] = cues["scene_words"].union(backgrounds)
    cues["opening"] = cues["pair_firsts"] | cues["clause_openers"]
    token = _token_pattern(ordered["elided"])
    paradigms, rules = raw_verbs.get("paradigm", {}), raw_verbs.get("plural", {})
    irregular, prefixes = raw_verbs.get("irregular", {}), raw_verbs.get("prefixes", [])
    patterns, nouns = _triggers(words_path, raw, cues, token, rules)
    told = {first: tuple(sorted(found, key=lambda noun: -len(noun[0]))) for first, found in nouns.items()}
    verbs: dict[str, list[tuple[str, frozenset[str]]]] = {}
    light = [
        verb.split(" ")[0]
        for verb in _words(verbs_path, "light", raw_verbs.get("light", {}).get("verbs", []))
    ]
    for lemma in dict.fromkeys([*patterns, *light, *ordered["be"], *ordered["have"]]):
        for form, tenses in inflect(lemma, paradigms, irregular, prefixes).items():
            verbs.setdefault(form, []).append((lemma, tenses))
    for tense in _MODAL:
        for word in ordered[tense]:
            verbs.setdefault(word, [(word, frozenset({tense}))])  # a modal is its own lemma
    return Lexicon(
        language,
        {form: tuple(found) for form, found in verbs.items()},
        {form: frozenset().union(*(tenses for _, tenses in found)) for form, found in verbs.items()},
        frozenset(form for form, found in verbs.items() if any(one in cues["helpers"] for one, _ in found)),
        {lemma: Patterns.of(found) for lemma, found in patterns.items()},
        told,
        {first: _by_second(found) for first, found in told.items()},
        cues,
        ordered,
        token,
        frozenset(
            word
            for several in patterns.values()
            for pattern in several
            for able, _ in pattern.rest
            for word in able
        ),
        frozenset(
            lemma
            for lemma, found in patterns.items()
            if any(p.kind.type == "STATEMENT" and p.kind is not NOTHING and not p.rest for p in found)
        ),
        backgrounds,
        _by_first(tuple(phrase.split()) for phrase in ordered["soon"] + ordered["soon_in_front"]),
    )
