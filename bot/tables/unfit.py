"""What sets a whole table apart from what is asked, whatever its labels bear out: another count, a part, or heads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.tables.catalog import Listed
from bot.tables.heads import head_unsaid
from bot.tables.hear import Asked
from bot.tables.label import own_words, spaced
from bot.tables.rates import no_count
from bot.tables.real_terms import in_other_prices
from bot.tables.reckoned import other_side_of
from bot.tables.sampled import only_sampled
from bot.tables.statistic import Basis, asked_count, counts_of
from bot.tables.whose import of_other_makers
from bot.tables.words import alike, features, sorts
from corpus.cube import Role
from corpus.formats.statistics.measures import nature_of
from corpus.formats.statistics.vocabulary import vocabulary
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["of_one_body", "unfit", "unlike_count"]

_CLAIMANT = "claimant"


def unfit(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]], *, part: bool = False) -> list[str]:
    """What QUESTION asks that a table as such does not tell, in words; none where it may answer by its labels.

    Of whom a table is, a PART of a question need not say: the other part may.
    """
    partial = _narrower(question, listed) or (not part and of_one_body(question, listed))
    measures = listed.measures.n if listed.measures is not None else -1
    return [
        *([_THE_WHOLE] if partial or _of_one_age(question, listed, picks) else []),
        *(head for code in picks.get(measures, ()) if (head := head_unsaid(question, listed, code))),
        *_basis_lacking(question, listed),
        *unlike_count(question.text, listed),
        *no_count(question.text, listed),
        *_counted_beside(question, listed),
        *_only_the_other(question, listed, picks),
        *_only_waiting(question, listed, picks),
        *_of_one_sort(question, listed, picks),
        *_of_the_others(question, listed),
        *_rows_rather(question, listed, picks),
        *other_side_of(question, listed, picks),
        *only_sampled(question, listed),
        *in_other_prices(question, listed),
        *of_other_makers(question, listed),
    ]


_THE_OTHERS = regex(r"\W*(?:(?:(?:total|all)\s+)?numbers?\s+of\s+|all\s+)?other\s+(?!than\b)[a-z]", re.IGNORECASE)
_OTHERS_ASKED = regex(r"\b(?:others?|otherwise|rest|remaining|remainder|elsewhere|miscellaneous|else)\b", re.IGNORECASE)
_ALL_OF_THEM = "all of them, where the nearest table counts the others"


def _of_the_others(question: Asked, listed: Listed) -> list[str]:
    """That a table counts only what is left over ("*Other* deaths at sea"), and nobody asks for the others."""
    only = _THE_OTHERS.match(own_words(listed.dataset.measure)) is not None
    return [_ALL_OF_THEM] if only and _OTHERS_ASKED.search(question.text) is None else []


_LISTING = regex(r"\band\b|[&/;]", re.IGNORECASE)
"""What lists several things that a table counts, of which one may be a sort of another."""
_SORTED_KINDS = frozenset({"action", "concept", "offence"})


def _of_one_sort(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> list[str]:
    """What is asked for of which a table counts only one sort that the question does not name: drownings are not all
    the deaths there were, be it that the document is on deaths and the table calls its total one of deaths."""
    lex = lexicon()
    said = frozenset().union(*(w.ids for n, w in enumerate(question.words) if n not in question.denied))
    listing = _LISTING.search(own_words(listed.dataset.measure)) is not None
    whole = (lex.ids(w.words) or w.ids for n, w in enumerate(question.words) if n not in question.denied)
    wide = frozenset[str]().union(*whole) - (
        listed.counted if listing else frozenset()
    )  # "court" alone, of no Crown Court
    wide = frozenset(i for i in wide if lex.kind(i) in _SORTED_KINDS)
    parts = (listed.ways[n].labels[c].ids for n, codes in picks.items() for c in codes if c not in listed.ways[n].sums)
    wide -= frozenset().union(*parts)
    only = {i for i in listed.counted if not alike(said, frozenset({i}))}
    asked = {i for i in wide if only & (lex.narrower(i) | sorts().get(i, frozenset()))}
    return [w.words for w in question.words if w.ids & asked][:1]


_HOW_MANY_DID = regex(
    r"^\W*(?:and\s+|so\s+)?how\s+many\s+(?P<what>(?:[a-z-]+\s+){0,2}?[a-z-]+s)\s+(?!of\b|in\b|from\b|for\b|by\b|to\b)[a-z]",
    re.IGNORECASE,
)
_HEAD = regex(r"\b(?:out\s+of|of|in|into|from|to|by|per|for|at)\b|[,:(]", re.IGNORECASE)
_SO_MANY = regex(r"^(?:total\s+)?numbers?\s+of\s+", re.IGNORECASE)


def _rows_rather(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> list[str]:
    """What a table calls its places, where it is asked how many of these did a thing and it counts no places: "how many
    *harbours* sent boats away", of "Boats sent away" by harbour."""
    match = _HOW_MANY_DID.search(question.text)
    said = [w for w in question.words if match is not None and match.start("what") <= w.start < match.end("what")]
    placed = [way for way in listed.ways if way.role is Role.PLACE and way.n not in picks]
    named = frozenset(i for w in said if w.kind in ("body", "place", "word", "concept") for i in w.ids)
    if match is None or not said or not any(all(w.ids & way.name_ids for w in said) for way in placed):
        return []
    measures = [label.code.words for label in (listed.measures.labels if listed.measures is not None else ())]
    heads = [_HEAD.split(_SO_MANY.sub("", one))[0] for one in (listed.dataset.measure, listed.dataset.title, *measures)]
    return [] if any(named & features(spaced(head)) for head in heads) else [match["what"]]


_SOUGHT = frozenset({"applied"})
_OPEN = regex(
    r"\b(?:still|pending|left|undecided|unresolved|ongoing|remain\w*|in (?:the )?(?:system|queue|hand))\b",
    re.IGNORECASE,
)


def _only_waiting(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> list[str]:
    """The applications that QUESTION asks for, where a table counts only what was in hand at a date, and calls none of
    that so: "berth applications" come in over a time, and "Berth work in progress" is of another number."""
    if vocabulary().stock.search(question.text) or _OPEN.search(question.text):
        return []
    named = [listed.ways[n].labels[c] for n, codes in picks.items() for c in codes]
    wholes = [way.labels[n] for way in listed.ways if way.role is not Role.TIME for n in way.sums]
    stocks = (nature_of(one.code.words) is Nature.STOCK for one in (*named, *wholes))
    if listed.dataset.nature is not Nature.STOCK and not any(stocks):
        return []
    counted = frozenset[str]() if listed.in_hand else features(listed.dataset.measure)
    told = features(listed.dataset.title).union(counted, *(one.ids for one in named))
    return [w.words for w in question.words if w.ids & _SOUGHT and not w.ids & _SOUGHT & told][:1]


def _basis_lacking(question: Asked, listed: Listed) -> list[str]:
    """Heads are not full-time equivalents, and the reverse; people counted as such are heads."""
    if not question.basis or question.basis & listed.basis:
        return []
    if not listed.basis and question.basis == {Basis.HEADCOUNT} and listed.dataset.unit in ("", "people"):
        return []
    return [str(b) for b in sorted(question.basis)]


_THE_WHOLE = "the whole, of which the nearest table tells a part"


def _narrower(question: Asked, listed: Listed) -> bool:
    """Whether a table is of a part that the question does not name, and another of its document is of the whole."""
    said = frozenset().union(*(w.ids for w in question.words))
    return bool(listed.narrowed) and not alike(said, listed.narrowed)


def of_one_body(question: Asked, listed: Listed) -> bool:
    """Whether all that a table tells is of one body that the question does not name: a column names it in every row,
    as the title does too ("Rescues *coastguard* 2019")."""
    said = frozenset().union(*(w.ids for w in question.words))
    told = features(spaced(listed.dataset.title))
    only = (way.labels[0].ids for way in listed.ways if len(way.labels) == 1 and way.role is Role.CATEGORY)
    bodies = (ids for ids in only if any(lexicon().kind(i) == "body" for i in ids))
    return any(ids <= told and not alike(said, ids) for ids in bodies)


def _of_one_age(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether what a table totals are children alone, or adults, and people of every age are asked about."""
    said = frozenset().union(*(w.ids for w in question.words))
    return any(way.of_one_age and not alike(said, way.of_one_age) for way in listed.ways if way.n not in picks)


def _counted_beside(question: Asked, listed: Listed) -> frozenset[str]:
    """What is asked how many of, where another table of its document says to count it, and this one says nothing.

    Beside "Number of people weighed" a table of "Number of weighings" answers for no people.
    """
    asked = asked_count(question.text)
    if not asked or _given(listed):
        return frozenset()
    said = frozenset().union(*(w.ids for w in question.words if not w.general))
    labels = (c.words for w in listed.ways if w.role is not Role.TIME for c in w.dimension.codes)
    if any(asked & counts_of(words) for words in (listed.dataset.title, *labels)):
        return frozenset()
    beside_it = any(asked & counts_of(words) and alike(said, features(words)) for words in listed.beside)
    return asked if beside_it else frozenset()


_LISTED = regex(r"\b(?P<one>[a-z][\w-]*) and (?P<other>[a-z][\w-]*)", re.IGNORECASE)


def _only_the_other(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> list[str]:
    """What is asked for of two that the title lists ("Crews and *boats*"), where what is picked is named the other."""
    said = frozenset().union(*(w.ids for w in question.words))
    labels = [listed.ways[n].labels[c].code.words for n, codes in picks.items() for c in codes]
    named = [features(words) for words in (listed.dataset.measure, *labels)]
    found = []
    for match in _LISTED.finditer(f"{listed.dataset.title}. {listed.source.title}"):
        for mine, its in ((match["one"], match["other"]), (match["other"], match["one"])):
            asked, other = features(mine) - features(its), features(its) - features(mine)
            if not asked & said or other & said or any(asked & ids for ids in named if not other & ids):
                continue
            if asked and any(other & ids and not asked & ids for ids in named):
                found.append(mine)
    return list(dict.fromkeys(found))


_NUMBER_OF = regex(r"\bnumbers?\s+of\s+(?P<what>(?:[a-z-]+\s+){0,3}[a-z-]+)\s+by\b", re.IGNORECASE)
"""What the title of a table says that it counts, before what it is broken down by."""
_BEFELL = regex(r"\b(?:fatalit(?:y|ies)|casualt(?:y|ies)|victims?|deaths?|injured|killed)\b", re.IGNORECASE)
"""What befalls people, one by one: a whole that is called so counts people."""


def _given(listed: Listed) -> frozenset[str]:
    """What its measures say to be counted; what its wholes are called, or its own title says, rather than what it is
    about ("Total casualties", of "Collisions at sea")."""
    wholes = [w.labels[n].code.words for w in listed.ways if w.role not in _NO_ROWS for n in w.totals]
    named = [*wholes, *(match["what"] for match in _NUMBER_OF.finditer(listed.dataset.title))]
    called = frozenset().union(*(counts_of(words) | _befell(words) for words in named))
    if called and listed.measures is None:
        return called
    measures = [label.code.words for label in (listed.measures.labels if listed.measures else ())]
    given = frozenset().union(*map(counts_of, (listed.dataset.measure, *measures)))
    if "cases" in given and _CLAIMANT in listed.about:  # each case of a benefit is a person who has it
        given |= {"people"}
    return given


_NO_ROWS = (Role.TIME, Role.MEASURE)


def _befell(words: str) -> frozenset[str]:
    return frozenset({"people"}) if _BEFELL.search(words) else frozenset()


def unlike_count(text: str, listed: Listed) -> frozenset[str]:
    """What is asked how many of, where the table counts another such thing: incidents are not times, nor people."""
    asked, given = asked_count(text), _given(listed)
    return asked if given and not asked & given else frozenset()
