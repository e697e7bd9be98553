"""A timeline as JSON, CSV and other formats, and back."""
