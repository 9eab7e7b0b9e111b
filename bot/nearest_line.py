"""The sentence that the reader points at: only where it names what must be named, and has the form of an answer.

The reader is asked where the rules find nothing (bot/pointing.py), and points by meaning: a name, a place, a day or a
grave deed is never taken for another that is like it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.addresses import of_that_address
from bot.bearing import NAMED
from bot.chairing import tells_no_chair
from bot.closely import Read
from bot.dated_things import dates_of_it
from bot.explained import cause_in, never_done
from bot.extremes import of_that_end
from bot.forms import Ask
from bot.heard import Heard, Line, akin, bears, dated, ids_of
from bot.instances import names_one
from bot.of_the_deed import only_weighed
from bot.on_air import off_air
from bot.query import Query
from bot.reasons import told_of_another
from bot.said_so import in_those_words, only_attributive
from bot.voices import is_speaker, told_of
from corpus.extract.dates import dates
from corpus.extract.names import names, surname
from corpus.extract.numbers import quantities
from corpus.extract.sense import agree, senses
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["closest_line", "near_enough"]

SURE_LINE = 2.0
"""The least log-odds at which a sentence is."""


def near_enough(query: Query, line: Line) -> bool:
    """Whether LINE, of a large record, is of what is asked about: whoever spoke, and most of what is named.

    Of one matter, any sentence that the reader points at is on it; of many, the reader points at what is said alike.
    """
    if query.ask is Ask.SAID and not (line.statement is not None and is_speaker(query.who, line.statement)):
        return False
    telling = query.wanted.telling
    here = ids_of(f"{line.text} {line.before} {line.setting} {line.speaker}")
    if query.ask is Ask.WHO:  # many have said much the like
        own = ids_of(f"{line.text} {line.speaker}")
        return all(bears(s, own) for s in told_of(query))
    borne = sum(akin(s, here) for s in telling)
    if query.ask is Ask.WHEN and len(telling) <= _FEW_TERMS:
        return borne == len(telling)  # the day of one opening is no other's, however much alike they are told
    return 3 * borne >= 2 * len(telling)


_FEW_TERMS = 3
"""Of so few terms each tells what the day is asked of."""


def closest_line(query: Query, lines: Sequence[Line], read: Read) -> Heard | None:
    """The sentence that READ points at most surely, if it is sure enough and names whatever must be named."""
    lines = of_that_address(query, lines)
    if query.ask is Ask.SAID:  # where they spoke of that matter, not what they said of another
        lines = [x for x in lines if _on_the_deed(query, x)] or lines
    held = [(read.odds(line.source.id, line.span), line) for line in lines]
    odds, line = max(held, key=lambda h: (h[0], -h[1].span.start), default=(-math.inf, None))
    if line is None or odds < SURE_LINE:
        return None
    told = ids_of(f"{line.text} {line.before} {line.speaker}")
    told_elsewhere = query.ask in (Ask.WHO, Ask.WHAT) and any(_on_the_deed(query, x) for x in lines)
    if told_elsewhere and not _on_the_deed(query, line):
        return None
    if query.ask is Ask.WHO and tells_no_chair(query, line):
        return None
    if query.ask is Ask.WHY and told_of_another(query, line, lines):
        return None
    if off_air(query, line) or (query.ask is Ask.SAID and _by_another(query, line)):
        return None
    if not lexicon().ids(query.who) <= told or not _of_its_form(query, line, read):
        return None
    here = told | ids_of(line.setting)
    strict = [s for s in query.wanted.terms if lexicon().kind(s.id) in NAMED or _named(s.words)]
    timely = all(
        dated(m.period.words, line) and not _of_other_days(query, m.period.words, line) for m in query.wanted.times
    )
    here = told if query.ask is Ask.WHO else here  # of whom a whole source is, many of its lines are not
    return Heard(line, odds, ()) if timely and all(bears(s, here) for s in strict) else None


def _by_another(query: Query, line: Line) -> bool:
    """Whether LINE holds the quoted words of somebody else, by name, than whose it is asked for.

    Whoever speaks may quote them: "What of the union, which *calls it* “a lottery”?".
    """
    said = line.statement
    if said is None or not said.verbatim or is_speaker(query.who, said):
        return False
    asked = lexicon().ids(query.who)
    if asked and asked <= ids_of(said.text) and _QUOTED.search(said.text) is not None:
        return False
    return " " in said.speaker and all(word[:1].isupper() for word in said.speaker.split())


_QUOTED = regex(r"\w[^.?!]*[\"\u201c][^\"\u201d]+[\"\u201d]")
"""Words that are quoted after others in one sentence."""


def _named(words: str) -> bool:
    """Whether WORDS are a name, or an office by its own ("shadow *Chancellor*")."""
    return any(word[:1].isupper() for word in words.split())


def _of_what_is_asked(query: Query, line: Line) -> bool:
    """Whether LINE names some of what is asked about, and not only whom: they may have done much else."""
    terms = query.wanted.telling
    telling = [s for s in terms if not _named(s.words)] or terms
    if query.ask is Ask.WHO and telling == terms:
        return True
    if query.numbers and set(query.numbers) <= {q.value for q in quantities(line.text)}:
        return True
    own = ids_of(line.text)
    here = own if query.ask is Ask.WHO or not any(bears(s, own) for s in terms) else own | ids_of(line.before)
    return any(akin(s, here) for s in telling)


def _of_other_days(query: Query, wording: str, line: Line) -> bool:
    """Whether LINE names its own time, which is not that which is asked about ("a bonus *last year*", of this year)."""
    if query.ask is not Ask.WHAT:
        return False
    asked = [d.when for d in dates(wording, line.source.published) if d.when]
    own = [d.when for d in dates(line.text, line.source.published) if d.when]
    return bool(asked and own) and not any(a.first <= o.last and o.first <= a.last for a in asked for o in own)


_SOMEWHERE = regex(r"\b(?:in|at|on|near|outside|inside|into|to) (?:the )?(?:[a-z]+ )?[A-Z]")
"""Words that tell a place by its name, or where a thing was said ("*on Radio* Kent")."""


_ABOUT = regex(r"\b(?:about|over|at|by) (?:the|his|her|its|their) (?P<what>[a-z]+(?: [a-z]+)?)\W*$", re.IGNORECASE)


def _on_that_matter(query: Query, line: Line) -> bool:
    """Whether LINE, or the one before it, names what somebody felt something about ("furious *about the boats*")."""
    match = _ABOUT.search(query.resolved or query.text)
    ids = lexicon().ids(match["what"]) if match is not None else frozenset[str]()
    near = ids_of(f"{line.text} {line.before}")
    return not ids or any(i in near or lexicon().relatives(i) & near for i in ids)


_THIS_IS = regex(r"(?:^|[:,]\s*[\"\u201c\u2018']\s*)(?:this|that|it)\s+(?:is|was)\b", re.IGNORECASE)
"""What is said of that which the sentence before tells of: "*This is* largely the gales"."""


def _with_before(line: Line) -> Line:
    return replace(line, text=f"{line.before} {line.text}")


def _in_the_question(query: Query, line: Line, read: Read) -> bool:
    """Whether the reader points at somebody whom the question itself names, who cannot be its answer."""
    asked = (query.resolved or query.text).lower()
    odds = read.odds(line.source.id, line.span)
    for name in names(line.text):
        span = Span(line.span.start + name.span.start, line.span.start + name.span.end)
        if surname(name.words).lower() in asked and read.odds(line.source.id, span) == odds:
            return True
    return False


def _on_the_deed(query: Query, line: Line) -> bool:
    """Whether LINE names something of what it is asked who did, or what is much the same."""
    telling = query.wanted.telling
    here = ids_of(line.text)
    return not telling or any(akin(s, here) for s in telling)


def _of_its_form(query: Query, line: Line, read: Read) -> bool:
    """Whether LINE gives a reason where one is asked for, or a time, of something that is asked about.

    Who apologised, resigned or was blamed is never told by its meaning alone.
    """
    if query.ask is Ask.WHY:
        return cause_in(line.text) and not never_done(query, line)
    if query.ask in (Ask.WHEN, Ask.WHO) and not _of_what_is_asked(query, line):
        return False
    if query.ask is Ask.SAID and _THIS_IS.search(line.text) and not _of_what_is_asked(query, _with_before(line)):
        return False
    if query.ask is Ask.WHEN and (not dates_of_it(query, line) or only_weighed(query, line.text)):
        return False
    if query.ask is Ask.WHEN and not of_that_end(query.resolved or query.text, line):
        return False
    if not names_one(query.resolved or query.text, line.text):
        return False
    if query.ask is Ask.WHERE and not _SOMEWHERE.search(line.text):
        return any(t.kind == "place" for t in lexicon().terms(line.text))
    if query.ask is Ask.WHO and not _on_that_matter(query, line):
        return False
    if query.ask is Ask.WHO and (_in_the_question(query, line, read) or not in_those_words(query, line)):
        return False
    if query.ask is Ask.WHO and query.wanted.terms and only_attributive(query.wanted.terms[0], line.text):
        return False
    grave = [s for s in query.wanted.terms if s.id in listed("grave")] if query.ask in (Ask.WHO, Ask.WHEN) else []
    return all(any(g.id == s.id and agree(g.mark, s.mark) for s in senses(line.text)) for g in grave)
