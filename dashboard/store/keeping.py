"""What is worked out once per timeline, and kept while that is looked at. Used wherever that is dear."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from dashboard.model import Timeline

P = ParamSpec("P")
R = TypeVar("R")
_KEPT = 12


def kept(
    make: Callable[Concatenate[Timeline, P], R], most: int = _KEPT
) -> Callable[Concatenate[Timeline, P], R]:
    """The function, which remembers its last results by the timeline's identity and the other arguments.

    A timeline never changes: every revision of a project is another object.
    """
    results: OrderedDict[tuple[Hashable, ...], tuple[Timeline, R]] = OrderedDict()
    lock = Lock()

    def remembered(timeline: Timeline, /, *args: P.args, **named: P.kwargs) -> R:
        key: tuple[Hashable, ...] = (id(timeline), *args, *sorted(named.items()))
        with lock:
            known = results.get(key)
            if known is not None and known[0] is timeline:
                results.move_to_end(key)
                return known[1]
        made = make(timeline, *args, **named)
        with lock:
            results[key] = timeline, made  # the timeline is held, so that no other gets its id
            while len(results) > most:
                results.popitem(last=False)
        return made

    remembered.__doc__ = make.__doc__
    return remembered
