"""The subject of a number that something parts from it: an aside, a range before its median, a clause with "where"."""

from __future__ import annotations

import re

from corpus.extract.numerals import NUMBER_WORDS
from corpus.lexicon.grammar import words
from corpus.patterns import regex

__all__ = ["apposed", "brings_to", "given_as", "median_of", "place_alone", "set_beside", "where_there"]

_NAME = r"[A-Z][\w'\u2019-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w'\u2019-]*){0,4}"
_WHERE_THERE = regex(rf"(?P<at>[^,;:.()]{{0,100}}?\b{_NAME}),\s+where\s+there\s+(?:was|were|are|is|had been)\s+$")
_THERE = regex(r"there\s+(?:was|were|are|is|had been)\b", re.IGNORECASE)
_LAST_NAME = regex(rf"{_NAME}$")


def where_there(text: str, floor: int, end: int, said: str) -> str:
    """What stands before a clause with "where": "*the most thefts were at Rye*, where there were 40"; else nothing."""
    where = _WHERE_THERE.search(text, floor, end) if _THERE.match(said) else None
    return " ".join(where["at"].split()) if where is not None else ""


def place_alone(at: str) -> str:
    """The name that such words end with."""
    name = _LAST_NAME.search(at)
    return name.group() if name is not None else at


_NOUN_ASIDE = regex(
    r"(?P<noun>(?:(?:The|A|An|Its|His|Her|Their|Our|My|One)\s+(?:[\w'\u2019-]+\s+){0,6}?[\w'\u2019-]+"
    r"|[A-Z][\w'\u2019-]+(?:\s+[\w'\u2019-]+){0,7}?)),(?!\d)\s*(?:(?P<aside>(?:[^.;:!?\u201c\"]|\.(?=\d)){2,140}),\s*)?$"
)
_PRICED = regex(
    r"(?:first|originally|initially|once|last|previously|now)?\s*"
    r"(?:put|estimated|valued|budgeted|set|costed|priced|forecast)\b",
    re.IGNORECASE,
)
_SENTENCE_END = regex(r"(?<=[.!?])[\"'\u2019\u201d]?\s+|\n")
_LOOK_BACK = 260
_OWNERS = {"its", "his", "her", "their"}


def apposed(text: str, start: int, said: str, *, verb: bool) -> str:
    """The subject of a verb that an aside parts from it: "*Ann Lee*, 40, a nurse, waited", "*The bill*, first put at".

    VERB: the words SAID, which begin at START, open with one.
    """
    priced = _PRICED.match(said) is not None
    if not (priced or verb):
        return ""
    lead = _SENTENCE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1].lstrip("\u201c\"' ")
    match = _NOUN_ASIDE.fullmatch(lead)
    if match is None or bool(match["aside"]) == priced:
        return ""
    noun = match["noun"].split()
    following = (*noun[1:], "")
    verbal = any(
        w.lower() in words("auxiliaries")
        or (w.lower() in words("past") and after != "by")
        or (w.endswith("ed") and (after[:1].isdigit() or after.lower() in NUMBER_WORDS))
        for w, after in zip(noun, following, strict=True)
    )
    closed = words("prepositions") | words("conjunctions") | (words("pronouns") - _OWNERS)
    listed = (match["aside"] or "").split(" ")[0].lower() in ("and", "or", "but")
    return "" if verbal or listed or noun[0].lower() in closed else " ".join(noun)


_MEDIAN = regex(
    r"(?:with\s+)?(?:an?|the)\s+(?:median|mean|average|maximum|minimum|high|low|peak)(?:\s+of)?$", re.IGNORECASE
)
_MAIN_SUBJECT = regex(
    r"(?P<noun>(?:The|A|An|Its|Their)\s+[^,;:.()]{3,100}?)\s+(?:ranged?|varied|varies|ran|was|were|is|are)\b"
)


def median_of(text: str, start: int, said: str) -> str:
    """What a median is of that is told after a range: "*The fee* ranged from £2 to £9, with a median of £4"."""
    if _MEDIAN.match(said) is None:
        return ""
    lead = _SENTENCE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    match = _MAIN_SUBJECT.match(lead)
    return " ".join(match["noun"].split()) if match is not None else ""


_BRINGS = regex(
    r"(?:(?:which|that|this|it)\s+)?(?:brings?|bringing|brought|takes?|taking|took)\s+(?:the|its|their|our)\s+"
    r"(?:(?:total|overall|full)\s+)?(?:number|total|figure|count)(?:\s+of\s+(?P<of>[a-z][\w'\u2019 -]*?))?"
    r"(?:\s+(?:there|so far|since|in|at|for)\b[^,;]*?)?\s+(?:up\s+|down\s+)?to",
    re.IGNORECASE,
)


def brings_to(before: str) -> str | None:
    """What a number counts that another brought it to ("and that *takes the tally of boats there to*"); "" where the
    number before says what, and None where BEFORE is of another kind."""
    match = _BRINGS.fullmatch(before)
    return None if match is None else match["of"] or ""


_AFTER_NUMBER = regex(
    r"[\d,]*\d(?:\s[a-z]+)?,\s"
    r"|[\u00a3$\u20ac]?[\d,.]*\d%?(?:\s[a-z]+){0,2}(?:\s[\d,]*\d(?:\s[a-z-]+)?)?,\s(?=(?:was|were|is|are|had|has|remains?)\b)"
)
_BARE_NOUN = regex(
    r"(?:^|[.!?;:]\s+|\n|\bwhile\s+|\band\s+)(?:(?:[\w'\u2019-]+\s+){0,4}[\w'\u2019-]+s"
    r"|(?:[\w'\u2019-]+\s+){0,3}(?:rate|number|proportion|share|total|average|cost|price|level|bill|figure|toll|fare|fee|fine|pay"
    r"|wage|salary|rent|wait|age|speed|score|income)"
    r"(?:\s+(?:of|for|in)\s+(?:[\w'\u2019-]+\s*){1,4})?),\s*$",
    re.IGNORECASE,
)


def set_beside(text: str, floor: int, start: int, end: int) -> bool:
    """Whether a number at END stands between commas beside what it counts: "*Barge tows*, at 57, were"."""
    near = text[max(floor, start - 80) : start]
    noun = _BARE_NOUN.search(near)
    if noun is None or (noun.start() == 0 and floor < start - 80) or _AFTER_NUMBER.match(text, end) is None:
        return False
    said = near[noun.start() :].lower().replace(",", " ").split()
    return not any(w in words("auxiliaries") or w in words("past") or w.endswith("ed") for w in said)


_GIVEN_AS = regex(
    r"(?P<noun>(?:the|our|its|their)\s+(?:[\w-]+\s+)?(?:number|total|figure|count|proportion|share|cost)\s+"
    r"(?:of|for)\s+[^,;.]{3,120}),\s+(?:(?:first|originally|initially|then|previously|once)\s+)?"
    r"(?:published|given|put|reported|estimated|stated|recorded|announced|quoted|shown|told)\b[^,;.]*\b(?:as|at)\s+$",
    re.IGNORECASE,
)


def given_as(text: str, floor: int, end: int) -> str:
    """The count of which an aside tells a number: "*The number of kites in 2030*, published in May as 40, …"."""
    noun = _GIVEN_AS.search(text, max(floor, end - _LOOK_BACK), end)
    return " ".join(noun["noun"].split()) if noun is not None else ""
