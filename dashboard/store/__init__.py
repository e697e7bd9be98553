"""Keeping and querying a timeline: filters, facets."""
