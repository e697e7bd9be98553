"""A chart in words, for those who do not see it. Called by the app and the exports."""

from dashboard.model import Timeline
from dashboard.store.values import place_names
from dashboard.timeline.atlas import events_of_places
from dashboard.timeline.groupings import lane_name
from dashboard.timeline.ties import actors_of, busiest, intensities_of, ties_of
from dashboard.wording import format_number, format_when, listed, message

_NAMED = 5


def summary(timeline: Timeline, language: str, whole: Timeline | None = None) -> str:
    """The alternative text of a timeline's chart: how many events, from when to when, whose, first and last.

    ``timeline`` is the filtered one, what the chart shows; ``whole`` the one that it is part of.
    """
    events = timeline.events
    if not events:
        return message("Timeline without events.", language)
    count = message(
        "Timeline of {count} event", language, plural="Timeline of {count} events", count=len(events)
    )
    ranked = [each for each in busiest(whole or timeline, timeline) if each[0] in timeline.actors]
    said = [f"{count}."]
    names = [f"{timeline.actors[lane].name(language)} ({number})" for lane, number in ranked[:_NAMED]]
    if names:
        said.append(message("Most often: {names}.", language, names=listed(names, language)))
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
        said.append(message("Strongest: {names}.", language, names=listed(strongest, language)))
    return " ".join(said)


def _matrix(timeline: Timeline, shown: Timeline, language: str) -> str:
    mean = float(intensities_of(timeline, shown).mean())
    return message(
        "Actors by periods, {total} events; their mean from conflict (−10) to cooperation (10) is {mean}.",
        language, total=format_number(len(shown.events), language),
        mean=format_number(round(mean, 1), language),
    )  # fmt: skip


def _map(timeline: Timeline, shown: Timeline, language: str) -> str:
    sites = events_of_places(timeline, shown)
    names = place_names(timeline, language)
    most = ", ".join(f"{names[place]} ({len(events)})" for place, events in list(sites.items())[:_NAMED])
    return message(
        "Map: {placed} of {total} events have a point on the map. Most often: {names}.",
        language, placed=format_number(sum(map(len, sites.values())), language),
        total=format_number(len(shown.events), language), names=most or "–",
    )  # fmt: skip


_VIEWS = {"network": _network, "matrix": _matrix, "map": _map}
