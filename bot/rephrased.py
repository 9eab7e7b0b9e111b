"""Questions that are put in other words to be read, or to be tried where the record answers them in none of their own.

The wordings stand in ``wordings.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.coordination import listed_apart
from bot.courtesies import bare
from bot.excepted import without_those_done
from bot.led_in import by_them, of_the_same, of_those
from bot.that_time_before import said_outright
from corpus.extract.lengths import in_ones
from corpus.extract.offices import head
from corpus.lexicon.loading import loaded
from corpus.patterns import regex

__all__ = ["other_words", "rephrased", "worded_so"]

_NAME_OF = regex(
    r"^what (?P<be>is|was|are|were) the (?:full )?names? of (?P<who>(?:the|this|that|his|her|its|their)\s+.+)$",
    re.IGNORECASE,
)
_TENURE = regex(
    r"^(?P<ask>how (?:long|many (?:years|months|weeks|days))) (?P<aux>has|had|did) (?P<who>(?:[\w.'\u2019-]+ ){1,4}?)"
    r"(?P<held>been|serve as|served as) (?:the |our )?(?P<office>(?:[\w-]+ ){0,3}?[\w-]+)\W*$",
    re.IGNORECASE,
)

_WAITING = regex(r"\b(?:still )?(?:waiting|awaiting|in the queue|due) to be(?= \w+ed\b)", re.IGNORECASE)
"""Those to whom a thing is still to be done, whether or not they are said to wait for it."""
_RIGHTED = regex(
    r",? (?:once|after|when|following) (?:(?:the|his|her|its|their|that) (?:evidence|figures?|numbers?|statement|record"
    r"|mistake|error|total|count)s? (?:had been|has been|have been|was|were|is) (?:corrected|put right|revised|amended"
    r"|restated)|(?:the|his|her|its|their) (?:correction|revision))(?=\W*$)",
    re.IGNORECASE,
)
"""What asks for the figure that stands since: it is the one that is given in any case."""
_AFTERWORD = regex(
    r"(?<=\w)\s*[?.!,;:\u2013\u2014-]+\s+(?:(?:the )?(?:latest|most recent|newest|final|up[- ]to[- ]date|current)"
    r" (?:count|figure|number|total|position|one|data)s?(?: (?:please|you have|available|there is))*"
    r"|please|thanks|thank you|(?:just )?(?:curious|wondering|asking)"
    r"|(?:i|we)(?:['\u2019](?:m|re)| am| are| was| were)? (?:told|hear|heard|understand|gather)(?: that)? [^.?!]{3,60}"
    r" (?:differ|disagree|conflict|do not agree|don['\u2019]t agree|say different things)"
    r"|(?:i|we)(?:['\u2019]?ve| have) (?:read|heard|seen) (?:both|either|different things|it both ways))\W*$",
    re.IGNORECASE,
)
"""What is said after a question and asks no more than that: the latest figure is the one that is given in any case."""
_OR_NOT = regex(
    r"(?<=\w),? or (?:not|(?:did|have|has|was|were|is|are|do|does)(?:n['\u2019]?t| not)"
    r"(?: (?:they|he|she|it|we|you|that))?)(?=\W*$)",
    re.IGNORECASE,
)
"""The other side of a question that is whether something is so: "did they go *or didn't they*"."""
_EITHER_WAY = regex(
    r"(?:,? (?:in all|in total|altogether))?,? "
    r"(?:whether (?:or not )?(?:(?:they|it) (?:were|was|had|have|has|are|is) )?(?:been )?)?"
    r"(?P<done>[\w-]+(?:ed|en|lt|nt|ght|ost|aid|old|ade|id)) or (?:not|un(?P=done))(?=\W*$)",
    re.IGNORECASE,
)
"""What takes in both those of whom it is so and the others: how many came, "*counted or not*"."""
_COUNTING = regex(
    r"^(?:and |so )?(?:how many|(?:what|whats|what's) (?:is |was )?the (?:total )?number)\b", re.IGNORECASE
)
_SHORT_YEAR = regex(
    r"(?<![\d/.,\u00a3-])(?P<a>\d\d)/(?P<b>\d\d)(?![\d/.,%-]*\d|%)"
    r"|(?<=\bFY)(?P<c>\d\d)[/-](?P<d>\d\d)(?!\d)"
    r"|(?<=\bin )(?P<e>\d\d)-(?P<f>\d\d)(?![\d/-]|[\s-]*(?:year|yr|y/?o|months?|weeks?|hours?|days?|age)\b)",
    re.IGNORECASE,
)
"""A year of two halves in short ("24/25"); "16-17 year olds" are none."""
_CENTURY = 60
"""A year in two digits below this is of the present century."""


def _in_full(match: re.Match[str]) -> str:
    first, second = (g for g in match.groups() if g)
    if (int(first) + 1) % 100 != int(second):
        return match.group()
    return f"{'20' if int(first) < _CENTURY else '19'}{first}/{second}"


_ODD = regex(
    r"\b(?:\d[\d,]*|hundred|thousand|million|dozen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]odd\b"
    r"(?:(?= (?:was|were|is|are|had|have|has|did|do|who|that|which)\b|\W*$)| (?P<noun>\w+))",
    re.IGNORECASE,
)
"""A number that is only near: of "the *thousand-odd* boats" it is the boats that are asked about."""


_ROUGHLY = regex(
    r"^(?:and |so )?(?:very )?(?:roughly|approximately|about|around|more or less)(?: speaking)?,?"
    r" (?=(?:when|where|what)\b)",
    re.IGNORECASE,
)
"""What asks for no exact answer, and is given the one that there is."""
_ADDED = regex(r"(?<=[a-z]) \+ (?=[a-z])")
_SECRETARY = regex(
    r"\b(?P<of>home|foreign|health|defence|education|business|transport|justice|pensions|culture|environment|energy|trade"
    r"|housing|chief|permanent|private|cabinet|communities|general|press|scottish|welsh)\s+"
    r"sec(?P<s>s?)\b\.?(?!\w)",
    re.IGNORECASE,
)
"""A secretary in short ("the *Home Sec*")."""


class _Way(NamedTuple):
    """The wordings of a question, and the words that one of them is read as."""

    of: tuple[re.Pattern[str], ...]
    words: str
    only: str = ""
    """How each figure of an answer has to be given for the two to ask the same ("at_least"); "" for however."""

    def put(self, text: str) -> str:
        """TEXT in these words; "" where it is of none of the wordings."""
        match = next((m for pattern in self.of if (m := pattern.match(text)) is not None), None)
        if match is None:
            return ""
        return " ".join(
            self.words.format(**{k: (v or "").strip(" ?.!,") for k, v in match.groupdict().items()}).split()
        )


@lru_cache(maxsize=2)
def _ways(kind: str) -> tuple[_Way, ...]:
    listed = loaded("bot", "wordings.yaml")[kind]
    return tuple(
        _Way(tuple(regex(p, re.IGNORECASE) for p in one["of"]), one["as"], one.get("only", "")) for one in listed
    )


def other_words(question: str) -> tuple[str, ...]:
    """QUESTION in each other wording that asks the very same, the nearest first; none for most questions."""
    return tuple(worded_so(question))


def worded_so(question: str) -> dict[str, str]:
    """The other wordings of QUESTION, each with how the figures of an answer to it have to be given, if in one way.

    A wording may itself be put in other words once: "the least number that the council is looking for" is twice so.
    """
    plain = bare(" ".join(_BE.sub(r"\1 is", question).split()))
    asked = dict.fromkeys((plain, rephrased(plain)))
    found: dict[str, str] = {}
    for text, only in (put for one in asked for put in _put(one)):
        for again, more in [(text, only), *_put(text)]:
            if again.lower() not in {one.lower() for one in asked}:
                found.setdefault(again, only or more)
    if (then := said_outright(plain)) and then.lower() not in {one.lower() for one in asked}:
        found.setdefault(then, "")
    return found


def _put(text: str) -> list[tuple[str, str]]:
    return [(put, way.only) for way in _ways("otherwise") if (put := way.put(text))]


_BE = regex(r"\b(what|who)['\u2019]s\b", re.IGNORECASE)


def rephrased(text: str) -> str:
    """TEXT in the words that it is read by; TEXT itself where it needs no others."""
    text = _EITHER_WAY.sub(" in all", text) if _COUNTING.match(text) else text
    text = without_those_done(_SHORT_YEAR.sub(_in_full, _OR_NOT.sub("", _AFTERWORD.sub("", text))))
    text = _ROUGHLY.sub("", listed_apart(_ADDED.sub(" plus ", text)))
    text = _SECRETARY.sub(lambda m: f"{m['of']} {'Secretaries' if m['s'] else 'Secretary'}", text)
    text = _ODD.sub(lambda m: m["noun"] or "them", text)
    text = by_them(of_those(_RIGHTED.sub("", _WAITING.sub("still to be", of_the_same(text)))))
    text = in_ones(text)
    if read := next((put for way in _ways("always") if (put := way.put(text))), ""):
        return read
    named = _NAME_OF.match(text)
    if named is not None and head(named["who"].rstrip(" ?.!")) == "person":
        return f"who {named['be']} {named['who']}"
    held = _TENURE.match(text)
    if held is not None and head(held["office"]) == "person" and head(held["who"].strip()) != "person":
        aux = "was" if held["aux"].lower() == "did" else held["aux"]
        return f"{held['ask']} {aux} {held['who']}{'' if aux == 'was' else 'been '}in office?"
    return text
