"""The words of a number's own clause: those before it, and what is said of it after."""

from __future__ import annotations

import re

from corpus.extract.asides import apposed, given_as, median_of, place_alone, set_beside, where_there
from corpus.extract.lone import ranks
from corpus.extract.phrase import Phrase, tokens
from corpus.lexicon.grammar import any_of, words
from corpus.patterns import regex

__all__ = [
    "after_aside",
    "before_number",
    "conjoined",
    "has_verb",
    "opens_predicate",
    "predicate",
]

_BREAK = regex(
    r"[;:]|\s[-\u2013\u2014]\s|[.!?](?=\s|$)|[()]|,|[\"\u201c\u201d]"
    r"|\b(?:that|which) (?:is|was|are|were) (?:[a-z]+ly )?(?:put down|attributed|ascribed|blamed|due)\b"
    r"|\band (?:[a-z]+ed )?(?:all )?the (?:remainder|rest|balance|others(?= (?:was|were|is|are|ha[sd]|have|will)\b))\b"
    r"|\b(?:when|where|while|which|but|although|though|because|amid|despite|whereas|compared)\b"
    r"|(?<!given )(?<!put )(?<!stated )(?<!reported )(?<!counted )(?<!classed )(?<!treated )\bas\b",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^(?:[\s,]|in (?:fact|reality|truth|practice|short)\b"
    r"|(?:and|but|also|with|however|meanwhile|that|as|when|while|in)\b(?=\s))+",
    re.IGNORECASE,
)
_NEXT_PLACE = regex(r"\s+(?:and|but|while)\s+(?:in|at|for|on|from|by|among)\s+[^,]{2,60}$", re.IGNORECASE)
"""The words that open the next number's clause: "… were cancelled *and in Wales* 1,480"."""
_TAIL = regex(
    r"(?:[\s,]+(?:(?:and|but)\s+that|and|or|with|including|plus|as well as|of which|of whom|compared with"
    r"|compared to|against|to|from|by|than|of|at|for|in|up|down|not|a|an|the|further|another|other"
    r"|remaining)\b)+[\s,]*$"
    r"|^(?:[\s,]*(?:and|or|with|to|from|by|than|of|up|down)\b)+[\s,]*$"
    r"|[\s,]+$",
    re.IGNORECASE,
)
"""Words at the end of a predicate that belong to the number that comes next."""
_JOINED = regex(
    r"[\s,]*\b(?:(?:and|but)\s+that|and|or|with|including|plus|as well as|of which|of whom)?[\s,]*$", re.IGNORECASE
)
_ASIDE = regex(r"\s*(?:,|\s[-\u2013\u2014]\s)[^.;:]{3,120}?(?:,(?![0-9])|\s[-\u2013\u2014]\s)\s*")


def predicate(text: str, phrase: Phrase, limit: int) -> tuple[str, int]:
    """The words after the noun phrase that say what was done, and where the number's own stretch ends."""
    start = after_aside(text, (phrase.whole or phrase.span).end, limit)
    start = _past_gap(text, start, limit)
    breaks = (
        m
        for m in _BREAK.finditer(text, start, limit)
        if not (
            _by_which(text, m, start) or _inside(text, m) or _own_clause(text, m, limit) or _lists_names(text, m, limit)
        )
    )
    stop = next((m.start() for m in breaks), limit)
    said = text[start:stop]
    following = (_NEXT_PLACE.search(said) or _next_verb(said)) if stop == limit else None
    if following is not None:
        said = said[: following.start()]
    trimmed = (_TAIL if stop == limit else _JOINED).sub("", said)
    return " ".join(trimmed.split()), start + len(trimmed)


def _by_which(text: str, broken: re.Match[str], start: int) -> bool:
    """Whether a clause right after the noun says of it what was done there ("nine piers *from which* rot was cut")."""
    between = _SOME_TIME.sub("", text[start : broken.start()].strip().lower())
    return broken.group().lower() == "which" and between in words("prepositions")


_SOME_TIME = regex(r"^(?:last|this|next|that|each|every) [a-z]+\s+")
"""When it was, between the noun and its clause: "nine nights *last winter* on which"."""


_NAME = r"(?:the\s+)?[A-Z][\w'\u2019-]+(?:\s+(?:of\s+|and\s+the\s+)?[A-Z][\w'\u2019-]+)*"
_BEFORE_NAME = regex(rf"\b(?:in|at|across|from|for|throughout|between|of|to|covering)\s+(?:{_NAME},\s+)*{_NAME}$")
_MORE_NAMES = regex(rf",\s+(?:{_NAME},\s+)*{_NAME},?\s+and\s+{_NAME}|,\s+(?:and\s+)?{_NAME}(?=,?\s+and\s+{_NAME})")
_LAST_NAME = regex(rf",\s+and\s+{_NAME}")
_REACH = 120


def _lists_names(text: str, broken: re.Match[str], limit: int) -> bool:
    """Whether a comma only parts the places of one list ("visits across England*,* Wales and Scotland")."""
    if not broken.group().startswith(","):
        return False
    at = broken.start()
    if _BEFORE_NAME.search(text, max(0, at - _REACH), at) is None:
        return False
    return any(p.match(text, at, limit) is not None for p in (_MORE_NAMES, _LAST_NAME))


def _own_clause(text: str, broken: re.Match[str], limit: int) -> bool:
    """Whether what follows says when this number was so ("hours were lost *while crews queued outside*")."""
    if broken.group().lower() not in ("while", "when", "where") or _IT.match(text, broken.end(), limit):
        return False
    return _BREAK.search(text, broken.end(), limit) is not None


_IT = regex(r"\s+(?:it|this|that)\b", re.IGNORECASE)
_IN = regex(r"[;,]\s+(?:and\s+)?in\s+(?:a\s+further\s+|another\s+)?\d[\d,]*(?:\s+[a-z]+)?$", re.IGNORECASE)
_IN_CASES = regex(
    r"(?:^|[.;:\n]\s*)in\s+(?:a\s+further\s+|another\s+)?[\w,]+(?:\s+[a-z]+)?(?:\s+of\s+\w+(?:\s+\w+)?)?$",
    re.IGNORECASE,
)
_CLAUSE_NEXT = regex(r",\s+(?=(?:the|its|his|her|their|it|he|she|they|there|nobody|no\s+one)\s)", re.IGNORECASE)
"""After "In 31 of them": what was so in them ("*the hull leaked*")."""
_GAP = regex(r",\s+(?=(?:for|by|from|of|to|with|because|under|over)\s)")


def _past_gap(text: str, start: int, limit: int) -> int:
    """Past the comma that stands for the verb before: "in 58 he was barred for theft; in 126 cases*,* for violence"."""
    gap = _GAP.match(text, start, limit)
    if gap and _IN.search(text, max(0, start - 60), start):
        return gap.end()
    opened = _CLAUSE_NEXT.match(text, start, limit)
    return opened.end() if opened and _IN_CASES.search(text, max(0, start - 60), start) else start


_NEXT_VERB = regex(r"(?:^|\s+)(?:and|but|or)\s+(?P<verb>(?:[\w'-]+\s+){1,5})$", re.IGNORECASE)


_NAME_DID = regex(
    r"(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s+[A-Z][\w'\u2019-]*)*\s+(?:alone\s+|itself\s+|also\s+)?(?P<did>[a-z]+)\s*"
)
"""A name with a verb of its own, which the next number is the object of: "sold 90 cows *and Holt sold* 61"."""
_WE = regex(r"(?:we|they|he|she|it|I)\s+\w", re.IGNORECASE)


def _next_verb(said: str) -> re.Match[str] | None:
    """A verb that runs up to the next number and so is that one's ("took seven months *and cost* £365,000")."""
    match = _NEXT_VERB.search(said)
    if match is not None and _WE.match(match.group("verb")):
        return match  # a subject and a verb of the next number's own
    named = _NAME_DID.fullmatch(match.group("verb")) if match is not None else None
    if named is not None and opens_predicate(named["did"]):
        return match
    if match is None or not opens_predicate(match.group("verb")):
        return None
    last = match.group("verb").split()[-1].lower()
    return match if last not in words("prepositions") or any_of("changes").search(match.group("verb")) else None


def _inside(text: str, match: re.Match[str]) -> bool:
    """A comma inside a number ends no predicate, nor does a cause that follows without a comma."""
    if match.group().lower() == "because":
        return True
    return _in_a_number(text, match)


def _in_a_number(text: str, match: re.Match[str]) -> bool:
    """Whether a comma stands between digits ("fires per 10,000 homes"), and parts no clauses."""
    return match.group() == "," and text[match.end() : match.end() + 1].isdigit()


def after_aside(text: str, start: int, limit: int) -> int:
    """Past ", including murderers and rapists, " where an auxiliary follows it, else START."""
    match = _ASIDE.match(text, start, limit)
    if not match:
        return start
    rest = tokens(text, match.end(), limit)[:1]
    if rest and rest[0].of(text).lower() in words("auxiliaries"):
        return match.end()
    if rest and match.group().startswith(", or ") and opens_predicate(rest[0].of(text)):
        return match.end()
    return start


_MAIN = regex(r"(?P<main>[^,;:.()]{8,120}),$")
"""The clause that a number is set beside: "*London had the highest number*, at 361,900"."""
_WHICH = regex(
    r"(?:\b(?:on|in|at|of|for|to|by)\s+|(?=\b(?:the|an?|its|their|this|that)\s))(?P<noun>(?:(?!(?:on|in|at|of|for|to|by|was|is|are|were)\b)[\w'-]+\s+){0,4}?"
    r"[\w'-]+)(?:\s+\([^()]{1,60}\))?,\s+(?:which|who)\s",
    re.IGNORECASE,
)
"""What a clause with "which" is said of."""
_CALLED = regex(
    r"(?:(?<=[\w,]\s)|\b(?=[\w'\u2019-]+\s))(?!(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\w+day|In|On|At|By|For|Since|After|Before|During|Until|From|With|When|While|But|And)\b)(?P<name>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){0,4}),\s+(?=(?:the|an?|its)\s$)"
)
"""The name before what it is said to be: "with *Operation Lantern*, the search for poachers, which saw 40 arrests"."""


def before_number(text: str, floor: int, end: int) -> str:
    """The words of the number's own clause that stand before it, less who reported it."""
    start = floor
    for match in _BREAK.finditer(text, floor, end):
        if _in_a_number(text, match) or (
            match.group() == "," and not _closes_clause(text[start : match.start()], text[match.end() : end])
        ):
            continue
        start = match.end()
    if (of_it := _OF_IT.search(text[floor:end])) is not None:
        return " ".join(of_it["what"].split())
    said = " ".join(_LEAD.sub("", _unreported(text[start:end])).split())
    if said.lower().startswith("time") and _BY_WHICH.search(text, floor, start):
        said = said[len("time") :].strip()
    if _LEAVES.fullmatch(said):
        return ""
    if text[start:end].strip().lower() in ("at", "with") and (main := _MAIN.search(text, floor, start)):
        lead = _LEAD.sub("", _unreported(main.group("main")))
        told = ranks(lead) or set_beside(text, floor, start, end)
        lead = _WHOSE.sub("the ", lead)
        return f"{' '.join(lead.split())} {said}".strip() if told else said
    if (given := given_as(text, floor, end)) or _DANGLING.fullmatch(said):
        return given
    if opens_predicate(said) and (named := _WHICH.search(text, floor, start + 8)):
        return f"{_called(text, floor, named)}{' '.join(named.group('noun').split())} {said}"
    if noun := apposed(text, start, said, verb=opens_predicate(said)) or median_of(text, start, said):
        return f"{noun} {said}"
    if place := where_there(text, floor, end, said):
        return f"{place if ranks(place) else place_alone(place)} {said}"
    return said


def _called(text: str, floor: int, told: re.Match[str]) -> str:
    """The name that stands before what a clause with "which" is said of, where that only says what it is."""
    first = _ARTICLE.match(text, told.start("noun"), told.end("noun"))
    found = _CALLED.search(text, max(floor, told.start("noun") - 80), first.end()) if first is not None else None
    return f"{found['name']}, " if found is not None else ""


_ARTICLE = regex(r"(?:the|an?|its)\s", re.IGNORECASE)
_WHOSE = regex(r"^(?:Its|Their|His|Her)\s+(?=(?:\w+\s+){0,2}(?:rate|number|share|total|average|cost)\b)")
_BY_WHICH = regex(r"\bby\s+which\s*$", re.IGNORECASE)
_DANGLING = regex(r"[a-z]+(?:\s[a-z]+)?\s(?:and|but|while)")
"""What is left of the clause before a second verb: "arrived as *deckhands and* 44 sailed"."""
_LEAVES = regex(
    r"(?:(?:that|this|which|it)\s+)?(?:leaves?|left|leaving|makes?|made|making|means|meaning)"
    r"(?:\s+(?:a total of|just|only))?",
    re.IGNORECASE,
)
"""What leads to a number that comes of those before it: "*That leaves* 31 boats at sea"."""
_OF_IT = regex(
    r"(?:^|[.;,:(\n]\s*|\band\s+)(?P<what>the\s+(?:[\w'\u2019-]+\s+){0,4}[\w'\u2019-]+),\s+of\s+$", re.IGNORECASE
)
"""What a number between commas is of: "*The longest wait*, of six hours, was in May"."""


def _closes_clause(before: str, after: str) -> bool:
    """A comma closes the clause before it unless only a time or a place stood before it ("In 2005, …")."""
    return bool(after.split()) or opens_predicate(before)


def _unreported(chunk: str) -> str:
    """CHUNK less the words that say who said it."""
    that = list(re.finditer(r"\bthat\b", chunk, re.IGNORECASE))
    if that and any_of("reporting").search(chunk[: that[-1].start()]):
        return chunk[that[-1].end() :]
    reported = [m for m in any_of("reporting").finditer(chunk) if not _ADJECTIVAL.search(chunk[: m.start()])]
    if reported and not chunk[reported[-1].end() :].strip() and reported[-1].group().lower() in words("done"):
        return chunk
    if reported and not re.search(r"\b(?:was|were|been|be|being)\s*$", chunk[: reported[-1].start()]):
        return chunk[reported[-1].end() :]
    return chunk


_ADJECTIVAL = regex(r"\b(?:in|of|for|by|with|from|the|an?|all|these|those|such)\s+$", re.IGNORECASE)
"""Before a participle that says what sort of thing it is: "killed in *reported* collisions"."""
_AGAIN = regex(r"^[\s,]*(?:(?:and|but|or|then|also|later|now|since)\b[\s,]*)*", re.IGNORECASE)


def conjoined(text: str, floor: int, end: int, before: str) -> bool:
    """Whether BEFORE is a second predicate of a subject named earlier ("… and cost", "…, but is short of")."""
    if not opens_predicate(before):
        return False
    verb = re.escape(before.split()[0])
    return (
        re.search(
            rf"\b(?:and|but|or|then)\s+(?:(?:\w+ly|also|now|then|later|still)\s+)?{verb}\b",
            text[floor:end],
            re.IGNORECASE,
        )
        is not None
    )


def opens_predicate(words_here: str) -> bool:
    """Whether words begin with a verb and so lack their subject ("and cost", "was fined")."""
    rest = _AGAIN.sub("", words_here).split()
    rest = rest[1:] if len(rest) > 1 and rest[0].lower().endswith("ly") else rest
    if len(rest) > 1 and rest[0].lower() in _INTENDS and rest[1].lower() == "to":
        return True
    first = rest[0].lower().strip(",") if rest else ""
    return first in words("auxiliaries") or first in words("past") or (first.endswith("ed") and len(first) > 4)


_INTENDS = frozenset({"plans", "expects", "hopes", "intends", "aims", "proposes", "wants", "needs", "promises", "plan"})


def has_verb(words_here: str) -> bool:
    """Whether words hold a verb of their own, beyond an auxiliary."""
    found = [w.lower().strip(",") for w in words_here.split()]
    return any(w in words("past") or (w.endswith("ed") and len(w) > 4) for w in found)
