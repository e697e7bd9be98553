"""The alternative text of a picture, written from the data: for those who do not see it."""

from dashboard.figures import summary
from dashboard.model import Status, Timeline
from dashboard.wording import format_when, message, status_word

_TOLD = 12


def alternative(
    shown: Timeline, language: str, *, title: str = "", filters_line: str = "", view: str = ""
) -> str:
    """A text that stands for the picture: title, summary, filters, first events in order.

    ``view`` is the summary of another view than the timeline.
    """
    said = [f"{title}."] if title and not title.endswith((".", "!", "?")) else [title] if title else []
    said.append(view or summary(shown, language))
    if filters_line:
        said.append(message("Shown: {filters}.", language, filters=filters_line))
    for event in shown.events[:_TOLD]:
        when, what = format_when(event.when, language), event.title(language)
        if event.status is Status.HAPPENED:
            said.append(message("{date}: {title}.", language, date=when, title=what))
        else:
            status = status_word(event.status.value, language)
            said.append(
                message("{date}: {title} ({status}).", language, date=when, title=what, status=status)
            )
    more = len(shown.events) - _TOLD
    if more > 0:
        said.append(
            message("And {count} more event.", language, plural="And {count} more events.", count=more)
        )
    return " ".join(said)
