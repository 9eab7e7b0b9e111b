"""What the words above a table say of all of it: what is counted, the unit, the place, the time, the standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.extract.dates import periods
from corpus.extract.headings import Unit, unit_in
from corpus.formats.statistics.lettered import first_part
from corpus.formats.statistics.measures import NOTHING_COUNTED, Measure, measure_of, nature_of, rated, unit_within
from corpus.formats.statistics.vocabulary import vocabulary
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature, Period, Standing, When

__all__ = [
    "NOTHING_SAID",
    "About",
    "about",
    "chrome",
    "counted_in",
    "is_unit",
    "named_time",
    "own_publisher",
    "own_title",
    "published_in",
    "publisher_in",
    "standing_in",
    "time_of_heading",
]

_CHROME = regex(
    r"(?:back|return|link|go)? ?(?:to )?(?:the )?(?:table of )?"
    r"(?:contents|cover(?: (?:page|sheet))?|index|all indicators|home)(?: page)?"
    r"|link to .*|this (?:work)?sheet contains .*|some cells (?:refer|in this table) .*"
    r"|(?:press|click|select|tap)\b.{1,60}\b(?:return|go(?: back)?|back|jump)\b.*"
    r"|freeze panes .*|some shorthand .*|to access data tables.*",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"(?:(?i:table|figure|sheet|chart)\s*(?:[A-Za-z]{1,3}[_-]?[0-9]{1,4}|[0-9A-Za-z]{1,3})(?:[._][0-9]{1,2})?[a-z]?(?:\.[a-z])?"
    r"(?:\s*[:.\u2013-]\s*|\s+|$)|(?:(?i:table)\s+)?[A-Z]{2,6}[_-]?[0-9]{2,5}[a-z]?(?:\s*[:.]|\s+[\u2013-])\s+)"
)
_TABLE = regex(r"(?i:table)\s*[0-9]{1,3}[a-z]?(?:[._][0-9]{1,2})?[a-z]?\s*[:.\u2013-]\s*\w")
_OF_SHEET = regex(r"table\s*(?P<n>[0-9]{1,3}(?:[._][0-9]{1,2})?)\s*[:.\u2013-]\s*\w", re.IGNORECASE)
_BARE_NUMBER = regex(r"[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?")
_BY = regex(
    r"\s*,?\s+(?:broken down |split )?by\s+(?!(?!sector|age|sex|region)\w+ing\b)|\s*[:;]\s+|\s+-\s+", re.IGNORECASE
)
_UNIT = regex(
    r"(?:in |all figures in |units?:? )?"
    r"(?:(?:\u00a3|\$|\u20ac)\s?(?:thousands?|millions?|billions?|m|bn|k)?|(?:per ?cent(?:age)?s?|%)(?: change.*)?"
    r"|thousands?|millions?|billions?|numbers?|counts?|pence|000s|days|hours|weeks|months|years)",
    re.IGNORECASE,
)
_WEIGHED = regex(
    r"(?:in |all figures in |units?:? )?(?:(?P<scale>thousand|million|billion)s?(?: of)? )?"
    r"(?P<unit>tonnes|litres|hectares|acres|kilometres|miles)",
    re.IGNORECASE,
)
"""What is weighed or measured, and not counted ("Thousand tonnes")."""
_SCALES = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TELLS = regex(r"[£$€%]|\bper ?cent|thousand|million|billion", re.IGNORECASE)
"""A unit that a line may mention in passing: money, shares and scales, without which a number says another thing."""
_SCALED = regex(
    r"\b(?:levels?|figures?|numbers?|values?|counts?|estimates?|amounts?|data)\b(?:\s+(?:in|for)\s+this\s+(?:table|sheet))?"
    r"\s+(?:(?:is|are)\s+)?(?:(?:all\s+)?(?:given|shown|presented|expressed|reported)\s+)?in\s+"
    r"(?P<unit>(?:[\u00a3$\u20ac]\s?)?(?:thousand|million|billion)s?|[\u00a3$\u20ac]\s?(?:m|bn|k)|000s)\b",
    re.IGNORECASE,
)
_THOUSANDS_OF = regex(
    r"(?:all\s+)?(?:(?:figures|numbers|data)\s+)?(?:in\s+)?(?P<unit>thousand|million|billion)s\s+of\s+[a-z-]+(?:\s+[a-z-]+){0,2}?"
    r"(?:,?\s+(?:unless|except\s+where)\s+(?:otherwise\s+)?(?:stated|shown|specified|indicated|said|noted)(?:\s+otherwise)?)?"
    r"(?:\s*[;.(].*)?",
    re.IGNORECASE,
)
"""A line that tells of what the numbers are so many thousands: "Thousands of lamps unless stated; source: ..."."""
_OF_RATES = regex(
    r"(?:all\s+)?(?:the\s+)?(?:rates?|percentages?|proportions?|shares?|averages?)\s+(?:is|are|were|have|has|may|shown|in)\b",
    re.IGNORECASE,
)
"""A line that only says of the rates among a table's numbers how they were worked out ("Rates are per 1,000 boats")."""
_SHARE_OF = regex(r"(?:per ?cent(?:age)?s?|proportions?|%)\s+of\s+(?:all\s+|the\s+)?[a-z]", re.IGNORECASE)
_FTE = regex(r"\b(?:FTEs?|full[- ]time equivalents?)\b", re.IGNORECASE)
_HEADS = regex(r"\b(?:headcounts?|number of (?:people|persons|staff))\b", re.IGNORECASE)
_STANDING = (
    (regex(r"\b(?:national statistics?|accredited official statistics?)\b", re.IGNORECASE), Standing.ACCREDITED),
    (regex(r"\bmanagement information\b", re.IGNORECASE), Standing.MANAGEMENT_INFORMATION),
    (regex(r"\b(?:official|experimental) statistics?\b", re.IGNORECASE), Standing.OFFICIAL),
)
_NOT_STANDING = regex(r"office for national statistics|\bnot\b[^.]{0,40}\bnational statistic", re.IGNORECASE)
_PUBLISHED = regex(
    r"(?:^|[.:]\s|\boriginally |\bwere )"
    r"(?:publication date|date of publication|published(?: on)?|release date|released(?: on)?)"
    r"[:\s]*(?:at [0-9:.]+\s?(?:[ap]\.?m\.?)? (?:on )?)?"
    r"(?P<day>[0-9]{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})",
    re.IGNORECASE,
)
_AT_A_TIME = regex(r"\bas at\b|\bend of (?:the |each )?(?:quarter|month|year|week|period)\b", re.IGNORECASE)
"""What a title says of the day that all of its table is counted at."""
_COUNTS = regex(r"\bnumbers?\b", re.IGNORECASE)
_LONGEST_TITLE = 250
"""What runs on for longer is no title but an explanation."""
_INDEX_BASE = regex(r"[0-9]{4}\s?=\s?100")
_NEXT = regex(r"\bnext\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """What the words around a table say of it."""

    title: str = ""
    measure: Measure = NOTHING_COUNTED
    geography: str = ""
    period: Period | None = None
    as_at: When | None = None

    def over(self, other: About) -> About:
        """This, with what it leaves untold taken from OTHER (its workbook)."""
        timed = self if self.period or self.as_at else other
        return replace(self, geography=self.geography or other.geography, period=timed.period, as_at=timed.as_at)


NOTHING_SAID = About()


def chrome(said: str) -> bool:
    """Whether SAID only helps a reader about the file: "Back to contents", "This worksheet contains ..."."""
    return _CHROME.fullmatch(said.strip()) is not None


def about(lines: Sequence[str]) -> About:
    """What LINES, a table's titles from the top, say of it."""
    said = [line for line in lines if line and not chrome(line) and not _BARE_NUMBER.fullmatch(line)]
    title = _title(said)
    period, as_at = _time(said)
    place = next((place for line in said if len(line) <= 300 and (place := _place(line))), "")
    units = [one for line in lines if line and chrome(line) for one in _SENTENCES.split(line)[1:] if _scaled_in(one)]
    return About(title, _measure(title, [*said, *units]), place, period, as_at)


_SENTENCES = regex(r"(?<=[a-z]\.)\s+(?=[A-Z])")
"""Where what tells of the numbers begins behind words about the file ("This sheet contains ... Data are in pounds")."""


def _title(said: Sequence[str]) -> str:
    """The first line that is more than a number; a bare "Table 3" goes before the line that follows it."""
    return next(_titles(said), "")


def _titles(said: Sequence[str]) -> Iterator[str]:
    for n, line in enumerate(said):
        if _NUMBERED.fullmatch(line) and n + 1 < len(said):
            continue
        if not is_unit(line) and not line.lower().startswith("source") and len(line) <= _LONGEST_TITLE:
            yield line


def own_title(lines: Sequence[str]) -> str:
    """The title that a table has below that of its bulletin ("Table 1: Annual receipts") or of its sheet, or that alone
    tells its unit ("Running costs (£ thousand)"); "" where it has none."""
    first, *others = [*_titles([line for line in lines if line and not chrome(line)]), ""]
    if (whole := _OF_SHEET.match(first)) is not None:  # "Table 9", of whose parts "Table 9a Boats lost" is the first
        part = re.compile(rf"(?i:table)\s*{re.escape(whole['n'])}[A-Za-z]\s*[:.\u2013-]?\s+[A-Z][^.]+$")
        return next((line for line in others if part.match(line)), "")
    if _NUMBERED.match(first):
        return ""
    if lettered := first_part(first, others):
        return lettered
    below = others[0] if others else ""
    if _WITH_UNIT.fullmatch(below) and _bracketed(first) is None and _bracketed(below) is not None:
        return below
    return next((line for line in others if _TABLE.match(line)), "")


_WITH_UNIT = regex(r"[A-Z][A-Za-z' -]{2,60}\([^()]{1,40}\)")
"""A title of a few words, without numbers, and something in brackets after it."""


def _measure(title: str, said: Sequence[str]) -> Measure:
    bare = _NUMBERED.sub("", title, count=1).strip()
    averaged = _AVERAGED.match(bare)
    words = _BY.split(averaged["what"] if averaged else bare, maxsplit=1)[0].strip(" ,.")
    words = _IN_MONEY.sub("", _without_place(words)).strip() or bare
    unit = next((u for line in said if (u := counted_in(line)) is not None), None)
    unit = unit or next((u for line in said if (u := _scaled_in(line)) is not None), None) or _in_money(title)
    if unit is None:
        unit = _bracketed(title) or next((u for line in said if (u := _mentioned(line)) is not None), None)
    of_all = [line for line in said if len(line) < 60 and not _OF_RATES.match(line)]
    of_all = [line for line in of_all if not _SHARES_OF_MONEY.search(line)]
    ratio = (rated(words) and not _SHARES_OF_MONEY.search(title)) or any(
        rated(line) and not _COUNTS.search(line) for line in of_all
    )
    ratio = ratio or (unit is not None and unit.name in ("%", "percentage points"))
    nature = nature_of(words) or (nature_of(title) if _AT_A_TIME.search(title) else None)
    own_lines = (line for line in said if len(line) < 60 and not line.lower().startswith("source"))
    nature = nature or next((n for line in own_lines if (n := nature_of(line))), None)
    nature = Nature.STOCK if unit is not None and unit.name == "FTE" else nature
    own = measure_of(words)
    return Measure(
        own.words or words, unit.name if unit else None, unit.scale if unit else 1, not ratio, None if ratio else nature
    )


_AVERAGED = regex(
    r"[^:;.]{3,60}:\s+(?P<what>(?:(?:simple|weighted|mix-adjusted|crude)\s+)?(?:average|mean|median)\s+.+)",
    re.IGNORECASE,
)
"""A title that says behind its subject that averages of it are given ("Boat sales: average prices, by harbour")."""


def _bracketed(title: str) -> Unit | None:
    for words in re.findall(r"\(([^()]{1,40})\)", title):
        unit = counted_in(words)
        if unit:
            return unit
    return unit_within(title)


_IN_MONEY = regex(
    r"\s*\bin\s+(?P<unit>[\u00a3$\u20ac](?:\s?(?:thousands?|millions?|billions?|m|bn|k))?)(?=\s*(?:$|[(,;:\u2013]))",
    re.IGNORECASE,
)
"""The money that a title says its table is told in ("Weekly berth fees in \u00a3 (2021/22 prices)")."""
_SHARES_OF_MONEY = regex(r"\bshares?\s+in\s+[\u00a3$\u20ac]", re.IGNORECASE)
"""Sums of money that fall to each, and no shares of one ("Income shares in \u00a3 million")."""


def _in_money(title: str) -> Unit | None:
    match = _IN_MONEY.search(title)
    return unit_in(f"({match['unit']})") if match is not None else None


def _mentioned(line: str) -> Unit | None:
    """The unit that a line above the table tells among other things: "(£ million)", ", £ million, not rounded"."""
    if len(line) > _LONGEST_TITLE:
        return None
    parts = (*re.findall(r"\(([^()]{1,40})\)", line), *re.split(r"\s*[,;.]\s+", line)[1:])
    if any(_SHARE_OF.match(part) for part in parts):
        return Unit("%")
    apart = [one for part in parts for one in re.split(r":\s+", part)]  # ", in thousands: England, 2015 to 2024"
    return next((u for part in apart if (u := counted_in(part)) is not None and _TELLS.search(part)), None)


def _scaled_in(line: str) -> Unit | None:
    """The scale that a line tells of the numbers: "levels in thousands", "Figures are in millions of journeys"."""
    if len(line) > _LONGEST_TITLE:
        return None
    match = _THOUSANDS_OF.fullmatch(line.strip()) or _SCALED.search(line)
    return unit_in(f"({match['unit']})") if match is not None else None


def counted_in(line: str) -> Unit | None:
    """The unit that a line that names nothing else tells: "thousands", "\u00a3 million", "Full-time equivalents"."""
    said = line.strip().rstrip("0123456789,").strip()
    if _FTE.fullmatch(said):
        return Unit("FTE")
    if _HEADS.fullmatch(said):
        return Unit("people")
    if (weighed := _WEIGHED.fullmatch(said)) is not None:
        return Unit(weighed["unit"].lower(), _SCALES[(weighed["scale"] or "").lower()])
    unit = unit_in(said) if len(said) <= 40 else None
    return unit if unit and is_unit(said) else None


def is_unit(said: str) -> bool:
    """Whether SAID is a unit and nothing else."""
    words = said.strip().rstrip("0123456789,").strip()
    if _FTE.fullmatch(words) or _HEADS.fullmatch(words):
        return True
    return _UNIT.fullmatch(words) is not None or _WEIGHED.fullmatch(words) is not None


def _place(line: str) -> str:
    """The place that a line names at its end, alone or between commas: "England and Wales"."""
    bare = re.sub(r"\([^()]*\)", "", line)
    for part in reversed(re.split(r"\s*[,:;\u2013]\s*|\s+-\s+", bare)):
        words = part.strip(" .")
        known = [t for t in lexicon().terms(words) if t.kind == "place"] if words else []
        if known and len(known[0].words) >= 4 and _only(words, known[0].words):
            return known[0].words
        if known and _only(_dateless(words), known[0].words):
            return known[0].words
    return _in_place(bare)


def _in_place(bare: str) -> str:
    found = re.search(r"\bin (?P<p>(?:the )?[A-Z][A-Za-z]+(?: (?:and |of |the )?[A-Z][a-z]+){0,3})", bare)
    if not found:
        return ""
    known = [t for t in lexicon().terms(found["p"]) if t.kind == "place"]
    return known[0].words if known and known[0].start <= 4 else ""


def _dateless(words: str) -> str:
    found = periods(words, None)
    return words[: found[0].span.start].strip() if found else words


def _only(words: str, name: str) -> bool:
    return re.sub(r"^(?:in )?the ", "", words.strip(), flags=re.IGNORECASE).lower() == name.lower()


def _without_place(words: str) -> str:
    parts = [p for p in re.split(r"\s*,(?![0-9]{3}\b)\s*", words) if p]
    kept: list[str] = []
    for part in parts:
        if kept and (_place(part) == part or periods(part, None)):
            break
        kept.append(part)
    return ", ".join(kept)


def _time(said: Iterable[str]) -> tuple[Period | None, When | None]:
    """The one time that the titles name; none where they name several."""
    for line in said:
        if len(line) > 300 or _INDEX_BASE.search(line) or _PUBLISHED.search(line):
            continue
        found = [m for m in periods(line, None) if re.search(r"(?:19|20)[0-9]{2}", m.span.of(line))]
        if len(found) != 1:
            if found:
                return None, None
            continue
        one = found[0]
        if one.when is not None and one.when.exact and one.relation in ("on", "as at", "in"):
            return None, one.when
        if one.period.start and one.period.end:
            return one.period, None
    return None, None


def named_time(name: str) -> Period | None:
    """The quarter, month or year told over two that a file's NAME says its table to be of ("lamps_2022_q2"). A year
    alone may be that of its publication, and is none."""
    period, _ = _time([name])
    if period is None or period.start is None or period.end is None or _ONE_YEAR.fullmatch(period.words):
        return None
    return period if (period.end - period.start).days < _LONGEST_NAMED else None


def time_of_heading(said: str) -> tuple[Period | None, When | None]:
    """The one time, or day, that the heading of a table's only values says all of them to be of ("Total 2012-2016")."""
    return _time([said])


_ONE_YEAR = regex(r"(?:19|20)[0-9]{2}")
_LONGEST_NAMED = 367


def standing_in(lines: Iterable[str]) -> Standing:
    """The standing that LINES claim, the highest of them; a body's name is no claim."""
    said = [_NOT_STANDING.sub("", line) for line in lines]
    return next(
        (standing for found, standing in _STANDING if any(found.search(line) for line in said)), Standing.UNSTATED
    )


def published_in(lines: Iterable[str]) -> date | None:
    """The day on which LINES say that they were published; of a next publication nothing is taken."""
    for line in lines:
        found = _PUBLISHED.search(line)
        if found and not _NEXT.search(line[max(0, found.start() - 12) : found.start()]):
            when = [m.when for m in periods(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", found["day"]), None)]
            if when and when[0] is not None and when[0].exact:
                return when[0].first
    return None


_BODY = regex(
    r"(?:(?:(?:P|p)ublished|(?:P|p)roduced|(?:R|r)eleased)\s+by:?\s+|(?:P|p)ublisher:?\s+)?"
    r"(?P<body>(?:(?:T|t)he\s+)?(?:Department|Ministry|Office)\s+(?:for|of)\s+[A-Z][\w'\u2019-]+"
    r"(?:,?\s+(?:[A-Z][\w'\u2019-]+|and|of|the|for|&)){0,6})\.?"
)


def own_publisher(lines: Iterable[str]) -> str:
    """The body that one of LINES names and says nothing else: whose release it is, as a cover has it; "" for none."""
    return next((match["body"] for line in lines if (match := _BODY.fullmatch(line.strip())) is not None), "")


_WHOSE_RULES = regex(
    r"\b(?:classifications?|definitions?|guidance|standards?|guidelines|methods?|methodology|changes?|introduced|recommended"
    r"|set(?:\s+out)?|defined|classified|used|adopted)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a body that only made the rules which a table keeps to ("the definition used by the ...")."""


def publisher_in(lines: Iterable[str]) -> str:
    """The body that LINES name first, of those that publish statistics; none that only made the rules they keep to."""
    for line in lines:
        for found in vocabulary().publishers.finditer(line):
            if _WHOSE_RULES.search(line[: found.start()]) is None:
                return found.group()
    return ""
