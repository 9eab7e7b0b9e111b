"""The words by which tables are headed, from ``corpus/lexicon/statistics.yaml``; and a heading as words.

A heading of a data file is made readable: ``perm_physical_pupils`` becomes "permanent physical pupils", ``la_name``
"local authority name", ``DailyBoatsSeen2`` "Daily Boats Seen 2", ``Boats.lost..1.`` "Boats lost". A heading that is
words already stays as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.lexicon.loading import loaded
from corpus.patterns import regex

__all__ = [
    "Vocabulary",
    "areas_in_short",
    "initials_of",
    "made_for_machines",
    "makers_in_short",
    "parted",
    "readable",
    "vocabulary",
    "worded",
]

_SNAKE = regex(r"[^\s_]+(?:_+[^\s_]+)+_?")
_CAMEL = regex(r"[a-z]+[0-9]*(?:[A-Z][a-z]+[0-9]*){1,5}|(?:[A-Z][a-z]+[0-9]*){2,6}|[A-Z][a-z]+[A-Z]{3,5}")
_HUMP = regex(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")
_DOTTED = regex(r"(?=.*[A-Za-z]{4})[A-Za-z][A-Za-z0-9_]*(?:\.+[A-Za-z0-9_]+)+\.*")
"""A heading whose spaces and signs a program has made dots ("Boats.lost..1.", of "Boats lost (1)")."""
_DOTS = regex(r"[._]+")
_NOTE_OF_DOTS = regex(r"(?<=[A-Za-z])\.\.[0-9]{1,2}\.$")
_EXTENSION = regex(r"\.[a-z]{2,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns that find whole words; see the file for what each is for."""

    abbreviations: dict[str, str]
    subjects: dict[str, str]
    """Those of the abbreviations that the names of files have too."""
    stock: re.Pattern[str]
    flow: re.Pattern[str]
    ratios: re.Pattern[str]
    places: re.Pattern[str]
    of_people: re.Pattern[str]
    traits: re.Pattern[str]
    publishers: re.Pattern[str]
    apart: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    reporting: tuple[tuple[re.Pattern[str], tuple[int, int]], ...]
    """The subjects of which all is collected for years that end on one day, each with its month and its day."""


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary; read once."""
    said = loaded("corpus.lexicon", "statistics.yaml", plain=True)
    lists = ("stock", "flow", "ratios", "places", "of-people", "traits", "publishers")
    apart = tuple((_any_of([one]), _any_of([other])) for one, other in said["apart"])
    known = {name.replace("-", "_"): _any_of(said[name]) for name in lists}
    reporting = tuple((_any_of(one["of"]), (int(one["month"]), int(one["day"]))) for one in said["reporting-years"])
    short = said["abbreviations"] | said["subjects"]
    return Vocabulary(abbreviations=short, subjects=said["subjects"], apart=apart, reporting=reporting, **known)


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def worded(heading: str) -> str:
    """HEADING as words on one line; see the module."""
    said = " ".join(heading.split())
    if _SNAKE.fullmatch(said):
        return _spelt_out(said.replace("_", " ").split())
    if _DOTTED.fullmatch(said):
        return _spelt_out(_DOTS.sub(" ", _NOTE_OF_DOTS.sub("", said)).split())
    if _CAMEL.fullmatch(said):
        return _spelt_out(_HUMP.sub(" ", said).split())
    whole = vocabulary().abbreviations.get(said.lower()) if " " not in said and said.islower() else None
    return whole or _area_in_full(said) or said


_AREA = regex(r"(?P<short>[A-Z]{2,5})(?P<rest>(?: (?:name|area|district))?)", re.IGNORECASE)


def _area_in_full(said: str) -> str:
    """A heading that is the letters for a kind of area ("LA name"), in full; "" where it is not."""
    match = _AREA.fullmatch(said)
    full = vocabulary().abbreviations.get(match["short"].lower(), "") if match is not None else ""
    return f"{full}{match['rest']}" if match is not None and vocabulary().places.search(full) else ""


def areas_in_short(name: str) -> str:
    """The kinds of area that a file's NAME says in short ("pupils by lad"), in full; "" where it says none."""
    full = (vocabulary().abbreviations.get(word.lower()) for word in name.split())
    return ". ".join(one for one in full if one is not None and vocabulary().places.search(one))


_LEAST_INITIALS = 3
_CAPITALS = regex(r"\b(?:[A-Z]{2,}(?= )|[A-Z](?=[a-z]))")


def initials_of(body: str) -> str:
    """The letters by which a BODY is called in short ("HMRC", "NRS"); "" where they would be too few to tell."""
    short = "".join(_CAPITALS.findall(body))
    return short if len(short) >= _LEAST_INITIALS else ""


@cache
def _makers() -> dict[str, str]:
    names: list[str] = loaded("corpus.lexicon", "statistics.yaml", plain=True)["publishers"]
    return {short: name for name in names if (short := initials_of(name))}


def makers_in_short(name: str) -> str:
    """The bodies that publish statistics, in full, which a NAME or a title says in short ("NRS lamps"); "" for none."""
    return ". ".join(full for word in re.findall(r"\b[A-Z]{3,}\b", name) if (full := _makers().get(word)) is not None)


_RUN_ON_MAKER = regex(r"(?<![^\W\d_])(?P<short>[A-Z]{3,6})(?=[a-z]{3,})")


def _apart_from_makers(name: str) -> str:
    """NAME with what is run on to the letters of a body that publishes statistics set apart ("NRSlamps")."""
    return _RUN_ON_MAKER.sub(lambda m: f"{m['short']} " if m["short"] in _makers() else m["short"], name)


_LONG_NAME = 10
_PIECE = 4


def parted(name: str, headings: Iterable[str]) -> str:
    """The words that a file's NAME runs together in one, where its table's HEADINGS stand among them and leave one word
    more, or none ("lampglassharbour", of lamps by harbour, is of lamp glass); "" where they do not."""
    known = {w.lower().removesuffix("s") for said in headings for w in re.findall(r"[A-Za-z]+", said)}
    for token in re.findall(rf"[a-z]{{{_LONG_NAME},}}", name.lower()):
        inside = [w for w in sorted(known, key=len, reverse=True) if len(w) >= _PIECE and w in token and w != token]
        rest = token
        for word in inside:
            rest = rest.replace(word, " ", 1)
        pieces = [piece for piece in rest.split() if piece != "s"]
        if len(inside) > 1 and len(pieces) < 2 and all(len(piece) >= _PIECE for piece in pieces):
            return " ".join((*inside, *pieces))
    return ""


def made_for_machines(heading: str) -> bool:
    """Whether HEADING is several words that data files run together: ``boats_lost``, ``BoatsLost``, ``Ships.lost``."""
    return any(pattern.fullmatch(heading) for pattern in (_SNAKE, _CAMEL, _DOTTED))


def _spelt_out(words: list[str]) -> str:
    known, made = vocabulary().abbreviations, list[str]()
    denies = any(word.lower() in _COUNTED for word in words)  # "no_berth_left_count" is of none at all
    at = 0
    while at < len(words):
        size = next((n for n in _TOGETHER if " ".join(words[at : at + n]).lower() in known), 1)
        short = " ".join(words[at : at + size])
        made.append(short if denies and short.lower() == "no" else known.get(short.lower()) or _bounded_area(words[at]))
        at += size
    return _ONE_PLUS.sub("one or more ", " ".join(made))


_TOGETHER = (3, 2)
"""So many words may be short for something together ("pri nor")."""
_COUNTED = frozenset({"count", "number", "percent", "percentage", "pct", "perc", "rate", "proportion", "total"})
"""Words of a heading that say already that it is a number."""


_BOUNDED = regex(r"(?P<short>[a-z]{2,5})[0-9]{2}", re.IGNORECASE)


def _bounded_area(word: str) -> str:
    """The kind of area that WORD is short for, with the year of its bounds behind it ("ltla23"); else WORD."""
    match = _BOUNDED.fullmatch(word)
    full = vocabulary().abbreviations.get(match["short"].lower()) if match is not None else None
    return full if full is not None and vocabulary().places.search(full) else word


_ONE_PLUS = regex(r"^(?:one|1)[ -]plus (?=[a-z])", re.IGNORECASE)
"""How a heading in code says whom something befell at least once ("one_plus_repairs")."""


_COUNTED_ON = regex(r"\b(year|yr|grade|class|stage|level|phase|wave|week|month)(?=[0-9]{1,2}\b)", re.IGNORECASE)
"""A word that a number is run on to in a name ("pupils-year1")."""
_RUN_ON_MONTH = regex(
    r"(?<=[a-z]{3})(?P<month>jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec)(?P<year>(?:19|20)\d\d)\b",
)
"""The month that a file's name ends with, run together with it ("launchesdec2017")."""


def readable(name: str) -> str:
    """A file's or a sheet's NAME as a title: ``returns_by_nationality.csv`` becomes "Returns by nationality"."""
    words = re.split(r"[\s_]+", _EXTENSION.sub("", name).strip())
    said = _apart_from_makers(" ".join(vocabulary().subjects.get(word, word) for word in words))
    said = _RUN_ON_MONTH.sub(lambda m: f" {m['month'].capitalize()} {m['year']}", said)
    if " " not in said:
        said = " ".join(said.split("-"))
    said = _MONTH.sub(lambda m: f"{m['month'].capitalize()} {m['year']}", said)
    said = _MONTHS_BESIDE.sub(r"\g<first> to \g<last>", said)
    said = _COUNTED_ON.sub(r"\1 ", said)
    return said[:1].upper() + said[1:] if said else name


_NAME_OF_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = regex(rf"(?<![^\W\d_])(?P<month>{_NAME_OF_MONTH})[ -]?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_MONTHS_BESIDE = regex(
    rf"(?P<first>\b{_NAME_OF_MONTH} (?:19|20)\d\d)[ \u2013-]+(?P<last>{_NAME_OF_MONTH} (?:19|20)\d\d)\b", re.IGNORECASE
)
"""The first and the last month of a stretch as names of files have them ("lamps-april2019-march2020")."""
