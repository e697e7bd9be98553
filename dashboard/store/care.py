"""Looking after a project's file: what is in it, whether it is sound. Called by ``project``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson

from dashboard.errors import FormatError
from dashboard.formats import read_actor
from dashboard.model import Review, Timeline
from dashboard.store.assembly import ACTOR, ARTICLE, CAST, EVENT, MACHINE, Reader
from dashboard.store.journal import DELETED, Journal


@dataclass(frozen=True, slots=True)
class Info:
    """What a project holds. ``authors`` counts the steps of each person; sizes are in bytes."""

    path: Path
    schema: int
    size: int
    revision: int
    articles: int
    events: int
    reviews: dict[str, int]
    deleted: int
    documents: dict[str, int]
    authors: dict[str, int]
    begun: datetime | None
    changed: datetime | None


def info(journal: Journal, timeline: Timeline) -> Info:
    """What a project holds now."""
    record = journal.record()
    heads = journal.entries("1 ORDER BY id")
    authors: dict[str, int] = {}
    for head in heads:
        if head.author:
            authors[head.author] = authors.get(head.author, 0) + 1
    reviews = {each.value: 0 for each in Review}
    for event in timeline.events:
        reviews[event.review.value] += 1
    files = [journal.path, journal.path.with_name(journal.path.name + "-wal")]
    return Info(
        path=journal.path,
        schema=int(journal.connection.execute("PRAGMA user_version").fetchone()[0]),
        size=sum(each.stat().st_size for each in files if each.exists()),
        revision=record.revision,
        articles=len(timeline.articles),
        events=len(timeline.events),
        reviews=reviews,
        deleted=sum(each.body == DELETED for each in record.of(EVENT).values()),
        documents={
            kind: sum(each.body is not None for each in record.of(kind).values())
            for kind in ("view", "story", "annotation")
        },
        authors=authors,
        begun=heads[0].at if heads else None,
        changed=heads[-1].at if heads else None,
    )


def check(journal: Journal) -> Sequence[str]:
    """What is wrong with a project's file, a sentence each; nothing if it is sound."""
    found = [
        f"The file is damaged: {row[0]}."
        for row in journal.connection.execute("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    if found:
        return found
    loose = journal.connection.execute("PRAGMA foreign_key_check").fetchall()
    found += [f"A row of {row[0]} points at nothing." for row in loose]
    gaps = journal.connection.execute(
        "SELECT kind, key FROM version GROUP BY kind, key HAVING max(number) != count(*)"
    )
    found += [f"A version of the {kind} {key!r} is missing." for kind, key in gaps]
    return [*found, *_unreadable(journal)]


def _unreadable(journal: Journal) -> Iterator[str]:
    reader = Reader(journal.record())
    try:
        known = reader.actors()
    except (FormatError, ValueError) as error:
        yield f"An actor cannot be read: {error}"
        return
    for row in journal.rows("body IS NOT NULL ORDER BY kind, key, number"):
        body = row.body or ""
        try:
            if row.kind in {MACHINE, EVENT}:
                reader.event_of(body, known)
            elif row.kind == ARTICLE:
                reader.article_of(row.key, body)
            elif row.kind in {CAST, ACTOR}:
                read_actor(orjson.loads(body))
            else:
                orjson.loads(body)
        except (FormatError, ValueError, KeyError) as error:
            yield f"Version {row.number} of the {row.kind} {row.key!r} cannot be read: {error}"
