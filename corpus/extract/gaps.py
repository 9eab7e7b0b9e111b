"""What names a number that stands before it, where its verb or its noun is left out: "and *county councils* 9,600"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.dates import dates
from corpus.extract.lone import bare_subject, ranks
from corpus.extract.phrase import noun_phrase
from corpus.extract.quantity import Quantity
from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import any_of, words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["gapped", "in_brackets", "introduced", "is_item", "label_start", "labels", "name_before", "ranked_beside"]

_LABEL = regex(
    r"\s*(?:,|;|,?\s(?:and|while|but))\s+(?!(?:including|of|in|on|by|from|including|with|who|which|or)\b)"
    r"(?:(?!were\b|was\b|had\b|have\b|has\b|are\b|is\b|did\b)[A-Za-z'\u2019-]+\s+){1,5}",
    re.IGNORECASE,
)
"""After a number, what names the next one: "Scotland for 147 *and Wales for* 87", "704 *and electrical faults* 415"."""


_NEXT_NAME = regex(
    r"(?:[,;]\s*|[,;]?\s(?:and|while|but)\s+)(?P<np>(?:[A-Za-z'\u2019-]+\s+){1,5})(?<!\sof\s)(?<!\sand\s)(?<!\sor\s)$",
    re.IGNORECASE,
)


def name_before(text: str, floor: int, end: int) -> re.Match[str] | None:
    """What names the number that begins at END, where it stands between FLOOR and that number."""
    named = _NEXT_NAME.search(text, floor, end)
    shares = _PERCENT.match(text, end) is not None
    return named if named is not None and _is_name(named["np"], shares=shares) else None


_PERCENT = regex(r"[\d.]+\s?(?:%|per cent\b|percent\b)", re.IGNORECASE)


_BESIDE_IT = ("neighbouring", "adjoining", "surrounding")
"""Words that look like verbs and say only where a place is."""


def _is_name(np: str, *, shares: bool = False, things: bool = False) -> bool:
    """Whether the words before a number name what it is of, without a verb: "and *county councils* 9,600".

    Where SHARES of one thing are told, what people do may make one up too: "and *speeding* 31 per cent"; and THINGS
    that are told with the preposition of the first may be called so: "and *old wiring in* 12".
    """
    said = [w for w in np.lower().split() if w not in _BESIDE_IT] or np.lower().split()
    closed = words("prepositions") | words("adverbs") | words("pronouns") | {"of", "including", "more", "another"}
    if said[0] in closed or any(w in words("auxiliaries") or w in words("past") for w in said):
        return False
    doing = all(w.endswith("ing") or w in ("and", "or") for w in said)
    if any(w.endswith(("ed", "ing")) and len(w) > 4 for w in said) and not (things or (shares and doing)):
        return False
    if any_of("changes").search(np):
        return False
    named = [i for i in lexicon().ids(np) if not lexicon().general(i)]
    return bool(named) and not any(w in ("who", "that", "which", "whose", "than") for w in said)


_JOINS = regex(r"\s*(?:[,;]\s*)?(?:(?:and|while|but)\s+)?", re.IGNORECASE)


def labels(text: str, floor: int, end: int) -> bool:
    """Whether all that stands between two numbers joins them and names the second."""
    return _LABEL.fullmatch(text, floor, end) is not None


def gapped(text: str, made: Sequence[Bound], at: int) -> tuple[str, str] | None:
    """What the number AT a place counts, and its words, taken from the number that its sentence began with.

    "Parish councils own 21,000 shelters and county councils 9,600": the verb and the thing counted go on. None where
    that is not so.
    """
    outside = [b for b in made if text[b.quantity.span.start - 1 : b.quantity.span.start] != "("]
    first = next((b for b in reversed(outside) if not b.listed), None)
    if first is None or not first.counted or first.named:
        return None
    end = max(made[-1].own.end, made[-1].quantity.span.end)
    named = _NEXT_NAME.fullmatch(text, end + text.startswith(")", end), at)
    verb = _verb_of(first)
    if named is None or not verb:
        return None
    np, same = named["np"].strip(), verb.split()[-1]
    alike = same in words("prepositions") and np.split()[-1] == same and len(np.split()) > 1
    if not _is_name(np, shares=first.quantity.kind == "percentage" or alike, things=alike):
        return None
    if alike and len(verb.split()) > 1:  # "Ice was a factor in 40 wrecks and *drink in* 12"
        return first.counted, f"{np.removesuffix(same)}{verb}"
    return first.counted, np if alike or same == np.split()[-1] else f"{np} {verb}"


_BESIDE = regex(
    r"\s*[,;]\s+(?:and\s+)?(?P<np>[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*){0,4}),\s+(?:with|at)\s+"
)
_LAST_NAME = regex(r"[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*)*(?=(?:\s+at)?$)")


_FOLLOWED = regex(
    r",?\s+(?:followed by|ahead of|then|and)\s+"
    r"(?P<np>[A-Z][\w'\u2019-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w'\u2019-]*){0,4}),?\s+(?:with|on|at)\s+(?:just\s+|only\s+)?"
)
_FIRST_NAME = regex(r"^[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*)*")


def ranked_beside(text: str, previous: Bound | None, at: int) -> tuple[str, str] | None:
    """The same of the next name of a ranking: "Most cases were in Leeds, with 164, *Hull, with* 131 …"."""
    if previous is None:
        return None
    next_to = _FOLLOWED.fullmatch(text, max(previous.own.end, previous.quantity.span.end), at)
    if next_to is not None and previous.counted:
        name = _LAST_NAME.search(previous.before)
        if name is None and not ranks(previous.before):
            name = _FIRST_NAME.match(previous.before)
        if name is None:
            return previous.counted, f"{next_to['np']} with"
        return previous.counted, f"{previous.before[: name.start()]}{next_to['np']}{previous.before[name.end() :]}"
    if not ranks(previous.before):
        return None
    named = _BESIDE.fullmatch(text, max(previous.own.end, previous.quantity.span.end), at)
    last = _LAST_NAME.search(previous.before)
    if named is None or last is None:
        return None
    return previous.counted, f"{previous.before[: last.start()]}{named['np']}{previous.before[last.end() :]}"


_BRACKETED = regex(
    r"(?:^|[\s,])(?P<np>(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*)*)\s+\($"
)


def in_brackets(text: str, made: Sequence[Bound], start: int, quantity: Quantity) -> tuple[str, str] | None:
    """What a share counts that stands in brackets after a name: "highest in Kent, at 5%, then *Surrey (4.4%)*".

    What is counted is what the first share of the sentence counts, whose own words name another; "" where this is it.
    """
    closed = text[quantity.span.end : quantity.span.end + 1] == ")"
    if closed and quantity.kind == "count":
        return _ranked_in_brackets(text, made, start, quantity)
    opened = quantity.kind == "percentage" and closed
    named = _BRACKETED.search(text, start, quantity.span.start) if opened else None
    if named is None or "(" in named["np"]:
        return None
    first = next((b for b in made if b.quantity.kind == quantity.kind), None)
    if first is not None and not first.counted and not first.before:
        return None
    if first is None:
        return "", " ".join(text[start : named.end("np")].split())
    np = re.sub(r"^.*\sand\s(?:the\s+)?(?=[A-Z])", "", named["np"])
    return first.counted, f"{first.counted} in {np}".strip()


_MOST_OF = regex(
    r"(?P<np>(?:The\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*)*)\s+"
    r"(?:had|has|recorded|saw|reported|received)\s+the\s+"
    r"(?:(?:largest|highest|biggest|greatest|smallest|lowest)\s+(?:number|total|count)\s+of|most|fewest)\s+"
    r"(?P<what>[a-z][^,.;:()]*?)\s+\($"
)
_AND_NEXT = regex(
    r"\)?,?\s+(?:followed by|ahead of|then|and|and then)\s+"
    r"(?P<np>(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:and\s+|of\s+|the\s+)*[A-Z][\w'\u2019-]*)*)\s+\($"
)


_RANK = regex(
    r"\s+the\s+(?:(?:largest|highest|biggest|greatest|smallest|lowest)\s+(?:number|total|count)\s+of|most|fewest)\s+"
)


def _ranked_in_brackets(text: str, made: Sequence[Bound], start: int, quantity: Quantity) -> tuple[str, str] | None:
    """A count in brackets after whoever had the most of it: "Hull had the most wrecks (14), followed by Goole (9)"."""
    at = quantity.span.start
    if (led := _MOST_OF.search(text, start, at)) is not None:
        phrase = noun_phrase(led["what"], 0, len(led["what"])).span.of(led["what"])
        return (phrase, " ".join(text[led.start() : led.end("what")].split())) if phrase else None
    first = next((b for b in reversed(made) if b.quantity.kind == "count" and ranks(b.before)), None)
    named = _AND_NEXT.search(text, made[-1].quantity.span.end if made else at, at)
    opened = _FIRST_NAME.match(first.before) if first is not None else None
    if first is None or named is None or opened is None:
        return None
    return first.counted, f"{named['np']}{_RANK.sub(' ', first.before[opened.end() :])}"


def _verb_of(bound: Bound) -> str:
    """What stands between the subject and a number that has a noun of its own: "own", "were found on"."""
    subject_before = bare_subject(bound.before)
    if not subject_before or subject_before == bound.counted:
        return ""
    rest = bound.before[bound.before.find(subject_before) + len(subject_before) :].split()
    if rest and rest[0] in ("and", "or"):  # a second subject, and what may be the verb's first word
        rest = rest[2:]
    return " ".join(rest or bound.before.split()[1:][-1:])


def is_item(text: str, previous: Bound | None, at: int, after: str) -> bool:
    """Whether the number AT a place goes on with a list by its name alone: "51 late jobs, *damp and mould* 40"."""
    return previous is not None and not after and labels(text, max(previous.own.end, previous.quantity.span.end), at)


def label_start(text: str, floor: int, value: int) -> int:
    """Where the name of a number begins that stands before it in a list ("and *Wales for* 87")."""
    if not _LABEL.fullmatch(text, floor, value):
        named = name_before(text, floor, value)
        return value if named is None else named.start("np")
    joined = _JOINS.match(text, floor)
    return joined.end() if joined else value


_LEAD = regex(r"(?P<lead>[^.;:]{4,120}?)\s*(?:\b(?:was|were|is|are) as follows|\bas follows)?:\s+(?=[^:]*\d)")
_SUMS_UP = regex(
    r"^(?:the )?(?:breakdown|figures?|numbers?|totals?|details|results|parts|split)(?: (?:was|were|is|are))?$", re.I
)


def introduced(text: str, bound: list[Bound], sentence: Span) -> list[Bound]:
    """BOUND with the words before a colon, where names and numbers alone follow it ("Late payments: Wales 208; …")."""
    match = _LEAD.match(text, sentence.start, sentence.end)
    after = [b for b in bound if match is not None and b.quantity.span.start >= match.end()]
    bare = match is not None and len(after) > 1 and all(not b.after for b in after[:-1])
    if match is not None and match["lead"].split()[0].rstrip(".").lower() in words("titles"):
        return bound  # "Captain Dale: Four times, for seven hours": that is who speaks
    if match is not None and (_SEATED.fullmatch(match["lead"]) or _speaks(text, match) or _only_dates(match["lead"])):
        return bound
    if match is None or not bare or len(after) < len(bound) or _SUMS_UP.match(match["lead"].strip()):
        return bound
    lead = " ".join(match["lead"].split())
    return [_of_lead(b, lead) for b in bound]


def _only_dates(lead: str) -> bool:
    """Whether before the colon stands but the day that what follows is of ("*November 16*: the figure became 40")."""
    return any(d.span.start == 0 and d.span.end == len(lead.rstrip()) for d in dates(lead, None))


_SEATED = regex(r"(?:[A-Z][\w.'\u2019-]+\s+){1,5}\([^()]+\)(?:\s*\([^()]+\))*")
"""A Member with his seat, who speaks: "*Ada Holt (Northmouth) (Ind)*: The toll rose from £2 to £3"."""
_NAMED_WHOLE = regex(r"(?:[A-Z][\w.'\u2019-]+\s+){1,4}[A-Z][\w'\u2019-]+")
_OPENS = regex(r"\s*(?:The|An?|We|I|It|In|My|Our|There|That|This|They|He|She|Of|At|On|For|By|No|Yes|Some|Since)\b")


def _speaks(text: str, lead: re.Match[str]) -> bool:
    """Whether a name stands before the colon and a sentence after it, and no list."""
    return _NAMED_WHOLE.fullmatch(lead["lead"]) is not None and _OPENS.match(text, lead.end()) is not None


def _of_lead(bound: Bound, lead: str) -> Bound:
    """ "Losses by site: *Rye 40*": a name in such a list is no thing counted, and the words before it say what is."""
    named = bound.counted[:1].isupper() or not bound.counted
    counted, before = (bare_subject(lead), bound.before or bound.counted) if named else (bound.counted, bound.before)
    return replace(bound, counted=counted, before=before, scope=bound.scope or lead, anaphoric=False)
