"""Everything handed to people beyond data: pictures, their words, pages that work alone, citations, stories.

Called by the app's Publish dialog and by ``detente export``.
"""

from dashboard.publish.alternative import alternative
from dashboard.publish.citing import STYLES, cite
from dashboard.publish.embedding import embed_code, hosting
from dashboard.publish.page import interactive_page
from dashboard.publish.pictures import PRESETS, Picture, Preset, picture
from dashboard.publish.stories import Step, steps_of

__all__ = [
    "PRESETS",
    "STYLES",
    "Picture",
    "Preset",
    "Step",
    "alternative",
    "cite",
    "embed_code",
    "hosting",
    "interactive_page",
    "picture",
    "steps_of",
]
