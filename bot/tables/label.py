"""The labels of a table as a question may name them: their terms, what in them must be named, and which are totals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from bot.tables.ages import ADULT, CHILD, GROWN, NOT_GROWN, Band, ages_of, only_band, single_age
from bot.tables.denials import one_on_another, said_otherwise
from bot.tables.grades import grades_in
from bot.tables.listed_as import terms_listed
from bot.tables.once import extremes, once_or_more
from bot.tables.statistic import statistic
from bot.tables.words import DAY_OF_YEAR, features, keys, light, recent, seasons_in, spelt_numbers, words_of
from corpus.cube import Code, Dimension, Role, is_share
from corpus.formats.statistics.deed_days import is_price
from corpus.formats.statistics.regions import letters_of_areas
from corpus.formats.statistics.running import twins
from corpus.formats.statistics.sexes import sexes_by_letter
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Label", "Need", "Pairs", "Way", "own_words", "pairs_of", "several", "single", "spaced"]

_TOTAL = regex(r"(?:(?:grand|overall|sub-?)\s+)?totals?\b|all\b(?!\s+other\b)|\btotals?$", re.IGNORECASE)
_BRACKET = regex(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_OF_WHICH = regex(r"[,;:]?\s*\bof which\b:?\s*", re.IGNORECASE)
_DENIED = regex(
    r"\b(?:non|not|no(?!\.)|without|never|un|outside|excluding|except|other\s+than|apart\s+from)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_NON = regex(r"\bnon[\s-](?!seasonal)", re.IGNORECASE)
"""What sorts by a name ("Non-officer", beside "Officer"), and says of no deed that it was not done; figures that are
not adjusted for the season are the same as those that are."""
_OTHER = regex(r"(?<!\bor )(?<!\band )\bothers?\b(?!\s+than\b)", re.IGNORECASE)
_JOINED = regex(r"_+|(?<=[a-z])(?=[A-Z])")


class Need(NamedTuple):
    """A term of a label, and the terms of its words one by one, which name it too."""

    term: str
    words: frozenset[str]

    def met(self, told: frozenset[str]) -> bool:
        """Whether TOLD names it."""
        return self.term in told or (bool(self.words) and self.words <= told)


Pairs = tuple[tuple[frozenset[str], frozenset[str]], ...]


def pairs_of(words: str) -> Pairs:
    """The terms of each two words of a name that follow one another ("overseas residents")."""
    return tuple((a.ids, b.ids) for a, b in pairwise(words_of(words)))


@dataclass(frozen=True, slots=True)
class Label:
    """One code of a dimension as a question may name it."""

    n: int
    code: Code
    keys: tuple[str, ...]
    ids: frozenset[str]
    needed: frozenset[Need]
    """The terms that a question must say to name it in full; what stands in brackets need not be said."""
    band: Band | None
    headed: frozenset[str]
    """The terms that it bears together with its heading, any of which names it."""
    partly: bool
    """Whether it may be named by a part of its words; a total never is, nor what only might have come to be."""
    pairs: Pairs
    """The terms of each two of its words that follow one another."""
    denies: bool
    """Whether it denies something ("not stated"): it is then named only as it is spelt."""

    @property
    def left_over(self) -> bool:
        """Whether it is of what no other label names ("Europe Other", "Rest of Wales"): a part of its words alone never
        names it."""
        return not self.needed.isdisjoint((_LEFT_OVER, _REST))


_LEFT_OVER, _REST = Need("other", frozenset()), Need("rest", frozenset())
_SIDES = frozenset({"north", "south", "east", "west", "mid"})
"""What a district is called by of a place that it is a part of."""


class Way:
    """A dimension with its labels. ``plainly`` are terms that a total may bear and be of everything."""

    def __init__(
        self,
        n: int,
        dimension: Dimension,
        plainly: frozenset[str] = frozenset(),
        acronyms: Mapping[str, str] | None = None,
        counted: str = "",
        called: Mapping[int, str] | None = None,
    ) -> None:
        """ACRONYMS are those that the words about the table spell out; COUNTED says what its measures are of; CALLED
        what its codes are named elsewhere."""
        self.called = called or {}
        self._counted = counted if dimension.role is Role.MEASURE else ""
        self.n = n
        self.dimension = dimension
        self._plainly = plainly
        self._acronyms = acronyms or {}

    @property
    def role(self) -> Role:
        return self.dimension.role

    @cached_property
    def name_ids(self) -> frozenset[str]:
        """The terms of its heading."""
        return features(spaced(self.dimension.name))

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Its codes, in the table's order."""
        heading = " ".join(spaced(own_words(self.dimension.name)).split()[:4])
        codes = self.dimension.codes
        words = [code.words for code in codes]
        spelt = sexes_by_letter(self.dimension.name, words) or letters_of_areas(self.dimension.name, words)
        spelt = spelt or dict(self.called)
        read = (replace(c, words=spelt.get(n, c.words)) for n, c in enumerate(codes))
        made = [_label(n, code, heading, self._acronyms, _whole_of(code, codes)) for n, code in enumerate(read)]
        for pair in twins([code.words for code in codes]).items() if self.role is Role.MEASURE else ():
            for n in pair:  # that one is of its day and the other of all days need not be said to name what they count
                made[n] = replace(made[n], needed=frozenset(x for x in made[n].needed if x.term not in _HOW_COUNTED))
        made = [replace(one, needed=needs) if (needs := self._leaf_needs(one)) else one for one in made]
        more = terms_listed(self._counted, [label.ids for label in made])
        return _told_apart([replace(one, ids=one.ids | said) for one, said in zip(made, more, strict=True)])

    @cached_property
    def _leaves(self) -> Counter[str]:
        return Counter(code.words.partition(", ")[2] for code in self.dimension.codes)

    @cached_property
    def _groups(self) -> Counter[str]:
        return Counter(code.words.partition(", ")[0] for code in self.dimension.codes if ", " in code.words)

    def _leaf_needs(self, label: Label) -> frozenset[Need]:
        """What must be said to name a measure of several words under a heading that others stand under too, where no
        other is called so: its own words, and not the heading's ("Running costs, Berth dues raised")."""
        group, _, leaf = label.code.words.partition(", ")
        if self.role is not Role.MEASURE or self._groups[group] < 2 or self._leaves[leaf] > 1:
            return frozenset()
        needs = _needs(own_words(spaced(leaf)))
        return needs if len(needs) > 1 and needs < label.needed else frozenset()

    @cached_property
    def common(self) -> frozenset[str]:
        """The terms that most of its labels share, which tell none of them apart."""
        plain = [label.ids for label in self.labels if label.n not in self.sums]
        if len(plain) < 2:
            return frozenset()
        every = frozenset().union(*plain)
        counts = self._counts()
        pool = counts if len(counts) > 1 else plain
        often = frozenset(i for i in every if sum(i in ids for ids in pool) * 2 > len(pool))
        telling = frozenset(i for i in often if i.isdigit() and not all(i in ids for ids in plain))
        return often - {ADULT, CHILD} - telling - self._denied_once

    @cached_property
    def kinds_of(self) -> Mapping[str, frozenset[int]]:
        """The labels that fall under each wider term ("armed forces", of a navy and an army)."""
        found: dict[str, set[int]] = {}
        for label in self.labels:
            wider = (i for need in label.needed for i in lexicon().broader(need.term))
            for term in wider if label.n not in self.sums else ():
                found.setdefault(term, set()).add(label.n)
        return {term: frozenset(codes) for term, codes in found.items()}

    def _counts(self) -> list[frozenset[str]]:
        """The terms of its plain counts, where its labels are measures: a share of what one counts tells it no less."""
        if self.role is not Role.MEASURE:
            return []
        counts = (one for one in self.labels if one.n not in self.sums and not is_share(one.code.unit))
        return [one.ids for one in counts if not statistic(one.code.words)]

    @property
    def _denied_once(self) -> frozenset[str]:
        """The terms that two labels share of which one denies them ("domestic", beside "non-domestic")."""
        bearing: dict[str, list[bool]] = {}
        for label in self.labels:
            for one in label.ids if label.n not in self.sums else ():
                bearing.setdefault(one, []).append(label.denies)
        if len(self.labels) - len(self.sums) < 3 and not any(_NON.search(one.code.words) for one in self.labels):
            return frozenset()  # the one and the other: nothing tells them apart but that one denies
        return frozenset(one for one, denied in bearing.items() if len(denied) == 2 and denied[0] != denied[1])

    @cached_property
    def sums(self) -> frozenset[int]:
        """The codes that are of several others: of all of them, or of those that they name ("Total Wales").

        A bare "Total" beside the price of one thing is what was paid in all, and no whole of the other columns.
        """
        if self.role is Role.MEASURE and any(is_price(label.code.words) for label in self.labels):
            return frozenset()
        return frozenset(label.n for label in self.labels if label.code.total or _TOTAL.match(label.code.words))

    @cached_property
    def plain(self) -> frozenset[int]:
        """The codes that say that they are of everything, and nothing more; to name one is to name no part."""
        found = frozenset(n for n in self.sums if all(need.met(self._plainly) for need in self.labels[n].needed))
        if self.role is not Role.MEASURE or found == self.sums:
            return found
        return frozenset(n for n in found if not self.labels[n].needed)  # "Total income", beside "Total spending"

    @cached_property
    def of_one_age(self) -> frozenset[str]:
        """ "child" or "adult" where its total is of these alone, since another is of the others ("Total children",
        "Total adults"), be it that the title speaks of the one alone."""
        ages = {n: self.labels[n].ids & {ADULT, CHILD} for n in self.sums}
        mine = frozenset().union(*(ages[n] for n in self.totals))
        others = frozenset().union(*(ages[n] for n in self.sums - self.totals))
        return mine if len(mine) == 1 and others == {ADULT, CHILD} - mine else frozenset()

    @cached_property
    def totals(self) -> frozenset[int]:
        """The codes that are of all the others; where none says so outright, those that the table itself marks."""
        return self.plain or frozenset(n for n in self.sums if self.labels[n].code.total)

    @cached_property
    def of_whole(self) -> frozenset[str]:
        """What is said of all of its labels by that which is their total, and by none of the others."""
        if self.role in (Role.TIME, Role.MEASURE) or len(self.totals) != 1:
            return frozenset()
        parts = frozenset().union(*(label.ids for label in self.labels if label.n not in self.totals))
        return frozenset().union(*(self.labels[n].ids for n in self.totals)) - parts

    @cached_property
    def of_some(self) -> frozenset[str]:
        """What its heading says of some of those that it tells apart, since a label denies it of the others ("Berth
        holders": "No berth")."""
        denied = frozenset().union(*(label.ids for label in self.labels if _NOT_THAT.match(label.code.words)))
        return denied & self.name_ids if self.role is Role.CATEGORY else frozenset()

    @cached_property
    def of_every(self) -> frozenset[str]:
        """The terms that every one of its labels bears, but for totals: all that the table counts is of these."""
        own = [label.ids for label in self.labels if label.n not in self.sums]
        named = self.role is Role.CATEGORY and len(own) > 1
        return frozenset[str].intersection(*own) if named else frozenset()

    @cached_property
    def of_countries(self) -> bool:
        """Whether most of its labels are each a country of the world by its name."""
        some = [label.code.words for label in self.labels[:40]] if self.role is not Role.TIME else []
        return len(some) > 2 and sum(map(_is_country, some)) * 2 > len(some)

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The codes that others are parts of."""
        return frozenset(c.parent for c in self.dimension.codes if c.parent is not None)

    @cached_property
    def holding(self) -> dict[int, frozenset[int]]:
        """The places that others of the table lie in, each with those: England with its regions."""
        lex = lexicon()
        named: dict[str, list[int]] = {}
        around: dict[int, frozenset[str]] = {}
        for label in self.labels:
            told = {need.term for need in label.needed if lex.kind(need.term) == "place"}  # no place within its name
            places = told or {i for i in label.ids if lex.kind(i) == "place"}
            around[label.n] = frozenset().union(*map(lex.broader, places))
            if any(one.id in _SIDES for one in lex.terms(own_words(label.code.words))):
                continue  # "West Lancashire" is a district there, and holds no other
            for place in places - around[label.n]:  # "East of England" names what England holds, and not England
                named.setdefault(place, []).append(label.n)
        held: dict[int, set[int]] = {}
        for part, wider in around.items():
            for whole in (n for place in wider for n in named.get(place, ()) if n != part):
                held.setdefault(whole, set()).add(part)
        return {whole: frozenset(parts) for whole, parts in held.items()}

    def above(self, code: int) -> frozenset[int]:
        """Every code that this one is a part of, however far up; the totals of all among them."""
        found: set[int] = set()
        at = self.dimension.codes[code].parent
        while at is not None and at not in found:
            found.add(at)
            at = self.dimension.codes[at].parent
        return frozenset(found | self.totals) - {code} if code not in self.totals else frozenset()

    def parts(self, code: int) -> tuple[int, ...]:
        """The smallest rows that the table has as parts of CODE; none of a total of all."""
        under = (n for n in range(len(self.labels)) if n not in self.wholes and code in self.above(n))
        return () if code in self.totals else tuple(under)

    @cached_property
    def spelt(self) -> dict[tuple[str, ...], list[int]]:
        """The labels by their words."""
        found: dict[tuple[str, ...], list[int]] = {}
        for label in self.labels:
            if label.keys and label.needed and label.n not in self.sums and not _one_letter(label.keys):
                plain = keys(spaced(own_words(label.code.words)))
                others = (*said_otherwise(plain), *one_on_another(plain, several(plain[:1])[0] if plain else ""))
                for one in dict.fromkeys((label.keys, plain or label.keys, *others)):
                    found.setdefault(one, []).append(label.n)
        for n in self.called:
            found.setdefault(keys(self.dimension.codes[n].words), []).append(n)
        headed = keys(spaced(own_words(self.dimension.name)))
        for label in self.labels if headed else ():  # "still cordial", where "Still" stands under "Cordial"
            if label.keys and not label.needed and label.n not in self.sums:
                found.setdefault((*label.keys, *headed), []).append(label.n)
        for label in self.labels:  # the lowest of its headings, where no other is called so
            leaf = keys(spaced(own_words(label.code.words.rpartition(", ")[2])))
            if leaf == label.keys or not label.needed or label.n in self.sums or _one_letter(leaf):
                continue
            turned = (*leaf, *label.keys[: len(label.keys) - len(leaf)])  # "still cordial", of "Cordial, still"
            for one in ((leaf,) if len(leaf) > 1 else ()) + (turned,):
                found.setdefault(one, []).append(label.n)
        for label in self.labels:  # "East Asia", of "Asia East"
            first, *rest = label.keys or ("",)
            if rest and label.needed and _names_place(first) and label.n not in self.sums:
                found.setdefault((*rest, first), [label.n])
        for label in self.labels:  # "day tickets" too, where no label is called so
            if len(label.keys) > 1 and label.needed and label.n not in self.sums:
                for one in (several(label.keys), single(label.keys)):
                    found.setdefault(one, [label.n])
        return found

    @cached_property
    def bearing(self) -> dict[str, list[int]]:
        """The labels by the terms that they bear."""
        found: dict[str, list[int]] = {}
        for label in self.labels:
            named = label.ids if label.band is None else label.ids & {ADULT, CHILD}
            for one in named if label.needed and label.n not in self.plain else ():
                found.setdefault(one, []).append(label.n)
        return found

    @cached_property
    def bands(self) -> tuple[tuple[int, Band], ...]:
        """The labels that are bands of ages, or of other numbers."""
        told = tuple((label.n, label.band) for label in self.labels if label.band is not None)
        ages = ((label.n, single_age(label.code.words)) for label in self.labels if _AGE in self.name_ids)
        return (*told, *((n, band) for n, band in ages if band is not None))


def _one_letter(spelt: tuple[str, ...]) -> bool:
    """Whether a label is spelt with one letter: "a" of a question is no grade "A"."""
    return len(spelt) == 1 and len(spelt[0]) == 1 and spelt[0].isalpha()


_HOME = frozenset({"united-kingdom", "great-britain", "england", "wales", "scotland", "northern-ireland"})


def _is_country(words: str) -> bool:
    """Whether WORDS are the name of a place that lies in no other but a part of the world."""
    told = lexicon().terms(words)
    if len(told) != 1 or told[0].kind != "place" or told[0].id in _HOME:
        return False
    return not lexicon().broader(told[0].id) & _HOME


def _names_place(word: str) -> bool:
    """Whether one word names a place by itself."""
    return any(t.kind == "place" for t in lexicon().terms(word.title()))


_GOES_ON = regex(r"(?:from|in|of|on|at|by|with|without|to|for|against|under|involving)\s")


def _whole_of(code: Code, codes: Sequence[Code]) -> str:
    """The words of the row that CODE is a part of, where its own only go on from them ("Boats lost", "at sea")."""
    own = own_words(code.words)
    return codes[code.parent].words if code.parent is not None and _GOES_ON.match(own) else ""


def _label(n: int, code: Code, heading: str, acronyms: Mapping[str, str], whole: str) -> Label:
    """One label; WHOLE is what its words go on from, if they do."""
    words = spaced(code.words)
    own = own_words(words)
    headed = _with_heading(own, heading) | _with_heading(whole, own)
    past = recent(own)
    lately = frozenset(term for _, _, term in past)
    for start, end, _ in past:
        own = own[:start] + " " * (end - start) + own[end:]
    ids = features(words) | ages_of(code.words) | spelt_numbers(own) | headed | lately
    total = bool(code.total or _TOTAL.match(code.words))
    needed = _needs(own) or _needs(words) or _sort_of(own)
    spelt = {short: features(full) for short, full in acronyms.items() if short in own.split()}
    if spelt:
        ids = ids.union(*spelt.values())
        meant = {i: terms for short, terms in spelt.items() for i in lexicon().ids(short)}
        needed = frozenset(Need(one.term, meant.get(one.term, one.words)) for one in needed)
    needed |= {Need(term, frozenset()) for term in lately}
    unsaid = _TOTAL_IDS | _of_grown(own) if total else frozenset[str]()
    needed = frozenset(one for one in needed if one.term not in unsaid)
    denies = any(not _spoken_whole(words, m.start()) for m in _DENIED.finditer(words))
    partly = not total and _FEARED.match(own) is None
    return Label(n, code, keys(words), ids, needed, only_band(code.words), headed, partly, pairs_of(own), denies)


_FEARED = regex(r"(?:at\s+)?(?:risks?|threats?|fears?|danger|threatened|likelihood|possibility)\b", re.IGNORECASE)
"""What a label begins with that counts what might come to be ("Risk of sinking"): it is not named by what did."""


def _spoken_whole(words: str, at: int) -> bool:
    """Whether what denies at a place in WORDS is a part of one term ("found *not* guilty"), which tells what is."""
    return any(t.start < at < t.end and t.kind in ("concept", "action") for t in lexicon().terms(words))


def _told_apart(labels: Sequence[Label]) -> tuple[Label, ...]:
    """LABELS, of which one that else says what another does must be named by what tells them apart: of those to whom
    something befell at least once ("One or more repairs", beside "Repairs"), of the most or the least exposed."""
    needs = {label.needed for label in labels if not once_or_more(label.code.words)}
    hows: dict[str, set[str]] = {}
    for label in labels:
        for _, how, term in extremes(label.code.words):
            hows.setdefault(term, set()).add(how)
    made = []
    for label in labels:
        once = {term for _, _, term in once_or_more(label.code.words)}
        ends = {f"{how}-{term}" for _, how, term in extremes(label.code.words) if len(hows[term]) > 1}
        must = ends | (once if label.needed in needs else set())
        more = frozenset(Need(term, frozenset()) for term in must)
        made.append(replace(label, ids=label.ids | once | ends, needed=label.needed | more) if once | ends else label)
    return tuple(made)


AT_A_TIME = regex(
    r"\b(?:as\s+)?(?:at|on)\s+(?:the\s+)?(?:end|start|beginning|close|last day)\s+of\s+(?:the\s+|each\s+)?"
    r"(?:quarter|month|year|week|period)\b",
    re.IGNORECASE,
)
"""When a stock is counted, which its label tells beside what it is ("Boats moored *at end of month*")."""
_INCLUDING = regex(r"(?<=\w),?\s+(?:including|incl\.?|inclusive of)\s.+$", re.IGNORECASE)
"""What a label says that it holds too, which need not be said to name it ("All boats *including rafts*")."""


def _needs(words: str) -> frozenset[Need]:
    """What must be said to name a label of WORDS; words that only ask, and general ones, need not."""
    words = _INCLUDING.sub("", DAY_OF_YEAR.sub(" ", AT_A_TIME.sub(" ", words)))
    deed = lexicon().terms(_MERELY_DONE.sub("", words))[-1:]
    words = _MERELY_DONE.sub("", words) if deed and deed[0].kind == "action" else words
    found = {Need(number, frozenset()) for number in spelt_numbers(words)}
    found |= {Need(grade, frozenset()) for _, _, grade in grades_in(words)}
    found |= {Need(season, frozenset()) for season in seasons_in(words)}
    found |= {_LEFT_OVER for _ in _OTHER.finditer(words)}
    for term in lexicon().terms(words):
        if lexicon().general(term.id) or term.id in light():
            continue
        parts = frozenset(i for w in term.words.split() for i in features(w))
        found.add(Need(term.id, parts - {term.id}))
    return frozenset(found)


def _of_grown(total: str) -> frozenset[str]:
    """The numbers of a TOTAL of all children or all adults that only say who these are ("Total adults 18 and over")."""
    band = only_band(_TOTAL.sub("", total).strip())
    return spelt_numbers(total) if band in (GROWN, NOT_GROWN) else frozenset()


_SORTS = frozenset({"higher", "lower", "greater", "national"})


def _sort_of(words: str) -> frozenset[Need]:
    """What must be said to name a label that is but a word that elsewhere compares ("Higher", of apprenticeships)."""
    (word, *more) = keys(words) or ("",)
    ids = {t.id for t in lexicon().terms(word)} if word in _SORTS and not more else set()
    return frozenset(Need(i, frozenset()) for i in ids)


_AGE = "age"
_NOT_THAT = regex(r"(?:no(?!\.)|not|non|without)\b", re.IGNORECASE)
_TOTAL_IDS = frozenset({"total", "all", "overall", "grand"})
_HOW_COUNTED = frozenset({"daily", "new", "weekli", "monthli", "cumul"})
_MERELY_DONE = regex(r"(?<=\w)\s+(?:performed|carried\s+out|undertaken|conducted)$", re.IGNORECASE)
"""That a deed which a label counts was done ("Repairs *carried out*"), which need not be said to name it."""


def _with_heading(label: str, heading: str) -> frozenset[str]:
    """The terms that a label bears together with its heading alone: "Metropolitan" under "Police force"."""
    if not label or not heading:
        return frozenset()
    terms = lexicon().terms(f"{label} {heading}")
    return frozenset(t.id for t in terms if t.start < len(label) < t.end and not lexicon().general(t.id))


def several(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with their last in the plural: ("day", "tickets")."""
    last = words[-1]
    ending = "ies" if last[-1:] == "y" and last[-2:-1] not in tuple("aeiou") else "es" if last[-1:] in "sxz" else "s"
    return (*words[:-1], (last[:-1] if ending == "ies" else last) + ending)


def single(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with their last in the singular, where it ends as a plural does."""
    last = words[-1]
    if len(last) < 4 or not last.endswith("s") or last.endswith("ss"):
        return words
    return (*words[:-1], last[:-3] + "y" if last.endswith("ies") else last[:-1])


def own_words(words: str) -> str:
    """A label less its brackets and "of which"."""
    return _OF_WHICH.sub(" ", _BRACKET.sub("", words)).strip() or words


def spaced(words: str) -> str:
    """A label with its words apart: ``school_type``, ``SchoolType``."""
    return _JOINED.sub(" ", words)
