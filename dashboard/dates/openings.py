"""Which rules may start at a token: told by two letters, so that few of a language's rules are tried.

``find`` asks the lexicon's ``Openings`` at each token; a text is passed once, however many rules there are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dashboard.dates.grammar import Piece, Rule

Prefix = tuple[str, ...]
_REACH = 2
_MOST_PAIRS = 50_000


def prefixes_of(pieces: Sequence[Piece]) -> set[Prefix]:
    """The first classes of everything that a pattern matches: two, or one where a single token is a match."""
    return _alternatives(pieces, 0)[0]


def _alternatives(pieces: Sequence[Piece], at: int) -> tuple[set[Prefix], int]:
    """The prefixes of the alternatives that start at a piece, and where their bracket closes."""
    found, current = set[Prefix](), {Prefix()}
    while at < len(pieces) and pieces[at].sign not in {")", ">"}:
        piece = pieces[at]
        if piece.sign == "|":
            found |= current
            current = {()}
        else:
            if piece.sign in {"(", "<"}:
                item, at = _alternatives(pieces, at + 1)
            else:
                item = {(piece.name,)}
            if at + 1 < len(pieces) and pieces[at + 1].sign == "?":
                item, at = item | {()}, at + 1
            current = {(before + after)[:_REACH] for before in current for after in item}
        at += 1
    return found | current, at


class Openings(dict[str, tuple[Rule, ...]]):
    """The rules that may match where two letters stand, in order, by these letters; filled when asked."""

    def __init__(self, rules: Iterable[tuple[Rule, set[Prefix]]], letters: Mapping[str, str]) -> None:
        super().__init__()
        self._rules: list[Rule] = []
        self._ahead: dict[str, list[tuple[int, Prefix]]] = {}
        for number, (rule, prefixes) in enumerate(rules):
            self._rules.append(rule)
            for first, *rest in prefixes:
                self._ahead.setdefault(first, []).append((number, tuple(rest)))
        self._letters = {name: frozenset(known) for name, known in letters.items()}
        self._following: dict[frozenset[Prefix], frozenset[str]] = {}
        self._starting: dict[str, list[tuple[Rule, frozenset[str]]]] = {}

    def __missing__(self, pair: str) -> tuple[Rule, ...]:
        """The rules of a pair that was not met before; the last letter of a text stands alone."""
        first, second = pair[:1], pair[1:]
        if first not in self._starting:
            self._starting[first] = list(self._started(first))
        if len(self) >= _MOST_PAIRS:
            self.clear()
        self[pair] = tuple(
            rule for rule, seconds in self._starting[first] if second in seconds or "" in seconds
        )
        return self[pair]

    def _started(self, first: str) -> Iterator[tuple[Rule, frozenset[str]]]:
        """The rules that may start with a letter, with the letters after it; "" where none is needed."""
        ahead: dict[int, list[Prefix]] = {}
        for name, following in self._ahead.items():
            if first in self._letters[name]:
                for number, rest in following:
                    ahead.setdefault(number, []).append(rest)
        for number in sorted(ahead):
            yield self._rules[number], self._seconds(frozenset(ahead[number]))

    def _seconds(self, following: frozenset[Prefix]) -> frozenset[str]:
        """The letters of what may follow, the same for most letters that a rule may start with."""
        if following not in self._following:
            named = (self._letters[name] for rest in following for name in rest)
            needless = frozenset({""} if () in following else ())
            self._following[following] = needless.union(*named)
        return self._following[following]
