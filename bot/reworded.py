"""A question in other words that ask the very same, for one that the record answers in no words of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.patterns import regex

__all__ = ["other_words"]

_LEADS = regex(
    r"^(?:and |so )?who(?:'s| is| was)? (?:leads?|heads?|led|headed|runs|in charge of|at the head of|at the helm of) "
    r"(?P<what>(?:the )?[\w' -]+?)\W*$",
    re.IGNORECASE,
)
_DECIDED_NOT = regex(
    r"^(?P<before>.*\b(?:decid(?:ed?|ing)|decisions?)\b[^,;?]{0,40}?) (?:against|not to)(?! pursu\w+) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LIMIT = regex(
    r"^what (?:is|was|'s) the (?:minimum|shortest|lowest|smallest|least|threshold) (?:length of )?(?P<what>[\w-]+)"
    r"(?: needed| required| length| threshold)? (?:for|before|at which|that|which|to) (?P<rest>.+)$",
    re.IGNORECASE,
)
_HOW_LONG = regex(
    r"^how (?:long|large|big|old|high|heavy|serious) "
    r"(?:an? (?P<a>[\w-]+) (?:does|do|must|should|need) .{1,40}?"
    r"|(?:must|does|do|should|has|did) (?:an?|the) (?P<b>[\w-]+) (?:have to |need to )?be) "
    r"(?:before|for|to|if) (?P<rest>.+)$",
    re.IGNORECASE,
)
_MOST = regex(r"^which (?:was|is|were|are) (?P<most>the (?:most|least) [a-z]+) (?P<what>[\w' -]+?)\W*$", re.IGNORECASE)
_WENT_ON = regex(
    r"^(?:for )?how (?:long|many (?:years|months|weeks)) (?:has|have|had|did|was|were) (?P<what>the [\w' -]+?) "
    r"(?:been )?(?:go(?:ing|ne)? on|happen(?:ing|ed)?|last(?:ed)?|continued?|carry on|carried on|span)(?: for)?\W*$",
    re.IGNORECASE,
)
_BY_WHAT_WAY = regex(
    r"^how (?:did|could|were|was|come) (?P<rest>(?:they|it|he|she|this|that|these|those|so many|the) ?.*"
    r"\b(?:slip|slipped|escaped?|get|got|missed|overlooked|lost|forgotten|allowed|able to|let|freed|released"
    r"|happen)\b.*)$",
    re.IGNORECASE,
)
_AMONG = regex(
    r"^(?P<before>.*\S) (?:(?:was|were|is|are)(?: there)? )?(?:on|in) (?:the|that|this) (?:list|tally|roll-?call)\W*$",
    re.IGNORECASE,
)
_LISTED = regex(
    r"^(?P<before>.*\b(?:people|persons|prisoners|offenders|those|names|cases|ones)) on (?:the|that|this) list "
    r"(?P<after>(?:were|was|are|is|had|have|has|did)\b.+)$",
    re.IGNORECASE,
)
_STAY = regex(
    r"^(?P<before>.*\b(?:told|tells?|urged?|urges|asked|advised|wanted|wants?|begged|persuaded"
    r"|ordered) [\w. '-]{2,40}?) "
    r"to (?:stay(?: on| put| in (?:post|office|his job|her job|the job))?|carry on|hang on|soldier on"
    r"|remain in (?:post|office)|keep (?:his|her|the) job)(?P<after>\W*|,? .{0,60})$",
    re.IGNORECASE,
)
_AFFAIR = regex(
    r"^(?P<before>(?:how|who|why|what)\b.*?) the (?:whole )?(?:affair|scandal|fiasco|row|story|debacle|mess|saga"
    r"|episode|problem|blunder|matter|crisis|controversy)(?P<after>(?: \S.*)?)$",
    re.IGNORECASE,
)


def _joined(pattern: re.Pattern[str], template: str) -> Callable[[str], str]:
    """What puts a question that PATTERN matches into the words of TEMPLATE, and leaves any other out."""

    def put(text: str) -> str:
        match = pattern.match(text)
        parts = {k: (v or "").strip(" ?.!") for k, v in match.groupdict().items()} if match is not None else {}
        return " ".join(template.format(**parts).split()) if match is not None else ""

    return put


_WAYS = (
    _joined(_LEADS, "who is the leader of {what}?"),
    _joined(_DECIDED_NOT, "{before} not to pursue {rest}?"),
    _joined(_LIMIT, "what {what} means {rest}?"),
    _joined(_HOW_LONG, "what {a}{b} means {rest}?"),
    _joined(_MOST, "which {what} was {most}?"),
    _joined(_WENT_ON, "over how many years did {what} happen?"),
    _joined(_BY_WHAT_WAY, "why did {rest} happen?"),
    _joined(_AMONG, "{before} were among them?"),
    _joined(_AFFAIR, "{before} it {after}?"),
    _joined(_LISTED, "{before} {after}?"),
    _joined(_STAY, "{before} not to resign {after}?"),
)


def other_words(question: str) -> tuple[str, ...]:
    """QUESTION in each other wording that is known of such a one, the nearest first; none for most questions."""
    plain = " ".join(question.split())
    return tuple(dict.fromkeys(text for way in _WAYS if (text := way(plain)) and text.lower() != plain.lower()))
