"""The events as a printed table: a figure of rows, for pictures of the table. Called by ``export``."""

from typing import Any

from dashboard.figures.drawing import Trace, lines, texts
from dashboard.figures.frame import Look, framed, note
from dashboard.figures.legend import sheet
from dashboard.figures.texts import breaks, escaped
from dashboard.figures.themes import Theme
from dashboard.model import Timeline
from dashboard.timeline.listing import HEAD, SIZE, Column, Listing, Piece, lay_out_listing
from dashboard.wording import RIGHT_TO_LEFT, format_number, message


def listing_figure(
    shown: Timeline,
    look: Look,
    *,
    width: float,
    most: int,
) -> dict[str, Any]:
    """The figure of a table of events, of its own height; from right to left where the language is.

    Args:
        shown: The filtered timeline.
        look: Theme and language, and what stands around it.
        width: In pixels.
        most: How many events get a row; it says so where there are more.
    """
    colours, language = look.colours, look.language
    placed = lay_out_listing(shown, width=width, language=language, most=most)
    turned = width if language in RIGHT_TO_LEFT else None
    data = [*_rules(placed, colours), *_words(placed, colours, turned)]
    notes, end = [], placed.bottom + 6.0
    if not placed.rows:
        words = escaped(message("No event to show", language))
        notes.append(note(width / 2, HEAD + 20, words, SIZE, colours.muted, anchor="center"))
        end += 60.0
    elif len(placed.rows) < placed.total:
        said = message("{shown} of {total} events in the table", language,
                       shown=format_number(len(placed.rows), language),
                       total=format_number(placed.total, language))  # fmt: skip
        notes.append(note(placed.right, end, escaped(said), 12.0, colours.muted, anchor="right"))
        end += 22.0
    frame = framed(placed, look)
    return sheet(data, notes, frame, placed, colours, width=width, top=0.0, end=end)


def _rules(placed: Listing, theme: Theme) -> list[Trace]:
    head = [[(placed.left, HEAD), (placed.right, HEAD)]]
    rows = [[(placed.left, row.bottom), (placed.right, row.bottom)] for row in placed.rows]
    return [lines(rows, theme.grid, 1.0), lines(head, theme.leader, 1.2)]


def _words(placed: Listing, theme: Theme, turned: float | None) -> list[Trace]:
    def at(column: Column) -> float:
        return column.left if turned is None else turned - column.left

    side = "bottom right" if turned is None else "bottom left"
    heads = [(at(each), 6.0, f"<b>{escaped(each.name)}</b>") for each in placed.columns]
    found = [texts(heads, size=12, colour=theme.muted, position=side)]
    pieces = [piece for row in placed.rows for piece in row.pieces]
    looks = {
        theme.text: [each for each in pieces if not each.quiet],
        theme.muted: [each for each in pieces if each.quiet],
    }
    for colour, alike in looks.items():
        said = [(at(each.column), each.y + 1.5, _said(each)) for each in alike]
        found.append(texts(said, size=SIZE, colour=colour, position=side))
    return found


def _said(piece: Piece) -> str:
    words = breaks(piece.lines)
    return f"<b>{words}</b>" if piece.strong else words
