"""``detente explain``: for each event, the words and the rule behind every field."""

import argparse

from dashboard.cli.inputs import output_language, read_timeline
from dashboard.model import Event, Timeline


def run(arguments: argparse.Namespace) -> int:
    """0, with a paragraph printed for each event.

    Raises:
        DetenteError: something cannot be read.
    """
    timeline = read_timeline(arguments)
    language = output_language(timeline)
    if not timeline.events:
        print("No dated event was found.")
    print("\n\n".join("\n".join(_told(timeline, event, language)) for event in timeline.events))
    return 0


def _told(timeline: Timeline, event: Event, language: str) -> list[str]:
    from dashboard.wording import format_when, reason

    when = event.when
    mode = f", {event.mode}" if event.mode else ""
    lines = [
        event.title(language),
        f"  type       {event.type}{mode}; {event.status.value}; confidence {event.confidence:.2f}",
        f"  when       {format_when(when, language)} ({when.edtf})",
    ]
    if when.reason:
        lines.append(f"             {reason(when.reason, language)}")
    for participation in event.participants:
        name = timeline.actors[participation.actor].name(language)
        title = f", {participation.title}" if participation.title else ""
        lines.append(f"  {participation.role.value:<10} {name}{title}")
    if event.place:
        lines.append(f"  place      {event.place.name(language)}")
    lines += [f"  because    {reason(each, language)}" for each in event.reasons]
    for evidence in event.evidence:
        article = timeline.article(evidence.article)
        quote = " ".join(evidence.quote.split())
        where = f"{article.source or article.title}, {evidence.start} to {evidence.end}"
        lines.append(f"  words      “{quote}” ({where})")
        if evidence.expression:
            lines.append(f"  date words “{evidence.expression.text}”")
    return lines
