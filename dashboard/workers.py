"""Work on many things, shared by several processes or done in this one. Called by the command and ``events``.

The answers come in the order of what was given, and are the same however many processes there are.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread, active_count
from typing import Self, TypeVar

from dashboard.errors import DetenteError

Given = TypeVar("Given")
Made = TypeVar("Made")

_TURNS = 8
"""How often each process takes up something new, so that all end at about the same time."""
_AT_ONCE = 16
"""How many things it takes up at most."""
_WORTH, _WORTH_AFRESH = 50_000, 300_000
"""How much text is worth a further process: one that is forked, and one that loads everything again."""


class Workers:
    """Processes that share what is to be done; with a count of 1 this process does it, when it is asked for.

    Where it is safe they are forked and have what this process has loaded by then; beside threads, and on
    other systems than Linux, they start afresh.
    """

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self._kept: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """These workers, until the block ends."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing; those that were started end."""
        if self._kept is not None:
            self._kept.shutdown(cancel_futures=True)

    def each(
        self, work: Callable[[Given], Made], given: Sequence[Given], kind: Callable[[Given], object]
    ) -> Iterator[Made]:
        """What a function makes of each thing, in order; things of one kind need the same tables for it.

        Raises:
            DetenteError: what the first one ended in that failed, or a process ended by itself.
        """
        if self.count == 1 or len(given) < 2:
            return map(work, given)
        return _answers(self._shared(partial(_tried, work), given, kind))

    def _shared(
        self, work: Callable[[Given], Made], given: Sequence[Given], kind: Callable[[Given], object]
    ) -> Iterator[Made]:
        """What is made of each; the first of a kind here, so that those who are forked find all loaded."""
        forked = _forks()
        firsts = {kind(one): at for at, one in reversed(list(enumerate(given)))} if forked else {}
        here = {at: work(given[at]) for at in sorted(firsts.values())}
        rest = [one for at, one in enumerate(given) if at not in here]
        pool = self._started(min(self.count, len(rest)) or 1, forked=forked)
        try:
            made = pool.map(work, rest, chunksize=min(_AT_ONCE, 1 + len(rest) // (self.count * _TURNS)))
            for at in range(len(given)):
                yield here[at] if at in here else next(made)
        finally:
            if forked:
                pool.shutdown(cancel_futures=True)

    def _started(self, needed: int, *, forked: bool) -> ProcessPoolExecutor:
        """New processes where that is cheap, else those that were started before."""
        if forked:
            gc.freeze()  # what is loaded stays shared where no collector goes through it
            return ProcessPoolExecutor(needed, mp_context=get_context("fork"), initializer=_begin)
        if self._kept is None:
            context = get_context("spawn")
            self._kept = ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin)
        return self._kept


HERE = Workers()
"""This process alone."""


def worth(size: int) -> int:
    """How many processes text of so many characters is worth on this machine."""
    return max(1, min(cores(), size // (_WORTH if _forks() else _WORTH_AFRESH)))


def cores() -> int:
    """How many processes run at once on this machine, as far as it lets us."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _forks() -> bool:
    return sys.platform == "linux" and active_count() == 1


def _begin() -> None:
    """Nothing; a new process leaves Ctrl+C to the one that started it, and ends when that does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@dataclass(frozen=True, slots=True)
class _Failed:
    error: DetenteError


def _tried(work: Callable[[Given], Made], one: Given) -> Made | _Failed:
    """What was made, or why not: what was made before it in the same turn is not lost."""
    try:
        return work(one)
    except DetenteError as error:
        return _Failed(error)


def _answers(tried: Iterator[Made | _Failed]) -> Iterator[Made]:
    try:
        for made in tried:
            if isinstance(made, _Failed):
                raise made.error
            yield made
    except BrokenProcessPool:
        raise DetenteError(
            "A process that shared the work ended by itself, perhaps for want of memory: use --jobs 1."
        ) from None
