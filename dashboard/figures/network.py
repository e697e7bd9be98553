"""The network of actors as a figure: who had to do with whom, how often, in what way. For app and exports."""

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dashboard.figures.answers import Answer, answering, tie_aim
from dashboard.figures.drawing import Ring, Trace, circle_ring, fills, lines, texts, trace
from dashboard.figures.frame import Look, Margins, framed, note
from dashboard.figures.legend import QUADS, box, key_lines, quad_look, sample, sheet
from dashboard.figures.texts import breaks, card, escaped
from dashboard.figures.themes import Theme, faded, is_second, lane_colour
from dashboard.model import Event, Timeline
from dashboard.store.columns import by_id
from dashboard.timeline.measure import BOLD, measure
from dashboard.timeline.network import LINE, NAME_SIZE, Network, Node, lay_out_network
from dashboard.timeline.ties import Tie
from dashboard.wording import format_number, message

_WIDEST = 9.0
_HITS = 5


def network_figure(
    timeline: Timeline,
    look: Look,
    shown: Timeline | None = None,
    *,
    width: float,
    height: float,
) -> dict[str, Any]:
    """The figure of the actor network, in pixels.

    Points carry what a click leads to as customdata: an event's id, or changes of the address.

    Args:
        timeline: The whole affair: places and colours rest on it.
        look: Theme, language, what to bring out and what stands around it.
        shown: The filtered timeline; all of it by default.
        width: In pixels.
        height: Of the network itself; key and frame come on top.
    """
    colours, language = look.colours, look.language
    seen = shown or timeline
    placed = lay_out_network(timeline, seen, width=width, height=height, language=language)
    sides = Margins(8.0, width - 8.0, width < 600)
    quads = [quad for quad in QUADS if any(tie.quad == quad for tie in placed.ties)]
    entries = [(sample(colours, quad), message(QUADS[quad][2], language)) for quad in quads]
    key, tall = key_lines(entries, sides, height, colours)
    data = [
        *_ties(placed, colours, look.selected),
        *_nodes(placed, colours, look.selected),
        *_answers(placed, by_id(timeline), seen, colours, language),
        *key,
    ]
    said = _counted(placed, language)
    notes = (
        [note(sides.right, height + tall, escaped(said), 12.0, colours.muted, anchor="right")] if said else []
    )
    if not placed.nodes:
        words = escaped(message("No actor to show", language))
        notes.append(note(width / 2, height / 2, words, 13.0, colours.muted, anchor="center"))
    end = height + tall + (20.0 if said else 0.0)
    frame = framed(sides, look)
    return sheet(data, notes, frame, sides, colours, width=width, top=0.0, end=end)


def _counted(placed: Network, language: str) -> str:
    if len(placed.nodes) == placed.actors:
        return ""
    return message(
        "{shown} of {total} actors shown, those of most events",
        language, shown=format_number(len(placed.nodes), language),
        total=format_number(placed.actors, language),
    )  # fmt: skip


def _line(placed: Network, tie: Tie) -> Ring:
    one, other = placed.node(tie.one), placed.node(tie.other)
    return [(one.x, one.y), (other.x, other.y)]


def _width(tie: Tie) -> float:
    return min(_WIDEST, round(1.2 + 1.3 * math.pow(len(tie.events) - 1, 0.6), 1))


def _ties(placed: Network, theme: Theme, selected: str | None) -> list[Trace]:
    alike: dict[tuple[str, float], list[Ring]] = defaultdict(list)
    for tie in placed.ties:
        alike[tie.quad, _width(tie)].append(_line(placed, tie))
    chosen = [_line(placed, tie) for tie in placed.ties if selected in tie.events]
    strongest = max((_width(tie) for tie in placed.ties if selected in tie.events), default=0.0)
    found = [lines(chosen, theme.accent_soft, strongest + 8.0)] if chosen else []
    for (quad, width), rings in alike.items():
        colour, dash = quad_look(theme, quad)
        found.append(lines(rings, colour, width, dash))
    counts = []
    for tie in placed.ties:
        if len(tie.events) > 1:
            (x0, y0), (x1, y1) = _line(placed, tie)
            counts.append(((x0 + x1) / 2, (y0 + y1) / 2, str(len(tie.events))))
    dots = trace(
        mode="markers", x=[x for x, _, _ in counts], y=[y for _, y, _ in counts],
        marker={"size": 18, "color": theme.paper, "opacity": 1, "line": {"width": 0}},
    )  # fmt: skip
    return [*found, dots, texts(counts, size=11, colour=theme.muted)]


def _nodes(placed: Network, theme: Theme, selected: str | None) -> list[Trace]:
    nodes = placed.nodes
    rings = [circle_ring(each.x, each.y, each.radius + 4) for each in nodes if selected in each.events]
    cores = [each for each in nodes if is_second(each.lane, each.slot)]
    grounds = [line for each in nodes for line in each.lines()]
    names = [(x, y, f"<b>{breaks([line])}</b>") for x, y, line in grounds]
    return [
        trace(
            mode="markers", x=[each.x for each in nodes], y=[each.y for each in nodes],
            marker={
                "size": [2 * each.radius for each in nodes],
                "color": [_colour(each, theme) for each in nodes],
                "opacity": 1, "line": {"width": 2, "color": theme.paper},
            },
        ),
        trace(
            mode="markers", x=[each.x for each in cores], y=[each.y for each in cores],
            marker={"size": 7, "color": theme.paper, "opacity": 1, "line": {"width": 0}},
        ),
        lines(rings, theme.accent, 2.4),
        fills([_under(x, y, words) for x, y, words in grounds], faded(theme.paper, 0.85)),
        texts(names, size=NAME_SIZE, colour=theme.text),
    ]  # fmt: skip


def _under(x: float, y: float, words: str) -> Ring:
    """The ground of a name, on which the lines behind it are faint."""
    half = measure(words, NAME_SIZE, BOLD) / 2 + 2
    return box(x - half, y - LINE / 2, x + half, y + LINE / 2)


def _colour(node: Node, theme: Theme) -> str:
    """The colour of the actor's lane; grey for one that has none, because events only touch it."""
    return theme.others if node.slot < 0 else lane_colour(theme, node.lane, node.slot)


def _answers(
    placed: Network, events: Mapping[str, Event], shown: Timeline, theme: Theme, language: str
) -> list[Trace]:
    """Unseen points that answer to the pointer: discs filter by their actor, lines by both of theirs."""
    points: list[Answer] = []
    for tie in placed.ties:
        (x0, y0), (x1, y1) = _line(placed, tie)
        said, aim = _tie_card(placed, tie, events, shown, language), tie_aim(tie)
        for at in range(1, _HITS + 1):
            share = at / (_HITS + 1)
            points.append((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, said, aim))
    points += [
        (each.x, each.y, _node_card(each, language), {"actor": [each.lane], "match": None})
        for each in placed.nodes
    ]
    return [answering(points, theme, 16)]


def _tie_card(placed: Network, tie: Tie, events: Mapping[str, Event], shown: Timeline, language: str) -> str:
    if len(tie.events) == 1:
        return card(events[tie.events[0]], shown, language, brief=True)
    names = " – ".join(" ".join(placed.node(lane).name) for lane in (tie.one, tie.other))
    count = len(tie.events)
    said = message("{count} event", language, plural="{count} events", count=count)
    mostly = message("mostly {kind}", language, kind=message(QUADS[tie.quad][2], language))
    return f"<b>{escaped(names)}</b><br>{escaped(said)} · {escaped(mostly)}"


def _node_card(node: Node, language: str) -> str:
    said = message("{count} event", language, plural="{count} events", count=len(node.events))
    return f"<b>{breaks(node.name)}</b><br>{escaped(said)}"
