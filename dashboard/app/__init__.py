"""The page: ``create_app(...)`` over the rooms below; one module per panel."""

from dashboard.app.chart import prepare
from dashboard.app.factory import MAX_BODY, create_app
from dashboard.app.state import ViewState, state_from_url, url_from_state

__all__ = ["MAX_BODY", "ViewState", "create_app", "prepare", "state_from_url", "url_from_state"]
