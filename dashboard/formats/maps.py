"""Events as GeoJSON (RFC 7946): a point where a place has one, no geometry where it has none."""

from typing import Any

from dashboard.formats.rows import LOSSES as ROW_LOSSES
from dashboard.formats.rows import row_of
from dashboard.model import Event, Timeline
from dashboard.wording import format_when

LOSSES = (
    *ROW_LOSSES,
    "the affair's title",
    "a point for events whose place has no coordinates: they stand there without a geometry",
    "an import: GeoJSON can only be exported",
)
"""What GeoJSON cannot hold, as messages of the catalogue."""


def to_geojson(timeline: Timeline, language: str = "en") -> dict[str, Any]:
    """The feature collection of a timeline's events."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(event, timeline, language) for event in timeline.events],
    }


def _feature(event: Event, timeline: Timeline, language: str) -> dict[str, Any]:
    place = event.place
    known = place is not None and place.lat is not None and place.lon is not None
    row = row_of(event, timeline, language)
    properties: dict[str, Any] = {column: said for column, said in row.items() if said}
    properties["confidence"] = event.confidence
    properties["date"] = format_when(event.when, language)
    return {
        "type": "Feature",
        "id": event.id,
        # GeoJSON has the longitude first
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and known else None,
        "properties": properties,
    }
