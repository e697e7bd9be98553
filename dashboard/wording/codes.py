"""What codes of the vocabulary are called in front of people, once for every room, and back again.

A role or a status has one word: what the page says is what a CSV file, a published page and an alternative
text say, in the reader's language.
"""

from collections.abc import Mapping
from functools import cache

from dashboard.wording.messages import LANGUAGES, message

STATUSES: Mapping[str, str] = {
    "happened": "Happened",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "hypothetical": "Hypothetical",
    "denied": "Denied or called off",
}
ROLES: Mapping[str, str] = {
    "initiator": "initiator",
    "target": "target",
    "participant": "participant",
    "host": "host",
    "venue-state": "state where it took place",
    "speaker": "speaker",
    "concerned": "concerned",
}
_FORMER: Mapping[str, str] = {"addressee": "target", "destinataire": "target", "المخاطَب": "target"}
"""What roles were called before: a table that somebody copied from an older page is still read."""


_SHORT: Mapping[str, str] = {"denied": "denied or called off"}
"""How a status is said in a line, where that is not its code."""


def status_word(status: str, language: str) -> str:
    """A status as it stands in the middle of a line: "planned", "denied or called off"."""
    return message(_SHORT.get(status, status), language)


def status_name(status: str, language: str) -> str:
    """A status's name."""
    return message(STATUSES[status], language)


def role_name(role: str, language: str) -> str:
    """A role's name."""
    return message(ROLES[role], language)


def role_code(said: str) -> str:
    """The code of a role as people write it: its code, its name in any language, or a former name."""
    return _FORMER.get(said.casefold()) or _codes("role").get(said.casefold(), said.casefold())


def status_code(said: str) -> str:
    """The code of a status as people write it: its code, or its name in any language."""
    return _codes("status").get(said.casefold(), said.casefold())


@cache
def _codes(kind: str) -> Mapping[str, str]:
    names = ROLES if kind == "role" else STATUSES
    return {message(name, each).casefold(): code for code, name in names.items() for each in LANGUAGES}
