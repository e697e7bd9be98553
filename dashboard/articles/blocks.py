"""A text's paragraphs, each told what it is: title, heading, body, caption, byline, boilerplate.

Called by ``reading`` for plain text and for what a page holds. The text itself is never changed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dashboard.articles.cues import cues, normal, notice_of
from dashboard.model import Block, BlockKind

_WRAP_LIMIT = 130
"""Lines longer than this were not wrapped by hand: each line is a paragraph."""
_TITLE_WORDS = 35
_HEADING_WORDS = 14
_ENDS_SENTENCE = re.compile(r"[.!?…;:,][\"'»”’)\] ]{0,4}$")
_ENTRY = re.compile(  # "3 March 2014 - ", "March 3, 2014: ", "03/03/2014 "
    r"(?:\d{1,2}[\w.]{0,2} [^\W\d]{3,9}\.? \d{4}|[^\W\d]{3,9}\.? \d{1,2}, \d{4}) ?[:–—-] ?\w"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4} ?[:–—-]? ?[^\W\d]"
)
_YEARLY_ENTRY = re.compile(r"(?:[^\W\d]{3,9}\.? )?\d{4} ?[:–—-] ?[^\W\d]")  # "2014 - ", "May 2014: "
_BULLET = re.compile(r"[-–—•*▪●]|\d{1,2}[.)]\s")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HOUR = re.compile(r"(?<!\d)\d{1,2}[:.hH]\d\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_DATE = 120
"""The most letters of a line that is only a date, with the names beside it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text on its way to become a block; ``group`` counts runs without a blank line."""

    start: int
    end: int
    text: str
    group: int
    kind: BlockKind | None = None
    label: str = ""


def find_blocks(text: str, *, title: str = "") -> tuple[Block, ...]:
    """The blocks of a plain text, in order. ``title`` is the title, where it is already known."""
    return classify(_paragraphs(text), title=title)


def placed(
    parts: Sequence[tuple[str, BlockKind | None]], *, title: str = ""
) -> tuple[str, tuple[Block, ...]]:
    """Paragraphs as one text, apart by a blank line, and its blocks; None is a kind to be found."""
    found, position = [], 0
    for group, (line, kind) in enumerate(parts):
        found.append(Paragraph(position, position + len(line), line, group, kind))
        position += len(line) + 2
    return "\n\n".join(line for line, _ in parts), classify(found, title=title)


def classify(paragraphs: Sequence[Paragraph], *, title: str = "") -> tuple[Block, ...]:
    """The blocks of paragraphs; a paragraph whose ``kind`` is set keeps it."""
    found = [_by_cues(paragraph) for paragraph in paragraphs]
    _mark_title(found, title)
    _mark_repeated_title(found)
    _mark_captions(found)
    _mark_datelines_under_title(found)
    _mark_link_lists(found)
    _mark_headings(found)
    _mark_between_notices(found)
    _mark_dangling_headings(found)
    _keep_some_body(found)
    return tuple(Block(p.kind or BlockKind.BODY, p.start, p.end) for p in found)


def _paragraphs(text: str) -> list[Paragraph]:
    """Lines, or runs of lines where the text was wrapped by hand."""
    lines: list[tuple[int, int, int]] = []
    position, group = 0, 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped)
            lines.append((start, start + len(stripped), group))
        else:
            group += 1
        position += len(line) + 1
    joined = _unwrapped(text, lines)
    return [Paragraph(start, end, text[start:end], group) for start, end, group in joined]


def _unwrapped(text: str, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    widths = [end - start for start, end, _ in lines]
    if not widths or max(widths) > _WRAP_LIMIT:
        return lines
    inner = [end - start for (start, end, group), following in pairwise(lines) if following[2] == group]
    if len(inner) < 3 or median(inner) < 45:
        return lines
    width = sorted(inner)[len(inner) * 9 // 10]
    joined = [lines[0]]
    for previous, current in pairwise(lines):
        line, following = text[previous[0] : previous[1]], text[current[0] : current[1]]
        room = width - len(line)
        # a wrapped line is one to which the next word could not be added
        full = len(line) >= width * 0.6 and len(following.split(maxsplit=1)[0]) >= room
        if current[2] == previous[2] and full and not _stands_alone(following):
            joined[-1] = (joined[-1][0], current[1], current[2])
        else:
            joined.append(current)
    return joined


def _stands_alone(line: str) -> bool:
    """Whether a line is a list's item, a chronicle's entry, a notice or a byline."""
    plain = normal(line)
    listed = _BULLET.match(line) or _ENTRY.match(line) or _YEARLY_ENTRY.match(line)
    return bool(listed or notice_of(plain) or _is_byline(plain))


def _by_cues(paragraph: Paragraph) -> Paragraph:
    if paragraph.kind not in {None, BlockKind.BODY}:
        return paragraph
    line = normal(paragraph.text)
    label = notice_of(line)
    if label:
        return replace(paragraph, kind=BlockKind.BOILERPLATE, label=label)
    if _is_byline(line) and paragraph.text.lstrip("(-–—| ")[:1].isupper():
        return replace(paragraph, kind=BlockKind.BYLINE, label="byline")
    if len(line.split()) <= 60 and line.startswith(cues().caption_starts):
        return replace(paragraph, kind=BlockKind.CAPTION, label="caption")
    if len(line.split()) <= 45 and cues().credit.search(line):
        return replace(paragraph, kind=BlockKind.CAPTION, label="credit")
    if not any(character.isalnum() for character in line):
        return replace(paragraph, kind=BlockKind.BOILERPLATE, label="rule")
    return paragraph


def _is_byline(line: str) -> bool:
    line = line.lstrip("(-–—| ")
    words, bare = line.split(), line.rstrip(" .)-–—|")
    if bare in cues().byline_exact or (len(words) <= 6 and bare.endswith(cues().byline_ends)):
        return True
    if len(words) > 25:
        return False
    if any(
        line == cue or line.startswith((f"{cue} ", f"{cue}:") if cue[-1] != ":" else cue)
        for cue in cues().byline_starts
    ):
        return True
    return len(words) <= 12 and not _ENDS_SENTENCE.search(line) and _names_author(words)


def _names_author(words: list[str]) -> bool:
    line = " ".join(words)
    lead = next((cue for cue in cues().byline_names if line.startswith(f"{cue} ")), None)
    # an author's name is at least two words; "par ailleurs" and "by then" are no names
    return lead is not None and len(words) - len(lead.split()) >= 2


def _mark_title(found: list[Paragraph], title: str) -> None:
    wanted = normal(title)
    for place, paragraph in enumerate(found[:12]):
        if wanted and normal(paragraph.text) == wanted:
            found[place] = replace(paragraph, kind=BlockKind.TITLE)
            return
    if wanted or any(p.kind is BlockKind.TITLE for p in found):
        return
    head = _head(found)
    for number, place in enumerate(head):
        paragraph = found[place]
        words = len(paragraph.text.split())
        follows = [found[later] for later in head[number + 1 :]]
        # a word alone, or two on the line above another, is a section or a button, not yet the title
        section = words == 1 or (words == 2 and follows and follows[0].group == paragraph.group)
        if section and any(len(p.text.split()) > words for p in follows):
            found[place] = replace(paragraph, kind=BlockKind.BOILERPLATE, label="menu")
            continue
        if any(p.kind in {None, BlockKind.BODY} for p in found[place + 1 :]):
            found[place] = replace(paragraph, kind=BlockKind.TITLE)
        return


def _head(found: list[Paragraph]) -> list[int]:
    """Where the lines stand that may be the title: those before the first sentence."""
    head = []
    for place, paragraph in enumerate(found[:20]):
        if paragraph.kind is not None:
            continue
        ends = _ENDS_SENTENCE.search(paragraph.text)
        said = ends is not None and ends[0][0] in ".;,:…"
        if said or len(paragraph.text.split()) > _TITLE_WORDS:
            break
        if not _is_date(paragraph):
            head.append(place)
    return head


def _mark_repeated_title(found: list[Paragraph]) -> None:
    title = next((normal(p.text) for p in found if p.kind is BlockKind.TITLE), "")
    seen = False
    for place, paragraph in enumerate(found):
        if paragraph.kind is BlockKind.TITLE:
            seen = True
            continue
        line = normal(paragraph.text)
        if not (seen and title and line.startswith(title)):
            continue
        rest = line[len(title) :]
        credit = cues().credit.search(rest.strip())
        if not rest.strip(" .") or (credit and not rest[: credit.start()].strip(" .-–—|(")):
            label = "credit" if credit else "repeated"
            found[place] = replace(paragraph, kind=BlockKind.BOILERPLATE, label=label)


def _mark_captions(found: list[Paragraph]) -> None:
    """A short line beside a photo credit, with no blank line between, belongs to the photo."""
    for place, paragraph in enumerate(found):
        if paragraph.label != "credit":
            continue
        line = normal(paragraph.text)
        credit = cues().credit.search(line)
        only_credit = paragraph.kind is BlockKind.BOILERPLATE or (credit is not None and credit.start() <= 1)
        if not only_credit:
            continue
        for beside in (place + 1, place - 1):
            if not 0 <= beside < len(found):
                continue
            other = found[beside]
            near = other.group == paragraph.group and other.kind is None
            if near and len(other.text.split()) <= 30 and not other.text.rstrip().endswith("."):
                found[beside] = replace(other, kind=BlockKind.CAPTION, label="caption")
                break


def _mark_datelines_under_title(found: list[Paragraph]) -> None:
    """A line near the title that is nothing but a date (and an hour, an agency) is the byline."""
    titles = [place for place, p in enumerate(found) if p.kind is BlockKind.TITLE]
    first = titles[0] if titles else 0
    chronicle = _chronicle(found)
    for place in range(max(0, first - 2), min(len(found), first + 5)):
        paragraph = found[place]
        if place in chronicle or paragraph.kind not in {None, BlockKind.BODY}:
            continue
        numbers = _NUMBER.findall(paragraph.text)
        timed = len(numbers) >= 3 and _HOUR.search(paragraph.text)
        if _is_date(paragraph) or (timed and len(_WORD.findall(paragraph.text)) <= 4):
            found[place] = replace(paragraph, kind=BlockKind.BYLINE, label="date")


def _is_date(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a date with its year, and perhaps an hour or an agency."""
    numbers = _NUMBER.findall(paragraph.text) if len(paragraph.text) < _LONGEST_DATE else []
    return bool(
        len(numbers) >= 2 and _YEAR.search(paragraph.text) and len(_WORD.findall(paragraph.text)) <= 4
    )


def _chronicle(found: Sequence[Paragraph]) -> set[int]:
    """Where the dates stand that head the entries of a chronicle: several, each over what happened then.

    The first is the day of publication instead, if its year is after that of every other.
    """
    heads = [
        (place, max(int(year) for year in _YEAR.findall(one.text)))
        for place, (one, below) in enumerate(pairwise(found))
        if one.kind in {None, BlockKind.BODY}
        and _is_date(one)
        and not _HOUR.search(one.text)
        and _is_prose(below)
    ]
    if len(heads) > 1 and heads[0][1] > max(year for _, year in heads[1:]):
        heads = heads[1:]
    return {place for place, _ in heads} if len(heads) > 1 else set()


def _mark_link_lists(found: list[Paragraph]) -> None:
    """Under a bare "Related stories", the short lines are other articles' titles."""
    prose = next((place for place, p in enumerate(found) if p.kind is None and _is_prose(p)), len(found))
    for place, paragraph in enumerate(found):
        # above the article such a line is a menu's, and the title may follow
        if place < prose or paragraph.label != "links" or len(paragraph.text.split()) > 6:
            continue
        for below in range(place + 1, len(found)):
            other = found[below]
            same_group = other.group == paragraph.group
            next_alone = below == place + 1 and not paragraph.text.rstrip().endswith((".", "»"))
            bare = paragraph.text.rstrip().endswith(":") or same_group
            if other.kind is not None or not bare or not (same_group or next_alone) or _is_prose(other):
                break
            found[below] = replace(other, kind=BlockKind.BOILERPLATE, label="links")


def _is_prose(paragraph: Paragraph) -> bool:
    return len(paragraph.text.split()) > 25 or paragraph.text.rstrip('»”" ').endswith(".")


def _mark_headings(found: list[Paragraph]) -> None:
    entries = _entries(found)
    for place, paragraph in enumerate(found):
        if paragraph.kind is not None or place in entries:
            continue
        short = len(paragraph.text.split()) <= _HEADING_WORDS
        if short and not _ENDS_SENTENCE.search(paragraph.text) and not _BULLET.match(paragraph.text):
            found[place] = replace(paragraph, kind=BlockKind.HEADING)


def _entries(found: Sequence[Paragraph]) -> set[int]:
    """Where the entries of a chronicle stand, which tell what happened with a stop at their end or without.

    One that opens with no more than a year may head what follows it, but for one among others.
    """
    to_the_day = {place for place, one in enumerate(found) if _ENTRY.match(one.text)}
    like_one = to_the_day | {place for place, one in enumerate(found) if _YEARLY_ENTRY.match(one.text)}
    listed = {place for place in like_one if {place - 1, place + 1} & like_one}
    return listed | (to_the_day if len(to_the_day) > 1 else set())


def _mark_between_notices(found: list[Paragraph]) -> None:
    """One or two odd paragraphs between two parts of a consent banner belong to the banner."""
    at = [place for place, p in enumerate(found) if p.label == "consent"]
    for before, after in pairwise(at):
        if after - before <= 3:
            for place in range(before + 1, after):
                if found[place].kind in {None, BlockKind.HEADING}:
                    found[place] = replace(found[place], kind=BlockKind.BOILERPLATE, label="consent")


def _mark_dangling_headings(found: list[Paragraph]) -> None:
    """A heading with nothing of the article under it is a site's slogan or button."""
    body_below = False
    for place in range(len(found) - 1, -1, -1):
        paragraph = found[place]
        if paragraph.kind in {None, BlockKind.BODY}:
            body_below = True
        elif paragraph.kind is BlockKind.HEADING and not body_below:
            found[place] = replace(paragraph, kind=BlockKind.BOILERPLATE, label="dangling")


def _keep_some_body(found: list[Paragraph]) -> None:
    """A text of one line, or of nothing but short lines, is still an article."""
    if any(p.kind in {None, BlockKind.BODY} for p in found):
        return
    for wanted in ("heading", "title"):
        for place, paragraph in enumerate(found):
            heading = paragraph.kind is BlockKind.HEADING or paragraph.label == "dangling"
            if heading if wanted == "heading" else paragraph.kind is BlockKind.TITLE:
                found[place] = replace(paragraph, kind=BlockKind.BODY)
        if any(p.kind is BlockKind.BODY for p in found):
            return
