"""What is worked out once per timeline, and kept while that is looked at. Used wherever that is dear."""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from dashboard.model import Timeline

P = ParamSpec("P")
R = TypeVar("R")
_KEPT = 12


def kept(
    make: Callable[Concatenate[Timeline, P], R], most: int = _KEPT
) -> Callable[Concatenate[Timeline, P], R]:
    """The function, which remembers its last results by timelines' identity and the other arguments.

    A timeline never changes: every revision of a project is another object.
    """
    results: OrderedDict[tuple[Hashable, ...], tuple[tuple[Timeline, ...], R]] = OrderedDict()
    lock = Lock()

    def remembered(timeline: Timeline, /, *args: P.args, **named: P.kwargs) -> R:
        given = (timeline, *args, *(value for _, value in sorted(named.items())))
        key: tuple[Hashable, ...] = (*map(_mark, given), *sorted(named))
        held = tuple(each for each in given if isinstance(each, Timeline))
        with lock:
            known = results.get(key)
            if known is not None:
                results.move_to_end(key)
                return known[1]
        made = make(timeline, *args, **named)
        with lock:
            results[key] = held, made  # the timelines are held, so that no other gets their ids
            while len(results) > most:
                results.popitem(last=False)
        return made

    remembered.__doc__ = make.__doc__
    return remembered


def _mark(given: object) -> Hashable:
    return ("timeline", id(given)) if isinstance(given, Timeline) else given


@contextmanager
def all_kept() -> Iterator[None]:
    """While very many records are made, none is garbage: looking for it would take most of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
