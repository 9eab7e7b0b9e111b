"""The statistical tables of a record, read as a question meets them: what each is about, and what its labels name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property

from bot.tables.around import asked_about, headed_places
from bot.tables.called_in_notes import called_in_notes
from bot.tables.deeds import DONE, deeds_of
from bot.tables.label import Label, Pairs, Way, own_words, pairs_of, spaced
from bot.tables.lasting import lasts
from bot.tables.named_elsewhere import Called, named_elsewhere, only_coded
from bot.tables.nations_in_short import nation_in_short
from bot.tables.proved_beside import Proved, told_beside
from bot.tables.shorts import shorts_of
from bot.tables.statistic import Basis, basis, statistic
from bot.tables.timed_beside import Timed, timed_beside
from bot.tables.words import features, implied, phrases, recent, spelt_numbers, together
from corpus.cube import Dataset, Role, is_share
from corpus.extract.dates import periods
from corpus.formats.statistics.acronyms import acronyms
from corpus.formats.statistics.measures import nature_of
from corpus.formats.statistics.vocabulary import areas_in_short, makers_in_short, parted
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature, Source, SourceKind

__all__ = ["Listed", "listed_of"]

_REVISED = regex(r"^(?:the\s+)?(?:newly\s+)?revised\s+", re.IGNORECASE)
"""How figures stand that a table gives anew; what it counts is named behind it."""
_SUMMED_UP = regex(r"^summary\s+(?=(?:of|by)\b)|(?<=\w)\s+summary$", re.IGNORECASE)
"""What a table is called that gives the main figures of others ("Running costs summary"), not "summary trials"."""


class Listed:
    """One dataset with its source."""

    def __init__(self, dataset: Dataset, source: Source, called: Called | None = None) -> None:
        """CALLED are the names of those of its codes that another table names."""
        self.dataset = dataset
        self.source = source
        self.called = called or {}
        self.names: dict[str, frozenset[str]] | None = None
        """The codes of areas that its rows name; None until they were looked for."""
        spelt = acronyms(self.words_about) if self.answers else {}
        self.ways = tuple(
            Way(n, d, self._plainly(d.name), spelt, dataset.measure, self.called.get(n))
            for n, d in enumerate(dataset.dimensions)
        )
        self.coded = only_coded(self.ways)
        self.shared: frozenset[str] = frozenset()
        """The terms of its labels that other tables have too, which say nothing of what it counts."""
        self.beside: tuple[str, ...] = ()
        """What the other tables of its document count, where it stands within prose."""
        self.proved: dict[str, tuple[Proved, ...]] = {}
        """What the numbers of each table beside it, by that one's id, prove that it counts and does not say."""
        self.timed_by: dict[str, Timed | None] = {}
        self.timed: Timed | None = None
        """The time that it does not say, as the numbers of a table beside it prove."""
        self.narrowed: frozenset[str] = frozenset()
        """What it says more of whom it counts than another table of its document that tells the same things apart."""
        self.fellows: frozenset[str] = frozenset()
        """The terms that the titles of other tables of the same answer say and its own does not: they are of those."""

    @cached_property
    def _denying(self) -> str:
        """What is said of all of it that denies something, a heading over its columns too; "" if nothing does."""
        told = [self.dataset.title, self.dataset.measure] if self.answers else []
        said = ". ".join((*told, *(d.name for d in self.dataset.dimensions)))
        return said if _DENYING.search(said) else ""

    def denies(self, words: str) -> bool:
        """Whether that denies what WORDS name ("with *no previous convictions*", "*Never rowed*")."""
        said = rf"{_DENYING.pattern}\s+{re.escape(words)}\b" if self._denying else ""
        return bool(said) and re.search(said, self._denying, re.IGNORECASE) is not None

    @cached_property
    def context(self) -> frozenset[str]:
        """The terms of what is said to have been done, in the words about a table of an answer; none where its own
        labels tell such deeds apart, since a deed may then be that of one of them alone.
        """
        told = " ".join(words for mark, words in self.dataset.notes if not mark) if self.answers else ""
        labels = " . ".join(c.words for w in self.ways if w.role is not Role.TIME for c in w.dimension.codes)
        if not told or deeds_of(labels) or DONE.search(labels):
            return frozenset()
        return frozenset(i for m in DONE.finditer(told) for i in features(m.group()))

    @property
    def answers(self) -> bool:
        """Whether it is a table within a written answer."""
        return self.source.kind is SourceKind.WRITTEN_ANSWER

    @cached_property
    def words_about(self) -> str:
        """What stands about it, and was asked."""
        return " ".join(words for mark, words in self.dataset.notes if not mark)

    @cached_property
    def asked_about(self) -> frozenset[str]:
        """The terms of what a Member asked that its table answers."""
        return asked_about(self.dataset) if self.answers else frozenset()

    @property
    def only_headed(self) -> bool:
        """Whether nothing says what a table of an answer counts but its labels: its measure is the answer's heading."""
        return self.answers and self.dataset.measure == self.source.title

    def _plainly(self, heading: str) -> frozenset[str]:
        """What a total may say without being the total of a part: what is counted, of which place, by what."""
        one = self.dataset
        told = (one.measure, one.geography, heading, "England. Wales. Great Britain. United Kingdom")
        return frozenset().union(*(features(spaced(words)) for words in told))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms of what its values count, as its measure says; that they were revised, or that it is a summary of
        them, narrows none of it."""
        return features(spaced(_SUMMED_UP.sub("", own_words(_REVISED.sub("", self.dataset.measure)))))

    @cached_property
    def one_by_one(self) -> frozenset[str]:
        """The terms of the several things that its measure only lists ("Boats, rafts and canoes"), each of them a
        measure of its own; none where what it counts is one thing."""
        labels = self.measures.labels if self.measures is not None else ()
        listed = len(labels) > 1 and all(label.ids and label.ids <= self.counted for label in labels)
        return frozenset().union(*(label.ids for label in labels)) if listed else frozenset()

    @cached_property
    def counted_widely(self) -> frozenset[str]:
        """Those terms with the general ones among them ("incidents")."""
        return frozenset(t.id for t in lexicon().terms(spaced(own_words(self.dataset.measure))))

    @cached_property
    def sorts(self) -> dict[str, frozenset[str]]:
        """The concepts that one word for a sort of what it counts stands for ("expelled"), each with the terms that
        say so in the table: "permanent", as its labels begin, and "exclusions"."""
        counted, *done = spaced(own_words(self.dataset.measure)).split() or [""]
        if done and not all(features(word) & deeds_of(self.dataset.measure) for word in done):
            return {}  # "Appeals determined" counts appeals
        firsts = {
            c.words.split()[0] for w in self.ways if w.role is not Role.TIME for c in w.dimension.codes if c.words
        }
        found = {}
        for first in firsts:
            for term in lexicon().terms(f"{first} {counted}"):
                if term.start == 0 and term.end > len(first) and term.kind == "action":
                    found[term.id] = features(first) | features(counted)
        return found

    @cached_property
    def shorts(self) -> tuple[frozenset[str], ...]:
        """The terms of each acronym in its measure, which say what is counted and may not go unsaid."""
        return shorts_of(self.dataset, self.source.title, self.ways, filed=self.only_filed)

    @cached_property
    def _unnamed(self) -> str:
        """Its measure without what has a name of its own: in "Takers of Island Grant by sex" nothing was granted."""
        title = self.dataset.title
        if not _IN_SENTENCE_CASE.search(title):
            return self.dataset.measure
        return _OWN_NAME.sub("", self.dataset.measure)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """What is said to have been done to what it counts ("passengers *searched*").

        Not what only one of its several measures counts ("Employment, unemployment").
        """
        one = self.dataset
        deeds = frozenset[str]() if self.only_headed else deeds_of(one.title if self.in_hand else self._unnamed)
        if self.measures is not None:
            measured = frozenset(i for label in self.measures.labels for i in label.ids)
            deeds = deeds & self._headings if self.only_filed else deeds
            deeds -= measured
        return deeds.union(*(who for about, who in implied().items() if about in deeds))

    @cached_property
    def in_hand(self) -> bool:
        """Whether it counts what was in hand on a day, as its title says ("Awaiting a berth"), of what its measure
        names as it comes in ("Applications")."""
        one = self.dataset
        waiting = one.nature is Nature.STOCK and nature_of(one.title) is Nature.STOCK
        return waiting and nature_of(one.measure) is Nature.FLOW

    @cached_property
    def of_every_row(self) -> frozenset[str]:
        """What goes without saying of those that all of its rows are of: pupils are at school."""
        rows = frozenset().union(*(way.of_every for way in self.ways))
        return frozenset().union(*(who for about, who in implied().items() if about in rows))

    @property
    def only_filed(self) -> bool:
        """Whether only its file's name says what it counts, which may say nothing of it ("scanned-final.csv")."""
        return self.dataset.title_at is None and not self.answers and self.dataset.title == self.source.title

    @property
    def _headings(self) -> frozenset[str]:
        return frozenset().union(*(way.name_ids for way in self.ways))

    @cached_property
    def basis(self) -> frozenset[Basis]:
        """Whether it counts heads or full-time equivalents, where it says so."""
        one = self.dataset
        return basis(f"{one.title} {one.measure} {one.sheet} {one.unit}")

    @cached_property
    def labelled(self) -> frozenset[str]:
        """The terms of all its labels but those of times."""
        ways = (w for w in self.ways if w.role is not Role.TIME)
        return frozenset().union(*(label.ids for w in ways for label in w.labels))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Its titles, its measures and its headings."""
        one = self.dataset
        told = [one.title, one.measure, self.source.title, one.sheet]
        told += [
            words
            for d in one.dimensions
            if d.role is Role.MEASURE
            for c in d.codes
            for words in (c.words, c.unit or "")
        ]
        told += [*(d.name for d in one.dimensions), *called_in_notes(own_words(one.measure), one.notes)]
        if self.only_filed:
            told += [areas_in_short(one.title), parted(one.title, [*(d.name for d in one.dimensions), one.measure])]
        return (*told, self.source.publisher) if self.answers else tuple(told)

    @cached_property
    def about(self) -> frozenset[str]:
        """The terms of its titles, its measures and its headings, and of who is counted without its being said."""
        named = frozenset().union(*(features(spaced(words)) for words in self.told))
        return named.union(self.told_together, *(who for about, who in implied().items() if about in named))

    @cached_property
    def told_together(self) -> frozenset[str]:
        """The terms of what it counts without its saying so, as its headings and labels tell together: of turnout at
        ballots by constituency, electors."""
        headed = frozenset().union(*(features(spaced(words)) for words in self.told))
        ways = (w for w in self.ways if w.role is not Role.TIME and not w.of_countries)
        kinds = headed.union(*(label.ids for w in ways for label in w.labels))
        told = headed | self.labelled
        found = (ids for ids, needed, others in together() if needed <= told and not others & kinds)
        return frozenset().union(*found)

    @cached_property
    def titled(self) -> frozenset[str]:
        """The terms of its titles, what it counts, and its headings, less those of its several measures."""
        one = self.dataset
        told = (one.title, one.measure, self.source.title, one.sheet, *(d.name for d in one.dimensions))
        named = frozenset().union(*(features(spaced(words)) for words in told))
        return named.union(*(who for about, who in implied().items() if about in named))

    @cached_property
    def titled_of_all(self) -> frozenset[str]:
        """Those of them that are said of all that it counts, and not only in the name of one of several measures.

        Of "Boats launched and average time to launch in fog, by pier" no fog is said of the boats.
        """
        names = [own_words(label.code.words) for label in self.measures.labels] if self.measures is not None else []
        title = self.dataset.title
        stood = [name for name in names if re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE)]
        if len(stood) < 2:
            return self.titled
        every = "|".join(re.escape(name) for name in sorted(stood, key=len, reverse=True))
        rest = re.sub(rf"\b(?:{every})\b", " ", title, flags=re.IGNORECASE)
        told = (rest, self.source.title, self.dataset.sheet, *(d.name for d in self.dataset.dimensions))
        named = frozenset().union(*(features(spaced(words)) for words in told))
        return named.union(*(who for about, who in implied().items() if about in named))

    @cached_property
    def subject(self) -> frozenset[str]:
        """The terms of what its title says that it is of, without what it is broken down by."""
        one = self.dataset
        return features(spaced(_BROKEN_DOWN.split(one.title, maxsplit=1)[0]))

    @cached_property
    def own(self) -> frozenset[str]:
        """Those terms without what its source as a whole is about, which tells nothing of whom this table counts."""
        one = self.dataset
        told = (one.title, *self.told[1:2], *self.told[4:])
        named = frozenset().union(*(features(spaced(words)) for words in told))
        return named.union(self.told_together, *(who for about, who in implied().items() if about in self.about))

    @cached_property
    def lately(self) -> frozenset[str]:
        """The stretches back from no date that its labels and titles name."""
        words = [c.words for d in self.dataset.dimensions for c in d.codes if d.role is not Role.TIME]
        return frozenset(term for one in (*words, *self.told) for _, _, term in recent(one))

    @cached_property
    def pairs(self) -> Pairs:
        """The terms of each two words that follow one another in its measure."""
        return pairs_of(spaced(own_words(self.dataset.measure)))

    @cached_property
    def titled_pairs(self) -> tuple[Pairs, ...]:
        """Those of its measure, and those of its title, less what it is broken down by."""
        return self.pairs, pairs_of(spaced(own_words(_BROKEN_DOWN.split(self.dataset.title, maxsplit=1)[0])))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that its title, its measures or its place name, less its dates and its own number."""
        one = self.dataset
        title = _OWN_NUMBER.sub(" ", one.title)
        for mention in periods(title, None):
            title = (
                title[: mention.span.start] + " " * (mention.span.end - mention.span.start) + title[mention.span.end :]
            )
        spells = ". ".join(m.group() for d in one.dimensions for m in _SPELL.finditer(d.name))
        return spelt_numbers(f"{title}. {one.measure}. {one.geography}. {spells}") | self.limits

    @cached_property
    def label_sets(self) -> tuple[frozenset[str], ...]:
        """The labels of each of its dimensions, in small letters."""
        return tuple(frozenset(code.words.casefold() for code in d.codes) for d in self.dataset.dimensions)

    @cached_property
    def limits(self) -> frozenset[str]:
        """The numbers that all its measures name: of voyages over 9 days, counted and as a share."""
        every = [spelt_numbers(spaced(label.code.words)) for label in (self.measures.labels if self.measures else ())]
        return every[0].intersection(*every[1:]) if every else frozenset()

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that all of it is about."""
        one = self.dataset
        wholes = (w.dimension.codes[n].words for w in self.ways if w.role is not Role.TIME for n in w.totals)
        labels = (c.words for d in one.dimensions if d.role is not Role.TIME for c in d.codes)
        short = nation_in_short(one.title, labels) if self.only_filed else ""
        told = ". ".join((one.geography, one.title, makers_in_short(one.title), short, *wholes))
        return frozenset(t.id for t in lexicon().terms(told) if t.kind == "place")

    @cached_property
    def title_times(self) -> frozenset[tuple[date | None, date | None]]:
        """The beginning and the end of each time that its title names, of which one may be that of one measure alone
        ("average wait in June, and boats moored as of 22 July")."""
        found = periods(self.dataset.title, None)
        days = ((m.when.first, m.when.last) for m in found if m.when is not None and m.relation in ("on", "as at"))
        return frozenset({*days, *((m.period.start, m.period.end) for m in found)}) - {(None, None)}

    @cached_property
    def headed_places(self) -> frozenset[str]:
        """The terms of the place that an answer is on by its heading, where its table tells none apart."""
        told = not self.answers or any(w.role is Role.PLACE for w in self.ways) or bool(self.places)
        return frozenset() if told else headed_places(self.source.title, self.words_about)

    @cached_property
    def of_nations(self) -> bool:
        """Whether one of its headings tells the nations of the United Kingdom apart, be it without its saying so."""
        held = ([phrases(label.code.words) for label in w.labels] for w in self.ways if w.role is Role.PLACE)
        return any(
            sum(bool(ids & _NATIONS) for ids in some) > 1 and all(ids <= _NATIONS | _HOME for ids in some)
            for some in held
        )

    @cached_property
    def lasting(self) -> bool:
        """Whether it, or one of its measures, tells how long something takes."""
        one = self.dataset
        codes = [label.code for label in self.measures.labels] if self.measures is not None else []
        told = (one.measure, one.title, one.sheet)
        return any(lasts(words, one.unit) for words in told) or any(lasts(c.words, c.unit or one.unit) for c in codes)

    @cached_property
    def counts(self) -> tuple[Label, ...]:
        """Those of its measures that are plain counts, beside rates and averages of what they count."""
        labels = self.measures.labels if self.measures is not None else ()
        return tuple(
            one for one in labels if one.code.additive and not is_share(one.code.unit) and not statistic(one.code.words)
        )

    @cached_property
    def of_every_count(self) -> frozenset[str]:
        """The terms that all its counts bear: what they are counts of, and its rates and averages rates of."""
        every = [one.ids for one in self.counts]
        return every[0].intersection(*every[1:]) if every else frozenset()

    def rated(self, codes: Collection[int]) -> bool:
        """Whether the measures of CODES are all rates or averages, whose own words need not say of whom."""
        counts = {one.n for one in self.counts}
        return bool(codes) and not counts & set(codes)

    @cached_property
    def time(self) -> Way | None:
        """The dimension that tells the times apart."""
        return next((w for w in self.ways if w.role is Role.TIME), None)

    @cached_property
    def measures(self) -> Way | None:
        """The dimension that tells apart what is counted."""
        return next((w for w in self.ways if w.role is Role.MEASURE), None)


_OWN_NAME = regex(r"(?<=\bof )(?:[A-Z][a-z]+ )+[A-Z][a-z]+\b")
_IN_SENTENCE_CASE = regex(r"\b(?:by|and|in|for|from)\s+[a-z]{3,}")
"""How a title goes on whose words have capitals only where they are names."""


def listed_of(
    ledger: Ledger, datasets: Iterable[Dataset], as_of: date | None, known: dict[str, Listed]
) -> tuple[Listed, ...]:
    """Those of DATASETS that had been published by AS_OF; KNOWN keeps what was read of them before."""
    every = tuple(datasets)
    sources = {s.id: s for s in ledger.sources_of(one.source_id for one in every)}
    found = []
    for one in every:
        source = sources[one.source_id]
        if as_of is not None and (day := source.known_by) is not None and day > as_of:
            continue
        held = known.get(one.id)
        if held is None or held.dataset is not one or held.source != source:
            held = known[one.id] = Listed(one, source)
        found.append(held)
    _name_areas(found, ledger, known)
    _shared(found)
    _beside(found)
    _fellows(found)
    told_beside(found, ledger)
    timed_beside(found, ledger)
    return tuple(found)


def _name_areas(found: list[Listed], ledger: Ledger, known: dict[str, Listed]) -> None:
    """Put a table anew whose areas have codes alone, where other tables now name more of them, or fewer."""
    called = named_elsewhere(found, ledger)
    for n, one in enumerate(found):
        if (mine := called.get(one.dataset.id, one.called)) != one.called:
            found[n] = known[one.dataset.id] = Listed(one.dataset, one.source, mine)


def _beside(found: list[Listed]) -> None:
    """Tell each table of a document what the others of it count: by their measures, and by each label that counts."""
    told: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        if one.dataset.within_prose and not one.answers:
            ways = (w for w in one.ways if w.role is not Role.TIME)
            words = [one.dataset.measure, *(c.words for w in ways for c in w.dimension.codes)]
            told.setdefault(one.source.id, []).extend((one.dataset.id, said) for said in words)
    for one in found:
        one.beside = tuple(said for other, said in told.get(one.source.id, ()) if other != one.dataset.id)
        wider = [w for w in found if w.source.id == one.source.id and w.counted < one.counted - features(_FORMS)]
        wider = [w for w in wider if (_tells_alike(one, w) if one.beside else _has_same_rows(one, w))]
        one.narrowed = frozenset().union(*(one.counted - w.counted for w in wider))


_FORMS = "rates. composition. shares. proportions"
"""In what form the same is told: the rate of it is no part of it."""


def _tells_alike(one: Listed, other: Listed) -> bool:
    """Whether two tables tell the same things apart, so that one may count a part of what the other does."""
    mine, theirs = ([(w.dimension.name, w.role) for w in listed.ways] for listed in (one, other))
    return mine == theirs


def _has_same_rows(one: Listed, other: Listed) -> bool:
    """Whether two tables of a workbook tell the same rows and columns apart, by nearly all of their labels, at times
    that the one has too if the other does: "Crews of island ferries, by rank" counts a part of "Crews, by rank"."""
    if one.answers or other.answers or not _tells_alike(one, other):
        return False
    mine, theirs = (_NUMBER_OF.search(listed.dataset.title) for listed in (one, other))
    if mine and theirs and mine["what"].lower() != theirs["what"].lower():
        return False  # the number of fatalities is no part of that of collisions
    told = [w.n for w in one.ways if w.role not in (Role.TIME, Role.MEASURE)]
    names = ([{c.words.casefold() for c in listed.ways[n].dimension.codes} for n in told] for listed in (one, other))
    both = list(zip(*names, strict=True))
    return any(len(mine) >= _ROWS for mine, _ in both) and all(
        len(mine & theirs) >= _NEARLY_ALL * len(mine | theirs) for mine, theirs in both
    )


_NUMBER_OF = regex(r"\bnumber\s+of\s+(?P<what>(?:[a-z-]+\s+){0,3}[a-z-]+)\s+by\b", re.IGNORECASE)
_ROWS, _NEARLY_ALL = 3, 0.8


def _fellows(found: list[Listed]) -> None:
    """Tell each table of an answer which terms set the titles of its fellows apart from its own."""
    by_source: dict[str, list[Listed]] = {}
    for one in found:
        if one.answers:
            by_source.setdefault(one.source.id, []).append(one)
    for fellows in by_source.values():
        titles = [features(spaced(f"{one.dataset.title}. {one.dataset.measure}")) | one.labelled for one in fellows]
        for one, own in zip(fellows, titles, strict=True):
            one.fellows = frozenset[str]().union(*titles) - own - _known(one.source.title)


def _known(heading: str) -> frozenset[str]:
    """The terms of an answer's HEADING that name no place and nobody by name, and so hold of all its tables."""
    return frozenset(i for i in features(heading) if lexicon().kind(i) not in ("word", "place"))


def _shared(found: list[Listed]) -> None:
    """Tell each table which terms of its labels stand in the labels of a table of another measure.

    Of the little tables of written answers, which are many, no label says by itself what is counted.
    """
    by_measure: dict[str, set[str]] = {}
    releases = [one for one in found if not one.answers]
    for one in releases:
        by_measure.setdefault(one.dataset.measure, set()).update(one.labelled)
    seen: dict[str, int] = {}
    for ids in by_measure.values():
        for i in ids:
            seen[i] = seen.get(i, 0) + 1
    for one in found:
        one.shared = one.labelled if one.answers else frozenset(i for i in one.labelled if seen[i] > 1)


_SPELL = regex(r"\b\d{1,3} (?:hours|days|weeks|months|years)\b", re.IGNORECASE)
"""A length of time that a heading names ("Rowed over 3 months ago")."""
_DENYING = regex(r"\b(?:no|not|without|never)\b", re.IGNORECASE)
_NATIONS = frozenset({"england", "scotland", "wales", "northern-ireland"})
_HOME = frozenset({"united-kingdom", "great-britain", "england-and-wales", "total"})
_BROKEN_DOWN = regex(r",?\s+\bby\b\s+", re.IGNORECASE)
_OWN_NUMBER = regex(r"^\s*(?:table|figure|sheet)\s+[\w.]+", re.IGNORECASE)
