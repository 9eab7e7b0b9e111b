"""Verbs of a question that say no more than its table says anyway: that money was paid, that a figure was foreseen.

"What will it *spend* on nets?", of a table of costs in pounds; "how many does it *expect*?", of a forecast; "how many
of the visits *concerned* boats?", where "Boats" is a label. None of them tells one number of the table from another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label
from bot.tables.words import Word, alike, features, listed_words, senses
from bot.units import unit_class
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "OUTCOMES",
    "came_in",
    "only_came_in",
    "only_commits",
    "only_ends",
    "only_foreseen",
    "only_joins",
    "only_offers",
    "only_on_grounds",
    "only_owed",
    "only_paid",
    "only_put_in",
    "only_sent",
    "only_used",
    "put_in",
    "sensed",
]


def only_owed(word: Word, listed: Listed) -> bool:
    """Whether a word only says of loans and debts, which a table tells in money or no unit, that they are owed."""
    about = listed.about | listed.labelled
    return bool(word.ids & _OWED and about & _LENT) and unit_class(listed.dataset.unit) in ("money", "count")


_OWED, _LENT = features("owed"), features("loan. debt")


def only_paid(word: Word, listed: Listed, picks: Mapping[int, Collection[int]]) -> bool:
    """Whether a word only says that money went out, of what is PICKED of a table that counts such money: "paid", of
    fees in pounds."""
    told = listed.about | listed.labelled
    if not word.ids & listed_words("paying") or word.ids & listed.labelled or told & listed_words("incoming"):
        return False
    return _in_money(listed, picks) and bool(told & listed_words("outgoing"))


_CAME_IN = regex(
    r"\bhow\s+much\b[^?]*?\b(?:(?:came|come|comes|coming|brought|bring|brings|took|taken|take|pulled)\s+in|raised?|collect(?:ed)?"
    r"|receiv(?:ed?)|yield(?:ed)?)\b",
    re.IGNORECASE,
)
_HOW_MUCH = regex(r"\bhow\s+much\s+money\b|\b(?:came|come|comes|coming|brought|bring|brings)\s+in\b", re.IGNORECASE)


def came_in(text: str, labels: Collection[Label]) -> tuple[Label, ...]:
    """The one of the measures LABELS that counts money that came in, where it is asked how much did ("how much money
    *came in*", of "Bids" and "Bid income"); none where it is not asked, or several do."""
    if _CAME_IN.search(text) is None:
        return ()
    found = tuple(one for one in labels if one.ids & listed_words("incoming"))
    return found if len(found) == 1 else ()


_MADE = regex(
    r"\bhow\s+many\b[^?]*?\b(?:was|were|been|being)\s+(?:made|brought|put\s+in|submitted|filed|entered)\b",
    re.IGNORECASE,
)


def put_in(text: str, labels: Collection[Label]) -> tuple[Label, ...]:
    """Those of the measures LABELS that count what was put in, where it is asked how many were made of what is decided
    later ("how many bids were *made*", of "Bids received" and "Bids considered"); none where it is not asked."""
    if _MADE.search(text) is None or any(_MADE_SO.search(one.code.words) for one in labels):
        return ()
    return tuple(one for one in labels if one.ids & listed_words("put in"))


def only_put_in(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only says that what is counted was made, of a table that counts what was put in."""
    said = any(m.start() <= word.start < m.end() and m.end() >= word.end for m in _MADE.finditer(question.text))
    deed = said and _MADE_SO.fullmatch(question.text[word.start : word.end]) is not None
    return deed and listed.measures is not None and bool(put_in(question.text, listed.measures.labels))


_MADE_SO = regex(r"\b(?:made|brought|submitted|filed|entered)\b", re.IGNORECASE)


def only_came_in(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only says that it is money that came in, of a table that counts such money."""
    said = any(m.start() <= word.start < m.end() for m in _HOW_MUCH.finditer(question.text))
    return said and listed.measures is not None and bool(came_in(question.text, listed.measures.labels))


def _in_money(listed: Listed, picks: Mapping[int, Collection[int]]) -> bool:
    """Whether all that is picked of a table is counted in money."""
    own = listed.dataset.unit
    units = {own}
    if (way := listed.measures) is not None:
        codes = [way.dimension.codes[n] for n in picks.get(way.n, range(len(way.labels)))]
        units = {own if code.unit is None else code.unit for code in codes}
    return all(unit_class(unit) == "money" for unit in units)


def only_foreseen(word: Word, listed: Listed) -> bool:
    """Whether a word only says that a figure was foreseen, where the table says of all its figures that they were."""
    foreseen = listed_words("foreseen")
    if not word.ids & foreseen or word.ids & listed.labelled:
        return False
    led = " ".join(words for mark, words in listed.dataset.notes if not mark) if listed.answers else ""
    return bool(listed.titled & foreseen) or _YET_TO_COME.search(led) is not None


_YET_TO_COME = regex(
    r"\b(?:estimates?|forecasts?|projections?)\b[^.;]*\b(?:for|over|in) (?:each of )?the next\b"
    r"|\b(?:is|are) (?:expected|forecast|projected|planned|estimated) to\b",
    re.IGNORECASE,
)
"""How an answer leads to a table of what is yet to come."""


_JOINS = regex(
    r"\b(?:covered|covering|concerned|concerning|involved|involving|were\s+for|was\s+for|related\s+to|relating\s+to"
    r"|carried|carrying|held|holding|owed|owing|possessed|possessing)\s+"
    r"(?:(?:the|a|an|any)\s+)?$",
    re.IGNORECASE,
)


def only_joins(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a verb only joins what is counted to the label that says of which sort it is ("*covered* tugs")."""
    after = next((w for w in question.words if w.start >= word.end), None)
    joined = _JOINS.search(question.text[: after.start]) if after is not None else None
    if after is None or joined is None or not joined.start() <= word.start or word.ids & listed.labelled:
        return False
    ways = (w for w in listed.ways if w.role is Role.CATEGORY)
    return any(after.ids & label.ids for w in ways for label in w.labels)


_ENDS = regex(r"\b(?P<deed>ended|resulted|culminated|led|finished)\s+(?:up\s+)?(?:with|in|to|as)\b", re.IGNORECASE)
OUTCOMES = features("outcome result")


def only_ends(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a verb only joins what is counted to its outcome, which a heading tells ("*ended* in a rescue")."""
    match = next((m for m in _ENDS.finditer(question.text) if m.start("deed") == word.start), None)
    if match is None or word.ids & listed.labelled:
        return False
    outcomes = [w for w in listed.ways if w.role is Role.CATEGORY and w.name_ids & OUTCOMES]
    after = [w for w in question.words if w.start >= match.end() and not w.general]
    return any(alike(w.ids, label.ids) for w in after[:2] for way in outcomes for label in way.labels)


_OFFERS = regex(
    r"\bhow\s+many\s+[^?;]*?\b(?:did|do|does)\b[^?;]*?\b(?P<deed>offer|provide|supply)\b(?!\s+to\b)", re.IGNORECASE
)


def only_offers(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a verb only says whose they are that are counted: "how many berths did ferries *offer*"."""
    match = _OFFERS.search(question.text)
    return match is not None and match.start("deed") == word.start and not word.ids & listed.labelled


_COMMITS = regex(r"\b(?:commit(?:s|ted|ting)?|perpetrated?|carr(?:y|ied)\s+out)\b(?!\s+(?:for|to)\b)", re.IGNORECASE)


def only_commits(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a verb only says that there were such offences as the table counts: "thefts that crews *committed*"."""
    said = any(m.start() <= word.start < m.end() for m in _COMMITS.finditer(question.text))
    counts = any(lexicon().kind(i) == "offence" for i in listed.counted)
    return said and counts and not word.ids & listed.labelled


_SENT = regex(
    r"\b(?:was|were|been|being|got|are|is|people|those|who|had)\s+(?P<deed>sent|served|issued|handed|given)\s+(?:out\s+)?(?:with\s+)?"
    r"(?:(?:an?|the|their|his|her|any|such)\s+)?$",
    re.IGNORECASE,
)


def only_sent(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a verb only joins people to what is addressed to them, which the table counts: those "*sent* a reminder",
    of reminders. Where a label says such a deed it tells one from another."""
    after = [w for w in question.words if w.start >= word.end][:3]
    match = _SENT.search(question.text[: after[0].start]) if after else None
    if match is None or match.start("deed") != word.start or listed.labelled & _DEALT:
        return False
    heads = features(
        ". ".join(_OF.split(words, maxsplit=1)[0] for words in (listed.dataset.measure, listed.dataset.title))
    )
    return any(w.ids & heads & listed_words("addressed") for w in after)


_DEALT = features("sent. served. issued. given. handed. received")
_OF = regex(r"\b(?:of|by|for|to|against|in|on|from|with|about)\b|[,:(]", re.IGNORECASE)


_USED = frozenset({"use"})
_USED_OF = regex(
    r"(?:['\u2019]s?)?\s+(?:(?:of|the|an?|its|their|any|all|was|were|been|being|is|are|has|have|had|got)\s+){0,3}",
    re.IGNORECASE,
)
_DONE_WITH = regex(r"(?:[a-z-]+\s+)?[a-z-]{2,}(?:ed|awn|own|ings?)", re.IGNORECASE)
_WAYS = 2
"""So many of its labels at least say what was done with it."""


def only_used(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only says that a weapon or a piece of gear was *used*, of a table that counts it by what was done
    with it ("Flares": "Lit", "Fired"): so many uses, and no such pieces."""
    if not word.ids & _USED or word.ids & listed.labelled or not listed.counted & listed_words("gear"):
        return False
    beside = (w for w in question.words if w.ids & listed.counted & listed_words("gear"))
    if not any(_USED_OF.fullmatch(question.text[min(w.end, word.end) : max(w.start, word.start)]) for w in beside):
        return False
    ways = (w for w in listed.ways if w.role in (Role.CATEGORY, Role.MEASURE))
    return any(sum(map(_done_with, way.labels)) >= _WAYS for way in ways)


def _done_with(label: Label) -> bool:
    """Whether a label is called by a deed ("Lit", "Firings", "Non-discharges")."""
    named = _DONE_WITH.fullmatch(label.code.words) is not None
    return named or any(lexicon().kind(i) == "action" for i in label.ids)


_GROUNDS = regex(r"\bon\s+(?:the\s+)?(?P<what>[a-z-]+)\s+(?P<grounds>grounds?)\b", re.IGNORECASE)


def only_on_grounds(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether "grounds" only joins what is counted to its reason, which the table is about as a whole: "recalls on
    *safety* grounds", of a table of safety. Where a heading tells the grounds apart it is one of those."""
    match = next((m for m in _GROUNDS.finditer(question.text) if m.start("grounds") == word.start), None)
    before = [w for w in question.words if match is not None and w.start == match.start("what")]
    headed = frozenset().union(*(w.name_ids for w in listed.ways))
    return any(w.ids & listed.titled for w in before) and not word.ids & headed


def sensed(question: Asked, listed: Listed) -> Asked:
    """QUESTION with each word of two senses read in the one that the table speaks of: those "admitted" to a ward, of
    admissions; a licence that a port "did issue", of licences issued."""
    other = senses()
    told = listed.about | listed.labelled
    unsaid = {w: w.ids - told for w in question.words}  # where a table speaks of the word's own sense, that is meant
    meant = {w: frozenset().union(*(other.get(i, frozenset()) for i in ids)) & told for w, ids in unsaid.items()}
    if not any(meant.values()):
        return question
    words = (replace(w, ids=w.ids | meant[w], kind="action") if meant[w] else w for w in question.words)
    return replace(question, words=tuple(words))
