"""Which labels of a table the words of a question name: as they are spelt, by their terms, by their ages.

Words that name labels of two dimensions go to the one that they suit. Two labels of one dimension stand together only
where the question joins them ("Kent and Essex"): else the one named less fully is not borne out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.tables.affirmed import YES, deeds_of_heading
from bot.tables.called import WHOLE, Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.in_full import in_full
from bot.tables.kinds import settling
from bot.tables.label import Label, Way
from bot.tables.matching import best_named, lacking, of_measure
from bot.tables.shape import ranks
from bot.tables.spelling import COMPASS, levelled, way_suits
from bot.tables.statistic import statistic, suited
from bot.tables.titled import all_titled, in_a_name
from bot.tables.who import is_counted, only_made_of, who_counted
from bot.tables.words import Word, alike, features, implied, recent
from corpus.cube import Role, is_share
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["named"]

_NEAR = 0.05
_LISTED = regex(
    r"\b(?:(?:and|or)(?!\s+(?:over|under|above|below|older|younger|more|less|longer)\b)|plus|than|versus|vs|against)\b|[,&/]",
    re.IGNORECASE,
)
_JOINS = regex(
    r"\b(?:and|or|plus|than|versus|vs|against|to|(?<=differ )from|(?<=different )from|(?<=distinct )from"
    r"|with(?!\s+(?:no|an?|any)\b)|as well as|nor)\b|[,&/]",
    re.IGNORECASE,
)
"""What sets labels side by side; those "from" somewhere ("pilgrims *from* Fife") are one thing, told twice."""


def named(question: Asked, listed: Listed) -> tuple[list[Named], list[Named]]:
    """The labels that the question names, and those that the same words would name on another dimension."""
    taken: dict[int, set[int]] = {}
    found: list[Named] = []
    ways = [w for w in listed.ways if w.role is not Role.TIME]
    for way in ways:
        for one in in_full(question, way, listed):
            if _within_another(question, ways, one):
                continue
            if not _fuller(question, way, one) and not _unsuited(question, way, one):
                taken.setdefault(way.n, set()).update(one.words)
                found.append(one)
    spelt = set().union(*taken.values()) if taken else set()
    for way in ways:
        mine = taken.get(way.n, set())
        apart = _set_apart(question) - spelt
        found += _by_terms(question, listed, way, mine, (spelt - mine) | apart)
        if apart:
            rest = set(range(len(question.words))) - apart
            found += _by_terms(question, listed, way, set(), rest)
    found = [one for one in found if not _said_again(one, found) and not _of_another(question, one, found)]
    found = [one for one in found if not _of_other_heading(question, listed, one) and not _only_where(question, one)]
    kept, others = _settled(question, found)
    return [_under(question, one, kept) for one in kept], others


def _of_another(question: Asked, one: Named, found: list[Named]) -> bool:
    """Whether words name ONE only by being near its own, and are the very words of a label of another dimension that is
    named in full: "three *large* boats", of "3 large boats" beside the ports "Major" and "Minor"."""
    said = frozenset(i for n in one.words for i in question.words[n].ids)
    if any(said & label.ids for label in one.labels):
        return False
    others = (f for f in found if f.way.n != one.way.n and f.weight >= WHOLE and not f.several)
    return any(all(question.words[n].ids & label.ids for n in one.words) for f in others for label in f.labels)


def _of_other_heading(question: Asked, listed: Listed, one: Named) -> bool:
    """Whether words name ONE only as parts of a phrase that another heading or its labels have whole: "short" of "short
    sea shipping", of the berths "Short" and "Long" beside the trade "Short sea shipping"."""
    words = [question.words[n] for n in one.words]
    if any(w.whole == (w.start, w.end) for w in words):
        return False
    whole = frozenset(i for w in words for i in lexicon().ids(w.words))
    own = one.way.name_ids.union(*(label.ids | label.headed for label in one.labels))
    others = [w for w in listed.ways if w.n != one.way.n and w.role not in (Role.TIME, Role.MEASURE)]
    if not whole or whole & own:
        return False
    told = frozenset().union(*(w.name_ids | w.common for w in others))
    if one.way.role is Role.MEASURE and not is_counted(question, min(w.whole[0] for w in words)):
        told = told.union(*(label.headed for w in others for label in w.labels))  # pupils "in special *schools*"
    return bool(whole & told)


_THERE = regex(r"\b(?:at|in|to|from)\s+(?:the\s+)?$", re.IGNORECASE)


def _only_where(question: Asked, one: Named) -> bool:
    """Whether words name a measure only as the place where people were of whom it is asked how many: "how many keepers
    were *at stations*", of "Stations" beside "Keepers"; or as what is measured in the one that is asked for."""
    if one.way.role is not Role.MEASURE or one.several:
        return False
    if only_made_of(question, one.labels, one.way.labels):
        return True
    asked = who_counted(question)
    if not asked or any(w.ids & label.ids for w in asked for label in one.labels):
        return False
    first = min(question.words[n].whole[0] for n in one.words)
    return _THERE.search(question.text[:first]) is not None


def _under(question: Asked, one: Named, kept: list[Named]) -> Named:
    """ONE of several rows called alike, where the question names the row that it stands under ("female, sentenced"), or
    names one of them by the rest of its words ("*pilots* with spare boats", of "Pilots, spare boats"), or says all of
    one of them."""
    if not one.several:
        return one
    said = {c for k in kept if k is not one and k.way.n == one.way.n for c in k.codes}
    sure = {c for k in kept if k is not one and k.way.n == one.way.n and not k.several for c in k.codes}
    if len(named_too := sure & set(one.codes)) == 1:
        return replace(one, labels=tuple(one.way.labels[c] for c in named_too), several=False)
    below = [label for label in one.labels if one.way.dimension.codes[label.n].parent in said]
    full = [label for label in one.labels if _all_said(question, label)]
    sole = next((some for some in (below, full) if len(some) == 1), None)
    return replace(one, labels=tuple(sole), several=False) if sole is not None else one


def _all_said(question: Asked, label: Label) -> bool:
    """Whether all of a label is said, be it by words that name a label of another dimension too: of "calls answered"
    and "letters answered", that of "calls", where another heading tells calls from letters."""
    said = frozenset(i for n, w in enumerate(question.words) if n not in question.denied for i in w.ids)
    return bool(label.needed) and all(need.met(said) for need in label.needed)


def _unsuited(question: Asked, way: Way, one: Named) -> bool:
    """Whether a measure is spelt out of which another statistic is ranked ("the highest *percentage* of pupils"), or
    of which a share is asked that the table gives ("the percentage of *calls* answered", of "% answered")."""
    if way.role is not Role.MEASURE or not statistic(question.text):
        return False
    fitting = suited(way, question.text)
    if set(one.codes) & {label.n for label in fitting}:
        return False
    if _rate_said(question, one, fitting):
        return True
    return ranks(question.text) is not None or any(_share_said(label, question, one) for label in fitting)


_RATE = regex(r"\s*rates?\b", re.IGNORECASE)


def _rate_said(question: Asked, one: Named, fitting: tuple[Label, ...]) -> bool:
    """Whether the words for a count only say what a rate is of, which the table gives: the "grant" of "grant rate", of
    "Grant" beside "Initial grant rate"."""
    if _RATE.match(question.text, max(question.words[n].end for n in one.words)) is None:
        return False
    return any(own.ids < label.ids for own in one.labels for label in fitting)


_SHARED = frozenset({"share", "percentage", "rate"})


def _share_said(label: Label, question: Asked, one: Named) -> bool:
    """Whether a measure is a share, and words beside those for ONE say all of what it is a share of."""
    said = frozenset(i for n, w in enumerate(question.words) if n not in one.words for i in w.ids)
    needed = [need for need in label.needed if need.term not in _SHARED]
    return is_share(label.code.unit) and bool(needed) and all(need.met(said) for need in needed)


def _fuller(question: Asked, way: Way, one: Named) -> bool:
    """Whether more of the question names another label in full: "spray, used" where "spray" is a label too.

    Of measures so where the words of the one are common to most of them, and tell none apart: "tugs at anchor", of
    "Tugs", "Tugs at anchor" and "Tugs under way".
    """
    every = {n for n, w in enumerate(question.words) if not w.general} - question.denied
    best = best_named(question, way, every)
    if best is None or not best[2] or set(one.codes) & {b.n for b in best[0]}:
        return False
    return best[1] > one.words or (way.role is Role.MEASURE and _only_common(question, way, one, best[0], best[1]))


def _within_another(question: Asked, ways: Collection[Way], one: Named) -> bool:
    """Whether words spell a label that is only a part of one of another dimension, all of which is said: "awaiting a
    berth decision", of the outcomes "Awaiting a berth decision", beside their groups "Berth decision"."""
    every = {n for n, w in enumerate(question.words) if not w.general} - question.denied
    for way in ways:
        if way.n == one.way.n or way.role is Role.MEASURE or not _speaks_of_all(way, one):
            continue
        best = best_named(question, way, every)
        if best is None or not best[2] or not one.words < best[1]:
            continue
        if all(mine.ids < wider.ids for mine in one.labels for wider in best[0]):
            return True
    return False


def _speaks_of_all(way: Way, one: Named) -> bool:
    """Whether some label of WAY has all the terms of the first of ONE."""
    found = [set(way.bearing.get(i, ())) for i in one.labels[0].ids]
    return bool(found) and bool(set.intersection(*found))


def _only_common(question: Asked, way: Way, one: Named, labels: tuple[Label, ...], words: frozenset[int]) -> bool:
    """Whether all that names ONE is common to most labels of its way and stands in LABELS, which other WORDS name; the
    words for a rate need not say of whom it is."""
    if words & one.words or not all(question.words[n].ids & way.common for n in one.words):
        return False
    counts = [label for label in labels if not (statistic(label.code.words) or is_share(label.code.unit))]
    if not all(question.words[n].ids & label.ids for n in one.words for label in counts):
        return False
    other = Named(way, labels, words, WHOLE)
    first, second = sorted((one, other), key=lambda n: min(n.words))
    between = question.text[question.words[max(first.words)].end : question.words[min(second.words)].start]
    return _LISTED.search(between) is None


def _settled(question: Asked, found: list[Named]) -> tuple[list[Named], list[Named]]:
    """Where words name labels on several ways, the best suited has them; labels of more words come first."""
    found = [one for one in found if not _tells_nothing(one, found)]
    spelt = [one for one in found if one.weight >= WHOLE]
    ordered = sorted(found, key=lambda f: (-f.weight, -len(f.words), f.way.n))
    kept: list[Named] = []
    others: list[Named] = []
    for one in ordered:
        same = next((k for k in kept if k.words == one.words and k.way.n != one.way.n), None)
        if same is not None and abs(same.weight - one.weight) <= _NEAR and not _of_unsaid_stretch(question, one, same):
            others.append(one)
        held = {n for k in kept for n in k.words}
        if one.words <= held:
            continue
        theirs = {n for f in spelt if f.way.n != one.way.n for n in f.words}
        rival = next((k for k in kept if k.way.n == one.way.n and not _together(question, k, one, theirs)), None)
        if rival is None:
            kept.append(one)
    return kept, others


def _tells_nothing(one: Named, found: Sequence[Named]) -> bool:
    """Whether words name the only label of a heading, which tells no rows apart ("Category: Launches and relaunches" in
    every row), and as well one of several of another: these they are for."""
    if len(one.way.labels) > 1:
        return False
    others = (o for o in found if o.way.n != one.way.n and len(o.way.labels) > 1 and o.words == one.words)
    return any(o.weight >= min(one.weight, WHOLE) for o in others)


def _of_unsaid_stretch(question: Asked, one: Named, other: Named) -> bool:
    """Whether all labels of ONE are of a stretch back in time that nobody speaks of, and those of the OTHER of none:
    "crews in debt", of "In debt" beside "In debt in the last 3 years"."""
    said = frozenset(i for w in question.words for i in w.ids)
    lately = [[term for _, _, term in recent(label.code.words)] for label in one.labels]
    plain = not any(recent(label.code.words) for label in other.labels)
    return plain and all(terms and not said & set(terms) for terms in lately)


_ASKS = regex(r"\b(?:how\s+(?:many|much)|what|which)\b", re.IGNORECASE)
_HAVING = regex(r"\s+with\s+(?:(?:an?|the|any|some)\s+)?", re.IGNORECASE)
"""What only tells what those just named have ("boats *with* radios")."""


def _together(question: Asked, one: Named, other: Named, theirs: Collection[int]) -> bool:
    """Whether two labels of one dimension may both be meant: they are joined, or one is a part of the other.

    Measures are not joined by what joins labels of another dimension, which words that are THEIRS name: of "alarms and
    stations", the alarms "in rural and *urban* stations" are no alarms and stations. Nor is a measure named in part by
    those of whom another counts some: "boats with radios", of "Boats seen" and "Radios".
    """
    way = one.way
    if any(a in way.above(b) or b in way.above(a) for a in one.codes for b in other.codes):
        return True
    first, second = sorted((one, other), key=lambda n: min(n.words))
    start, end = question.words[max(first.words)].end, question.words[min(second.words)].start
    if end <= start:
        return False
    joins = list(_JOINS.finditer(question.text, start, end))
    if not joins or way.role is not Role.MEASURE:
        return bool(joins)
    if _HAVING.fullmatch(question.text, start, end) and _only_in_part(question, first):
        return False
    if _ASKS.search(question.text, start, end):
        return False  # what stands before the asking is no second thing that is asked for
    last = joins[-1].end()
    between = (n for n, w in enumerate(question.words) if last <= w.start < end)
    return not any(n in theirs and n not in one.words | other.words for n in between)


def _only_in_part(question: Asked, one: Named) -> bool:
    """Whether the words of ONE alone leave some of its labels' names unsaid."""
    said = frozenset(i for n in one.words for i in question.words[n].ids)
    return not all(need.met(said) for label in one.labels for need in label.needed)


def _said_again(one: Named, found: list[Named]) -> bool:
    """Whether a row "Yes" is affirmed only by the words for a heading of another label that is named in full: "a slight
    leak", of "Leaking: yes, no" beside "Extent of leak: slight, bad"."""
    if {label.keys for label in one.labels} != {YES} or not (deeds := deeds_of_heading(one.way)):
        return False
    others = (f for f in found if f.way.n != one.way.n and f.weight >= WHOLE and not f.words <= one.words)
    return any(deeds <= other.way.name_ids and {label.keys for label in other.labels} != {YES} for other in others)


def _by_terms(question: Asked, listed: Listed, way: Way, mine: set[int], others: set[int]) -> Iterator[Named]:
    """The labels that the question's terms name, the fullest first; MINE and OTHERS are words already spelt out."""
    left = {n for n, w in enumerate(question.words) if n not in mine and n not in others and not w.general}
    left -= question.denied
    counting = of_measure(question, way, listed.pairs)
    within = in_a_name(question, listed, way)
    left -= counting | within | _only_who(question, listed, way)
    said = counting - within if listed.answers else set()
    sorts = left & _of_what_kind(question, listed, way)
    left -= sorts
    shared = frozenset(n for n in (*mine, *said, *sorts) if n not in question.denied)
    heads = {n for n in left if _only_heads(question.words[n], way)}
    if heads and best_named(question, way, left - heads, shared | heads) is not None:
        left, shared = left - heads, shared | heads
    while left:
        best = best_named(question, way, left, shared)
        if best is None:
            return
        labels, words, full, several = best
        words -= _of_others(question, words, left)
        left -= words
        beside = shared | words
        shared |= words
        telling = any(_tells(question.words[n].ids, labels, listed.titled) for n in words)
        telling = telling or (len(labels) == 1 and all_titled(way, listed))
        asked = [question.words[n] for n in beside]
        gathers = len(labels) > 1 and not several and way.role is Role.MEASURE
        loosely = any(lacking(way, label.n, asked, exactly=True) for label in labels)
        if not telling and loosely and (not gathers or way.plain):
            continue
        if loosely and all(_is_quarter(question.words[n], way) for n in words):
            continue
        if loosely and all(_only_has(label, [*asked, *(w for w in question.words if w.general)]) for label in labels):
            continue
        weight = (WHOLE if full else 1.0) + 0.1 * len(words) + way_suits(question, words, way)
        alike_spelt = len({label.keys for label in labels}) == 1 < len(labels)
        yield levelled(question, Named(way, labels, words, weight, several or alike_spelt))


def _is_quarter(word: Word, way: Way) -> bool:
    """Whether WORD is a part of a country by where it lies ("the *North East*"), and no town that begins so."""
    placed = word.kind == "place" or way.role is Role.PLACE
    return placed and all(one in COMPASS or one == "the" for one in re.findall(r"[a-z]+", word.words.lower()))


def _of_others(question: Asked, words: frozenset[int], left: set[int]) -> set[int]:
    """Those of WORDS that are said twice, and stand once beside a word that names something else: the second "Ambleby"
    of "North Ambleby and *South* Ambleby"."""
    found: set[int] = set()
    for n in words:
        again = [m for m in words if question.words[m].ids == question.words[n].ids]
        before = n - 1
        if len(again) < 2 or before not in left - words or before in found:
            continue
        gap = question.text[question.words[before].end : question.words[n].start]
        if gap.isspace() and any(m - 1 in words for m in again if m != n):
            found.add(n)
    return found


def _of_what_kind(question: Asked, listed: Listed, way: Way) -> set[int]:
    """The words that only say what sort of body each of the places of a heading is ("Arden *County Council*", under
    "Local authority"): they name no label called by the like ("Unitary authorities"), unless it is spelt out, be it one
    of the classes that those places are of."""
    placed = settling(listed, way)
    if placed.role is not Role.PLACE:
        return set()
    bodies = frozenset(i for i in placed.name_ids if lexicon().kind(i) == "body")
    return {n for n, w in enumerate(question.words) if w.ids & bodies}


def _only_heads(word: Word, way: Way) -> bool:
    """Whether WORD is the trait that labels are of, as their heading says ("of Quaker *religion*"): it names none of
    them beside one that is named by its own."""
    return way.role is Role.CATEGORY and word.kind == "attribute" and word.ids <= way.name_ids


_DONE_FOR = regex(
    r"\bhow\s+many\s+(?:[a-z-]+\s+){0,2}?(?P<who>[a-z-]+)\s+(?:(?:in|at|from|of)\s+[^?,;]{2,40}?\s+)?"
    r"(?:were|was|are|have\s+been|had\s+been|got)\s+(?P<deed>[a-z-]+)\s+(?:[a-z]+\s+){0,2}?for\b(?P<why>[^?]+)",
    re.IGNORECASE,
)


def _only_who(question: Asked, listed: Listed, way: Way) -> set[int]:
    """The words for those to whom what is counted was done, where labels only tell what for: "how many *drivers* were
    fined for insulting a passenger", of "fined, insulting a passenger" beside "fined, insulting a driver"."""
    match = _DONE_FOR.search(question.text)
    if match is None:
        return set()
    spans = {name: match.span(name) for name in ("who", "deed", "why")}
    at = {name: [n for n, w in enumerate(question.words) if a <= w.start < b] for name, (a, b) in spans.items()}
    told = frozenset(i for n in at["deed"] for i in question.words[n].ids) | listed.counted
    theirs = frozenset().union(*(implied().get(i, frozenset()) for i in told))
    who = {n for n in at["who"] if question.words[n].ids & theirs or question.words[n].kind in ("role", "person")}
    said_for = [question.words[n] for n in at["why"] if not question.words[n].general]
    return who if any(w.ids & label.ids - way.common for w in said_for for label in way.labels) else set()


_NOT_THOSE = regex(
    r",\s*(?:and\s+|but\s+)?not\s+(?=(?:at|in|on|from|by|to|via|those|the)\b)[^,;?]{2,40}(?=[,;?]|$)", re.IGNORECASE
)
"""What is set apart from what stands before it ("landed on the beach, *not at the quay*")."""


def _set_apart(question: Asked) -> set[int]:
    """The words that only say which others are not meant: they are of no label with the words before them."""
    spans = [m.span() for m in _NOT_THOSE.finditer(question.text)]
    return {n for n, w in enumerate(question.words) if any(start <= w.start < end for start, end in spans)}


_WITH = regex(r"\s(?:with|without|including|having)\s", re.IGNORECASE)


def _only_has(label: Label, asked: list[Word]) -> bool:
    """Whether words name only what the thing of a label has, and not the thing: "crews", of "Boats with a crew"."""
    thing, *has = _WITH.split(label.code.words, maxsplit=1)
    own = features(thing) | lexicon().ids(thing)
    return bool(has and own) and not any(alike(w.ids, own) for w in asked)


def _tells(said: frozenset[str], labels: tuple[Label, ...], titled: frozenset[str]) -> bool:
    """Whether a word says more than a table's title does: a label's own term does, be a near-synonym in the title."""
    own = all(said & label.ids for label in labels)
    return not (said & titled if own else alike(said, titled))
