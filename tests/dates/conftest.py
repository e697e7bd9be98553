"""Hypothesis without a deadline: a busy machine must not make a property flaky."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
