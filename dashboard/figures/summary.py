"""A chart in words, for those who do not see it. Called by the app and the exports."""

from collections import Counter

from dashboard.model import Timeline
from dashboard.store import lane_of
from dashboard.timeline.groupings import lane_name
from dashboard.timeline.ties import actors_of, intensity_of, ties_of
from dashboard.wording import format_number, format_when, message

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
    tops = {each: lane_of(timeline, each) for each in timeline.actors}
    lanes = Counter(
        lane
        for event in events
        for lane in {tops.get(each.actor, "") for each in event.participants}
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


def view_summary(view: str, timeline: Timeline, shown: Timeline, language: str) -> str:
    """The alternative text of another view of the shown events: network, matrix or map."""
    if not shown.events:
        return message("Timeline without events.", language)
    return _VIEWS[view](timeline, shown, language)


def _network(timeline: Timeline, shown: Timeline, language: str) -> str:
    ties = ties_of(timeline, shown)
    said = [
        message("Network of {actors} actors and {ties} ties.", language,
                actors=len(actors_of(timeline, shown)), ties=len(ties))
    ]  # fmt: skip
    named = [[lane_name(timeline, "actor", lane, language) for lane in (tie.one, tie.other)] for tie in ties]
    strongest = [f"{' – '.join(names)} ({len(tie.events)})" for names, tie in zip(named, ties, strict=True)][
        :_NAMED
    ]
    if strongest:
        said.append(message("Strongest: {names}.", language, names=", ".join(strongest)))
    return " ".join(said)


def _matrix(timeline: Timeline, shown: Timeline, language: str) -> str:
    del timeline
    mean = sum(intensity_of(event.type) for event in shown.events) / len(shown.events)
    return message(
        "Actors by periods, {total} events; their mean from conflict (−10) to cooperation (10) is {mean}.",
        language, total=len(shown.events), mean=format_number(round(mean, 1), language),
    )  # fmt: skip


def _map(timeline: Timeline, shown: Timeline, language: str) -> str:
    del timeline
    placed = [event.place for event in shown.events if event.place and event.place.lat is not None]
    names = Counter(place.name(language) for place in placed)
    most = ", ".join(f"{name} ({count})" for name, count in names.most_common(_NAMED))
    return message(
        "Map: {placed} of {total} events say where they took place. Most often: {names}.",
        language, placed=len(placed), total=len(shown.events), names=most or "–",
    )  # fmt: skip


_VIEWS = {"network": _network, "matrix": _matrix, "map": _map}
