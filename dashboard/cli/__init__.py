"""The ``detente`` command: serve, extract, export, explain, dates. ``main`` is its entry point."""

from dashboard.cli.command import main

__all__ = ["main"]
