"""Whether what a table counts is what a question asks for: that, and no other thing, no less and no more.

That the number stands in a table about the same matter is no evidence that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.tables.bound_for import came_there, sent_there
from bot.tables.catalog import Listed
from bot.tables.deeds import deeds_of, done_anyway
from bot.tables.hear import Asked
from bot.tables.label import Label, Way, own_words, spaced
from bot.tables.lasting import between_ends, speaks_of_length
from bot.tables.residents import counts_people
from bot.tables.shape import FOREMOST, direction
from bot.tables.statistic import statistic, suited
from bot.tables.title_parts import got_by_them, merely_had, of_other_parts
from bot.tables.verbs import only_paid
from bot.tables.words import Word, alike, features, implied, light, listed_words, sorts
from bot.units import unit_class
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["asked_for", "sorts_of_counted"]

_TELLING = frozenset({"action", "concept", "offence", "word"})
"""Kinds of terms of which a label that is named says what is counted, as no place, sex or age does."""


def asked_for(
    question: Asked, listed: Listed, told: frozenset[str], borne: Collection[int], picked: Collection[int]
) -> bool:
    """Whether it is. TOLD are the terms of the labels named, of the dimensions PICKED; BORNE the words borne out."""
    if not _counts(question, listed, told, borne) or not _as_counted(question, listed):
        return False
    return not any(way.n not in picked and not way.totals and _of_their_own(way.labels, listed) for way in listed.ways)


def _of_their_own(labels: Sequence[Label], listed: Listed) -> bool:
    """Whether LABELS are each a thing that the table's title lists beside what it is on ("Libraries: visits, loans").

    All of them together count nothing, least of all libraries. Kinds of what is counted do ("Thefts: cars, cycles").
    """
    if len(labels) < 2:
        return False
    title = features(spaced(own_words(listed.dataset.title)))
    lex = lexicon()
    kinds = listed.counted.union(*(lex.narrower(i) for i in listed.counted))
    things = [{i for i in label.ids if lex.kind(i) in _THINGS} for label in labels]
    return all(one and one <= title and not one & kinds for one in things)


_THINGS = frozenset({"action", "concept", "word"})


_COMBINED = regex(r"\bcombined\b", re.IGNORECASE)
_FOREMOST = regex(rf"\b(?:{FOREMOST})\b", re.IGNORECASE)
_PARTS = regex(r"\s*,\s*|\s+and\s+|\s*&\s*")


def _as_counted(question: Asked, listed: Listed) -> bool:
    """Whether it is what a table counts that is asked for, no less and no more.

    "Staff and officers combined" is no count of officers, nor "biggest worry" of all who worry.
    """
    measure = listed.dataset.measure
    if _FOREMOST.search(measure) and not _FOREMOST.search(question.text):
        return False
    if not listed.answers and _only_headed(question, listed):
        return False
    if not _COMBINED.search(measure):
        return True
    parts = [features(spaced(p)) for p in _PARTS.split(_COMBINED.sub("", re.sub(r"\([^)]*\)", "", measure)))]
    said = frozenset().union(*(w.ids for w in question.words)) if question.words else frozenset()
    return all(all(alike(frozenset({i}), said) for i in part) for part in parts)


def _only_headed(question: Asked, listed: Listed) -> bool:
    """Whether a page's table counts what only its one column's heading says, and the question does not say that.

    Under "Boats on the river" a column "Holed" counts no boats on the river.
    """
    dataset = listed.dataset
    heading = features(spaced(dataset.measure))
    if not dataset.within_prose or not heading or heading & features(spaced(dataset.title)):
        return False
    said = frozenset().union(*(w.ids for w in question.words)) if question.words else frozenset()
    return not alike(said, heading)


_HEAD_OF = regex(r"\s+(?:in(?:to)?|from|to|out of|against|under|within|at)\s+", re.IGNORECASE)


_WHOSE = regex(
    r"\s+(?:in|on|with|without|at|under|who|whose|that|to|from|by|receiving|claiming|waiting|living|owed)\s+",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"people", "household", "famili", "family"})
"""Of whom a table only says who they are by what follows: "Households in temporary accommodation" are no homes."""


def _head_said(question: Asked, listed: Listed, told: frozenset[str]) -> bool:
    """Whether what a table counts is named, and not only where: "Receptions into prison" are no people in prison.

    Of a table of several measures it is enough that one of those that may be meant is.
    """
    if listed.answers:
        return True
    way = listed.measures
    if listed.lasting and speaks_of_length(question.text):
        return True
    if way is None:
        return came_there(question, listed) or _is_headed(question, listed.dataset.measure)
    meant = [one for one in suited(way, question.text) if not way.totals or one.n in way.totals or one.ids & told]
    return any(_is_headed(question, label.code.words) for label in meant) or not meant


def _is_headed(question: Asked, measure: str) -> bool:
    said = frozenset().union(*(w.ids for w in question.words)) if question.words else frozenset()
    whoever, *told = _WHOSE.split(own_words(measure), maxsplit=1)
    if told and features(spaced(whoever)) <= _ANYBODY:
        told = told if features(spaced(whoever)) else [own_words(measure)]  # "Number owed ten pounds"
        what = features(spaced(told[0])) - _ANYBODY
        return not what or alike(said, what)
    if any(alike(said, features(spaced(also["head"]))) for also in _AND_ALSO.finditer(own_words(measure))):
        return True
    head, *rest = _HEAD_OF.split(own_words(measure))
    ids = features(spaced(head)) - done_anyway(measure)
    if not rest or not ids:
        return True
    implying = frozenset().union(*(who for about, who in implied().items() if about in ids))
    where = features(spaced(" ".join(rest).split(",")[0])) - ids  # "in Fife, at current prices": not how it is told
    people = any(w.kind in ("person", "role", "attribute") for w in question.words)
    return alike(said, ids | implying) or not (people or alike(said, where))


_AND_ALSO = regex(r"\sand\s+(?P<head>[a-z-]+)\s+(?:in(?:to)?|from|to|at|on|by|abroad|overseas)\b", re.IGNORECASE)
"""The second thing that a table counts of another place ("Arrivals in Fife and *departures* to Orkney")."""
_TAKEN_IN = "received"
"""What is done with money by its name: "how much VAT was there?" asks for what came in of it."""


_DOING = regex(r"\b(?:carried\s+out|performed|undertaken|conducted|done)\b", re.IGNORECASE)
"""That something was done, be it said in the question and of what the table counts ("Repairs *carried out*")."""


def _counts(question: Asked, listed: Listed, told: frozenset[str], borne: Collection[int]) -> bool:
    """Whether what the table counts is what is asked for: its deed is named, and something of its measure or title."""
    lex = lexicon()
    words = [w for n, w in enumerate(question.words) if n in borne]
    if _is_busy(question, listed) or counts_people(words, listed):
        return True
    said = [w for w in words if not w.general]
    unsaid = listed_words("made") if _of_its_growth(question.text) else frozenset[str]()
    if not all(short & frozenset().union(*(w.ids for w in words), told, unsaid) for short in listed.shorts):
        return False
    taken_in = _TAKEN_IN in listed.deeds and unit_class(listed.dataset.unit) == "money"
    doing = _DOING.search(listed.dataset.measure) is not None and _DOING.search(question.text) is not None
    length = listed.lasting and speaks_of_length(question.text)
    if length and not between_ends(listed.dataset.measure, frozenset().union(*(w.ids for w in question.words))):
        return False
    there = sent_there(question, listed) or came_there(question, listed)
    deeds = frozenset[str]() if taken_in or doing or length or there else listed.deeds
    deeds -= _by_their_sorts(words, listed.counted, deeds)
    deeds -= (
        _headed_as_sorts(listed, told)
        | merely_had(listed.dataset, question.text)
        | _told_by_where(question, listed, told)
    )
    deeds -= _or_implied(got_by_them(question.text))
    if listed.measures is not None:
        named = told.union(*(w.ids for w in question.words))
        others = of_other_parts(listed.dataset.measure, listed.measures.labels, named)
        deeds -= frozenset().union(*map(deeds_of, others))
        own = frozenset.intersection(*(deeds_of(label.code.words) for label in listed.measures.labels))
        deeds = frozenset() if any(alike(w.ids, own) for w in said) else deeds  # each measure says what was done
    done = any(alike(w.ids, deeds) for w in said) or any(lex.kind(i) in _DEEDS for i in told)
    done = done or any(lex.kind(i) == "action" for w in said for i in w.ids & listed.asked_about)
    if deeds and not done and not _told_by_purpose(listed, told):
        return False
    if not _measure_done(question, listed, said):
        return False
    if not _head_said(question, listed, told) and not any(lex.kind(i) == "action" for i in told):
        return False
    if any(lex.kind(i) in _TELLING for i in told if i not in listed.shared or _crossed(listed, told)):
        return True
    if any(lex.kind(i) in _TELLING for i in told) and any(_plainly(w, listed) for w in words):
        return True
    if any(sorts_of_counted(way, listed) and any(label.ids <= told for label in way.labels) for way in listed.ways):
        return True
    if _told_as_act(listed, told):
        return True
    measured = frozenset(i for n in (listed.measures.labels if listed.measures else ()) for i in n.ids)
    if not listed.counted and any(w.ids & listed.counted_widely for w in words):
        return True
    if any(only_paid(w, listed, {}) for w in said) or (told and unsaid & listed.counted):
        return True
    return any(alike(w.ids, listed.counted | measured | listed.subject | listed.deeds) for w in said)


def _of_its_growth(text: str) -> bool:
    """Whether it is asked by how much something grew, or what its index was."""
    return bool(statistic(text) & {"index", "change"}) or direction(text) is not None


_DEEDS = ("action", "offence")


def _told_as_act(listed: Listed, told: frozenset[str]) -> bool:
    """Whether a label is TOLD that is a sort of what the table counts: of "Number of times moves were made", by move,
    each "Rescue" is one; of "Outcomes in all", by outcome, each "Reprimand"."""
    ways = (w for w in listed.ways if w.role is Role.CATEGORY and w.name_ids and w.name_ids <= listed.counted)
    named = (label for w in ways for label in w.labels if label.n not in w.sums and label.ids and label.ids <= told)
    kinds = _DEEDS if _TIMES.search(listed.dataset.measure) else _TELLING  # a flag is not the times that one was flown
    return any(lexicon().kind(i) in kinds for label in named for i in label.ids)


_TIMES = regex(r"\btimes\b", re.IGNORECASE)


def _headed_as_sorts(listed: Listed, told: frozenset[str]) -> frozenset[str]:
    """The terms of headings that call their rows what the table counts, where such a row is TOLD: of "Verdicts given",
    by verdict, "Guilty" is a verdict, and that need not be said."""
    ways = (w for w in listed.ways if w.role is Role.CATEGORY and w.name_ids and w.name_ids <= listed.counted)
    named = (w for w in ways if any(n.needed and n.ids <= told for n in w.labels if n.n not in w.sums))
    return _or_implied(frozenset().union(*(w.name_ids for w in named)))


def _by_their_sorts(words: Sequence[Word], counted: frozenset[str], deeds: frozenset[str]) -> frozenset[str]:
    """Those of DEEDS that are told by a sort of them which is asked for, and which the table counts: of "Drownings,
    number of deaths", that they are deaths need not be said."""
    lex = lexicon()
    kinds = {deed: counted & (lex.narrower(deed) | sorts().get(deed, frozenset())) for deed in deeds}
    return frozenset(deed for deed, some in kinds.items() if some and any(alike(w.ids, some) for w in words))


_WHERE = regex(
    r"\s+in\s+(?P<kept>(?:[a-z]+\s+)?(?:custody|detention|prison|prisons|care|hospital|hospitals))\b", re.IGNORECASE
)
_HOUSE = regex(r"\b(?:establishments?|prisons?|institutions?|hospitals?|sites?|centres?|homes?)\b", re.IGNORECASE)


def _told_by_where(question: Asked, listed: Listed, told: frozenset[str]) -> frozenset[str]:
    """The terms of where what a table counts happened ("Escapes *in custody*"), where the house that it happened in is
    TOLD by its own name, or is what is asked for ("which *establishment*")."""
    where = _WHERE.search(listed.dataset.measure)
    if where is None:
        return frozenset()
    ways = (w for w in listed.ways if w.role in (Role.CATEGORY, Role.PLACE) and _HOUSE.search(w.dimension.name))
    said = frozenset(i for w in question.words for i in w.ids)
    named = any(w.name_ids & said or any(n.ids and n.ids <= told and n.n not in w.sums for n in w.labels) for w in ways)
    return features(where["kept"]) | features(where.group()) if named else frozenset()


_PURPOSE = regex(r"\bpurposes?\b", re.IGNORECASE)


def _told_by_purpose(listed: Listed, told: frozenset[str]) -> bool:
    """Whether a label is TOLD that says what a deed was done for, which people call it by: a visit on holiday is a
    holiday."""
    ways = (way for way in listed.ways if _PURPOSE.search(way.dimension.name))
    return any(label.ids and label.ids <= told for way in ways for label in way.labels)


_BUSY = regex(r"\b(?:busiest|quietest)\b", re.IGNORECASE)


def _is_busy(question: Asked, listed: Listed) -> bool:
    """Whether it is asked which row is the busiest, of a table that counts comings and goings and no money."""
    one = listed.dataset
    if _BUSY.search(question.text) is None or not one.additive or unit_class(one.unit) in ("money", "percent"):
        return False
    return alike(listed.counted, listed_words("busy"))


def _plainly(word: Word, listed: Listed) -> bool:
    """Whether a wide word is that of the things a table counts ("cases"): with a label that is named it tells them."""
    return word.general and not word.ids & light() and bool(word.ids & listed.counted_widely)


_SORTED = regex(r"\b(?:types?|kinds?|sorts?|class(?:es)?|categor(?:y|ies))\b(?:\s+of\b)?", re.IGNORECASE)


def sorts_of_counted(way: Way, listed: Listed) -> frozenset[str]:
    """What a dimension's labels are sorts of, where that is what the table counts ("provider type", of providers)."""
    heading = spaced(way.dimension.name)
    if way.role is Role.TIME or _SORTED.search(heading) is None:
        return frozenset()
    of = features(_SORTED.sub(" ", heading))
    measures = listed.measures.labels if listed.measures is not None else ()
    given = listed.counted.union(*(label.ids for label in measures))
    return of if of and of <= given else frozenset()


def _crossed(listed: Listed, told: frozenset[str]) -> bool:
    """Whether a label of each of two headings is TOLD in full, which together say what is counted."""
    ways = (way for way in listed.ways if way.role is Role.CATEGORY)
    return sum(any(label.ids and label.ids <= told for label in way.labels) for way in ways) > 1


def _or_implied(deeds: frozenset[str]) -> frozenset[str]:
    return deeds.union(*(implied().get(deed, frozenset()) for deed in deeds))


def _measure_done(question: Asked, listed: Listed, said: Sequence[Word]) -> bool:
    """Whether one of the measures that may be meant counts what was done as the question says it, or no deed at all."""
    if listed.measures is None:
        return True
    got = got_by_them(question.text)
    deeds = [_or_implied(deeds_of(label.code.words)) - got for label in suited(listed.measures, question.text)]
    return any(not one or any(alike(w.ids, one) for w in said) for one in deeds)
