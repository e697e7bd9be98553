"""The thread of a text while its expressions are resolved in order: publication date and focus.

``resolve`` makes one per article and updates it; the readers of each kind ask it what a date without
a year, a weekday or "two days later" hangs on.
"""

from dataclasses import dataclass, field
from datetime import date

from dashboard.dates import reasons
from dashboard.dates.almanac import span_of
from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus, Reading
from dashboard.dates.tenses import AUXILIARY_REACH, Tenses
from dashboard.model import Granularity

_TO_A_MONTH = frozenset({Granularity.DAY, Granularity.TIME, Granularity.MONTH})
_MONTHS_AND_YEARS = frozenset({Granularity.MONTH, Granularity.YEAR})
_COARSE = frozenset({Granularity.SEASON, Granularity.HALF, Granularity.YEAR})
_ONWARD_YEARS = 2
_SAME_STORY = 500
_NEAR_STORY = 183
_STORY_LEAP = 5 * 366
_LONG_SINCE = 3 * 366
_ASIDE = 6
_BESIDE = 3
_ITS_OWN = 4
_SHORT_QUESTION = 5
"""How many words a question may have that only asks what is so now."""


@dataclass(slots=True)
class Thread(Tenses):
    """What is known at one point of the text."""

    published: date | None
    narrative: bool = False
    looking_back: bool = False
    retelling: bool = False
    """Whether the text hardly speaks of its own days: it goes on with what it tells of long ago."""
    ancient: int | None = None
    years: set[int] = field(default_factory=set)
    focus: Focus | None = None
    day_focus: Focus | None = None
    scene: Focus | None = None
    reached: date | None = None
    quarter_focus: Focus | None = None
    timeline: Focus | None = None
    regime: Focus | None = None
    looked_back: Focus | None = None
    last_weekday: tuple[int, date] | None = None
    paragraph: int = 0
    passing: Focus | None = None
    named_apart: Focus | None = None
    """A date of long ago told in a relative clause or behind a participle: only counts hang on it."""
    aside: Focus | None = None
    """The time that the subject of the sentence names; ``main``, the focus before it, comes back after."""
    main: Focus | None = None
    told: tuple[Focus, Focus] | None = None
    """What a sentence tells of, while a time before it is spoken of on the side; it comes back after."""
    present: Focus | None = None
    present_in: int = -1
    section: int | None = None
    coming: date | None = None
    """The next day with its year that the paragraph will write."""
    dated_in: int = -1
    ahead: date | None = None
    """The day of the main clause, while a relative clause before it is read: "which the day before had"."""
    foreseen: tuple[Atom, Reading] | None = None
    """The day right behind a time of day, already read for it."""
    lost: bool = False
    """Whether the text has spoken of its own day, which nobody knows."""
    named_days: dict[int, date] = field(default_factory=dict)
    _tenses: dict[tuple[int, bool], str] = field(default_factory=dict)
    """The tenses asked for since the thread last went on: a date asks for its own several times."""

    @property
    def elsewhere(self) -> Focus | None:
        """The focus, where the text tells of another time than its publication's; else None."""
        if self.narrative or self.published is None:
            return self.timeline or self.focus
        return self.regime

    @property
    def headed(self) -> int | None:
        """The year of the section's heading, for a paragraph that has not named a year of its own."""
        return self.section if self.dated_in != self.paragraph else None

    @property
    def latest(self) -> Focus | None:
        """The last date, even one named in passing: "that year" is of it."""
        latest = [one for one in (self.focus, self.passing, self.named_apart) if one is not None]
        return max(latest, key=lambda one: one.token) if latest else None

    def reach(self, atom: Atom, paragraph: int) -> None:
        """Nothing; the thread goes on to an expression. What a subject named holds in its sentence."""
        self.paragraph = paragraph
        self._tenses.clear()
        first = self.sentence(atom)[0]
        if self.aside is not None and self.aside.token < first:
            self.focus, self.aside = self.main, None
        if self.told is not None and self.focus is not None and self.focus.token < first:
            (self.focus, self.day_focus), self.told = self.told, None

    def earlier_in(self, atom: Atom) -> Focus | None:
        """The full date of the past that the sentence of an expression has named before it."""
        focus = self.focus
        if focus is None or focus.token < self.sentence(atom)[0]:
            return None
        told = focus.explicit and focus.granularity in _TO_A_MONTH and not self._is_aside(focus.token)
        if not told and not focus.within:
            return None
        over = self.published is None or focus.day <= self.published
        return focus if over and focus.token < atom.first else None

    def anchor(self, which: str) -> date | None:
        """The day that an expression hangs on: "pub", "focus" or "day" (a focus known to the day)."""
        if which == "pub":
            return self.published
        if self.ahead is not None:
            return self.ahead
        if which == "day" and self.aside is not None and self.aside.granularity.to_the_day:
            return self.aside.day
        if which == "day":
            near = self._told_day()
            if near is not None and (self.regime is None or near.token >= self.regime.token):
                return near.day
        if which == "focus" and self.focus is not None:
            return self.focus.day
        elsewhere = self.elsewhere
        if elsewhere is not None:
            coarse = which == "day" and not elsewhere.granularity.to_the_day
            return self.day_focus.day if coarse and self.day_focus else elsewhere.day
        return self.published

    def _told_day(self) -> Focus | None:
        """The last day told; where a relative clause only said what had been on it, the one before."""
        near, scene = self.day_focus, self.scene
        if near is None or scene is None or not (near.background and near.aside):
            return near
        return scene if scene.token < near.token else near

    def told_coarsely(self, atom: Atom) -> Focus | None:
        """The month or year told last, where there is no day to count from: "in May ... that night"."""
        focus, near = self.focus, self.day_focus
        if focus is None or focus.granularity not in _MONTHS_AND_YEARS or focus.counted or focus.apart:
            return None
        if near is not None and near.token > focus.token:
            return None
        if focus.opening and focus.token >= self.sentence(atom)[0]:
            return focus
        here = focus.granularity is Granularity.MONTH and focus.paragraph == self.paragraph
        apart = near is None or near.paragraph < focus.paragraph - 1 or near.day < focus.day
        return focus if here and apart else None

    def just_named_apart(self) -> Focus | None:
        """The date of long ago that was named last of all, in this paragraph."""
        apart = self.named_apart
        if apart is None or apart.paragraph != self.paragraph:
            return None
        return apart if self.focus is None or apart.token > self.focus.token else None

    def remember(self, reading: Reading, atom: Atom, *, explicit: bool) -> None:
        """Nothing; the reading is the new focus, where it is a date on the calendar."""
        if reading.type not in {"DATE", "TIME"} or "X" in reading.value:
            return
        self._tenses.clear()
        span = span_of(reading.value)
        if span is None or span[2] in {Granularity.DECADE, Granularity.CENTURY}:
            return
        opening = atom.first - self.sentence(atom)[0] <= 1
        if atom.kind == "date" and atom.slots.get("weekday") and span[0] == span[1]:
            self.named_days[int(atom.slots["weekday"])] = span[0]
        if explicit:
            self.years.add(span[0].year)
        named = atom.kind in {"season", "quarter"} and "shift" in atom.slots
        deictic = not explicit and (named or atom.kind in {"deictic", "shift", "weekday"})
        deictic = deictic and atom.slots.get("anchor", "pub") == "pub"
        this_season = named and atom.slots.get("shift") == 0
        if deictic and self.narrative and self.timeline is not None and not this_season:
            return  # "It will be you tomorrow", said in the story
        focus = Focus(reading.value, span[0], span[2], atom.first, explicit, self.paragraph, opening, deictic)
        focus.last = atom.last
        focus.counted = bool(atom.slots.get("exact"))  # "a hundred years ago today"
        behind = self.looks_further_back(atom) or self.still_had(atom)
        behind = behind or (opening and self.pluperfect(*self.sentence(atom)))
        focus.background = self.published is not None and behind
        focus.aside = self.told_apart(atom)
        focus.perfect = self.perfect(atom)
        if reading.mod == "END" and span[2] in {Granularity.YEAR, Granularity.MONTH}:
            focus.day = span[1]
        aside = self._mentioned_in_passing(atom) or self._long_since(span[0], atom)
        named_only = aside or self._far_in_the_subject(span[0], atom) if explicit else False
        before = self.earlier_in(atom)
        after_it = before is not None and before.within and reasons.COUNTED_THREAD in reading.reasons
        focus.within = self.within_the_subject(atom) if explicit else after_it
        if focus.apart and not focus.within and (self._far_from_now(span[0]) or self._far_back(span[0])):
            self.named_apart = focus  # "a town that fell in 1916": nothing is told of then
            return
        # Where nothing is told of now, what follows a date of the subject is what the text tells of.
        beside_now = self.aside is not None and (explicit or self.present is not None)
        focus.counted = focus.counted or (after_it and not explicit)
        if named_only or (aside and self._is_measure(atom)) or (beside_now and focus.within):
            self.passing = focus
            if focus.within:
                self.main = self.focus if self.aside is None else self.main
                self.focus = self.aside = focus
            return
        if span[0] == span[1] and self._looks_back_aside(focus, atom):
            return
        self.aside = None
        if self.quarter_focus is not None and self.quarter_focus is self.focus:
            # "the quarter ended Sept. 30", "up from a year earlier": the quarter is still what is told of.
            compared = atom.slots.get("same_period") or atom.slots.get("years")
            if compared or self.tokens.follows(atom.first, self.lexicon.links.get("ends", ())):
                return
        self._tell(focus, atom, a_day=span[0] == span[1])

    def _tell(self, focus: Focus, atom: Atom, *, a_day: bool) -> None:
        """Nothing; the text tells of a new focus from here on."""
        self.focus = focus
        if a_day and not self._in_apposition(atom):
            self.day_focus = focus
            if not focus.background:
                self.scene = focus
            if self.published is not None and focus.day <= self.published:
                self.reached = focus.day
        elif focus.granularity is Granularity.QUARTER:
            self.quarter_focus = focus
        self._move(focus, atom)

    def lose(self) -> None:
        """Nothing; the text speaks of its own, unknown day: what follows is no longer the story's."""
        self.focus = self.day_focus = self.scene = self.timeline = self.told = self.aside = None
        self.lost = True

    def come_back(self) -> None:
        """Nothing; the text has asked what is so now, and tells of its own time again."""
        self.focus = self.day_focus = self.scene = self.timeline = self.regime = self.aside = self.told = None
        self.narrative = self.retelling = False

    def asks_of(self, atom: Atom) -> bool:
        """Whether a short question has nothing but a time: "And now?"."""
        first, end = self.sentence(atom)
        marks = [entry.word for entry in self.tokens.entries[end - 1 : end + 1]]
        return "?" in marks and end - first <= _SHORT_QUESTION

    def _is_aside(self, index: int) -> bool:
        """Whether "since", "of" or the like lead to a date: "the slowest gain since a drop in May 1986"."""
        words = [entry.word for entry in self.tokens.entries[max(0, index - _ASIDE) : index]]
        if self.lexicon.links.get("since", ("",))[0] in words:
            return True
        if not words or words[-1] not in self._asides:
            return False
        indefinite = self.lexicon.links.get("indefinite", ())
        # "granted it by a law of 6 May 1920": that is when
        return not any(word in indefinite for word in words[-_ITS_OWN:-1])

    def _mentioned_in_passing(self, atom: Atom) -> bool:
        """Whether a date is an aside ("the murders of 28 June 1914") of a sentence that has its own day."""
        if not self._is_aside(atom.first):
            return False
        return self.day_focus is not None and self.day_focus.token >= self.sentence(atom)[0]

    def _looks_back_aside(self, focus: Focus, atom: Atom) -> bool:
        """Whether a sentence with its own day only adds what was before: "X, held two days earlier".

        The new focus then holds in this sentence only.
        """
        own = self.day_focus
        first = self.sentence(atom)[0]
        if own is None or focus.opening or not first <= own.token < atom.first or focus.day >= own.day:
            return False
        back = atom.kind == "offset" and int(atom.slots.get("direction", 1)) < 0
        between = self.tokens.entries[own.last + 1 : atom.first]
        turned = self._relatives | self._after  # "X, who had", "after the strike on Friday"
        if not back and not any(entry.word in turned for entry in between):
            return False
        if self.told is None and self.focus is not None:
            self.told = self.focus, own
        self.focus = self.day_focus = focus
        return True

    def _is_measure(self, atom: Atom) -> bool:
        """Whether a day is only what another is measured by ("the heaviest trading since Oct. 16")."""
        since = self.lexicon.links.get("since", ())[:1]
        return atom.kind == "date" and bool(since) and self.tokens.follows(atom.first, since) != ""

    def _long_since(self, day: date, atom: Atom) -> bool:
        """Whether news says that something has lasted since another year ("depuis le 14 octobre 1981")."""
        if self.published is None or self.narrative or self.regime is not None or self.day_focus is None:
            return False
        since = self.tokens.follows(atom.first, self.lexicon.links.get("since", ())[:3])
        return bool(since) and day.year != self.published.year

    def _far_from_now(self, day: date) -> bool:
        """Whether news that has told of its own time names a day of years before it."""
        if self.published is None or self.narrative or self.retelling:
            return False
        if self.regime is not None or self.present is None:
            return False
        return (self.published - day).days > _LONG_SINCE

    def _far_back(self, day: date) -> bool:
        """Whether a story that is told names a day of years before it: "since the treaty, signed in 1903"."""
        return self.regime is not None and (self.regime.day - day).days > _LONG_SINCE

    def _far_in_the_subject(self, day: date, atom: Atom) -> bool:
        """Whether the main verb only follows a far date ("A line cut in February 2016 was restored")."""
        if self.published is None or self.narrative:
            return False
        known = self.elsewhere.day if self.elsewhere else self.published
        if day.year == known.year or abs((day - known).days) <= _NEAR_STORY:
            return False
        if self.elsewhere is not None and 0 < (day - known).days <= _STORY_LEAP:
            return False  # its verb comes later still: the story has gone on
        return self.within_the_subject(atom)

    def _in_apposition(self, atom: Atom) -> bool:
        """Whether a date hangs on a participle ("signed on 3 March") in a sentence that has its own day."""
        first = self.sentence(atom)[0]
        if self.day_focus is None or self.day_focus.token < first or not atom.first:
            return False
        participle = self.tokens.letters[atom.first - 1] in self._letters["PPART"]
        return participle and not self._among("AUX", max(first, atom.first - AUXILIARY_REACH), atom.first)

    def _move(self, focus: Focus, atom: Atom) -> None:
        """Lets the text's time follow a new focus, or return to the publication's."""
        year_only = focus.granularity is Granularity.YEAR
        aside = self._is_aside(atom.first)
        known = self.timeline
        if known is None or not year_only:
            if not aside or known is None or abs((focus.day - known.day).days) <= _SAME_STORY:
                self.timeline = focus
        elif not aside and focus.day.year != known.day.year:
            onward = 0 < focus.day.year - known.day.year <= _ONWARD_YEARS
            if focus.opening or onward or focus.paragraph != known.paragraph:
                self.timeline = focus
        if self.published is None:
            return
        far = abs(focus.day.year - self.published.year) >= 1
        within = atom.slots.get("anchor") in {"focus", "day"}  # "nine months later"
        if (not far and not within) or focus.deictic:
            self.present, self.present_in = focus, self.paragraph
        alone = focus.granularity.to_the_day and self.present_in != self.paragraph
        telling = focus.opening or alone or (self.looking_back and not year_only)
        # "They had first met in February 1970" looks back from a paragraph that tells of now.
        first, end = self.sentence(atom)
        # "In 2014 Sweden had recognised it. On 18 April ...": what comes next is of now.
        ahead = end if focus.opening and not focus.granularity.to_the_day else atom.first
        had = self.pluperfect(first, ahead) and (year_only or self.present_in == self.paragraph)
        telling = telling and not (had and self.regime is None)
        ahead_of_news = focus.day > self.published and not self.narrative
        told = (focus.explicit or focus.counted) and far and not aside and telling and not ahead_of_news
        if told or (year_only and self._goes_on(focus, atom) and not self._ran_ahead(focus)):
            self.regime = focus
            self.looked_back = focus if focus.background and focus.opening else None
        elif self.regime is not None and not self._ran_ahead(focus):
            same = abs(focus.day.year - self.regime.day.year) <= 1 and not focus.deictic
            # "its report came in January 2008": a story that is told goes on there
            same = same or (focus.explicit and far and not year_only and not aside and not ahead_of_news)
            self.regime = (focus if not year_only else self.regime) if same else None

    def _ran_ahead(self, focus: Focus) -> bool:
        """Whether a story only says how something ended: "a third died of his wounds the next spring"."""
        story, published = self.regime, self.published
        if story is None or published is None or focus.opening or focus.paragraph != story.paragraph:
            return False
        coarse = story.granularity.to_the_day and focus.granularity in _COARSE
        return coarse and story.day.year < focus.day.year < published.year

    def _goes_on(self, focus: Focus, atom: Atom) -> bool:
        """Whether a story counts on to a later year, not yet that of its teller: "Two years later, ..."."""
        counted = atom.kind in {"offset", "shift"} and atom.slots.get("anchor") == "focus"
        ahead = self.regime is not None and self.regime.day.year < focus.day.year
        return counted and ahead and self.published is not None and focus.day.year < self.published.year

    def beside(self, atom: Atom) -> bool:
        """Whether the focus stands right before an expression, in the same sentence."""
        if self.focus is None or not 0 < atom.first - self.focus.last <= _BESIDE:
            return False
        return self.sentence(atom)[0] <= self.focus.token


CLASS_REASONS = {"past": reasons.PAST_TENSE, "future": reasons.FUTURE_TENSE}
