"""A chart in words, for those who do not see it. Called by the app and the exports."""

from collections import Counter

from dashboard.model import Timeline
from dashboard.store import lane_of
from dashboard.wording import format_when, message

_NAMED = 5


def summary(timeline: Timeline, language: str) -> str:
    """The alternative text of a timeline's chart: how many events, from when to when, whose, first and last.

    ``timeline`` is the filtered one: what the chart shows.
    """
    events = timeline.events
    if not events:
        return message("Timeline without events.", language)
    count = message(
        "Timeline of {count} event", language, plural="Timeline of {count} events", count=len(events)
    )
    lanes = Counter(
        lane
        for event in events
        for lane in {lane_of(timeline, each.actor) for each in event.participants}
        if lane in timeline.actors
    )
    said = [f"{count}."]
    ranked = sorted(lanes.items(), key=lambda item: (-item[1], item[0]))
    names = [f"{timeline.actors[lane].name(language)} ({number})" for lane, number in ranked[:_NAMED]]
    if names:
        said.append(message("Most often: {names}.", language, names=", ".join(names)))
    ends = {"First: {title}, {date}.": events[0], "Last: {title}, {date}.": events[-1]}
    for said_of, event in ends.items():
        title, when = event.title(language), format_when(event.when, language)
        said.append(message(said_of, language, title=title, date=when))
    return " ".join(said)
