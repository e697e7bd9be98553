"""``detente explain``: for each event, the words and the rule behind every field."""

import argparse

from dashboard.cli.inputs import output_language, read_timeline, write_output


def run(arguments: argparse.Namespace) -> int:
    """0, with a paragraph printed for each event.

    Raises:
        DetenteError: something cannot be read.
    """
    from dashboard.events import explain

    timeline = read_timeline(arguments)
    write_output(None, f"{explain(timeline, output_language(timeline))}\n".encode())
    return 0
