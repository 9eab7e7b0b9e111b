"""Offices, bodies and documents that are said to say something: what a noun phrase names, by its head."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.extract.dates import periods
from corpus.extract.scan import bag
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed
from corpus.patterns import regex

__all__ = ["definite", "head", "last_word", "one_person", "plain", "pruned", "same_office", "shortened"]

_RANKS = frozenset({"shadow", "former", "deputy", "junior", "assistant", "acting", "vice"})
_SMALL = frozenset({"the", "a", "an", "of", "for", "my", "our", "its", "his", "her", "their", "then", "hon", "right"})
_HEAD_ENDS = regex(
    r"\s(?:of|for|at|in|to|from|with|on|by|who|whose|which|that|representing|called|led|into|about|based|named|going|before)\s"
    r"|\s(?:published|seen|leaked|obtained|released|given|sent|drawn|shown|prepared|commissioned|carried|written|submitted"
    r"|compiled|issued|made)\s(?=(?:by|on|in|to|from|under|at|for|yesterday|today|this|last|earlier|with|out)\b)"
)
"""What ends the head of a noun phrase: a preposition, a relative, or a participle with what belongs to it."""

_SHORT_NAME = regex(r"(?:(?:[Tt]he|[Oo]ur) )?(?P<name>[A-Z][A-Za-z&]{0,4}[A-Z])")
"""A body by its letters: "the DfT", "RNLI"."""
_NO_BODIES = bag(
    "UK US USA GB GDP GNP TV CCTV HIV VAT ID DNA GP MP PC IT CV CEO MEP QC KC DVD CD PE RE HR PR OK AM PM BC AD UIN PQ"
)


def head(stretch: str) -> str:
    """ "person" or "body" by the head of the noun phrase in STRETCH; "" where it is neither."""
    named = _HEAD_ENDS.split(f"{shortened(stretch)} ")[0].strip()
    tokens = re.findall(r"[\w'\u2019-]+", named.lower())
    for word in (tokens[-1] if tokens else "", " ".join(tokens[-2:])):
        if word in listed("sayers") | listed("roles") | words("role_words") - {"permanent"}:
            return "person"
        if word in listed("bodies") | listed("documents"):
            return "body"
    if (short := _SHORT_NAME.fullmatch(named)) is not None and short["name"] not in _NO_BODIES:
        return "body"
    titled = re.match(r"(?:the |a )?(?:[a-z-]+ ){0,3}?([a-z-]+) [A-Z]\w+", named)
    if titled and titled.group(1) in listed("bodies"):
        return "body"
    return "person" if tokens and tokens[-1].removesuffix("s") in words("role_words") else ""


def last_word(office: str) -> str:
    """The head of an office or body: "secretary" of "secretary of state for health"."""
    tokens = re.findall(r"[\w-]+", _HEAD_ENDS.split(f"{office} ")[0].lower())
    return tokens[-1] if tokens else ""


def same_office(wanted: str, held: str) -> bool:
    """Whether WANTED may stand for HELD: every word of it is in HELD, with the same head and the same rank."""
    one, other = _bag(wanted), _bag(held)
    alike = bool(one) and one <= other and one & _RANKS == other & _RANKS
    return alike and last_word(wanted) == last_word(held)


@lru_cache(maxsize=4_096)
def _bag(office: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", re.sub(r"['\u2019]s\b", "", office.lower()))) - _SMALL


def one_person(office: str) -> bool:
    """Whether an office is that of one person, whom "she" may stand for: "a spokesman", not "officials"."""
    last = last_word(office)
    return head(office) == "person" and (not last.endswith("s") or last == "boss")


def definite(office: str) -> bool:
    """Whether an office is one that is known ("the minister"), not any ("a minister")."""
    return not re.match(r"(?:an?|one|some|another|several|two|both)\b", office, re.IGNORECASE)


def plain(office: str) -> str:
    """An office without its article."""
    return re.sub(r"^(?:the|its|their|my|our)\s+", "", " ".join(office.split()), flags=re.IGNORECASE)


def pruned(stretch: str) -> str:
    """STRETCH without the adverbs and auxiliaries that end it before its verb."""
    tokens = stretch.rstrip().split(" ")
    while tokens and tokens[-1].lower() != "who":
        last = tokens[-1].lower().strip("* ")
        if last and last not in listed("between") and not last.endswith("ly"):
            break
        tokens.pop()
    return " ".join(tokens)


def shortened(stretch: str) -> str:
    """The noun phrase of STRETCH: without what ends it before its verb, and the time or place that opens it."""
    return _opened(pruned(stretch)).strip(" *\"'\u2018\u2019")


_NUMBERED = regex(r"\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-z]\)|\d{1,3}\.\d{1,3})\s+(?=[A-Z])")
"""The number of the paragraph that a sentence opens ("*7.* The Department cannot say …")."""


_DETERMINER = regex(r"\s(?:the|a|an|one|his|her|their|its|my)\s")
_BEGINS = regex(
    rf"(?<!\b[Ii]n)(?<!\b[Aa]t)(?<!\b[Oo]n)(?<!\b[Bb]y)(?<!\bof)(?<!\bto)(?<!\b[Ff]or)(?<!\b[Ff]rom)(?<!\b[Ww]ith){_DETERMINER.pattern}"
)
"""What begins a noun phrase that hangs on no preposition: "in 3 of the 22 ports *the* harbour master said"."""


def _opened(stretch: str) -> str:
    stretch = _NUMBERED.sub("", stretch, count=1) if _NUMBERED.match(stretch) else stretch
    tokens = stretch.split()
    if tokens and tokens[0].lower() in listed("openers"):
        again = _BEGINS.search(stretch, 1) or _DETERMINER.search(stretch, 1)
        return stretch[again.start() :].lstrip() if again else _undated(stretch)
    return stretch


def _undated(stretch: str) -> str:
    """STRETCH without the day or time that opens it ("On 3 May officials")."""
    first = next(iter(periods(stretch, None, 0, len(stretch))), None)
    opens = first is not None and len(stretch[: first.span.start].split()) <= 1
    return stretch[first.span.end :].lstrip(" ,") if first is not None and opens else stretch
