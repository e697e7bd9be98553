"""How many examples a property meets: the same ones at every run, or many new ones with ``make explore``."""

from typing import Any

from hypothesis import HealthCheck, settings

_USUAL = 100
_EXPLORED = 30  # times as many

# No clock decides: a busy machine stops when it likes.
_PLAIN: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("same", max_examples=_USUAL, derandomize=True, database=None, **_PLAIN)
settings.register_profile("explore", max_examples=_USUAL * _EXPLORED, print_blob=True, **_PLAIN)


def examples(count: int, **more: Any) -> settings:
    """The settings of a property that is slow: ``count`` examples instead of 100, more where one explores."""
    return settings(max_examples=count * settings().max_examples // _USUAL, **more)
