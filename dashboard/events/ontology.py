"""Event types, kinds and modes as data: ``data/ontology/*.csv``, validated when they are first read.

A type is what a reader filters by (CONSULT); a kind is finer and has words of its own (summit, call).
Called by the other modules of this room, and by the rooms above for labels, colours and codes.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.errors import DataFileError
from dashboard.model import Role
from dashboard.resources import data_path
from dashboard.wording import message

QUADS = (
    "verbal-cooperation",
    "material-cooperation",
    "verbal-conflict",
    "material-conflict",
    "neutral",
)
"""The four classes of the field, and neutral for what is neither."""

UNTYPED = "EVENT"
"""The type of an imported event whose file gives none: nothing is guessed."""

FRAMES = ("shared", "directed", "solo")
"""How a title is built: A – B: noun; noun of A towards B; noun of A."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A type: codes of the field's schemes, class, intensity in [-10, 10], words for people."""

    code: str
    plover: str
    cameo: str
    quad: str
    intensity: float
    symbol: str
    kin: frozenset[str]
    labels: dict[str, str]
    definitions: dict[str, str]

    def label(self, language: str) -> str:
        """The name of the type in a language, English where there is none."""
        return self.labels.get(language, self.labels["en"])


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event below its type: roles of its subject and object, strength from 1 to 3.

    ``of`` says who stands behind "of" after its noun: the subject (visit of) or the object (arrest of).
    ``done_to`` is "thing" where a pronoun as its object is no party: "broke them off", "signed it".
    """

    code: str
    type: str
    mode: str | None
    frame: str
    subject: Role
    object: Role
    strength: int
    of: str = "subject"
    done_to: str = ""


NOTHING = Kind("nothing", "STATEMENT", None, "solo", Role.CONCERNED, Role.CONCERNED, 3)
"""What a word tells that looks like an act and is none: "a cyclone struck"; it takes its date along."""


def _rows(name: str, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    path = data_path("ontology", name)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or [])]
        if missing:
            raise DataFileError(path, 1, f"the column {missing[0]!r} is missing")
        rows = []
        for row in reader:
            if None in row or any(value is None for value in row.values()):
                raise DataFileError(path, reader.line_num, "the number of cells differs from the head line")
            rows.append((reader.line_num, row))
    return rows


def _checked(path: Path, line: int, what: str, value: str, allowed: tuple[str, ...] | set[str]) -> str:
    if value not in allowed:
        raise DataFileError(path, line, f"{what} {value!r} is not one of {', '.join(sorted(allowed))}")
    return value


def _number(path: Path, line: int, value: str, convert: Callable[[str], float]) -> float:
    try:
        return convert(value)
    except ValueError:
        raise DataFileError(path, line, f"{value!r} is not a number") from None


@cache
def types() -> dict[str, EventType]:
    """Every type by its code, in the order of the file.

    Raises:
        DataFileError: a row of the file is wrong.
    """
    path = data_path("ontology", "types.csv")
    columns = ("code", "plover", "cameo", "quad", "intensity", "symbol", "kin", "label_en", "definition_en")
    found: dict[str, EventType] = {}
    for line, row in _rows("types.csv", columns):
        if not row["code"] or row["code"] in found:
            raise DataFileError(path, line, f"the code {row['code']!r} is empty or stands twice")
        intensity = _number(path, line, row["intensity"], float)
        if not -10 <= intensity <= 10:
            raise DataFileError(path, line, f"the intensity {intensity} is outside -10 to 10")
        found[row["code"]] = EventType(
            row["code"],
            row["plover"],
            row["cameo"],
            _checked(path, line, "the class", row["quad"], QUADS),
            intensity,
            row["symbol"],
            frozenset(row["kin"].split()),
            {key.removeprefix("label_"): row[key] for key in row if key.startswith("label_")},
            {key.removeprefix("definition_"): row[key] for key in row if key.startswith("definition_")},
        )
    return found


def type_name(code: str, language: str) -> str:
    """The name of a type; of one that the ontology lacks, as imported events may have, its code in small."""
    known = types().get(code)
    if known:
        return known.label(language)
    return message("Event", language) if code == UNTYPED else code.lower()


def type_meaning(code: str, language: str) -> str:
    """What a type is, in a sentence; "" for one that the ontology lacks."""
    known = types().get(code)
    return known.definitions.get(language, known.definitions["en"]) if known else ""


def quad_of(code: str) -> str:
    """The class of a type; neutral for one that the ontology lacks."""
    known = types().get(code)
    return known.quad if known else "neutral"


@cache
def modes() -> dict[str, dict[str, str]]:
    """Labels per language of every mode, by its code."""
    return {
        row["code"]: {key.removeprefix("label_"): row[key] for key in row if key.startswith("label_")}
        for _, row in _rows("modes.csv", ("code", "label_en", "label_fr"))
    }


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its code.

    Raises:
        DataFileError: a row of the file is wrong.
    """
    path = data_path("ontology", "kinds.csv")
    roles = {role.value for role in Role}
    found: dict[str, Kind] = {}
    for line, row in _rows(
        "kinds.csv", ("code", "type", "mode", "frame", "subject", "object", "strength", "of", "done_to")
    ):
        if not row["code"] or row["code"] in found:
            raise DataFileError(path, line, f"the kind {row['code']!r} is empty or stands twice")
        if row["mode"]:
            _checked(path, line, "the mode", row["mode"], set(modes()))
        strength = int(_number(path, line, row["strength"], int))
        if strength not in (1, 2, 3):
            raise DataFileError(path, line, f"the strength {strength} is not 1, 2 or 3")
        found[row["code"]] = Kind(
            row["code"],
            _checked(path, line, "the type", row["type"], set(types())),
            row["mode"] or None,
            _checked(path, line, "the frame", row["frame"], FRAMES),
            Role(_checked(path, line, "the role", row["subject"], roles)),
            Role(_checked(path, line, "the role", row["object"], roles)),
            strength,
            _checked(path, line, "the side", row["of"], ("subject", "object")),
            _checked(path, line, "what it is done to", row["done_to"], ("", "thing")),
        )
    return found


def kin(first: str, second: str) -> bool:
    """Whether two types may be two reports of one event."""
    return first == second or bool(types()[first].kin & types()[second].kin)
