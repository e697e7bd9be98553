"""A layout becomes Plotly figures (plain dicts)."""
