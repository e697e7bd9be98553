"""Curating on the page: edit, review, split, merge, make by hand, undo, history, two people at one event."""
