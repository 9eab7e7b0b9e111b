"""What a question does with a table: takes a value, sets two against each other, groups, or looks for the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.tables.areas import areas_of, unkinded
from bot.tables.catalog import Listed
from bot.tables.grades import TOP_GRADE
from bot.tables.kinds import called as called_by
from bot.tables.kinds import levelled, of_a_class, sorts_of
from bot.tables.label import Way
from bot.tables.statistic import basis
from bot.tables.words import COUNTS, PREMISE, alike, features, keys, waived, words_of
from corpus.cube import Dataset, Role
from corpus.extract.dates import PeriodMention, dates
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Period

__all__ = [
    "FOREMOST",
    "Grouping",
    "Rank",
    "apart",
    "direction",
    "each_place",
    "either_way",
    "foremost_of",
    "grouping",
    "passed_over",
    "ranks",
    "rows_called",
]

_LIST = (
    r"(?=\s+(?:[\w-]+\s+){0,3}?(?:lists?|queues?|backlogs?|waits?|delays?)\b"
    r"|\s+(?:average|mean|median|typical)\s+(?:[\w-]+\s+){0,3}?(?:times?|durations?|lengths?|stays?)\b)"
)
_MOST = regex(
    rf"(?<!\bat\s)\b(?:most|highest|largest|biggest|greatest|commonest|top|busiest|maximum|peak(?:ed)?|costliest|dearest|longest{_LIST})\b",
    re.I,
)
_LEAST = regex(rf"(?<!\bat\s)\b(?:fewest|quietest|lowest|smallest|least|minimum|cheapest|shortest{_LIST})\b", re.I)
_GROUP = regex(
    r"\b(?P<how>(?:top|bottom)\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})|by|per|for each|for every"
    r"|in each|in every|each|every|which|what|when)\b"
    r"(?P<words>(?:\s+(?!(?:did|was|were|is|are|had|has|have|in|of|for|at|on|and|to|from|between|since|during|over)\b)"
    r"[A-Za-z'-]+){0,4})",
    re.I,
)
_UP = regex(
    r"\b(?:ris(?:e|en|ing)|rose|grow[ns]?|grew|increas\w+"
    r"|(?:go(?:ne|es|ing)?|went|com(?:e|es|ing)|came) up|climb\w*"
    r"|(?:is|are|was|were|been|much|far)\s+up(?!\s+to))\b",
)
_DOWN = regex(
    r"\b(?:fall(?:en|ing)?|fell|drop\w*|decreas\w+|declin\w+|reduc\w+"
    r"|(?:go(?:ne|es|ing)?|went|com(?:e|es|ing)|came) down"
    r"|shr[iau]nk\w*|(?:(?:is|are|was|were|been|much|far)\s+)down(?!\s+to))\b",
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The dimension that a question goes through, row by row; by calendar years where BY_YEAR says so."""

    way: Way
    by_year: bool
    heads: str
    upper: bool = False
    """Whether the rows that others are parts of are meant: the regions of a table of forces by region."""
    level: tuple[int, int] | None = None
    """The dimension and the code of the rows' level, where a column tells of which kind each area is ("Region")."""
    called: frozenset[str] = frozenset()
    """The terms that call the rows what they are, where no heading does so but most of their labels ("which trust")."""


@dataclass(frozen=True, slots=True)
class Rank:
    """Which of several is looked for: the COUNT that come after the FIRST so many, of the least or of the most."""

    least: bool
    first: int = 0
    count: int = 1


_NUMBERS = {word: n for word, n in COUNTS.items() if 2 <= n <= 10}
_SO_MANY = rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})"
_RANKED = r"(?:most|highest|largest|biggest|greatest|fewest|lowest|smallest|least|busiest|quietest|commonest)"
_TOP = regex(
    rf"\b(?:top|bottom)\s+(?P<m>{'|'.join(_NUMBERS)}|\d{{1,2}})\b|\b(?:which|what|the)\s+{_SO_MANY}\b(?=(?:\s+[a-z-]+){{0,3}}\s+(?:had|has|have|were|was|are|saw|got|with|by|took"
    rf"|made|recorded|reported|counted|{_RANKED}))",
    re.IGNORECASE,
)
_TOP_FEW = regex(rf"\b(?:top|bottom)\s+(?:{'|'.join(_NUMBERS)}|\d{{1,2}})\b", re.IGNORECASE)
_ORDINAL = regex(rf"\b(?P<o>second|third|fourth|fifth)[\s-]+{_RANKED}\b", re.IGNORECASE)
_PLACES_AFTER = ("first", "second", "third", "fourth", "fifth")


def ranks(text: str) -> Rank | None:
    """What rank the question looks for; None where it looks for none."""
    text = TOP_GRADE.sub(" ", text)
    least = _LEAST.search(text) is not None
    if not least and not _MOST.search(text) and not _TOP_FEW.search(text):
        return None
    top, ordinal = _TOP.search(text), _ORDINAL.search(text)
    if ordinal is not None:
        return Rank(least, _PLACES_AFTER.index(ordinal["o"].lower()))
    if top is None:
        return Rank(least)
    count = (top["m"] or top["n"]).lower()
    least = least or top.group().lower().startswith("bottom")
    return Rank(least, 0, int(count) if count.isdigit() else _NUMBERS[count])


FOREMOST = r"biggest|greatest|worst|best|most (?:important|serious|common|likely)"
"""What of several is told of each as the one before all others ("biggest worry")."""
_FOREMOST = regex(rf"\b(?:{FOREMOST}|main)\s+(?P<noun>[a-z]{{3,}})", re.IGNORECASE)


def foremost_of(text: str, counted: Dataset, named: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a superlative is of what a table counts, and asks for no rank: how many "said that their biggest worry
    was fog", of a table of what people's biggest worry is, of which a row is NAMED."""
    if _only_of_labels(text, counted, named):
        return True
    told = {i for m in _FOREMOST.finditer(f"{counted.title}. {counted.measure}") for i in features(m["noun"])}
    said = {i for m in _FOREMOST.finditer(text) for i in features(m["noun"])}
    return bool(named) and bool(said) and alike(frozenset(said), frozenset(told)) and _MUCH.search(text) is not None


_EXTREME = regex(r"\b(?:most|least)\s+[a-z]{3,}", re.IGNORECASE)


def _only_of_labels(text: str, counted: Dataset, named: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether every superlative of TEXT stands in a label that is NAMED ("the *most exposed* berths")."""
    words = " . ".join(counted.dimensions[n].codes[c].words for n, codes in named.items() for c in codes).lower()
    rest = _EXTREME.sub(lambda m: " " if " ".join(m.group().lower().split()) in words else m.group(), text)
    return rest != text and ranks(rest) is None


_FURTHEST = regex(
    r"\b(?P<how>longest|shortest|highest|lowest|largest|smallest|biggest|oldest|youngest|fastest|slowest)\s+"
    r"(?:(?:single|individual|recorded|ever)\s+)?(?P<noun>[a-z]{3,})",
    re.IGNORECASE,
)


def names_an_extreme(text: str, counted: Dataset, named: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether the superlative of TEXT is that of a measure which is NAMED ("the *longest wait* for a berth"), and so
    looks for none of several rows."""
    labels = [counted.dimensions[n].codes[c].words for n, codes in named.items() for c in codes]
    told = {(m["how"].lower(), m["noun"].lower()) for words in labels for m in _FURTHEST.finditer(words)}
    said = [(m["how"].lower(), m["noun"].lower()) for m in _FURTHEST.finditer(text)]
    return len(said) == 1 and said[0] in told and ranks(_FURTHEST.sub(" ", text)) is None


_MUCH = regex(r"\b(?:how many|percentage|per cent|proportion|share|number)\b", re.IGNORECASE)
_PASSED = regex(
    r"\b(?P<next>after|behind|next to)\s+(?P<a>[^,;?]{2,60}),"
    r"|\b(?:apart from|aside from|other than|excluding|except(?: for)?|leaving (?:out|aside)|not counting|besides"
    r"|outside(?: of)?)\s+(?P<b>[^,;?]{2,60}?)"
    r"(?=[,;?]|$|\s+(?:had|has|have|was|were|is|are|did|does|saw|made|took|recorded|reported|lost|gained)\b)",
    re.IGNORECASE,
)


def passed_over(text: str) -> tuple[int, int, bool] | None:
    """From where to where TEXT names those that a rank leaves out, and whether it is those next to them that count."""
    match = _PASSED.search(text)
    if match is None or ranks(text) is None:
        return None
    return (*match.span("a" if match["next"] else "b"), match["next"] is not None)


_EITHER_WAY = regex(
    r"\b(?:(?:go(?:ne|es|ing)?|went|com(?:e|es|ing)|came|been|was|were|is|are)\s+)?up\s+or\s+down\b"
    r"|\b(?:ris(?:e|en|ing)|increas(?:e|ed|ing)|grow[ns]?|grew|rose)\s+or\s+"
    r"(?:fall(?:en|ing)?|fell|decreas(?:e|ed|ing)|declin(?:e|ed|ing)|drop(?:ped|ping)?|shrunk|shrink)\b",
    re.IGNORECASE,
)


def either_way(text: str) -> bool:
    """Whether it is asked which way something moved ("did it go up or down?")."""
    return _EITHER_WAY.search(text) is not None


def direction(text: str) -> bool | None:
    """Whether a question asks if something went up (True) or down (False); None where it asks neither, or which."""
    if either_way(text):
        return None
    text = PREMISE.sub("", text)
    text = waived().sub(" ", text[:1].lower() + text[1:])
    up, down = _UP.search(text), _DOWN.search(text)
    if up and down:
        return None
    return True if up else False if down else None


def grouping(text: str, listed: Listed) -> Grouping | None:
    """The dimension of a table that a question names to go through ("by nationality", "which force", "each year")."""
    for words in _phrases(text):
        school = _YEAR_GROUP.search(words) is not None
        found = _of_year_groups(listed) if school else _of_time(words, listed) or _of_kind(words, listed)
        if found is not None and not _is_whole(words, found) and not _is_row(words, found, listed, text):
            return found
    return None


def _is_row(words: str, group: Grouping, listed: Listed, text: str) -> bool:
    """Whether WORDS are the name of one row, which did what is counted ("fined by *Ambleby harbour police*"); be it one
    of another heading than that which the same words might call ("referred by *harbour boards*", of who referred)."""
    if re.search(rf"\bby\s+(?:the\s+)?{re.escape(words)}", text, re.IGNORECASE) is None:
        return False
    said = features(words)
    others = [] if said & group.way.name_ids else [w for w in listed.ways if w.role is Role.CATEGORY]
    ways = {way.n: way for way in (group.way, *others)}.values()
    rows = [
        [n for n in x.needed if n.term not in way.common or len(way.labels) == 1] for way in ways for x in way.labels
    ]
    return any(own and all(need.met(said) for need in own) for own in rows)


def each_place(text: str) -> str:
    """What is asked for each of, where that is places of some kind ("in each region"); "" where it is not."""
    match = _EACH_PLACE.search(text)
    return match["place"] if match is not None and _says_places(match["place"]) else ""


_EACH_PLACE = regex(
    r"\b(?:in|for|from|to|by) (?:each|every) (?P<place>[a-z]+(?: (?:area|authority|force))?)\b", re.IGNORECASE
)


def _is_whole(words: str, group: Grouping) -> bool:
    """Whether WORDS are how the rows call the whole of them ("cut by *all operators*")."""
    wholes = (group.way.dimension.codes[n].words.lower() for n in group.way.totals)
    return any(len(label.split()) > 1 and words.lower().startswith(label) for label in wholes)


def rows_called(words: str, listed: Listed) -> Grouping | None:
    """The dimension whose rows WORDS call by what they are: "years", "regions", "police forces"."""
    return _of_time(words, listed) or _of_kind(words, listed)


def _phrases(text: str) -> Iterator[str]:
    if _WHERE.match(text):
        yield "destination" if _BOUND.search(text) else "place"
    if (some := _OF_THE.search(text)) is not None:
        yield some["words"]
    for match in _GROUP.finditer(text):
        if match["how"].lower() == "when":
            yield "year"
        elif match["words"].strip() and not _are_doers(text[: match.start()], match["how"], match["words"]):
            yield match["words"].strip()
            if (sort := _SORT_OF.match(text, match.start("words"))) is not None:
                yield sort["words"]
    if (named := _COMMONEST.search(text)) is not None:
        yield named["words"]


_SORT_OF = regex(
    r"\s+(?:[a-z-]+\s+)?(?:groups?|types?|kinds?|sorts?|categor(?:y|ies)|class(?:es)?|forms?)\s+of\s+(?:the\s+)?"
    r"(?P<words>(?:(?!(?:did|was|were|is|are|had|has|have|in|of|for|at|on|and|to|from|with)\b)[A-Za-z'-]+\s*){1,3})",
    re.IGNORECASE,
)
"""Rows that are called by the sort of thing that each is ("which *kind of kite*")."""
_OF_THE = regex(
    r"\bwhich\s+(?:one\s+)?of\s+(?:the|these|those)\s+(?P<words>(?:[A-Za-z'-]+\s+){0,4}?[A-Za-z'-]+)"
    r"(?=\s+(?:was|were|is|are|had|has|have|did|saw|took|made)\b)",
    re.IGNORECASE,
)


_DONE = regex(r"\b[a-z]+(?:ed|en|ade|ent|ought|aid)\s+$", re.IGNORECASE)
_DOERS = ("role", "person", "body")


def _are_doers(before: str, how: str, words: str) -> bool:
    """Whether those after "by" only did what stands before it ("flares used *by police*"), and are no heading."""
    if how.lower() != "by" or _DONE.search(before) is None:
        return False
    if _ALL_OF_THEM.match(words):
        return True
    told = lexicon().terms(words)
    return len(words.split()) == len(told) == 1 and (told[0].kind in _DOERS or told[0].id == _POLICE)


_ALL_OF_THEM = regex(rf"\s*all\s+(?:of\s+)?(?:the\s+)?(?:\d|(?:{'|'.join(COUNTS)})\b)", re.IGNORECASE)
"""All of so many, together ("lent *by all 3 branches*")."""
_POLICE = "police"
_COMMONEST = regex(
    r"\b(?:what|which)\s+(?:was|is|were|are)\s+the\s+(?:single\s+)?"
    r"(?:most\s+(?:common|frequent)|commonest|top|busiest|quietest|biggest|largest|least\s+common|smallest)\s+(?:single\s+)?"
    r"(?P<words>[a-z-]+(?:\s+[a-z-]+){0,2}?)(?=\s+(?:of|in|for|among|amongst|at|by|to|from|given|during)\b|[,?.]|$)",
    re.IGNORECASE,
)
"""What rows are called of which one stands foremost ("what was the commonest *kind of kite*")."""
_WHERE = regex(r"^\W*(?:and\s+|so\s+)?where\s+(?:was|were|is|are|did|do|does|has|have|had)\b", re.IGNORECASE)
_BOUND = regex(r"\b(?:sent|returned|deported|removed|moved|exported|went|going|go)\b[^?]*\bto\b", re.IGNORECASE)
"""That "where" asks for the place that one is sent to."""
_TIMES = regex(r"\b(?:(?:calendar|financial|academic|school)\s+)?(?P<unit>year|quarter|month|week|day|date)s?\b", re.I)


def _of_time(words: str, listed: Listed) -> Grouping | None:
    match = _TIMES.match(words) or _TIMES.fullmatch(words)
    if match is None or listed.time is None:
        return None
    unit = match["unit"].lower()
    if not _so_short(listed.time, unit):
        return None
    return Grouping(listed.time, unit == "year", unit.capitalize())


_YEAR_GROUP = regex(r"\byears? groups?\b", re.IGNORECASE)
_YEARS = regex(r"(?:^|.*\b)year(?: groups?)?", re.IGNORECASE)


def _of_year_groups(listed: Listed) -> Grouping | None:
    """The years that pupils are in at school, which are no times ("NC year", "Year group")."""
    ways = [w for w in listed.ways if w.role is Role.CATEGORY and _YEARS.fullmatch(w.dimension.name.replace("_", " "))]
    return Grouping(ways[0], False, ways[0].dimension.name.replace("_", " ")) if len(ways) == 1 else None


_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92}


def _so_short(way: Way, unit: str) -> bool:
    """Whether a table tells apart times as short as a UNIT: quarters answer for no month."""
    told = [label.code.period for label in way.labels if label.code.period is not None]
    spans = [(p.end - p.start).days + 1 for p in told if p.start is not None and p.end is not None]
    return unit not in _DAYS or not spans or min(spans) <= _DAYS[unit]


_WIDER = frozenset({"region", "country", "nation"})
_SMALLER = frozenset(
    {"force", "authority", "council", "district", "borough", "county", "constabulary", "trust", "area"}
)
_NATIONS = frozenset({"country", "countries", "nation", "nations"})
_PLACES = frozenset({"country", "place", "area", "force", "nation", "region", "destination", "authority"})


def _of_kind(words: str, listed: Listed) -> Grouping | None:
    lex = lexicon()
    asked = [w for w in words_of(words) if w.kind != "number"]
    ids = frozenset().union(*(w.ids for w in asked)) if asked else frozenset()
    ways = [w for w in listed.ways if w.role is not Role.TIME and len(w.labels) > 1]
    if (classed := next((w for w in ways if _of_a_class(words, w)), None)) is not None:
        return Grouping(classed, False, words)
    if (rows := of_a_class(words, ways, listed)) is not None:
        return Grouping(rows, False, words)
    named = [w for w in ways if ids & w.name_ids]
    if not named and (at := levelled(ids, ways)) is not None:
        way, level = at
        return Grouping(listed.ways[way], False, words, level=level)
    if _says_places(words) and any(w.role is Role.PLACE for w in named):
        named = [w for w in named if w.role is Role.PLACE]
    named = named or [w for w in ways if any(lex.relatives(i) & w.name_ids for i in ids)]
    placed = [w for w in ways if _says_places(words) and (w.role is Role.PLACE or _of_places(w))]
    nations = any(w in _NATIONS for w in words.lower().split())
    named = named or [w for w in placed if not (nations and areas_of(w) == "region")]
    named = named or sorts_of(asked, ways, listed) or (_titled(ids, ways, listed, words) if not basis(words) else [])
    called = [] if named else [w for w in ways if called_by(asked) & w.common and (_AGE not in ids or _of_ages(w))]
    if not named and len(called) != 1:
        return None
    if called:
        return Grouping(called[0], False, words, called=called_by(asked) & called[0].common)
    best = max(named, key=lambda w: (len(ids & w.name_ids), -len(w.name_ids - ids)))
    said = words.lower().split()
    wider = any(w.rstrip("s") in _WIDER for w in said)
    both = wider and bool(_SMALLER & {w.rstrip("s") for w in re.findall("[a-z]+", best.dimension.name.lower())})
    regions = areas_of(best) == "region" or (unkinded(best) and bool(ids & _told_by(listed)))
    if both and not best.wholes and not best.holding and not regions:
        return None  # "Region / police force area": nothing tells which of its rows are regions
    upper = bool(best.wholes) and wider and (both or not ids & best.name_ids)
    upper = upper or (bool(best.holding) and any(w in _NATIONS for w in said))
    return Grouping(best, False, best.dimension.name.replace("_", " ") or words, upper)


def _of_a_class(words: str, way: Way) -> bool:
    """Whether WORDS begin with what a row calls those of which it is the total ("which *lake station*", of "Lake
    stations")."""
    if not way.wholes or way.role in (Role.TIME, Role.MEASURE):
        return False
    said = keys(words)
    return any(n in way.wholes for end in range(2, len(said) + 1) for n in way.spelt.get(said[:end], ()))


_BY = regex(r",?\s+\bby\b\s+", re.IGNORECASE)


def _titled(ids: frozenset[str], ways: Sequence[Way], listed: Listed, words: str) -> list[Way]:
    """The one dimension that no heading names, where the title says by what it is broken down ("by hull type"), or
    whose heading is the initials of what WORDS call its rows ("LTC" of "test centre")."""
    spelt = [w for w in ways if w.role is not Role.MEASURE and _stands_for(w.dimension.name, words)]
    if len(spelt) == 1:
        return spelt
    told = _told_by(listed)
    bare = [w for w in ways if (not w.dimension.name.strip() or unkinded(w)) and w.role is not Role.MEASURE]
    if len(bare) == 1 and ids and ids <= told:
        return bare
    placed = [w for w in ways if w.role is Role.PLACE]
    first = words_of(words)[:1]  # "which *district* received the most"
    areas = features("district council borough county authority constituency ward region area province")
    return placed if len(placed) == 1 and first and first[0].ids & told & areas else []


def _told_by(listed: Listed) -> frozenset[str]:
    """By what a table is broken down, as its title says it: "Boats lost *by harbour and year*"."""
    _, *told = _BY.split(listed.dataset.title, maxsplit=1)
    return frozenset(i for w in words_of(told[0]) for i in w.ids) if told else frozenset()


_ACRONYM = regex(r"[A-Z]{2,6}s?")


def _stands_for(heading: str, words: str) -> bool:
    """Whether a HEADING of capitals ends with the initials of at least the last two of WORDS."""
    said = [w for w in re.findall(r"[A-Za-z]+", words) if w.lower() not in ("of", "the", "and", "for")]
    short = heading.strip().rstrip("s").lower()
    last = "".join(w[0] for w in said[-2:]).lower()
    return _ACRONYM.fullmatch(heading.strip()) is not None and len(last) > 1 and short.endswith(last)


def _says_places(words: str) -> bool:
    return any(w.lower().rstrip("s").replace("ie", "y") in _PLACES for w in words.split())


_AGE = "age"


def _of_ages(way: Way) -> bool:
    """Whether most rows are each a band of ages, and nothing more: "One keeper aged 65+" is of a crew."""
    rows = [label for label in way.labels if label.n not in way.sums]
    return sum(label.band is not None for label in rows) * 2 > len(rows)


def _of_places(way: Way) -> bool:
    kinds = [lexicon().kind(i) for label in way.labels[:40] for i in label.ids]
    return sum(k == "place" for k in kinds) * 2 > len(way.labels[:40])


def apart(times: tuple[PeriodMention, ...]) -> tuple[PeriodMention, PeriodMention] | None:
    """The two times that a change is between, the earlier first; None where the question does not name two."""
    if len(times) == 1 and times[0].when is None and times[0].relation in ("between", "from"):
        named = [d for d in dates(times[0].period.words, None) if d.when is not None]
        times = tuple(
            replace(
                times[0], span=d.span, period=Period(d.when.first, d.when.last, d.words), relation="in", when=d.when
            )
            for d in named
            if d.when
        )
    if len(times) != 2:
        return None
    times = tuple(_itself(m) for m in times)
    first, second = sorted(times, key=lambda m: m.period.start or m.period.end or date.max)
    return first, second


def _itself(mention: PeriodMention) -> PeriodMention:
    """The time itself that a change is counted from or to ("since 2019": 2019)."""
    if mention.when is None or mention.relation in ("in", "on", "as at", "during"):
        return mention
    words = _RELATING.sub("", mention.period.words)
    return replace(mention, relation="in", period=Period(mention.when.first, mention.when.last, words))


_RELATING = regex(r"^(?:since|from|after|before|until|till|by|to|up to|between)\s+", re.IGNORECASE)
