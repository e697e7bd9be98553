"""What people made of a reading, in words: each corrected field, by whom, and what the machine had read.

Called by the evidence panel and the form.
"""

from collections.abc import Sequence

from dashboard.app.acting import READER
from dashboard.app.curate.telling import changed
from dashboard.model import Event, Review
from dashboard.store import Project, Step
from dashboard.store.edits import differences
from dashboard.wording import format_list, format_share, format_when, message, quoted


def corrections(project: Project, event: Event, language: str) -> dict[str, str]:
    """For each field that says something else than the machine read: who corrected it, and what was read."""
    machine = project.machine(event.id)
    if machine is None or event.review is Review.UNREVIEWED:
        return {}
    steps, actors = project.history(event.id), project.actors()
    return {
        field: message(
            "corrected by {who}; the machine read {value}",
            language,
            who=named(changed_by(steps, field), language),
            value=_when(machine, language) if field == "when" else read,
        )
        for field, read, _now in changed(machine, event, actors, language)
    }


def checked(project: Project, event: Event, language: str) -> tuple[str, str]:
    """Who checked an event, and how sure the machine was; "" for what is not so."""
    if event.review is Review.UNREVIEWED:
        return "", ""
    steps = project.history(event.id)
    who = named(steps[0].author if steps else "", language)
    machine = project.machine(event.id)
    if event.review is Review.MANUAL or machine is None:
        return message("made by {who}", language, who=who), ""
    share = format_share(machine.confidence, language)
    return (
        message("checked by {who}", language, who=who),
        message("the machine’s reading: {share}", language, share=share),
    )


def changed_by(steps: Sequence[Step], field: str) -> str:
    """Who gave a field what it says now: ``steps`` are an event's, newest first."""
    for step in steps:
        for edit in step.edits:
            if edit.before and edit.after and field in differences(edit.before, edit.after):
                return step.author
    return steps[0].author if steps else ""


def named(author: str, language: str) -> str:
    """An author as people read it: those who gave no name are "a reader"."""
    return author if author and author != READER else message("a reader", language)


def _when(machine: Event, language: str) -> str:
    """The date that the machine read, with the words that gave it."""
    when = format_when(machine.when, language)
    words = dict.fromkeys(each.expression.text for each in machine.evidence if each.expression)
    if not words:
        return when
    said = format_list([quoted(each, language) for each in words], language)
    return message("{date}, from the words {words}", language, date=when, words=said)
