"""Whether a deed was done, and by whom: "Did he resign?", answered only from a sentence that asserts or denies it.

A sentence bears on a deed where it names the same deed with the same doer and things. What it only weighs ("called
on her to resign") is no evidence either way, and a sentence about somebody else's deed is none at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.deed_asked import Deed, Doer
from corpus.extract.acts import passive
from corpus.extract.cast import Cast
from corpus.extract.given import denials
from corpus.extract.names import Name, may_be_one, surname
from corpus.extract.numbers import quantities
from corpus.extract.offices import head, same_office
from corpus.extract.quotations import quotations, without
from corpus.extract.sense import ASSERTED, DENIED, WEIGHED, Sense, mark_at, senses
from corpus.extract.speakers import reporting
from corpus.extract.subjects import following, subject
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed, sign
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span, StatementAct

__all__ = ["Setting", "doer_of", "done_in", "opens_with", "subject_of", "verdict"]

_NOUNS = regex(r"\w+(?:tion|sion|ment|ance|ence|al|ings?|tions|sions|ments|y|ies|ture)$", re.IGNORECASE)
_LEADS = regex(r"\b(?P<before>[\w'\u2019-]+)\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with those before it, in which its pronouns and surnames are known."""

    text: str
    before: tuple[str, ...] = ()
    speaker: str = ""
    role: str = ""
    act: StatementAct | None = None
    holders: tuple[tuple[str, str], ...] = ()
    """Who holds which office, as the whole source tells."""


def verdict(deed: Deed, setting: Setting) -> str:
    """ "Yes" where SETTING asserts the deed, "No" where it denies it, "" where it is silent or speaks of another."""
    marks = {mark for at, end, mark in _mentions(deed, setting) if _same(deed, setting, at, end)}
    marks |= _by_act(deed, setting) | _by_staying(deed, setting)
    if {ASSERTED, DENIED} <= marks:
        return ""
    return "Yes" if ASSERTED in marks else "No" if DENIED in marks else ""


def _by_act(deed: Deed, setting: Setting) -> set[str]:
    """An apology that was made, and a refusal to resign in other words, by the statement that the sentence makes."""
    if deed.verb is None or not _is(deed.doer, Name(Span(0, 0), setting.speaker, setting.role), setting):
        return set()
    if deed.verb.id == "apologised" and setting.act is StatementAct.APOLOGISED:
        return {ASSERTED}
    return {DENIED} if deed.verb.id == "resigned" and sign("staying").search(setting.text) else set()


def _by_staying(deed: Deed, setting: Setting) -> set[str]:
    """That somebody did not go who is told to have rejected calls to: "*he* shrugged off calls to quit"."""
    going = deed.verb is not None and deed.verb.id == "resigned" and deed.doer.kind in ("person", "office")
    stays = sign("staying").search(setting.text) if going else None
    if stays is not None and _BUT_WENT.search(setting.text, stays.end()) is not None:
        return set()
    return {DENIED} if stays is not None and _same(deed, setting, stays.start(), stays.end()) else set()


_BUT_WENT = regex(
    r"\b(?:but|later|then|though|before)\b.*\b(?:agreed|decided|offered|resigned|quit|stood down|stepped down|went|left"
    r"|going|leaving|stepping|standing)\b",
    re.IGNORECASE,
)
"""That whoever would not go at first did so, or agreed to."""


def _mentions(deed: Deed, setting: Setting) -> list[tuple[int, int, str]]:
    """Where a sentence names the deed, each with its mark; only where all that it was done to is named too."""
    here = senses(setting.text)
    lex = lexicon()
    ids = {s.id for s in here}
    if setting.before and _TAKEN_UP.match(setting.text):  # "*They* were not seen": the things are those told of before
        ids |= {s.id for s in senses(setting.before[-1])} & {t.id for t in deed.things}
    wide = [t for t in deed.things if t.id not in ids and not any(lex.covers(t.id, i) for i in ids)]
    if any(not lex.relatives(t.id) & ids and not _spelt(t, setting.text) for t in wide):
        return []
    if deed.knowing:
        told = [(m.start(), m.end()) for m in sign("made_known").finditer(setting.text)]
        marked = [(a, e, DENIED if _denied(setting.text, a, e) else mark_at(setting.text, a, e)) for a, e in told]
        return _settled(marked, setting.text)
    assert deed.verb is not None
    wanted = {deed.verb.id, *(i for i in lex.relatives(deed.verb.id) if lex.kind(i) == "action")}
    undone = any(s.mark == DENIED and s.id in {t.id for t in deed.things} for s in here)
    found = [(s.start, s.end, _mark(_as_told_there(s, setting.text), setting.text)) for s in here if s.id in wanted]
    denied = [(one.days, one.end) for one in denials(setting.text)]
    rejected = sign("unfounded").search(setting.text) is not None
    rejected = rejected or any(start <= a < end for start, end in denied for a, _, _ in found)
    found = [(a, e, _to_come(deed, mark, setting.text[:a])) for a, e, mark in found]
    turned = {ASSERTED: DENIED} if undone or rejected else {}
    turned |= {DENIED: WEIGHED} if rejected else {}  # who rejects that it was not done says little
    return _settled([(a, e, turned.get(mark, mark)) for a, e, mark in found], setting.text)


def _spelt(thing: Sense, text: str) -> bool:
    """Whether each word of a body or paper asked about stands in TEXT, though it goes by a longer name there."""
    told = {w.lower() for w in re.findall(r"[\w'\u2019-]+", text)}
    own = re.findall(r"[a-z'\u2019-]{4,}", thing.words.lower())
    return thing.kind in ("body", "concept") and bool(own) and told.issuperset(own)


def _as_told_there(sense: Sense, text: str) -> Sense:
    """SENSE as it is marked within what TEXT denies, and not for being denied."""
    for lead in denials(text):
        if lead.days <= sense.start < lead.end:
            told = senses(text[lead.days : lead.end])
            return replace(sense, mark=next((s.mark for s in told if s.start == sense.start - lead.days), sense.mark))
    return sense


def _to_come(deed: Deed, mark: str, before: str) -> str:
    """The MARK of a deed of things, weighed where it is only said that it will not be: "rats *would not* increase"."""
    denied = mark == DENIED and deed.doer.kind == "thing" and _WILL_NOT.search(before) is not None
    return WEIGHED if denied else mark


_WILL_NOT = regex(
    r"\b(?:(?:will|would|shall) (?:not|never)|won['\u2019]t|wouldn['\u2019]t)(?: \w+){0,2}\s*$", re.IGNORECASE
)


_TAKEN_UP = regex(r"\W*(?:they|these|those|it|this)\s+(?:was|were|is|are|had|have|has)\b", re.IGNORECASE)


def _settled(found: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """FOUND, with what TEXT only leaves unsaid neither asserted nor denied ("refused to say *when he went*")."""
    return [(a, e, WEIGHED if mark == DENIED and _LEFT_OPEN.search(text[:a]) else mark) for a, e, mark in found]


_LEFT_OPEN = regex(
    r"\b(?:say|saying|tell|know|known|confirm|explain|clear|disclose|comment|reveal|remember|recall|discuss)\b"
    r"[^.;]*\b(?:when|whether|if|how|why|where|what)\b[^.;]*$",
    re.IGNORECASE,
)


def _denied(text: str, start: int, end: int) -> bool:
    return re.search(r"\b(?:not|never)\b|n['\u2019]t\b", text[max(0, start - 6) : end]) is not None


def _mark(sense: Sense, text: str) -> str:
    """The mark of a verb: "to resign" after anything but "forced" or "had" is only weighed, and so is a noun."""
    led = _LEADS.search(text[: sense.start])
    if led is not None and _UNWILLING.fullmatch(led.group("before")):
        return DENIED
    if sense.mark == ASSERTED and (led is not None and led.group("before").lower() not in listed("forced")):
        return WEIGHED
    noun = _NOUNS.match(sense.words) is not None and not re.search(
        r"\b(?:is|are|was|were|been)\s+$", text[: sense.start]
    )
    return WEIGHED if noun and sense.mark == ASSERTED else sense.mark


_UNWILLING = regex(r"(?:declin|refus)(?:e|es|ed|ing)", re.IGNORECASE)
"""Before "to" and a verb, these say that it was not done."""


def done_in(deed_id: str, text: str) -> bool:
    """Whether TEXT asserts with a verb, and does not only weigh or name, what DEED_ID or a word akin names."""
    wanted = {deed_id, *lexicon().relatives(deed_id)}
    return any(s.id in wanted and _mark(s, text) == ASSERTED for s in senses(text))


def _same(deed: Deed, setting: Setting, at: int, end: int) -> bool:
    """Whether the one who does it in the sentence is the one asked about."""
    before = setting.text[:at]
    doing = setting.text[at:end].lower().endswith("ing")
    done_to = (passive(before) and not doing) or (
        deed.knowing and re.match(r"(?:was|were|been|is|are)\b", setting.text[at:]) is not None
    )
    if deed.doer.kind == "thing":
        clause = re.split(r"[;:]|\bbut\b", before)[-1] + (
            re.split(r"[;:.]|\bbut\b", setting.text[end:])[0] if not done_to else ""
        )
        return _names_things(clause, deed.doer.words)
    cast, sentence, outside = _read(setting)
    if deed.knowing and deed.befell and not done_to and _TELLS.search(setting.text[at:end]):
        heard = following(sentence, outside, end, cast)  # "they first alerted the office": it is the office that knows
        return heard is not None and _is(deed.doer, heard, setting)
    if done_to == deed.befell or deed.knowing:
        who, kind = subject(sentence, outside[:at], cast)
        return _is(deed.doer, who, setting) or (deed.doer.kind == "anyone" and _somebody(outside[:at], kind))
    by = re.match(r"[^,;.]{0,40}?\bby\b", outside[end:]) if done_to else None
    other = following(sentence, outside, end + (by.end() if by else 0), cast) if (by or deed.befell) else None
    if deed.doer.kind == "anyone" and deed.befell and not done_to:
        return _somebody(" ".join(setting.text[end:].split()[:4]), head(other.words) if other else "")
    return other is not None and _is(deed.doer, other, setting)


_TELLS = regex(r"\b(?:told|informed|notified|alerted|warned)\b", re.IGNORECASE)


def _names_things(clause: str, asked: str) -> bool:
    """Whether CLAUSE names every thing and every number of what is ASKED about."""
    things = [s for s in senses(asked) if not lexicon().general(s.id)]
    counted = {q.value for q in quantities(asked)}
    ids = lexicon().ids(clause)
    borne = all(s.id in ids or lexicon().relatives(s.id) & ids for s in things)
    given = {q.value for q in quantities(clause) if not things or _counts(clause, q.span.end, things)}
    return borne and bool(things or counted) and counted <= given


_PHRASE = regex(r"[^,;:.()]{0,40}?(?=\s[-\u2013\u2014]\s|[,;:.()]|$)|[^,;:.()]{40}")


def _counts(clause: str, end: int, things: list[Sense]) -> bool:
    """Whether the number that ends at END in CLAUSE is of one of THINGS: the phrase after it names that."""
    phrase = _PHRASE.match(clause, end)
    ids = lexicon().ids(phrase.group() if phrase else "")
    return any(s.id in ids or lexicon().relatives(s.id) & ids for s in things)


def _somebody(before: str, kind: str) -> bool:
    """Whether the subject is some person or persons, named or counted, and no thing."""
    if kind == "person" or re.search(r"\b(?:none|nobody|no one|no-one)\b[^,;]*$", before, re.IGNORECASE):
        return True
    last = re.split(r"[,;:]", before)[-1]
    return any(t.kind in ("person", "role") for t in lexicon().terms(last)) or not words("people").isdisjoint(
        re.findall(r"[a-z]+", last.lower())
    )


def opens_with(deed: Sense, text: str) -> bool:
    """Whether TEXT opens with the participle of a DEED that was done to its subject ("*Asked* about it, she said")."""
    return not text[: deed.start].strip(" \"'\u201c\u2018") and deed.words.lower().endswith("ed")


def doer_of(deed_ids: frozenset[str], setting: Setting, *, befell: bool = False) -> str:
    """Who did in SETTING what one of DEED_IDS names, or whom it BEFELL; "" where that is not said.

    The doer is the subject of the verb, or comes after "by"; whom it befell is the object, or the subject of a passive.
    """
    cast, sentence, outside = _read(setting)
    for sense in senses(outside):
        if sense.id not in deed_ids or sense.mark != ASSERTED or _mark(sense, outside) != ASSERTED:
            continue
        done_to = passive(outside[: sense.start]) or re.match(r"\s+by\b", outside[sense.end :]) is not None
        done_to = done_to or opens_with(sense, outside)
        by = re.match(r"[^,;.]{0,40}?\bby\b", outside[sense.end :]) if done_to and not befell else None
        picked = _IT_WAS.search(outside[: sense.start])
        if picked is not None and done_to == befell:
            return " ".join(picked["who"].split())
        if done_to == befell:
            who, _ = subject(sentence, outside[: sense.start], cast)
        else:
            reached = by or befell
            who = following(sentence, outside, sense.end + (by.end() if by else 0), cast) if reached else None
        if who is not None:
            return f"{who.words}, {who.role}" if who.role else who.words
    return ""


_IT_WAS = regex(
    r"\bit\s+(?:was|is|had been)\s+(?:not\s+\w+\s+but\s+)?(?P<who>(?!not\b)[^,;.]{2,60}?),?\s+(?:who|that)"
    r"(?:\s+(?:had|has|have|was|were|been|first|\w+ly))*\s+$",
    re.IGNORECASE,
)
"""What picks somebody out before the deed: "he said *it was the mayor who* had signed it"."""


def subject_of(text: str, at: int) -> str:
    """Whose verb stands AT a place of the sentence TEXT, by name or by what they are; "" where that is not said."""
    cast, sentence, outside = _read(Setting(text))
    who, _ = subject(sentence, outside[:at], cast)
    return who.words if who is not None else ""


def _read(setting: Setting) -> tuple[Cast, Span, str]:
    """The cast of a sentence once those before it have been read, with its place and its words outside quotations."""
    text = "\n".join((*setting.before, setting.text))
    cast, quoted, start = Cast.of(text), quotations(text), 0
    for told_before in setting.before:
        earlier = Span(start, start + len(told_before))
        outside = without(text, earlier, quoted)
        told = reporting(text, earlier, outside, cast)
        cast.heard(earlier, outside, told.who if told else None)
        start += len(told_before) + 1
    # What is quoted is read too: a deed may be asserted there, and its "I" is the speaker.
    cast.floor = Name(Span(0, 0), setting.speaker, setting.role) if setting.speaker else None
    sentence = Span(start, len(text))
    return cast, sentence, sentence.of(text)


def _is(doer: Doer, who: Name | None, setting: Setting) -> bool:
    """Whether WHO is the doer asked about: the same surname and no other given name, or the same office."""
    if who is None or not who.words:
        return False
    if doer.kind == "anyone":
        return " " in who.words and who.words[:1].isupper()
    if doer.kind == "person":
        if surname(doer.words) == surname(who.words):
            return may_be_one(doer.words, who.words)
        return any(
            same_office(who.words, role) for name, role in setting.holders if surname(name) == surname(doer.words)
        )
    if same_office(doer.words, who.words) or (who.role and same_office(doer.words, who.role)):
        return True
    held = [role for name, role in setting.holders if surname(name) == surname(who.words)]
    return any(same_office(doer.words, role) for role in held)
