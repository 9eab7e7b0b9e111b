"""Whether a line tells of the very deed that it is asked who did, or when: asserted, and neither weighed nor denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.as_given import asks_what_is_to_come
from bot.deed_asked import deed_of
from bot.deeds import done_in
from bot.heard import Heard, Line, bears, ids_of
from bot.knowing import only_teller
from bot.question import Query
from bot.said_so import in_those_words, only_attributive
from corpus.extract.dates import dates
from corpus.extract.given import leads
from corpus.extract.names import names, surname
from corpus.extract.sense import ASSERTED, DENIED, Sense, senses
from corpus.lexicon.speech import listed, one_of, sign
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["deed_told", "of_the_deed", "only_weighed", "then_done", "yet_to_come"]

_TAKING_OFFICE = regex(
    r"\b(?:bec[ao]me|appointed|took (?:office|over)|take (?:office|over)|replaced?|succeeded?|promoted)\b",
    re.IGNORECASE,
)
_WHO_TOOK_IT = regex(r"\W*(?:and |so )?who (?:then |later |next )?(?:became|took over as)\b", re.IGNORECASE)
_LEAVING_OFFICE = regex(
    r"\b(?:lea?[fv](?:t|es?|ing)|quit\w*|resign\w*|step(?:s|ped|ping)? (?:down|aside)|st(?:an|oo)d(?:s|ing)? down"
    r"|go(?:es|ne)|went"
    r"|sack\w*|fired|dismiss\w*|remov\w*|oust\w*|replac\w*|succe[es]\w*|depart\w*|retir\w*|last day|former)\b",
    re.IGNORECASE,
)
_ASKED_WHEN_LEFT = regex(
    r"^\W*(?i:and |so )?[Ww]hen (?:did|was) (?:[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2}"
    r"|(?i:he|she|(?:the|our) [\w' -]{3,40}?)) "
    r"(?:leave|quit|step down|step aside|stand down|sacked|fired|dismissed|removed|ousted)\b"
)
"""What asks for the day on which somebody left office."""
_KNOWING = regex(r"\b(?:told|informed|notified|alerted|made aware)\b", re.IGNORECASE)


_WHEN_TELLING = regex(
    r"\W*(?:and |so )?when did [^,;]{1,60}? (?:first |finally )?(?:tell|inform|notify|alert|warn|admit|own up)\b",
    re.IGNORECASE,
)
"""What asks when somebody told of a thing, whose day is not that of the thing."""
_TELLS = regex(
    r"\b(?:tells?|told|inform\w*|notif\w+|alert\w*|warn\w*|admi(?:t|ts|tted|tting|ssion)|own(?:s|ed)? up|disclos\w+"
    r"|report(?:ed|s)?|said|says|announc\w+|acknowledg\w+|reveal\w*|confess\w*|wrote|letter)\b",
    re.IGNORECASE,
)


def then_done(query: Query, heard: Heard) -> bool:
    """Whether a line asserts the deed whose time is asked: its verb, and most of what else the question names."""
    terms = query.wanted.telling
    if only_teller(query, heard.line):
        return False
    if only_weighed(query, heard.line.text):
        return False
    if _TAKING_OFFICE.search(query.text) and not _TAKING_OFFICE.search(heard.line.text):
        return False
    if _TAKING_OFFICE.search(query.text) and _another_took_it(query, heard.line.text):
        return False
    if _ASKED_WHEN_LEFT.search(query.text) and not _LEAVING_OFFICE.search(heard.line.text):
        return False
    if not deed_told(query, heard.line):
        return False
    if not terms or heard.line.source.paraphrase:
        return True
    if _KNOWING.search(query.text) and not sign("made_known").search(heard.line.text):
        return False
    if _WHEN_TELLING.match(query.text) and not _TELLS.search(heard.line.text):
        return False
    verb = terms[-1]
    denied = _only_denied(verb, heard.line.text)
    marks = {s.mark for s in senses(heard.line.text) if s.id == verb.id or s.id in lexicon().relatives(verb.id)}
    absent = not marks and not bears(verb, ids_of(heard.line.text)) and verb.kind in ("action", "word")
    return not denied and not (absent and len(terms) < 4) and len(heard.missing) * 3 <= len(terms)


_CLAUSE = regex(r";\s|,\s+(?:and|but|while|whereas|then)\s|\s(?:but|while|whereas)\s")


def _another_took_it(query: Query, text: str) -> bool:
    """Whether the clause of TEXT that names who is asked about tells of no taking of office, as another does."""
    asked = {surname(n.words) for n in names(query.resolved or query.text)}
    clauses = _CLAUSE.split(text)
    theirs = [c for c in clauses if any(re.search(rf"\b{re.escape(a)}\b", c) for a in asked)]
    if not theirs or len(clauses) == len(theirs):
        return False
    return not any(_TAKING_OFFICE.search(c) or _SINCE.search(c) for c in theirs)


_SINCE = regex(r"\b(?:since|from|until|held|holds|serv\w+|been)\b", re.IGNORECASE)


def deed_told(query: Query, line: Line) -> bool:
    """Whether LINE tells of the deed that the question takes for done, wherever in the question that stands.

    A grave deed must be told to have been done; "when did he *resign* over the figures?" asks for the day of no figure.
    """
    terms = query.wanted.telling
    grave = [s for s in terms if s.id in listed("grave") and s.kind == "action" and s.mark == ASSERTED]
    done = all(done_in(s.id, line.text) or _by_its_act(s, line) for s in grave)
    return done and not _of_another_deed(query, line)


def _by_its_act(deed: Sense, line: Line) -> bool:
    """Whether LINE is itself the apology or the charge that is asked about."""
    said = line.statement
    return (
        said is not None
        and {"apologised": StatementAct.APOLOGISED, "criticised": StatementAct.CRITICISED}.get(deed.id) is said.act
    )


def _of_another_deed(query: Query, line: Line) -> bool:
    """Whether LINE, of a sheet, names nowhere what somebody is said to have done ("*sacked* over 40").

    A sheet's line is dated by its own saying, which dates nothing that was not said or done then.
    """
    deed = deed_of(query.wanted.words) if line.source.paraphrase else None
    if deed is None or deed.verb is None or deed.doer.kind not in ("person", "office") or deed.verb.kind != "action":
        return False
    told = one_of("plain", "guarded", "talking").fullmatch(deed.verb.words.lower()) is not None
    here = ids_of(line.text)
    return not told and not bears(deed.verb, here) and not lexicon().relatives(deed.verb.id) & here


def of_the_deed(query: Query, heard: Heard) -> bool:
    """Whether a line names what it is asked who did: its verb, or at least two other things that are no names."""
    if _WHO_TOOK_IT.match(query.text) and not _TAKING_OFFICE.search(heard.line.text):
        return False
    terms = query.wanted.telling
    undone = any(s.mark == DENIED for s in terms)  # what was not so is what is asked about
    if any(_asserted_only(s, heard.line.text) for s in terms if s.mark == DENIED):
        return False
    if terms and not undone and (_only_denied(terms[0], heard.line.text) or _all_weighed(terms, heard.line.text)):
        return False
    if not in_those_words(query, heard.line) or (terms and only_attributive(terms[0], heard.line.text)):
        return False
    owned = query.wanted.terms[:1] if _WHOSE.match(query.text) else ()
    if not all(bears(s, ids_of(heard.line.text)) for s in owned):
        return False
    said = heard.line.statement
    sorry = said is not None and said.act is StatementAct.APOLOGISED and terms and terms[0].id == "apologised"
    if terms and terms[0].id in listed("grave") and not sorry and not done_in(terms[0].id, heard.line.text):
        return False
    if not terms or terms[0].words not in heard.missing:
        return True
    return sum(1 for s in terms if s.words not in heard.missing and not s.words[:1].isupper()) > 1


_WILL = regex(r"\b(?:will|going to|due to|next)\b", re.IGNORECASE)
_ONCE_DUE = regex(r"\b(?:was|were|been)\b.*\b(?:going|due) to\b", re.IGNORECASE)
"""What asks for the day that was once planned, whether or not it has passed."""


def yet_to_come(query: Query, line: Line) -> bool:
    """Whether a line tells of a day after its own, where it is asked when something *will* be."""
    told = line.source.published
    if _WILL.search(query.text) is None or _ONCE_DUE.search(query.text) is not None or told is None:
        return True
    return any(d.when is not None and d.when.last > told for d in dates(line.text, told))


def _only_denied(verb: Sense, text: str) -> bool:
    """Whether TEXT names what VERB names only to deny it ("stopped short of calling for …")."""
    marks = {s.mark for s in senses(text) if s.id == verb.id or s.id in lexicon().relatives(verb.id)}
    return verb.mark == ASSERTED and marks == {DENIED} and _NOT_UNTIL.search(text) is None


_NOT_UNTIL = regex(r"(?:\bnot|n['\u2019]t)\b.*\b(?:until|till)\b", re.IGNORECASE)
"""What was not done until a day was done on it."""


def _asserted_only(verb: Sense, text: str) -> bool:
    """Whether TEXT names a deed, and nowhere denies it, of which it is asked who would *not* have it done."""
    marks = {s.mark for s in senses(text) if s.id == verb.id or s.id in lexicon().relatives(verb.id)}
    return verb.kind == "action" and bool(marks) and DENIED not in marks


_WHOSE = regex(r"\W*(?:and |so )?whose\b", re.IGNORECASE)
"""What asks whom a thing belongs to, so that nobody can be told where the thing is not named."""


def _all_weighed(terms: Sequence[Sense], text: str) -> bool:
    """Whether TEXT names all that it has of TERMS only to weigh it ("*if* a question is asked that *would* lead …")."""
    asked = {s.id for s in terms if s.mark == ASSERTED}.union(*(lexicon().relatives(s.id) for s in terms))
    marks = [s.mark for s in senses(text) if s.id in asked]
    return bool(marks) and ASSERTED not in marks


def only_weighed(query: Query, text: str) -> bool:
    """Whether TEXT names the deed whose time is asked only as weighed, planned or denied, and no plan is asked for."""
    terms = query.wanted.telling
    return bool(terms) and not asks_what_is_to_come(query) and _only_weighed(terms[-1], text)


def _only_weighed(verb: Sense, text: str) -> bool:
    """Whether TEXT names the deed that VERB names only to weigh or to deny it ("calling for his resignation")."""
    if verb.kind not in ("action", "word") or verb.mark != ASSERTED or _NOT_UNTIL.search(text) is not None:
        return False
    told = [s for s in senses(text) if s.id == verb.id or s.id in lexicon().relatives(verb.id)]
    weighed = verb.kind == "action"  # what is no deed's name may be a thing's, which is marked along with its clause
    return bool(told) and all((weighed and s.mark != ASSERTED) or _led_up_to(text, s) for s in told)


_ONLY_BE = regex(r"\s*(?:(?:be|have|been|now|not|again|\w+ly)\s+)*", re.IGNORECASE)


def _led_up_to(text: str, verb: Sense) -> bool:
    """Whether words of a plan, a promise or a denial lead up to VERB itself: "agreed in May to *mend* the pumps"."""
    return any(
        _ONLY_BE.fullmatch(text, one.days, verb.start) is not None for one in leads(text) if one.days <= verb.start
    )
