"""Events on a map as a figure: places, and lines between states. Called by app and exports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.answers import Answer, answering, tie_aim
from dashboard.figures.drawing import Ring, Trace, circle_ring, fills, lines, texts, trace
from dashboard.figures.frame import Look, Margins, framed, note
from dashboard.figures.legend import QUADS, Entry, box, key_lines, quad_look, sample, sheet
from dashboard.figures.texts import breaks, card, escaped
from dashboard.figures.themes import Theme, faded
from dashboard.model import Event, Timeline
from dashboard.store.columns import by_id
from dashboard.timeline.atlas import NAME_SIZE, Atlas, Bond, Site, lay_out_atlas
from dashboard.timeline.measure import REGULAR, wrap
from dashboard.wording import format_number, message

_WIDEST = 6.0


def map_figure(
    timeline: Timeline,
    look: Look,
    shown: Timeline | None = None,
    *,
    width: float,
    height: float,
) -> dict[str, Any]:
    """The figure of the map, in pixels; outlines are in it, so that nothing is fetched to draw it.

    Points carry what a click leads to as customdata: an event's id, or changes of the address.

    Args:
        timeline: The whole affair: the part of the world rests on it.
        look: Theme, language, what to bring out and what stands around it.
        shown: The filtered timeline; all of it by default.
        width: In pixels.
        height: Of the map itself; key and frame come on top.
    """
    colours, language = look.colours, look.language
    seen = shown or timeline
    placed = lay_out_atlas(timeline, seen, width=width, height=height, language=language)
    sides = Margins(2.0, width - 2.0, width < 600)
    key, tall = key_lines(_entries(placed, colours, language), sides, height + 4, colours)
    events = by_id(timeline)
    data = [
        fills([box(0, 0, width, height)], colours.band),
        fills(placed.land, colours.land, colours.leader, 0.6),
        *_bonds(placed, colours, look.selected),
        *_sites(placed, colours, look.selected),
        *_answers(placed, events, seen, colours, language),
        *key,
    ]
    said = message("{placed} of {total} events have a point on the map", language,
                   placed=format_number(placed.placed, language),
                   total=format_number(placed.shown, language))  # fmt: skip
    named = message("{named} of {total} places named", language,
                    named=format_number(len(placed.names), language),
                    total=format_number(len(placed.sites), language))  # fmt: skip
    words = said if len(placed.names) == len(placed.sites) else f"{said} · {named}"
    told = wrap(words, width - 8, 12.0, REGULAR, 3)
    notes = [note(sides.right, height + 4 + tall, breaks(told), 12.0, colours.muted, anchor="right")]
    end = height + 4 + tall + 6 + 16 * len(told)
    frame = framed(sides, look)
    return sheet(data, notes, frame, sides, colours, width=width, top=0.0, end=end)


def _entries(placed: Atlas, theme: Theme, language: str) -> list[Entry]:
    found: list[Entry] = []
    if placed.sites:
        found.append(
            (lambda x, y: [_disc([(x + 8, y)], [12.0], theme)], message("events, by number", language))
        )
    quads = [quad for quad in QUADS if any(bond.tie.quad == quad for bond in placed.bonds)]
    found += [(sample(theme, quad), message(QUADS[quad][2], language)) for quad in quads]
    if placed.anchors:
        said = message("a capital, only as its state’s end of a line", language)
        found.append((lambda x, y: [_anchors([(x + 8, y)], theme)], said))
    return found


def _disc(points: Sequence[tuple[float, float]], sizes: Sequence[float], theme: Theme) -> Trace:
    return trace(
        mode="markers", x=[x for x, _ in points], y=[y for _, y in points],
        marker={
            "size": list(sizes), "color": faded(theme.accent, 0.55), "opacity": 1,
            "line": {"width": 1.5, "color": theme.accent},
        },
    )  # fmt: skip


def _anchors(points: Sequence[tuple[float, float]], theme: Theme) -> Trace:
    return trace(
        mode="markers", x=[x for x, _ in points], y=[y for _, y in points],
        marker={
            "size": 6, "symbol": "square", "color": theme.paper, "opacity": 1,
            "line": {"width": 1.5, "color": theme.muted},
        },
    )  # fmt: skip


def _bonds(placed: Atlas, theme: Theme, selected: str | None) -> list[Trace]:
    alike: dict[tuple[str, float], list[Ring]] = defaultdict(list)
    for bond in placed.bonds:
        width = min(_WIDEST, round(1.2 + 0.9 * (len(bond.tie.events) - 1) ** 0.6, 1))
        alike[bond.tie.quad, width].append(bond.line)
    chosen = [bond.line for bond in placed.bonds if selected in bond.tie.events]
    found = [lines(chosen, theme.accent_soft, 9.0)] if chosen else []
    for (quad, width), rings in alike.items():
        colour, dash = quad_look(theme, quad)
        found.append(lines(rings, colour, width, dash))
    return [*found, _anchors(placed.anchors, theme)]


def _sites(placed: Atlas, theme: Theme, selected: str | None) -> list[Trace]:
    sites = placed.sites
    rings = [circle_ring(each.x, each.y, each.radius + 4) for each in sites if selected in each.events]
    counts = [
        (each.x, each.y, str(len(each.events))) for each in sites if len(each.events) > 1 and each.radius > 8
    ]
    names = [(each.x, each.y, f"<b>{escaped(each.text)}</b>") for each in placed.names]
    return [
        _disc([(each.x, each.y) for each in sites], [2 * each.radius for each in sites], theme),
        lines(rings, theme.accent, 2.4),
        texts(counts, size=11, colour=theme.text),
        texts(names, size=NAME_SIZE, colour=theme.text, position="middle right"),
    ]


def _answers(
    placed: Atlas, events: Mapping[str, Event], shown: Timeline, theme: Theme, language: str
) -> list[Trace]:
    points: list[Answer] = []
    for bond in placed.bonds:
        said, aim = _bond_card(bond, events, shown, language), tie_aim(bond.tie)
        points += [(x, y, said, aim) for x, y in bond.line[3:-3:2]]
    for site in placed.sites:
        aim = site.events[0] if len(site.events) == 1 else {"place": list(site.places)}
        points.append((site.x, site.y, _site_card(site, events, shown, language), aim))
    return [answering(points, theme, 16)]


def _bond_card(bond: Bond, events: Mapping[str, Event], shown: Timeline, language: str) -> str:
    tie = bond.tie
    if len(tie.events) == 1:
        return card(events[tie.events[0]], shown, language, brief=True)
    names = " – ".join(shown.actors[each].name(language) for each in (tie.one, tie.other))
    count = len(tie.events)
    said = message("{count} event", language, plural="{count} events", count=count)
    return f"<b>{escaped(names)}</b><br>{escaped(said)}"


def _site_card(site: Site, events: Mapping[str, Event], shown: Timeline, language: str) -> str:
    if len(site.events) == 1:
        return card(events[site.events[0]], shown, language, brief=True)
    said = message("{count} event", language, plural="{count} events", count=len(site.events))
    return f"<b>{escaped(site.name)}</b><br>{escaped(said)}"
