"""Where an act is by who takes part in it, where no place is told beside it. Called by findings."""

from collections.abc import Sequence

from dashboard.events.belonging import home
from dashboard.events.datelines import SPOKEN, dateline_of, to_come
from dashboard.events.scenes import Scene
from dashboard.events.triggers import Trigger
from dashboard.model import Participation, Place, Role


def by_parties(scene: Scene, trigger: Trigger, participants: Sequence[Participation]) -> Place | None:
    """The place of an act by those who take part: its host's country, or the city that they have come to."""
    if trigger.kind.object is Role.HOST:
        return None  # a visit is where it goes
    there = _at_host(scene, trigger, participants)
    spoken = there is None and trigger.kind.type in SPOKEN
    return _spoken_here(scene, trigger, participants) if spoken else there


def _at_host(scene: Scene, trigger: Trigger, participants: Sequence[Participation]) -> Place | None:
    """The country that a verb says to hold something: "hosted by Italy", "Armenia hosted an exercise"."""
    if trigger.noun or not trigger.text.startswith(tuple(scene.parsed.words.cues["hosts_in"])):
        return None
    states = [one.actor for one in participants if one.role is Role.HOST and one.actor in scene.places]
    return scene.places[states[0]] if len(states) == 1 else None


def _spoken_here(scene: Scene, trigger: Trigger, participants: Sequence[Participation]) -> Place | None:
    """The city of a dateline, where those who speak have come from elsewhere: "THE HAGUE - Ecuador told"."""
    lead = dateline_of(scene.parsed, scene.spots)
    if lead is None or to_come(scene.parsed, trigger):
        return None
    city = scene.places[lead.mention.target or ""]
    speakers = (one for one in participants if one.role in (Role.SPEAKER, Role.INITIATOR, Role.PARTICIPANT))
    homes = {home(one.actor, scene.actors) for one in speakers}
    return city if homes and homes.isdisjoint({"", (city.country or "").lower()}) else None
