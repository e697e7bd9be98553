"""Every error that a user can cause; each message says what was wrong and what to do.

DetenteError
├── ArticleError      an article that cannot be read: missing, empty, binary, not text
├── DataFileError     a data file of ours, or a user's, with a fault: names the file and the line
├── DateError         a date that was typed in and cannot be understood
├── FormatError       a JSON document that does not follow the schema
├── EditError         a correction of an event that cannot be made
├── ProjectError      a project file that cannot be opened, read or written
│   └── ConflictError (store) somebody else changed the same event in the meantime
├── FilterError       a filter that names something the timeline does not hold
└── ExportError       a chart or a table that cannot be written
"""


class DetenteError(Exception):
    """The root: show the message as it is, exit with 2, never a traceback.

    A message with ``{name}`` places is a message of the catalogue, filled with ``values``.
    """

    def __init__(self, text: str = "", **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text, self.values = text, values


class ArticleError(DetenteError):
    """An article could not be read."""


class DataFileError(DetenteError):
    """A data file is not valid."""

    def __init__(self, path: object, line: int | None, problem: str) -> None:
        where = f"{path}, line {line}" if line else f"{path}"
        super().__init__(f"{where}: {problem}")
        self.path, self.line, self.problem = path, line, problem

    def __reduce__(self) -> tuple[type, tuple[object, int | None, str]]:
        """How another process makes the same error."""
        return type(self), (self.path, self.line, self.problem)


class DateError(DetenteError):
    """A typed date could not be understood."""


class NoSuchDayError(DateError):
    """A typed date is a day that no calendar has."""


class FormatError(DetenteError):
    """A document does not follow the schema; the message names the field."""


class EditError(DetenteError):
    """An event cannot be changed in this way."""


class ProjectError(DetenteError):
    """A project file could not be opened, read or written."""


class FilterError(DetenteError):
    """A filter names something that is not in the timeline."""


class ExportError(DetenteError):
    """A chart or table could not be written."""
