"""What a text tells first wrongly and then right: "I said 40 … I misspoke: 36", "an earlier issue said 18; it was 81".

Here the words themselves say that the second number takes the first one's place, so that the two may be of any size.
The first must have been told as somebody's word, or the text must own up to the error between the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.extract.figures import DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Period, Span

__all__ = ["told_anew"]

_NOUN = r"(?:figure|number|total|cost|sum|answer|count|amount|price|bill|tally|toll|rate|share|estimate)s?"
_BE = r"(?:now )?(?:is|was|are|were|had been|has been|should be|stands at|stood at)"
_RATHER = r"(?:in fact|actually|really|in truth|in reality|only|just|now|nearer|closer to|more like|about|around|some)"
_TOLD = regex(
    r"\b(?:(?:I|we|he|she|they|it|who|the [a-z]+(?: [a-z]+){0,3}|(?-i:[A-Z])[\w'\u2019-]+)\s+"
    r"(?:had\s+|have\s+|has\s+)?(?:\w+ly\s+|first\s+|originally\s+)?"
    r"(?:told|said|gave|given|stated|informed|answered|reported|published|put|claimed|quoted|wrote|replied"
    r"|assured)"
    r"|(?:earlier|previous|first|original|printed|last (?:week|month|year)['\u2019]s) "
    r"(?:version|edition|draft|bulletin|release|report|article|statement|answer|return|notice)\b[^.;:]{0,60}?\s"
    r"(?:said|gave|stated|reported|put|had|quoted|claimed|showed|suggested|read))\b",
    re.IGNORECASE,
)
"""Before the number that was told first."""
_ADMITS = regex(
    r"\b(?:misspoke|misspoken|misstated|mistaken|mistakes?|errors?|apologi[sz]e[sd]?|apology|sorry|regrets?|misled"
    r"|inadvertently|wrong(?:ly)?|incorrect(?:ly)?|inaccurate|misprint|slip|(?:correct|set right|put right) the record"
    r"|withdr(?:aw(?:n|s|ing)?|ew)(?! from\b)|retract(?:ed|s)?|not (?:right|correct|accurate|true|so)|untrue)\b",
    re.IGNORECASE,
)
_STRONG = regex(
    r"(?:\bshould (?:in fact |rather |instead )?(?:have )?(?:said|been|read|reported|stated|given|answered|written"
    rf"|told (?:\w+ ){{1,3}})(?: that)?|\bshould have (?:given|put|shown) (?:it|the {_NOUN}) as"
    r"|\b(?:had |have )?meant(?: to (?:say|write))?"
    r"|\b(?:correct|corrected|right|true|real|actual|accurate|proper|revised) "
    rf"{_NOUN}(?: (?:of|for) [^.;,]{{1,60}}?)? {_BE}"
    rf"|\b(?:in fact|actually|in truth|in reality)\b,?(?: (?:it|there|that|they|the {_NOUN}) {_BE})?"
    rf"|\b(?:it|there|that|they|the {_NOUN}) {_BE} (?:in fact|actually|in truth|in reality)"
    r"|\b(?:now|since|later) (?:says?|said|puts? (?:it|them|the \w+) at|accepts?|accepted|admits?|admitted"
    rf"|concedes?|conceded)(?: that)?)(?: (?:it|there|that|they|the {_NOUN}) {_BE})?:?(?: {_RATHER})*\s*$",
    re.IGNORECASE,
)
"""Right before the number that is told anew, in words that say so."""
_BARE = regex(
    r"(?:^|[.;:,\u2014\u2013]|\bthat|\band|\bbut"
    r"|\b(?:he|she|they|we|I|it) (?:later |then |has since |now )?(?:said|says|told \w+))"
    rf"\s*[\"\u201c']?\s*(?:it|that|the {_NOUN}) {_BE}(?: {_RATHER})*\s*$",
    re.IGNORECASE,
)
"""Right before a number that nothing but its place calls the right one: "It is £26m, she admits"."""
_WHO = r"(?:(?:the|an?|its|his|her|their|our) (?:[a-z-]+ ){0,3}?[a-z-]+|(?-i:[A-Z])[\w'\u2019-]+)"
_SAYS = (
    r"(?:said|says?|claim(?:s|ed)?|insist(?:s|ed)?|puts?|told|estimate[sd]?|argue[sd]?|maintain(?:s|ed)?"
    r"|countered|replied)"
)
_OTHERS_SAY = regex(rf"\b(?P<who>{_WHO})\s+(?:(?:had|has|have)\s+)?{_SAYS}\b", re.IGNORECASE)
"""Between the two numbers: somebody else's word, which puts nobody's right but is set against it."""
_THEY_SAY = regex(
    rf"[\"\u201d,]*\s+(?:(?:{_SAYS}|according to)\s+(?P<who>{_WHO})|(?P<they>{_WHO})\s+{_SAYS})\b", re.IGNORECASE
)
"""The same right behind the second number."""
_PRONOUN = frozenset({"i", "he", "she", "we", "they", "it", "who"})
_CLOSED = regex(r"\s*(?:[\"\u201d'\u2019]|[.,;:](?!\d)|$|(?:and )?not\b|rather than\b|instead\b)", re.IGNORECASE)
"""Right after such a number: no "more", no "of them", which make it another thing's."""
_CLEFT = regex(r"(?:,\s*(?:\w+\s+){1,3}\w+\s*,)?\s*that\b|,\s*\w+\s+\w+,\s+that\b", re.IGNORECASE)
"""Right after a number of which it is told whose it is: "it is £26m, she said, *that* the toll made"."""
_NOT_BUT = regex(r"\bnot\s+(?:the\s+)?[\w\u00a3$\u20ac.,]+(?:\s+\w+){0,4},?\s+but\s*$", re.IGNORECASE)
"""Right before the second number of "not 40 but 36"."""
_SLIP = regex(r"[\u2014\u2013,(-]\s*(?:sorry|or rather|make that|correction)[,:]?\s*$", re.IGNORECASE)
"""Right before the second number of "40 boats \u2014 sorry, 36 boats"."""
_READ = regex(
    r"\bfor\s+[\"\u201c'\u2018][^\"\u201d]*[\"\u201d'\u2019],?\s*(?:please\s+)?read\s*[\"\u201c'\u2018]$", re.I
)
"""Right before what is to be read for other words: "For “40 boats” read “36 boats”"."""
_NOT_THAT = regex(r"(?:\s+[a-z]+){0,3}?,?\s*(?:and\s+)?not\s+(?:the\s+)?$", re.IGNORECASE)
"""Between two numbers, of which the first is the right one: "36, not 40"."""
_REACH = 3
"""So many sentences before it may the number stand that is told anew."""
_BESIDE = 60
"""In so many characters of a number another one is denied."""
_TENFOLD = 10
_OWN_UNITS = ("%", "percentage points", "\u00a3", "$", "\u20ac", "years", "months", "weeks", "days", "hours")


def told_anew(text: str, spans: Sequence[Span], by_sentence: dict[Span, list[Figure]]) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs of what TEXT tells anew; SPANS are the sentences in order."""
    pairs = []
    for index, span in enumerate(spans):
        near = [f for s in spans[max(0, index - _REACH) : index + 1] for f in by_sentence[s]]
        for new in by_sentence[span]:
            before = [f for f in near if f.span.end <= new.span.start]
            old = _told_before(text, span, new, before)
            if old is not None:
                pairs.append((new, old))
        named = [p for p in _set_apart(text, span, by_sentence[span]) if p not in pairs]
        pairs += [(new, o) for new, old in named for o in (old, *(f for f in near if _again(f, old)))]
    return pairs


def _set_apart(text: str, span: Span, here: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs of one sentence that says which of two numbers is right: "not 40 but 36", "36, not 40"."""
    pairs = []
    for one, other in pairwise(here):
        if not _of_one_kind(one, other, bare=True):
            continue
        lead = text[span.start : other.span.start]
        if any(cue.search(lead) for cue in (_NOT_BUT, _SLIP, _READ)):
            pairs.append((other, one))
        elif _NOT_THAT.match(text, one.span.end, other.span.start):
            pairs.append((one, other))
    return pairs


def _again(figure: Figure, old: Figure) -> bool:
    """Whether FIGURE gave the same number as OLD, before it."""
    return figure.value == old.value and figure.unit == old.unit and figure.span.end <= old.span.start


def _told_before(text: str, span: Span, new: Figure, before: list[Figure]) -> Figure | None:
    """The number BEFORE that NEW takes the place of, by the words between the two."""
    lead = text[span.start : new.span.start]
    bare = _CLOSED.match(text, new.span.end) is not None and _CLEFT.match(text, new.span.end) is None
    strong, weak = _STRONG.search(lead) is not None, bare and _BARE.search(lead) is not None
    last: list[Figure] = []
    for old in reversed(before):
        if not _of_one_kind(old, new, bare=bare) or old.note == DIFFERENCE:
            continue
        told = _TOLD.search(text, old.context.start, old.span.start) is not None
        admits = _ADMITS.search(text, old.span.end, new.span.start) is not None
        owned = admits or _ADMITS.search(text, old.context.start, old.span.start) is not None
        if _said_by_others(text, old, new):
            continue
        same = _same_words(old, new)
        if (
            _instead(text, old, new)
            or (strong and (told or owned))
            or (weak and told and _near(old, new))
            or (admits and told and (weak or same))
        ):
            last.append(old)
    inside = [o for o in last if o.context == last[0].context]
    parts = [o for o in inside if o.part_of is not None]
    return (parts or inside)[0] if len(parts) == 1 or len(inside) == 1 else None


def _said_by_others(text: str, old: Figure, new: Figure) -> bool:
    """Whether NEW is the word of somebody who is not named before OLD: the union's "it was 40" corrects no minister."""
    said = text[old.context.start : old.span.start].lower()
    told = [m["who"] for m in _OTHERS_SAY.finditer(text, old.span.end, new.span.start)]
    own = _TOLD.search(text, old.context.start, old.span.start)
    behind = _THEY_SAY.match(text, new.span.end)
    if behind is not None and own is not None and own.group().split()[0].lower() not in _PRONOUN:
        told.append(behind["who"] or behind["they"])
    names = (who.lower().split()[-1] for who in told)
    return any(name not in _PRONOUN and name not in said for name in names)


def _instead(text: str, old: Figure, new: Figure) -> bool:
    """Whether the number of OLD is denied right beside NEW: "there were 36, not 40", "not 40 but 36"."""
    value = re.escape(old.span.of(text))
    denied = rf"\bnot\s+(?:the\s+)?[\u00a3$\u20ac]?{value}\b(?!\s+\w+ed\b)"
    after, before = text[new.span.end : new.span.end + _BESIDE], text[: new.span.start][-_BESIDE:]
    return bool(
        re.match(rf"(?:\s+\w+)?,?\s*(?:and\s+)?{denied}", after, re.IGNORECASE)
        or re.search(rf"{denied}(?:\s+\w+)?,?\s+but\s+$", before, re.IGNORECASE)
    )


def _of_one_kind(old: Figure, new: Figure, *, bare: bool) -> bool:
    """Whether both numbers are of one unit; a BARE one with no unit of its own may be of any thing counted."""
    if old.value is None or new.value is None or old.value == new.value:
        return False
    if old.period is not None and new.period is not None and not _meet(old.period, new.period):
        return False
    own = old.unit in _OWN_UNITS or new.unit in _OWN_UNITS
    return old.unit == new.unit if own else bare or bool(_counted(old) & _counted(new))


def _meet(one: Period, other: Period) -> bool:
    """Whether two periods share a day; an open end reaches as far as the other one."""
    ends = (one.start, other.end), (other.start, one.end)
    return all(start is None or end is None or start <= end for start, end in ends)


def _counted(figure: Figure) -> frozenset[str]:
    return frozenset(lexicon().ids(figure.counted))


def _same_words(old: Figure, new: Figure) -> bool:
    """Whether what NEW says of the thing counted, OLD said of it too."""
    lex = lexicon()
    said = {i for i in lex.ids(new.measure) if not lex.general(i)}
    return bool(said) and said <= lex.ids(f"{old.counted}. {old.measure}")


def _near(old: Figure, new: Figure) -> bool:
    """Whether two numbers are of a size at which one may be told for the other with no more said."""
    assert old.value is not None
    assert new.value is not None
    low, high = sorted((abs(old.value), abs(new.value)))
    return low > 0 and high <= low * _TENFOLD
