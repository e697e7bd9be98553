"""``detente extract``: events as JSON or CSV."""

import argparse

import orjson

from dashboard.cli.inputs import check_output, output_language, read_timeline, write_output


def run(arguments: argparse.Namespace) -> int:
    """0, once the document is written.

    Raises:
        DetenteError: something cannot be read or written.
    """
    from dashboard.formats import to_csv, to_json

    if arguments.output:
        check_output(arguments.output)
    named_csv = arguments.output is not None and arguments.output.suffix.lower() == ".csv"
    wanted = arguments.format or ("csv" if named_csv else "json")
    timeline = read_timeline(arguments)
    language = output_language(timeline)
    if wanted == "csv":
        # a file is for a spreadsheet, which needs the mark; a pipe is for a program, which does not
        content = to_csv(timeline, language, bom=arguments.output is not None).encode()
    else:
        content = orjson.dumps(
            to_json(timeline, language), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        )
    write_output(arguments.output, content)
    return 0
