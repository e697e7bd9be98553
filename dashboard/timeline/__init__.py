"""Pure layout: events become lanes, axis segments, marks and labels in pixels."""
