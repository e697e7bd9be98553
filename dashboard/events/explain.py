"""Why each event is as it is, in words: for ``detente explain`` and for whoever doubts a field."""

from dashboard.events.ontology import modes, types
from dashboard.model import Event, Timeline
from dashboard.wording import format_when, message, reason


def explain(timeline: Timeline, language: str) -> str:
    """A text that shows, for each event, its fields, the rule and words behind them, and its quotes."""
    if not timeline.events:
        return message("No event was found.", language)
    return "\n\n".join(_told(timeline, event, language) for event in timeline.events)


def _told(timeline: Timeline, event: Event, language: str) -> str:
    colon = " :" if language == "fr" else ":"

    def line(head: str, value: str) -> str:
        return f"  {message(head, language)}{colon} {value}"

    kind = types()[event.type].label(language)
    if event.mode:
        kind = f"{kind}, {modes()[event.mode].get(language, event.mode)}"
    lines = [
        f"{event.title(language)} [{event.id}]",
        line("Date", f"{format_when(event.when, language)} ({event.when.edtf})"),
        line("Type", f"{kind} ({event.type})"),
        line("Status", message(event.status.value, language)),
    ]
    if event.when.reason:
        lines.append(line("Date understood by", reason(event.when.reason, language)))
    for one in event.participants:
        actor = timeline.actors.get(one.actor)
        named = actor.name(language) if actor else one.actor
        title = f" ({one.title})" if one.title else ""
        lines.append(line(one.role.value, f"{named}{title}"))
    if event.place is not None:
        lines.append(line("Place", event.place.name(language)))
    lines.append(line("Confidence", f"{event.confidence:.2f}"))
    lines += [f"  - {reason(said, language)}" for said in event.reasons]
    for told in event.evidence:
        when = f" [{told.expression.text}]" if told.expression else ""
        opening, closing = ("« ", " »") if language == "fr" else ("“", "”")
        lines.append(f"  {opening}{' '.join(told.quote.split())}{closing}{when}")
    return "\n".join(lines)
