"""What a question asks for, as values: what is wanted, under which conditions; each says itself in plain English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.forms import Ask
from corpus.extract.dates import PeriodMention
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Bound", "Event", "Query", "Wanted", "within"]


@dataclass(frozen=True, slots=True)
class Event:
    """A time given by what happened then: "before the dispute began". ``ids`` are the terms of the event."""

    relation: str
    ids: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A condition that is itself a number: "waited more than *18 weeks*", "aged *75 or over*"."""

    value: Decimal
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing counted or spoken of.

    ``focus`` are the terms of what is counted ("murderers"), ``rest`` those of what is said of it ("released");
    ``partitive`` says that the question named the whole first ("how many of those released …"); ``choices`` are
    the parts of a coordination ("robbers and burglars"); ``whole`` is the number of the whole, if it was given.
    """

    words: str
    focus: tuple[Sense, ...] = ()
    rest: tuple[Sense, ...] = ()
    partitive: bool = False
    choices: tuple[str, ...] = ()
    whole: Decimal | None = None
    times: tuple[PeriodMention, ...] = ()
    aside: frozenset[str] = frozenset()
    """Terms that only say when ("before *the whistle-blower's warning* in June 2008")."""
    events: tuple[Event, ...] = ()
    sayer: str = ""
    """Whose figure is asked for ("did John Reid announce", "according to the Chief Inspector")."""
    first: bool = False
    """Whether the figure as it was first given is asked for, not the latest."""
    told: str = ""
    """To whom the figure was given ("what was the committee told in June"): its times are those of the telling."""
    now: bool = False
    """Whether it is asked how things stand ("at the moment"), not what happened."""
    unit: str = ""
    """The class of unit asked for: ``count``, ``money``, ``time``, ``percent``, ``amount`` (of whatever is no count);
    empty where any will do."""

    bounds: tuple[Bound, ...] = ()
    """The numbers that are conditions, as an age or a length of time is."""

    @property
    def terms(self) -> tuple[Sense, ...]:
        return self.focus + self.rest

    @property
    def telling(self) -> list[Sense]:
        """The terms that tell one matter from another, as "number" or "total" do not."""
        return [s for s in self.terms if not lexicon().general(s.id)]


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it was read. Two questions that read alike are equal but for ``text``."""

    text: str
    ask: Ask
    wanted: Wanted
    other: Wanted | None = None
    who: str = ""
    about: str = ""
    why_declined: str = ""
    as_of: date | None = None
    numbers: tuple[Decimal, ...] = ()
    direction: str = ""
    resolved: str = ""
    inherited: tuple[tuple[str, str], ...] = ()

    @property
    def times(self) -> tuple[PeriodMention, ...]:
        return self.wanted.times

    def conditions(self) -> tuple[tuple[str, str], ...]:
        """(key, words) of each condition that a reader may drop, in the order of the question."""
        found = [(f"term:{s.id}", s.words) for s in self.wanted.telling]
        found += [(f"time:{m.span.start}", _time_words(m)) for m in self.wanted.times]
        if self.wanted.whole is not None:
            found.append(("whole", f"of the {self.wanted.whole:,}"))
        return tuple(dict(found).items())

    def explain(self) -> str:
        """The question as it was read, in one English sentence."""
        parts = [f"Read as: {_subject(self)}"]
        if self.ask is Ask.DECLINED:
            return f"{parts[0]}."
        if self.wanted.first:
            parts.append("as first given")
        if self.ask is not Ask.SAID and (self.wanted.sayer or self.wanted.told):
            parts.append(f"as given by {self.wanted.sayer}" if self.wanted.sayer else f"as given to {self.wanted.told}")
        parts += [self.boundary(m) for m in self.times]
        if self.inherited:
            parts.append("carried over from the question before: " + ", ".join(w for _, w in self.inherited))
        latest = "" if self.wanted.first else "the latest figure held"
        parts.append(f"as known on {_day(self.as_of)}" if self.as_of else latest)
        return "; ".join(p for p in parts if p) + "."

    def boundary(self, mention: PeriodMention) -> str:
        """How a time was read, and what its other reading would be."""
        words_of = _time_words(mention)
        when = mention.when
        if when is None or when.exact or mention.relation not in ("after", "since", "from", "before"):
            return f"time: {words_of}"
        after = date.fromordinal(when.last.toordinal() + 1)
        if mention.relation == "before":
            return f"\u201c{words_of}\u201d read as up to the day before {_day(when.first)}"
        if mention.relation == "after":
            other = (
                f"a record that counts from {_day(when.first)} names the same boundary and is shown in its own words"
            )
            return f"\u201c{words_of}\u201d read as from {_day(after)}; {other}"
        return f"\u201c{words_of}\u201d read as from {_day(when.first)}"

    def without(self, keys: frozenset[str]) -> Query:
        """The same question with the conditions KEYS left out."""
        if not keys:
            return self
        wanted = replace(
            self.wanted,
            focus=tuple(s for s in self.wanted.focus if f"term:{s.id}" not in keys),
            rest=tuple(s for s in self.wanted.rest if f"term:{s.id}" not in keys),
            times=tuple(m for m in self.wanted.times if f"time:{m.span.start}" not in keys),
            whole=None if "whole" in keys else self.wanted.whole,
        )
        return replace(self, wanted=wanted)


def _subject(query: Query) -> str:
    """What is asked for, of what: the first part of what a question was read as."""
    words = query.wanted.words or query.about or query.text.strip()
    other = query.other.words if query.other is not None else ""
    if query.ask is Ask.SAID:
        about = re.sub(r"^(?:about|on|of|regarding)\s+", "", query.about.strip())
        return f"what {query.who} said" + (f" about {about}" if about else "")
    if query.ask is Ask.UNKNOWN:
        about = f" about {query.wanted.words}" if query.wanted.words else ""
        return f"what the record says is not known, or was not said{f' by {query.who}' if query.who else ''}{about}"
    if query.ask is Ask.DECLINED:
        return "no question that a record answers"
    if query.ask is Ask.SHARE and other and other != words:
        joined = " that " if _VERB.match(words) else " " if _LEANS.match(words) else " made up by "
        return f"the share of {other}{joined}{words}"
    if other and query.ask in _PAIRED:
        return _PAIRED[query.ask].format(a=words, b=other, most=query.direction or "largest")
    return f"{_SAYS.get(query.ask, 'what the record says of')} {query.who + ' ' if query.who else ''}{words}".rstrip()


_VERB = regex(r"(?:was|were|is|are|had|have|has|did|do|does|got|went|came)\b", re.IGNORECASE)
_LEANS = regex(r"(?:and|or|to|in|into|on|by|for|with|without|from|as|at|under|over)\b|[a-z]+ed\b", re.IGNORECASE)
"""What goes on from the words before it, and names nothing itself: "cases end *in a conviction*"."""
_PAIRED = {
    Ask.DIFFERENCE: "the difference between {a} and {b}",
    Ask.COMPARISON: "which is the greater, {a} or {b}",
    Ask.RATIO: "how many there are of {a} for each of {b}",
    Ask.MOST: "which {a} had the {most} {b}",
}
_SAYS = {
    Ask.FIGURE: "how many or how much:",
    Ask.SHARE: "the share made up by",
    Ask.CHANGE: "how far this moved:",
    Ask.DIFFERENCE: "the difference between",
    Ask.COMPARISON: "which is the greater:",
    Ask.RATIO: "the ratio of",
    Ask.AVERAGE: "the average of",
    Ask.BREAKDOWN: "the parts of",
    Ask.MOST: "the largest or smallest part of",
    Ask.PERIOD: "over what time:",
    Ask.SAID: "what was said by",
    Ask.WHO: "who:",
    Ask.WHEN: "when:",
    Ask.WHY: "why:",
    Ask.WHERE: "where:",
    Ask.YES_NO: "whether",
}


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _time_words(mention: PeriodMention) -> str:
    return mention.period.words or mention.relation


def within(part: Wanted, whole: Wanted) -> Wanted:
    """The part, under the conditions that its whole was named with."""
    known = {s.id for s in part.terms}
    kept = tuple(s for s in whole.terms if s.id not in known)
    return replace(
        part,
        focus=(),
        rest=(*part.terms, *kept),
        partitive=True,
        whole=whole.whole or part.whole,
        times=part.times or whole.times,
        bounds=tuple(dict.fromkeys((*part.bounds, *whole.bounds))),
    )
