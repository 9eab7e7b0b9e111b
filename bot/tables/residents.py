"""Tables that count everybody who lives in a place, and say only by what trait: a census table of religions by ward.

That they are people who live there no heading says. It is told by the whole, which is of all the categories of a
trait of people, and by there being no word of anything else that could be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way, spaced
from bot.tables.words import Word, features, listed_words, phrases
from corpus.cube import Role
from corpus.formats.statistics.vocabulary import areas_in_short
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["counts_people", "lives_there"]

_WHOLE = regex(
    r"All (?:categories(?:: .+)?|(?:usual )?residents|people|persons|(?:religious|ethnic|age) groups|religions|ages)",
    re.IGNORECASE,
)

_MERELY_IN = regex(r"\s+(?:in|within|across|there|here|at)\b|\s*\W*$", re.IGNORECASE)
_NOT_YET = regex(r"\b(?:to|can|could|may|might|must|should|would|will|not|never)\s+$|n['\u2019]t\s+$", re.IGNORECASE)
_PEOPLE = frozenset({"people"})


def lives_there(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether WORD only says of people that they live there, or calls all who do, where a table counts just these.

    Those who came to live there, or live near it, or together, are others.
    """
    if not word.ids & listed_words("dwelling"):
        return False
    deed = "live" in word.ids
    before, after = question.text[: word.start], question.text[word.end :]
    if deed and (_MERELY_IN.match(after) is None or _NOT_YET.search(before)):
        return False
    return _counts_residents(listed)


def counts_people(words: Iterable[Word], listed: Listed) -> bool:
    """Whether the WORDS of a question that are borne out ask for people, or all who live somewhere, of such a table."""
    who = listed_words("dwelling") | _PEOPLE
    return any(w.ids & who for w in words) and _counts_residents(listed)


def _counts_residents(listed: Listed) -> bool:
    traits = [w for w in listed.ways if w.role is Role.CATEGORY and _is_trait(w)]
    places = [w for w in listed.ways if w.role is Role.PLACE]
    return bool(traits and places) and _says_no_more(listed, [*traits, *places])


def _is_trait(way: Way) -> bool:
    """Whether a dimension is of a trait of people, and has the whole of them."""
    wholes = [label for label in way.labels if label.code.total and _WHOLE.fullmatch(label.code.words)]
    return len(wholes) == 1 and bool(way.name_ids & listed_words("traits"))


def _says_no_more(listed: Listed, ways: list[Way]) -> bool:
    """Whether its titles say nothing but by what people are told apart, and where: no "passengers", no "arrests"."""
    one = listed.dataset
    said = frozenset[str]().union(*(phrases(spaced(words)) for words in (one.title, one.measure, listed.source.title)))
    known = frozenset[str]().union(*(w.name_ids for w in ways), listed_words("traits"), listed_words("census"))
    short = {i for i in said if areas_in_short(i)}
    places = {i for i in said if lexicon().kind(i) == "place"}
    return said <= known | short | places | _of_places()


def _of_places() -> frozenset[str]:
    return features("area. local authority. district. ward. region. county. borough. nation. country. parish. town")
