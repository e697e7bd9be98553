"""The Dash application: create_app(...)."""
