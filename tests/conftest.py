"""What holds for every test: no property is measured by the clock, which a busy machine stops at will."""

from hypothesis import settings

settings.register_profile("detente", settings(), deadline=None)
settings.load_profile("detente")
