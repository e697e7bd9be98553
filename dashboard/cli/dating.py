"""``detente dates``: how the dates in a sentence are read, and why."""

import argparse
import sys

from dashboard.cli.inputs import typed_day
from dashboard.model import TimeExpression


def run(arguments: argparse.Namespace) -> int:
    """0, with one paragraph printed for each time expression.

    Raises:
        DetenteError: the text is empty, or the publication date is no day.
    """
    from dashboard.articles import read_text
    from dashboard.dates import date_article, find_expressions

    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    published = typed_day(arguments.published, arguments.language) if arguments.published else None
    article = date_article(read_text(text, published=published, language=arguments.language))
    found = find_expressions(article)
    if not found:
        print("No date was found.")
    for expression in found:
        print("\n".join(_told(expression, article.language)))
    return 0


def _told(expression: TimeExpression, language: str) -> list[str]:
    from dashboard.wording import format_when, reason

    when = expression.when
    lines = [f"{expression.text!r} (characters {expression.start} to {expression.end})"]
    if when is None:
        said = f"{expression.timex_type} {expression.timex_value}".strip()
        why = reason(expression.reason, language) if expression.reason else ""
        return [*lines, f"  {said or 'not resolved'}", *([f"  {why}"] if why else [])]
    lines.append(f"  {when.edtf}  {format_when(when, language)} ({when.granularity.value})")
    if when.reason:
        lines.append(f"  {reason(when.reason, language)}")
    return lines
