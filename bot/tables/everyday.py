"""Everyday words for what a table says in its own: "officer strength", "the rate", "were left", an acronym.

They say nothing of what is counted but what the table says anyway, and so restrict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.tables.ages import ADULT
from bot.tables.bound_for import sent_there
from bot.tables.catalog import Listed
from bot.tables.doers import only_does
from bot.tables.entitled import all_the_rows, of_fellows
from bot.tables.hear import Asked
from bot.tables.initials import by_initials
from bot.tables.label import Way, own_words
from bot.tables.lasting import only_lasts, speaks_of_length
from bot.tables.listed_sorts import as_listed
from bot.tables.matching import beside
from bot.tables.outcomes import decided_upon, only_decided
from bot.tables.particular import done
from bot.tables.pupils import as_pupils
from bot.tables.rates import gives_rates
from bot.tables.released_as import less_its_release
from bot.tables.residents import lives_there
from bot.tables.so_many import so_many
from bot.tables.spans import as_told
from bot.tables.statistic import as_rate, statistic, suited
from bot.tables.swings import only_moves
from bot.tables.their_area import is_their_area
from bot.tables.their_language import is_their_language
from bot.tables.verbs import (
    only_came_in,
    only_commits,
    only_ends,
    only_foreseen,
    only_joins,
    only_offers,
    only_on_grounds,
    only_owed,
    only_put_in,
    only_sent,
    only_used,
    sensed,
)
from bot.tables.whose import made_by_them
from bot.tables.words import COUNTS, Word, features, gathered, keys
from corpus.cube import Role
from corpus.formats.statistics.moments import year_of
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["said_anyway", "spelt_out"]

_RATE = frozenset({"rate"})
_AMOUNTS = frozenset({"strength", "headcount", "complement", "volume", "tally", "size"})
_OF = regex(r"\s+of\b", re.IGNORECASE)
_STILL = regex(
    r"\b(?:were|was|are|is)\s+(?:still\s+)?left\b|\bremain(?:ed|ing)\b"
    r"|\b(?:do|does|did)\s[^?,;]{1,60}?\bhave\s+(?:still\s+)?left\b",
    re.IGNORECASE,
)
_SHORT = regex(r"[A-Z]{2,6}s?")
_LEAST = 3
"""Two letters are the initials of a whole label alone."""
_MINOR = frozenset({"of", "the", "and", "for", "in", "by", "to", "a"})


def said_anyway(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word that names no label says only what the table says anyway."""
    if word.ids == _RATE and (gives_rates(listed) or _as_rate(listed.measures, question.text)):
        return True
    if listed.dataset.nature is Nature.STOCK and any(word.end == m.end() for m in _STILL.finditer(question.text)):
        return True
    if _kind_of_year(question, word, listed) or _calls_rows(question, word, listed) or _stays(question, word, listed):
        return True
    if _is_all_rows(word, listed):
        return True
    if listed.lasting and speaks_of_length(question.text) and only_lasts(question.text[word.start : word.end]):
        return True
    if (
        sent_there(question, listed, word)
        or done(question, word, listed)
        or only_moves(question.text, word.words, listed)
        or only_foreseen(word, listed)
        or only_joins(question, word, listed)
        or only_offers(question, word, listed)
        or only_ends(question, word, listed)
        or only_commits(question, word, listed)
        or only_came_in(question, word, listed)
        or only_put_in(question, word, listed)
        or only_sent(question, word, listed)
        or only_used(question, word, listed)
        or only_on_grounds(question, word, listed)
        or only_decided(word, listed)
        or decided_upon(question, word, listed)
        or lives_there(question, word, listed)
        or is_their_area(question, word, listed)
        or is_their_language(question, word, listed)
        or only_owed(word, listed)
        or only_does(word, listed)
        or of_fellows(question, word, listed)
        or all_the_rows(question, word, listed)
    ):
        return True
    if _in_its_money(word, listed) or made_by_them(question, word.start, listed):
        return True
    return _how_many(question, word, listed) or _all_grown(word, listed) or _as_marked(word, listed)


_MONEYS = {"\u00a3": frozenset({"pound"}), "$": frozenset({"dollar"}), "\u20ac": frozenset({"euro"})}


def _in_its_money(word: Word, listed: Listed) -> bool:
    """Whether a word only names the money in which the table tells all that it counts ("how many *pounds* more")."""
    return bool(word.ids & _MONEYS.get(listed.dataset.unit, frozenset()))


_MARKED = frozenset({"provisional"})


def _as_marked(word: Word, listed: Listed) -> bool:
    """Whether a word says how some of the table's figures are marked, as its notes tell: the figure is looked at for
    its mark when it is taken."""
    return bool(word.ids & _MARKED) and any(word.ids & features(words) for _, words in listed.dataset.notes)


_GROWN = regex(r"\badults\s+(?:aged\s+\d+|in\s+[A-Z])", re.IGNORECASE)


def _all_grown(word: Word, listed: Listed) -> bool:
    """Whether "adults" are all whom a survey asked, as the notes of its table say, and no label tells them apart."""
    if word.ids != {ADULT} or word.ids & listed.labelled:
        return False
    return any(_GROWN.search(words) for _, words in listed.dataset.notes)


def _as_rate(measures: Way | None, text: str) -> bool:
    """Whether "the rate" is what a measure tells in other words: in per cent, or "per 1,000 miles"."""
    if measures is None:
        return False
    return bool(as_rate(measures, text)) or all(
        "rate" in statistic(label.code.words) for label in suited(measures, text)
    )


_STAYS = regex(
    r"\b(?:were|was|are|is|been|those|people|children|households?)\s+(?P<deed>living|staying|placed|based|located|situated)"
    r"\s+(?:in|at|on|with)\s+(?:(?:the|a|an|their|its|some)\s+)?",
    re.IGNORECASE,
)


def _stays(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only joins whoever is counted to the label that says where they are ("*staying* in lighthouses").

    Where a label says the word itself ("Living alone") it tells one from another.
    """
    match = next((m for m in _STAYS.finditer(question.text) if m.start("deed") == word.start), None)
    if match is None or word.ids & listed.labelled:
        return False
    after = next((w for w in question.words if w.start >= match.end()), None)
    placed = [w for w in listed.ways if w.role is not Role.TIME]
    return after is not None and any(after.ids & label.ids for w in placed for label in w.labels)


_WHICH = regex(
    r"\b(?:(?:which|each|every)\s+(?:[A-Za-z]+\s+){0,2}|(?:what|by|per)\s+(?:[A-Za-z]+\s+)?"
    r"|what\s+(?:was|is|were|are)\s+(?:the\s+)?(?:[A-Za-z]+\s+){0,2})$",
    re.IGNORECASE,
)


_COUNTRIES = frozenset({"country", "nation"})
_AREAS = frozenset({"region", "country", "nation", "place"})
"""What rows of places may be called that no heading calls anything."""


def _is_all_rows(word: Word, listed: Listed) -> bool:
    """Whether a word is the sort of thing that all rows of a heading are: "the *armed forces*", of a navy, an army and
    an air force."""
    ways = (w for w in listed.ways if w.role not in (Role.TIME, Role.MEASURE, Role.PLACE))
    rows = ((w.kinds_of, len(w.labels) - len(w.sums)) for w in ways)
    return any(count > 1 and any(len(kinds.get(i, ())) == count for i in word.ids) for kinds, count in rows)


def _calls_rows(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only calls rows what most of their labels do ("which *trust*", of "Ambleby Trust" and others)."""
    if _WHICH.search(question.text[: word.start]) is None:
        return False
    said = question.text[word.start : word.end].lower().removesuffix("s")
    placed = [w for w in listed.ways if w.role is Role.PLACE]
    if placed and (said == "area" or (said in _AREAS and any(not w.dimension.name.strip() for w in placed))):
        return True
    if said in _COUNTRIES and any(w.of_countries for w in listed.ways):
        return True
    ways = [w for w in listed.ways if w.role not in (Role.TIME, Role.MEASURE) and word.ids & w.common]
    return len(ways) == 1


_BEGINS = {"financial": (4,), "fiscal": (4,), "tax": (4,), "calendar": (1,), "academic": (8, 9), "school": (8, 9)}
"""The month in which a year of each kind begins."""
_YEAR = regex(rf"\b(?P<kind>{'|'.join(_BEGINS)})\s+years?\b", re.IGNORECASE)


def _kind_of_year(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word says of which kind a year is ("which *financial* year"), and the table's years are of it."""
    said = next((m for m in _YEAR.finditer(question.text) if m.start("kind") == word.start), None)
    if said is None or listed.time is None:
        return False
    whole = (c.period for c in listed.time.dimension.codes if c.period is not None)
    years = [p.start.month for p in whole if p.start and p.end and _DAYS[0] <= (p.end - p.start).days <= _DAYS[1]]
    if said["kind"].lower() in _AT_SCHOOL and _PUPIL in listed.about and _of_no_kind(listed.time):
        return True  # of pupils, and what its years begin with it does not say
    return bool(years) and all(month in _BEGINS[said["kind"].lower()] for month in years)


_AT_SCHOOL = frozenset({"academic", "school"})
_PUPIL = "pupil"


def _of_no_kind(time: Way) -> bool:
    """Whether the years of a table are told over two ("2016/17"), and neither heading nor label says of which kind."""
    words = [label.code.words for label in time.labels]
    return year_of(time.dimension.name) is None and all("/" in one and year_of(one) is None for one in words)


_DAYS = (363, 366)


_HOW_BIG = regex(
    r"\bhow\s+(?P<big>big|large|strong)\s+(?:is|was|has|had|did)\s+(?P<what>(?:(?!(?:of|in|at|on|for|to|that)\b)[\w'-]+\s*){1,6})",
    re.IGNORECASE,
)


def _how_big(question: Asked, word: Word) -> bool:
    """Whether a word asks how many make up one thing: "how *big* was the fleet", but not how big each boat was."""
    match = _HOW_BIG.search(question.text)
    return match is not None and word.start == match.start("big") and bool(gathered() & set(keys(match["what"])))


_OR_LONGER = regex(
    rf"(?<![\w,.-])(?:\d[\d,.]*|{'|'.join(COUNTS)})\s+(?:[a-z]+\s+){{0,2}}?(?:or|and)\s+"
    r"(?P<word>longer|shorter|older|younger|greater|above)\b",
    re.IGNORECASE,
)


def _bounds(question: Asked, word: Word) -> bool:
    """Whether a word only says on which side of a number something lies ("three days or *longer*"), which is looked at
    with the number."""
    return any(m.start("word") == word.start for m in _OR_LONGER.finditer(question.text))


def _how_many(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only asks how many there are of what stands beside it: "the *volume* of claims"."""
    if _how_big(question, word) or _bounds(question, word):
        return True
    said = question.text[word.start : word.end].lower().rstrip("s")
    if said not in _AMOUNTS or word.ids & listed.labelled:
        return False
    after = [w for w in question.words if w.start >= word.end]
    of = _OF.match(question.text, word.end) is not None and bool(after) and bool(after[0].ids & listed.counted)
    return of or any(v is word and w.ids & listed.counted for w, v in beside(question))


def _sorted_out(question: Asked, listed: Listed) -> Asked:
    """QUESTION with each word for one sort of what a table counts read as the label's own word for that sort.

    "Expelled", of exclusions that are "permanent" or "fixed", is what a permanent exclusion is called.
    """
    sorts = listed.sorts
    meant = {
        w: frozenset().union(*(sorts[i] for i in w.ids if i in sorts)) for w in question.words if w.ids & sorts.keys()
    }
    if not meant:
        return question
    return replace(question, words=tuple(replace(w, ids=w.ids | meant[w]) if w in meant else w for w in question.words))


_DID = regex(
    r"\b(?:did|does|do)\b[^?,;]*?\b(?P<deed>[a-z]{3,})"
    r"(?=\s+(?:an?|the|their|its|any|more|fewer|less|most|fewest)\b|\s*(?:\?|$)|\s+(?:in|during|between|since)\s+\d)",
    re.IGNORECASE,
)


def _as_deeds(question: Asked) -> Asked:
    """QUESTION with a verb read as a label says it was done too: "did they *light* a lamp", of lamps "lighted".

    A verb may be spelt like a thing ("fire", "house"), which it then does not mean alone.
    """
    at = {m.start("deed"): m["deed"].lower() for m in _DID.finditer(question.text)}
    if not any(w.start in at for w in question.words):
        return question
    words = (replace(w, ids=w.ids | _done(at[w.start])) if w.start in at else w for w in question.words)
    return replace(question, words=tuple(words))


def _done(verb: str) -> frozenset[str]:
    return features(f"{verb}d" if verb.endswith("e") else f"{verb}ed")


_BOTH_NATIONS = frozenset({"england-and-wales"})
_NATIONS = ("england", "wales")


def _parted(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "England and Wales" read as the two, for a table that has a row for each and none for both."""
    if not any(w.ids & _BOTH_NATIONS for w in question.words):
        return question
    held = [label.ids for way in listed.ways if way.role is not Role.TIME for label in way.labels]
    if listed.places & _BOTH_NATIONS or any(ids & _BOTH_NATIONS for ids in held):
        return question
    if not all(frozenset({one}) in held for one in _NATIONS):
        return question
    words = (_alone(question, w) if w.ids & _BOTH_NATIONS else w for w in question.words)
    return replace(question, words=tuple(words))


def _alone(question: Asked, word: Word) -> Word:
    said = question.text[word.start : word.end]
    return replace(word, ids=word.ids - _BOTH_NATIONS, words=said, whole=(word.start, word.end))


def spelt_out(question: Asked, listed: Listed) -> Asked:
    """QUESTION with each acronym, of no place and no body, read as the words of the table whose initials it is."""
    question = as_listed(_less_kinds_of_years(less_its_release(question, listed), listed), listed)
    question = by_initials(so_many(as_pupils(as_told(question, listed), listed), listed), listed)
    question = sensed(_sorted_out(_parted(_as_deeds(question), listed), listed), listed)
    unknown = [w for w in question.words if _is_short(question, w)]
    meant = {w: ids for w in unknown if (ids := _spelt(question.text[w.start : w.end], listed))}
    if not meant:
        return question
    words = tuple(replace(w, ids=w.ids | meant[w]) if w in meant else w for w in question.words)
    return replace(question, words=words)


def _less_kinds_of_years(question: Asked, listed: Listed) -> Asked:
    """QUESTION, of which a word that only says of which kind its years are names nothing else: "over the three *school*
    years" is of no number of schools."""
    kinds = {w.start for w in question.words if _kind_of_year(question, w, listed)}
    if not kinds:
        return question
    words = (
        replace(w, ids=frozenset({f"{w.words.lower()}-year"}), kind="word") if w.start in kinds else w
        for w in question.words
    )
    return replace(question, words=tuple(words))


def _is_short(question: Asked, word: Word) -> bool:
    known = word.kind in ("place", "body", "nationality")
    return not known and _SHORT.fullmatch(question.text[word.start : word.end]) is not None


def _spelt(short: str, listed: Listed) -> frozenset[str]:
    """The terms of the words that follow one another in what a table counts, or in its title, and begin so."""
    wanted = short.removesuffix("s").lower()
    ways = (w for w in listed.ways if w.role is not Role.TIME)
    whole = {own_words(label.code.words) for w in ways for label in w.labels}
    meant = [told for told in whole if _initials(told) == wanted]
    if len(meant) == 1:
        return features(meant[0]) | {t.id for t in lexicon().terms(meant[0])}
    if len(wanted) < _LEAST:
        return frozenset()
    for told in (listed.dataset.measure, listed.dataset.title, *(w.dimension.name for w in listed.ways)):
        for run in _runs(told, len(wanted)):
            if "".join(w[0] for w in run).lower() == wanted:
                return features(" ".join(run)) | {t.id for t in lexicon().terms(" ".join(run))}
    return frozenset()


def _initials(words: str) -> str:
    plain = [w for w in re.findall(r"[A-Za-z]+", words) if w.lower() not in _MINOR]
    return "".join(w[0] for w in plain).lower() if len(plain) > 1 else ""


def _runs(words: str, length: int) -> Iterator[list[str]]:
    plain = [w for w in re.findall(r"[A-Za-z]+", words) if w.lower() not in _MINOR]
    for at in range(len(plain) - length + 1):
        yield plain[at : at + length]
