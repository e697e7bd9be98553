"""What an expression means, and what a text last spoke of. The readers of each kind make these."""

from dataclasses import dataclass, field
from datetime import date

from dashboard.model import Granularity


@dataclass(slots=True)
class Reading:
    """What one expression means: TIMEX3 type, value and mod, why, and how sure."""

    type: str
    value: str
    mod: str = ""
    reasons: list[str] = field(default_factory=list)
    confidence: float = 0.95


@dataclass(slots=True)
class Focus:
    """The last date that the text spoke of: its value, first day, and where it stood."""

    value: str
    day: date
    granularity: Granularity
    token: int
    explicit: bool
    paragraph: int
    opening: bool = False
    deictic: bool = False
    counted: bool = False
    last: int = -1
    background: bool = False
    aside: bool = False
    """Whether it stands in a relative clause or behind a participle."""
    perfect: bool = False
    """Whether its sentence tells in a compound past: « a signé », and not « signa »."""
    within: bool = False
    """Whether the verb of its sentence only comes after it: "The talks, broken off in 2020, resumed"."""

    @property
    def apart(self) -> bool:
        """Whether it stands there with its year written: "the text, signed there in 1923"."""
        return self.explicit and self.aside

    def names(self, month: int) -> bool:
        """Whether it is a whole year, or stands in this month."""
        whole = len(self.value) == 4 and (self.day.month, self.day.day) == (1, 1)
        return whole or self.value[5:7] == f"{month:02d}"
