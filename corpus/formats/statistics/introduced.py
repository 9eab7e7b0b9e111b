"""What introduces a table within prose: the sentence that leads to it, and the question that it answers, as titles.

"The following table shows the number of claims refused in each year:" is the title "number of claims refused in each
year". Of a parliamentary question what is enumerated ("(a) men and (b) women") is left out: its parts are for the
table's own labels to bear out. A question of which the answer says that some cannot be given lends no title at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["asked_for", "led_by", "measured", "tells_what", "unnumbered", "withholds", "without_deeds"]

_SENTENCE = regex(r"(?<=[.?!])\s+(?=[A-Z(\u2018\u201c\"'])|(?<=[a-z0-9)%][.?!:])(?=[A-Z][a-z])")
_TABLE = r"(?:the |this |these |our |following |below |attached )*tables?(?: \(?\w\)?)?"
_LEADS = regex(
    rf"^(?:however, |please see |please find )?{_TABLE}(?: below| attached)?,? (?:also |below )?"
    r"(?:shows?|sets? out|provides?|gives?|contains?|outlines?|details?|lists?|summarises?|presents?|displays?|states?"
    r"|illustrates?|captures?|covers?|includes?|reports?)\b"
    r"|\b(?:in|within|by) (?:the )?(?:below|following) tables?\b"
    r"|\b(?:in|within|by) the tables?(?: \w+)? below\b|\btables?(?: \w+)? below[.:]?$"
    r"|\bas follows\b|\bthe following (?:number|figures?|data|information|breakdown|estimates?|cases?)\b"
    r"|\b(?:is|are) (?:shown|set out|provided|given) below\b|^please (?:see|find) below\b|^below (?:is|are) an? ",
    re.IGNORECASE,
)
_ELSEWHERE = regex(r"\babove\b|https?:|\bnot (?:possible|available|held|hold)\b|\bcannot\b|\bfollowing link\b", re.I)
_UNHELD_TIME = regex(
    r",\s*(?:as|since|because) (?:the )?(?:information|data|figures?|records?)[^,]*?"
    r"\b(?:for|before|prior to|earlier than) (?:the )?(?:\w+ )?(?:19|20)\d\d(?:[/\u2013-]\d\d(?:\d\d)?)? "
    r"(?:is|are|was|were) (?:not|un)[^,]*"
    r"|\s*\([^()]*\b(?:latest|earliest|only|not)\b[^()]*\)",
    re.IGNORECASE,
)
"""What is said in passing of a time that is not told: the rest leads to the table no less."""
_TABLE_NUMBER = regex(r"(?:table|figure)\s*\w{1,3}\s*[:.\u2013-]?\s*", re.IGNORECASE)
_TITLE_WORDS = 30
_SHOWS = (
    r"(?:shows?|sets? out|provides?|gives?|contains?|outlines?|details?|lists?|summarises?|presents?|displays?|states?"
    r"|illustrates?|captures?|covers?|includes?|reports?)"
)
_INTRO = regex(
    r"^(?:(?:the )?(?:figures?|data|numbers?|information) in the (?:table below|(?:below|following) table)"
    r" (?:relates? to|(?:is|are) (?:for|of|on)|covers?|refers? to) (?:the )?"
    r"|(?:please (?:see|find) (?:below )?|(?:i have|we have) (?:set out|provided) (?:below )?)"
    r"(?:(?:the|a) (?:table|summary|breakdown)(?: below)?(?: (?:of|showing|with|for))? )?"
    r"|(?:the |these |this )?(?:following |below |requested |attached |available )*"
    r"(?:tables?|figures?|data|information|breakdown|summary|extract)(?: \(?\w\)?)?(?: below| attached| overleaf)?,? "
    rf"(?:also |below )?{_SHOWS}"
    r"(?: (?:a|the) (?:breakdown|summary|estimate|details?|information|figures) (?:of|for|on))? "
    r"|(?:the )?requested (?:information|data|figures?)(?: (?:on|about|for|regarding))? "
    r"|below (?:is|are) an? (?:table|summary|breakdown)(?: showing| of| setting out)? (?:(?:the|a) breakdown of )?"
    r"|the (?:number|breakdown|data) (?:requested )?(?:is|are) "
    r"|the following (?:table )?|(?:in )?(?:the )?tables? below,? (?:is |are )?"
    r"|there (?:were|was|have been|are|is) (?:a total of )?[\d,]+ )",
    re.IGNORECASE,
)
_FOUND = r"\b(?:can be (?:found|seen)|may be found|(?:is|are|was|were|has been|have been)(?: also)?)"
_PUT = (
    r"(?:(?:set out|shown|provided|given|outlined|detailed|listed|included|captured|contained|presented|broken down"
    r"|summarised|displayed|available) ?)?"
)
_OUTRO = regex(
    rf"[\s,\u2013-]*(?:{_FOUND} {_PUT}"
    r"(?:(?:in|within|by) (?:the )?(?:tables?(?: \w+)? below|(?:below|following) tables?)"
    r"|below|as follows|as)|\b(?:and )?(?:is|are) as follows|(?:,? ?broken down )?as follows|below|as follows)?"
    r"\s*[:.\u2013-]*\s*$",
    re.IGNORECASE,
)
_OF_WHICH = regex(r",\s*(?:of which|as the information|the earliest|which is|for which)\b.*$", re.IGNORECASE)
_NUMBERED = regex(r"(?:table|figure)\s*\w{1,3}\s*(?:[:.\u2013-]|$)", re.IGNORECASE)
_ENUMERATED = regex(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+", re.IGNORECASE)
_NOTE_MARK = regex(r"(?<=[\w)])(?:\(\d{1,2}\))+")
_DETAILS = regex(
    r"^(?:(?:the|a|an|details of|a breakdown of|breakdown of|category breakdown requested of)\s+)+", re.IGNORECASE
)
_WORD = regex(r"[a-z]+")
_NOTHING = frozenset(
    _WORD.findall(
        "the a an of in for and or is are below table tables following requested information data breakdown figures"
        " number numbers detail details answer question these this that available published extract provided each year"
        " from with by on to as note notes source sources"
    )
)
"""Words that by themselves say nothing of what a table counts."""
_ONLY_LEADS = frozenset(
    _WORD.findall(
        "survey surveys report reports reported shows showed found recorded record between since until january february"
        " march april may june july august september october november december year years month months england wales"
        " scotland northern ireland great britain united kingdom uk gb national total overall"
    )
)
"""Words of when, where and by what means something was told."""


def tells_what(words: str) -> bool:
    """Whether WORDS that lead to a table say what it counts, and not only when, where and by what means it is told."""
    return bool(set(_WORD.findall(words.lower())) - _NOTHING - _ONLY_LEADS)


def led_by(paragraphs: Sequence[str]) -> str:
    """The title that the last of PARAGRAPHS, those above a table from the top down, lend it; "" where none does."""
    below = ""
    for said in reversed(paragraphs[-_PARAGRAPHS:]):
        words = " ".join(said.split())
        if _short(words) or _TABLE_NUMBER.fullmatch(words):
            below = below or _bare(words)
            continue
        lead = _last(words)
        if lead is not None:
            return " \u2013 ".join(w for w in (_bare(lead), below) if w)
    if not below:
        below = next((words for said in reversed(paragraphs) if (words := _of_several(said))), "")
    return below


def unnumbered(title: str) -> str:
    """A table's TITLE without its number ("Table 2: ")."""
    return _NUMBER_OF_TABLE.sub("", title, count=1) or title


_NUMBER_OF_TABLE = regex(
    r"^(?:table|figure|chart)\s+[a-z]?\d{1,3}(?:\.\d{1,2})*[a-z]?\s*[:.\u2013-]?\s+", re.IGNORECASE
)


_SEVERAL = regex(r"\b(?:below|following) tables\b|\btables (?:\w+ )?below\b", re.IGNORECASE)


def _of_several(paragraph: str) -> str:
    """What a paragraph further up says of several tables that follow it; "" where it says nothing of such."""
    lead = _last(" ".join(paragraph.split()))
    return _bare(lead) if lead is not None and _SEVERAL.search(lead) else ""


_PARAGRAPHS = 4
_ALSO = regex(
    r",? (?:and|which) (?:(?:are|is|can) )?(?:also )?(?:be )?(?:available|found|published) .*$", re.IGNORECASE
)
"""Where else the same may be seen."""
_BREAKDOWN = regex(
    r"^(?:the|a|this) (?:(?:full|monthly|yearly|annual|quarterly|weekly|further|detailed) )*breakdown "
    r"(?:(?:by|for|of) (?:each )?(?:year|month|quarter) )?(?:is|are|can be) (?:\w+ ){0,2}?(?:in|below)\b",
    re.IGNORECASE,
)
"""What only says that more follows of what the paragraph began with."""
_THESE = regex(
    r"(?:these|those|they|this|it)(?: (?:figures|cases|numbers))? (?:are|is|were|have been|has been)\b", re.IGNORECASE
)
"""What is shown is what the sentence before said."""


def _short(words: str) -> bool:
    """Whether a paragraph is a title of its own: short, and no sentence."""
    return words[-1:] not in ".?!" and len(words.split()) <= _TITLE_WORDS and not words.endswith((":", "\u2013"))


def _last(words: str) -> str | None:
    """The last sentence of a paragraph that leads to a table."""
    sentences = [s.strip() for s in _SENTENCE.split(words) if s.strip()]
    told = [s for s in sentences if not _ELSEWHERE.search(_ALSO.sub("", _UNHELD_TIME.sub("", s)))]
    if len(told) > 1 and told[-1] is sentences[-1] and told[-2] is sentences[-2] and _THESE.match(told[-1]):
        return told[-2] if _LEADS.search(told[-1]) else None
    if any(map(_BREAKDOWN.search, sentences[1:])) and sentences[0] in told:
        return sentences[0]
    if told and told[-1] is sentences[-1] and told[-1].endswith((":", "\u2013", "-")):
        return told[-1]
    return next((s for s in reversed(told) if _LEADS.search(s)), None)


def _bare(sentence: str) -> str:
    """A sentence that leads to a table, less the words that only lead; "" where nothing is left that says anything."""
    words = _TABLE_NUMBER.sub("", sentence, count=1) if _NUMBERED.match(sentence) else sentence
    words = _NOTE_MARK.sub("", _ENUMERATED.sub("", words.strip()))
    words = _unlisted(_OF_WHICH.sub("", _INTRO.sub("", words, count=1)))
    words = _OUTRO.sub("", words).strip(" ,:;.")
    words = _DETAILS.sub("", words)
    told = set(_WORD.findall(words.lower())) - _NOTHING
    return words if told and not _SAYS_NOTHING.match(words) else ""


_SAYS_NOTHING = regex(
    r"(?:information|data|figures|details) (?:is|are|was|were) (?:published|provided|given|held|available|recorded)"
    r"(?: by \w+)?$"
    r"|(?:foot)?notes?$|sources?$|caveats$",
    re.IGNORECASE,
)
"""What heads or leads to a table, and says nothing of it."""


_WHEN = regex(
    r"[\s,]*\b(?:(?:in|for|over|during) (?:each|every) (?:year|month|quarter|of|financial|calendar|academic)\b.*"
    r"|(?:in|for|over|during|from) the (?:last|past) .*|each (?:year|month|quarter)\b.*"
    r"|(?:since|between|from|as (?:at|of)|up to|for the period|in the period|during|in) (?:the )?(?:financial year )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)?"
    r"\s?(?:19|20)\d\d\b.*)$",
    re.IGNORECASE,
)
_BY_SORT = regex(r"[\s,]*\b(?:broken down |split )?by (?:[a-z]+ ){0,2}[a-z]+(?=,|;| and\b|$).*$")
_LONGEST_MEASURE = 160


_REQUESTED = regex(
    r"\s+(?:across|by|for|in|over|at) (?:each of )?(?:the )?(?:requested|specified|stated|above) [a-z]+(?: [a-z]+)??"
    r"(?= (?:for|in|since|between|from|of|at|by)\b|[,;]|$)",
    re.IGNORECASE,
)
"""What is told apart as it was asked for ("across the requested age groups"), which the table's labels say."""


def measured(title: str) -> str:
    """What a TITLE that leads to a table says is counted, without its time and what it is broken down by."""
    words = _REQUESTED.sub("", _BRACKETS.sub("", title))
    words = _BY_SORT.sub("", _WHEN.sub("", words)).split("; ")[0].strip(" ,:;.")
    if len(words) > _LONGEST_MEASURE:
        words = words[:_LONGEST_MEASURE].rpartition(", ")[0] or words[:_LONGEST_MEASURE].rpartition(" ")[0]
    return words or title


_BRACKETS = regex(r"\s*\((?![A-Z]{2,6}s?\))(?:[^()]|\([^()]*\))*\)")

# What was asked

_TO_ASK = regex(r"^\s*to ask (?:[^,]|,(?= (?:and|Culture|Media|Food|Levelling|Innovation|Rural|Energy)\b))*,\s*", re.I)
_WITH_REFERENCE = regex(
    r"^(?:(?:further |also )?(?:pursuant|with reference|in reference|further|in relation|with regard) (?:to|of) [^;]*?,"
    r"(?= (?:how|what|which|if|when|whether|for|where|who)\b)\s*)+",
    re.IGNORECASE,
)
_ITEM = regex(r"\((?P<in>[a-zA-Z]|[ivxIVX]{2,4}|\d)\)|(?<![\w(])(?P<bare>[a-h])\)(?=\s)")
_STOPS = regex(
    r"\b(?:in|into|by|of|from|for|at|on|to|with|within|under|per|were|was|are|is|has|have|had|did|do|does|each|who|that"
    r"|which|since|between|during|over|after|before|broken)\b|[,;?.]",
    re.IGNORECASE,
)
_COUNTS = regex(
    r"\b(?:how (?:many|much|long|often)|(?:what|the) (?:(?:total|average|mean|median|overall|estimated) )*"
    r"(?:number|amount|cost|proportion|percentage|value|rate|expenditure|spend(?:ing)?|level|size|time|length|total|share|average)"
    r"|number of|breakdown|figures)\b",
    re.IGNORECASE,
)
_CLAUSE = regex(r";\s*(?:and\s+)?|,\s+and\s+(?=(?:how many|how much|what)\b)|:\s+(?=how\b)", re.IGNORECASE)
_OPENS = regex(
    r"^(?:and |if (?:he|she|they) will (?:publish|list|provide|set out|make an estimate of) "
    r"|data (?:his|her|their) \w+ holds? on )?"
    r"(?:how many (?:and what proportion of )?"
    r"|how much |what (?:(?:is|was|were|are) )?(?:the )?"
    r"(?:(?:estimate|assessment) (?:he|she|they) (?:has|have) made of )?(?:the )?"
    r"|for (?:a breakdown of )?(?:the )?|when |which )",
    re.IGNORECASE,
)
_WITHHOLDS = regex(
    r"\b(?:not (?:possible|hold|held|available|collected|recorded|centrally|broken|identify|routinely|able"
    r"|disaggregated?|currently|published?|be (?:provided|structured|possible|identified|disaggregated))"
    r"|(?:does|do|did) not (?:include|cover|identify|hold|break|record|capture|show|collect|disaggregate|separate)"
    r"|cannot|unable|unavailable|no data|only (?:available|held|includes?|be)\b"
    r"|disproportionate|instead|unfortunately|exclud\w+|withh\w+)\b",
    re.IGNORECASE,
)


def withholds(answer: str) -> bool:
    """Whether the words of an ANSWER say that something of what was asked is not in it, or is in it otherwise."""
    return _WITHHOLDS.search(answer) is not None


def asked_for(question: str, near: str) -> str:
    """What a parliamentary QUESTION asks to be counted, enumerations left out; "" where that is unsure.

    Of several such clauses the one that shares the most words with NEAR (what leads to the table, and its headings).
    """
    bare = _WITH_REFERENCE.sub("", _TO_ASK.sub("", " ".join(question.split()), count=1))
    clauses = [c.strip(" .?") for c in _CLAUSE.split(bare) if c and _COUNTS.search(c)]
    if not clauses:
        return ""
    theirs = _telling(near)
    shared = [len(_telling(clause) & theirs) for clause in clauses]
    best = max(range(len(clauses)), key=lambda n: shared[n])
    if shared[best] < min(_FEW_SHARED, len(theirs)) or (len(clauses) > 1 and shared.count(shared[best]) > 1):
        return ""
    return _OPENS.sub("", _unlisted(clauses[best]), count=1).strip(" ,")


_FEW_SHARED = 2
"""A clause that shares fewer words than this with what stands about the table may be about something else."""
_DEED = regex(
    r"\b(?:were|was|been|being|be|has|have|had|is|are)\s+(?:not\s+)?(?:\w+ly\s+)?\w+(?:ed|en|wn|ld)\b|\b(?:did|do|does)\b",
    re.I,
)


def without_deeds(words: str) -> str:
    """WORDS less what is said to have been done: of what a table tells apart it may be true of one alone."""
    return " ".join(_DEED.sub(" ", words).split())


def _telling(words: str) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall(words.lower()) if len(w) > 3} - _NOTHING


def _unlisted(clause: str) -> str:
    """CLAUSE without the items of its enumerations, the last of which goes to the next word that is no part of it."""
    parts: list[str] = []
    at = 0
    items = list(_ITEM.finditer(clause))
    for n, item in enumerate(items):
        if item.start() > at:
            parts.append(clause[at : item.start()])
        last = n + 1 == len(items) or _begins(items[n + 1])
        following = items[n + 1].start() if n + 1 < len(items) else len(clause)
        at = min(following, _item_end(clause, item.end())) if last else following
    parts.append(clause[at:])
    kept = " ".join(" ".join(parts).split())
    kept = re.sub(r"\s+(?:and|or)(?=\s*(?:$|[,;.]))|\s*,(?=\s*[,;.])", "", kept)
    return re.sub(
        r"\s+(?=[,;.:])|\b(?:of|on|for|in|by|with)\s+(?=(?:were|was|are|is|has|have|in|for|by|from)\b)", "", kept
    )


def _begins(item: re.Match[str]) -> bool:
    """Whether an item is the first of an enumeration."""
    return (item["in"] or item["bare"]).lower() in ("a", "i", "1")


def _item_end(clause: str, at: int) -> int:
    """Where the last item of an enumeration ends; one that begins with a small word ("(b) in London") goes on."""
    first = _STOPS.match(clause, at + 1)
    stop = _STOPS.search(clause, first.end() if first else at)
    return stop.start() if stop else len(clause)
