"""The actors of a timeline as a network, in GraphML: who was in an event with whom, how often, and how."""

from itertools import combinations
from typing import Any

from dashboard.events import ontology
from dashboard.model import Event, Timeline

LOSSES = (
    "the events themselves: only their identifiers, counts and first and last days stand at the edges",
    "quotes, articles, places, roles, and names in other languages",
    "actors who are in no event with another have no edge",
    "an import: GraphML can only be exported",
)
"""What GraphML cannot hold, as messages of the catalogue."""


def to_graphml(timeline: Timeline, language: str = "en") -> bytes:
    """The network of a timeline's actors as a GraphML file."""
    import networkx as nx  # noqa: PLC0415 - only who asks for a network waits for it

    graph = network(timeline, language)
    return "\n".join(["<?xml version='1.0' encoding='utf-8'?>", *nx.generate_graphml(graph), ""]).encode()


def network(timeline: Timeline, language: str = "en") -> Any:
    """The graph: a node for each actor of an event, an edge for each two that share events."""
    import networkx as nx  # noqa: PLC0415 - as above

    graph = nx.Graph()
    for event in timeline.events:
        present = list(dict.fromkeys(each.actor for each in event.participants))
        for actor_id in present:
            if actor_id not in graph:
                graph.add_node(actor_id, **_node(timeline, actor_id, language), events=0)
            graph.nodes[actor_id]["events"] += 1
        for one, other in combinations(present, 2):
            _join(graph, one, other, event)
    return graph


def _node(timeline: Timeline, actor_id: str, language: str) -> dict[str, str]:
    actor = timeline.actors[actor_id]
    described = {
        "label": actor.name(language),
        "kind": actor.kind.value,
        "country": actor.country or "",
        "affiliation": actor.affiliation or "",
        "wikidata": actor.wikidata or "",
    }
    return {name: _plain(said) for name, said in described.items() if said}


def _join(graph: Any, one: str, other: str, event: Event) -> None:
    if not graph.has_edge(one, other):
        graph.add_edge(one, other, weight=0, events="")
    edge = graph.edges[one, other]
    edge["weight"] += 1
    edge["events"] = "; ".join(filter(None, (edge["events"], _plain(event.id))))
    quad = ontology.quad_of(event.type).replace("-", "_")
    edge[quad] = edge.get(quad, 0) + 1
    days = [day.isoformat() for day in (event.when.earliest, event.when.latest) if day]
    edge["first"] = min([edge.get("first", "9999-99-99"), *days])
    edge["last"] = max([edge.get("last", ""), *days])


def _plain(text: str) -> str:
    """A text that XML can hold."""
    return "".join(letter for letter in text if letter in "\t\n" or (letter >= " " and letter.isprintable()))
