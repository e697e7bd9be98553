"""What the app serves: one affair's project, and the way to read its articles again.

Everything that readers change is a step of the project, which every browser and process that has it open
sees. Held by one ``create_app``; all panels come to the affair through it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from dashboard.app.naming import title_of
from dashboard.errors import ProjectError
from dashboard.model import Article, Granularity, PublishedFrom, Timeline
from dashboard.store import ConflictError, Description, Leaving, Project

Progress = Callable[[str, int, int], None]


class Reread(Protocol):
    """What makes a timeline of articles; ``progress`` hears the step, how many are done, and of how many."""

    def __call__(self, articles: Sequence[Article], *, progress: Progress | None = None) -> Timeline:
        """The timeline."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One affair behind one app; ``title`` is its name if it was given one when the app was made.

    ``reread`` makes a timeline of articles; without it, none can be added or dated anew.
    """

    project: Project
    reread: Reread | None = None
    title: str = ""

    @classmethod
    def over(cls, affair: Timeline | Project, reread: Reread | None = None, title: str = "") -> "Workspace":
        """The workspace over a project, or over a temporary one that holds a timeline."""
        return cls(affair if isinstance(affair, Project) else Project.temporary(affair), reread, title)

    def timeline(self) -> Timeline:
        """The affair as it stands: what was read, with people's corrections over it."""
        return self.project.timeline()

    def revision(self) -> int:
        """A number that grows with every change, whoever made it in whatever process."""
        return self.project.revision()

    def name(self, timeline: Timeline, language: str) -> str:
        """What the affair is called, unless the reader calls it otherwise."""
        return self.project.given_title() or self.title or title_of(timeline, language)

    def publish_on(self, article_id: str, day: date | None, *, author: str) -> int:
        """The revision after an article was given this publication date and all was read again.

        None goes back to the date that the article itself tells.

        Raises:
            ProjectError: the article is gone, or nothing can be read again here.
        """

        def dated(articles: Sequence[Article]) -> Sequence[Article]:
            old = next((each for each in articles if each.id == article_id), None)
            if old is None:
                raise ProjectError("This article is not in the project any more: reload the page.")
            new = published_on(old, day) if day else self._as_it_came(old)
            return [new if each.id == article_id else each for each in articles]

        return self.read_again(dated, author=author, action="set publication date")

    def _as_it_came(self, article: Article) -> Article:
        """The article with the date that it tells itself, and with what people have said of it since."""
        first = self.project.article_as_read(article.id) or article
        return Description.found(article).of(first)

    def remove_article(self, article_id: str, *, author: str) -> int:
        """The revision after an article was taken away with all that rests on it alone; the others are read.

        Raises:
            ProjectError: the article is gone.
        """
        article = next((each for each in self.timeline().articles if each.id == article_id), None)
        if article is None:
            raise ProjectError("This article is not in the project any more: reload the page.")
        note = article.title or article.source
        if self.reread is None:
            going = Leaving(frozenset({article_id}))
            return self.project.add_reading(
                Timeline(), author=author, action="remove article", note=note, leaving=going
            )
        return self.read_again(
            lambda there: [each for each in there if each.id != article_id],
            author=author, action="remove article", note=note,
        )  # fmt: skip

    def start_anew(self, *, author: str) -> int:
        """The revision after everything was taken out of the timeline; undo brings it back.

        Raises:
            ProjectError: the project cannot be written.
        """
        there = frozenset(each.id for each in self.timeline().articles)
        return self.project.add_reading(
            Timeline(), author=author, action="start anew", leaving=Leaving(there, anew=True)
        )

    def read_again(
        self,
        wanted: Callable[[Sequence[Article]], Sequence[Article]],
        *,
        author: str,
        action: str,
        note: str = "",
        unwanted: Callable[[Timeline], Collection[str]] | None = None,
        anew: bool = False,
        progress: Progress | None = None,
    ) -> int:
        """The revision after the wanted articles, made of those that are there, were read together.

        Reading takes its time: if somebody changed an article meanwhile, it begins anew.

        Args:
            wanted: Which articles shall be there; what is not among them is taken away.
            author: Who does it.
            action: What the step is called.
            note: What it was done to.
            unwanted: Which events of the reading are deleted in the same step.
            anew: Whether another timeline begins: nothing that people made stays.
            progress: Told how far the reading is; what it raises ends it.

        Raises:
            ProjectError: nothing can be read again here, or the project cannot be written.
        """
        if self.reread is None:
            raise ProjectError("No article can be added here.")
        for last in (False, False, True):
            since = self.revision()
            there = self.timeline().articles
            articles = wanted(there)
            if tuple(articles) == there and not anew:
                break
            try:
                timeline = self.reread(articles, progress=progress) if progress else self.reread(articles)
                leaving = Leaving(
                    frozenset(each.id for each in there) - {each.id for each in articles},
                    frozenset(unwanted(timeline) if unwanted else ()),
                    anew,
                )
                return self.project.add_reading(
                    timeline, author=author, action=action, note=note, since=since, leaving=leaving
                )
            except ConflictError:
                if last:
                    raise
        return self.revision()


def published_on(article: Article, day: date) -> Article:
    """The article with that day as the publication date given; a guess that is confirmed is given too."""
    return replace(
        article,
        published=day,
        published_from=PublishedFrom.GIVEN,
        published_confidence=1.0,
        published_precision=Granularity.DAY,
        published_reason="",
    )
