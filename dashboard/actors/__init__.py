"""Who: gazetteer actors and people learned from the text."""
