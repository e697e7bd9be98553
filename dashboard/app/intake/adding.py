"""The chosen articles on their way into the project, with progress, until they are in.

Called by ``jobs``. What was read before is not read again, so this is mostly done at once.
"""

import logging
from collections.abc import Collection, Mapping, Sequence
from threading import Thread

from dashboard.app.workspace import Workspace
from dashboard.errors import DetenteError, ProjectError
from dashboard.model import Article, Timeline

_log = logging.getLogger(__name__)
_PHASES = ("Reading articles", "Finding events", "Done")

Found = tuple[Timeline, Collection[str]]
"""What was found in one article by itself, and the ids of its events that are not wanted."""


class _CancelledError(ProjectError):
    """Somebody does not want to wait any longer."""


class Adding:
    """One step that adds articles, on its way: how far it is, and how it ended."""

    def __init__(
        self,
        workspace: Workspace,
        articles: Mapping[str, Article],
        found: Sequence[Found],
        author: str,
        *,
        anew: bool,
    ) -> None:
        self.revision: int | None = None
        self.fault: DetenteError | None = None
        self.count = 0
        self.share = 0.0
        self.anew = anew
        self._workspace, self._articles, self._found, self._author = workspace, articles, found, author
        self._given_up = False
        self._thread = Thread(target=self._run, daemon=True, name="adding")

    def start(self) -> None:
        """Nothing; it is on its way."""
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Nothing, after this time or as soon as it has ended."""
        self._thread.join(seconds)

    def cancel(self) -> None:
        """Nothing; it ends as soon as it can, and nothing is added."""
        self._given_up = True

    @property
    def cancelled(self) -> bool:
        """Whether it was given up before it was done."""
        return isinstance(self.fault, _CancelledError)

    @property
    def busy(self) -> bool:
        """Whether it is still on its way."""
        return self.revision is None and self.fault is None

    def _run(self) -> None:
        try:
            self.revision = self._workspace.read_again(
                self._wanted,
                author=self._author,
                action="start with articles" if self.anew else "add articles",
                unwanted=lambda timeline: refused(timeline, self._found),
                anew=self.anew,
                progress=self._progress,
            )
        except DetenteError as fault:
            self.fault = fault
        except Exception as fault:  # noqa: BLE001 - a thread has nobody else to tell
            _log.error("Articles could not be added.", exc_info=fault)
            self.fault = ProjectError("Nothing was added: the server's log says why.")

    def _wanted(self, there: Sequence[Article]) -> Sequence[Article]:
        known = set() if self.anew else {article.id for article in there}
        new = [article for key, article in self._articles.items() if key not in known]
        if not new:
            raise ProjectError("There is no new article to add.")
        self.count = len(new)
        return new if self.anew else [*there, *new]

    def _progress(self, step: str, done: int, total: int) -> None:
        if self._given_up:
            raise _CancelledError("Nothing was added: cancelled.")
        at = _PHASES.index(step) if step in _PHASES else 0
        self.share = min(1.0, (at + done / max(1, total)) / 2)


def refused(timeline: Timeline, found: Sequence[Found]) -> set[str]:
    """The ids of the events of a timeline that nobody wants: all their words were found and not wanted."""
    words = {
        (each.article, each.start, each.end)
        for one, unwanted in found
        for event in one.events
        if event.id in unwanted
        for each in event.evidence
    }
    names = {name for _, unwanted in found for name in unwanted}
    return {
        event.id
        for event in timeline.events
        if event.id in names and all((each.article, each.start, each.end) in words for each in event.evidence)
    }
