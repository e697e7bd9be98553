"""What holds for every test: a property meets the same examples at every run, see ``tests.properties``."""

from hypothesis import settings

import tests.properties  # noqa: F401 (it registers the profiles)

settings.load_profile("same")
