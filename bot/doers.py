"""Who did what a question asks about, and whether it was done: deeds held against the sentences of the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.deed_asked import Deed
from bot.deeds import Setting, doer_of, opens_with, verdict
from bot.heard import Heard, Line, asks, dated
from bot.of_all import parts_asked, told_of_some
from bot.question import Query
from bot.set_beside import set_beside
from corpus.extract.acts import passive
from corpus.extract.names import Name, full_name, names, surname
from corpus.extract.numbers import quantities
from corpus.extract.offices import head, last_word, same_office
from corpus.extract.sense import senses
from corpus.lexicon.speech import listed, one_of, parties
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import SourceKind, Span, StatementAct

__all__ = ["answering", "office_asked", "settled"]


def settled(query: Query, deed: Deed, lines: Sequence[Line]) -> list[Heard]:
    """The sentences that say whether a deed was done, the plainest first; none where those disagree with each other."""
    holders = tuple({(s.speaker, s.role): None for line in lines if (s := line.statement) and s.speaker and s.role})
    told, apart = [], []
    for at, line in enumerate(lines):
        if not all(dated(m.period.words, line) for m in query.wanted.times):
            continue
        if query.numbers and not set(query.numbers) <= {q.value for q in quantities(line.text)}:
            continue
        if any(part not in line.text.lower() for part in parts_asked(query.resolved or query.text)):
            continue
        said = verdict(deed, _setting(lines, at, holders))
        said = "No" if said == "Yes" and told_of_some(query.resolved or query.text, line.text) else said
        if said and asks(line.text):
            told.append(Heard(line, 1.0, ()))  # whoever asks whether it is so does not say so
        elif said:
            told.append(Heard(_widened(deed.doer.words, lines, at), 1.0, (), _by(said, deed, line)))
        elif set_beside(deed, line):
            apart.append(Heard(line, 1.0, ()))
    answered = [h for h in told if h.name]
    told = answered or told
    answers = {h.name.split(",")[0] for h in told}
    if len(answers) > 1:
        return [Heard(h.line, h.score, ()) for h in told]
    told = sorted(told, key=lambda h: ("," in h.name, _heads(h.line), h.line.source.kind.rank, h.line.span.start))
    return told[:1] or apart[:1]


def _heads(line: Line) -> bool:
    """Whether LINE is the headline of its source, which says in brief what a sentence below it says."""
    return line.span.start == 0 and not line.text.rstrip().endswith((".", "!", "?", '"', "\u201d"))


def _widened(doer: str, lines: Sequence[Line], at: int) -> Line:
    """A line, with the one before it where only that names the doer: what "she" did is read with who she is."""
    line = lines[at]
    named = surname(doer).lower() in f"{line.text} {line.speaker}".lower()
    earlier = lines[at - 1] if at else line
    if named or not at or earlier.source.id != line.source.id or surname(doer).lower() not in earlier.text.lower():
        return line
    return replace(line, span=Span(earlier.span.start, line.span.end), text=f"{earlier.text} {line.text}")


def _by(said: str, deed: Deed, line: Line) -> str:
    """A yes or no by somebody's word is told to be so, unless it is the doer's own."""
    speaker = line.statement.speaker if line.statement else ""
    own = not speaker or surname(speaker) == surname(deed.doer.words)
    own = own or (line.statement is not None and same_office(deed.doer.words, line.statement.role))
    heard = deed.doer.kind == "person" and not line.source.paraphrase
    pressed = line.source.kind is SourceKind.PRESS_REPORT and line.source.paraphrase
    return said if own or not (heard or pressed) else f"{said}, according to {speaker}"


def _ended(text: str) -> str:
    """TEXT with the stop that a heading goes without, so that its last word begins no name of the sentence after it."""
    return text if text.rstrip(" \"'\u201d\u2019)").endswith((".", "!", "?", ":")) else f"{text}."


def _setting(lines: Sequence[Line], at: int, holders: tuple[tuple[str, str], ...]) -> Setting:
    line = lines[at]
    before = tuple(_ended(other.text) for other in lines[max(0, at - 3) : at] if other.source.id == line.source.id)
    said = line.statement
    if said is None:
        return Setting(line.text, before, holders=holders)
    return Setting(line.text, before, said.speaker, said.role, said.act, holders)


_BEFALLEN = regex(
    r"\W*(?:and |so )?who (?:was|were|is|are|(?:has|have|had)(?: not| never)? been) (?!the\b|a\b|an\b|in\b)\w+",
    re.IGNORECASE,
)


def answering(query: Query, heard: Heard, lines: Sequence[Line]) -> Heard:
    """A line with who it names; where that is "he" or "she", with the line before it too."""
    name = _name(query, heard.line, lines)
    at = next((n for n, other in enumerate(lines) if other is heard.line), 0)
    line = _widened(name.split(",")[0], lines, at) if name and " " in name else heard.line
    return Heard(line, heard.score, heard.missing, name)


_WHO_HOLDS = regex(r"\s*(?:and |so )?who(?:'s| is| was) (?:the |our |then )*(?P<office>[a-z' -]+?)\W*$")


def office_asked(asked: str) -> str:
    """The office whose holder is asked for and nothing else ("Who is the Prime Minister?"); "" where none is."""
    match = _WHO_HOLDS.match(asked.lower())
    office = match["office"] if match is not None else ""
    return office if office and head(office) == "person" else ""


_WORDS_MORE = 4
"""A role that is told in so many words more than were asked for is a sentence about its holder."""
_NOT_HELD = regex(r"['\u2019]s\b|\b(?:former|ex|shadow|deputy|acting|assistant|opposition)\b", re.IGNORECASE)


def _holds(office: str, role: str) -> bool:
    """Whether ROLE is the office, be it in another order of words, or without what it is of."""
    if not role or (_NOT_HELD.search(role) and not _NOT_HELD.search(office)):
        return False
    if len(role.split()) > len(office.split()) + _WORDS_MORE:
        return False
    wanted, held = lexicon().ids(office), lexicon().ids(role)
    return last_word(office) == last_word(role) and bool(held) and (wanted <= held or held <= wanted)


_FRAGMENT = regex(
    r"(?!the\b|an?\b)[a-z][^,]*\s[A-Z]|[A-Z][^,]*\s(?!(?:of|for|and|the|on|in|to|de|van|von|der|with|at)\b)[a-z]"
)
"""Small words before a name ("hugely successful UK") or after it ("Home Office published an") make it nobody's."""


_THING_OF = regex(r"['\u2019]s\s+[A-Z]")
"""What belongs to somebody, and is a thing of its own ("Iraq's Personal Status Law")."""


def _of_a_party(words: str) -> bool:
    """Whether WORDS are a party's own name ("Liberal Democrat"), which is nobody's."""
    return any(words.lower() == name.lower() for name in parties().values())


_ANYBODY = regex(r"(?:an?|the|his|her|their|its|our|my|some|two|three|several|many|\d+)\b|[a-z-]+s\b", re.IGNORECASE)


_WHO_ASKED = regex(r"\W*(?:and |so )?who (?:has |had |also |first )*asked\b")


def _nobody(doer: str) -> bool:
    """Whether words in small letters name no person or body, nor any one or more of a kind ("context of chronic").

    A thing is nobody either: "the *news* was released".
    """
    if doer != doer.lower():
        return False
    last = last_word(doer)
    thing = bool(last) and not {last, f"{last}s"}.isdisjoint(listed("things"))
    return thing or (not head(doer) and _ANYBODY.match(doer) is None)


def _is_asked_of(doer: str, query: Query) -> bool:
    """Whether DOER is only what the deed was done to, in a word akin: an "inquiry", of who leads the review."""
    lex = lexicon()
    own = lex.ids(last_word(doer.split(",")[0])) if doer else frozenset()
    things = {s.id for s in query.wanted.terms}
    akin = things.union(*map(lex.relatives, things))
    return bool(own) and not names(doer) and head(doer) != "person" and own <= akin


def _only_tells(name: Name, query: Query, line: Line, *, befell: bool) -> bool:
    """Whether NAME only says in LINE that what QUERY names was done, by nobody named: "Ann said 40 *were traced*"."""
    said = line.statement
    if said is None or surname(said.speaker) != surname(name.words):
        return False
    deeds = {s.id for s in query.wanted.terms if s.kind in ("action", "word")}
    deeds = deeds.union(*map(lexicon().relatives, deeds))
    told = [s for s in senses(line.text) if s.id in deeds and s.start >= name.span.end]
    verb = one_of("plain", "guarded").search(line.text, name.span.end)
    if verb is None or not told or told[0].start < verb.end():
        return False
    if befell:
        return True
    done = [s for s in told if passive(line.text[: s.start])]
    return bool(done) and not any(_BY_WHOM.match(line.text, s.end) for s in done)


_BY_WHOM = regex(r"[^,;.]{0,40}?\bby\b")


def _name(query: Query, line: Line, lines: Sequence[Line]) -> str:
    """Who did what was asked, in a line: the doer of the deed, else whom it names, else its speaker."""
    asked = (query.resolved or query.text).lower()
    said = line.statement
    if said is not None and said.act is StatementAct.ASKED and _WHO_ASKED.match(asked):
        return f"{said.speaker}, {said.role}" if said.role else said.speaker
    deeds = frozenset(s.id for s in query.wanted.terms if s.kind in ("action", "word") and s.mark == "+")
    at = next((n for n, other in enumerate(lines) if other is line), 0)
    befell = _BEFALLEN.match(asked) is not None
    doer = doer_of(deeds, _setting(lines, at, ()), befell=befell) if not line.source.paraphrase else ""
    if not befell and any(s.id in deeds and opens_with(s, line.text) for s in senses(line.text)[:1]):
        return ""
    if doer and re.search(rf"\b(?:which|what|whose)\s+(?:\w+\s+)?{re.escape(doer)}\b", line.text, re.IGNORECASE):
        return ""  # "asked *which firm* had bought them": it is not said who did
    doer = "" if _is_asked_of(doer, query) else doer
    last = surname(doer.split(",")[0])
    if doer and not (_FRAGMENT.match(doer) or _nobody(doer) or _of_a_party(doer)) and last.lower() not in asked:
        return doer if last in f"{line.text} {line.speaker} {line.before}" else ""
    about_role = re.match(r"\s*who (?:is|was)\b", asked) is not None
    office = office_asked(asked)
    if office and said is not None and said.speaker and _holds(office, said.role):
        return f"{said.speaker}, {said.role}"
    for name in names(line.text):
        if not line.text[: name.span.start].strip() and line.text[name.span.end :].startswith(":"):
            continue  # whose words follow, and nothing that they say
        if office and not _holds(office, name.role):
            continue
        if _THING_OF.search(name.words) or (not name.role and _of_a_party(name.words)):
            continue
        if _only_tells(name, query, line, befell=befell):
            continue
        known = surname(name.words).lower() in asked
        if not known or (name.role and about_role):
            speaking = [Name(name.span, said.speaker, said.role)] if said and said.speaker else []
            whole = full_name(name.words, speaking) or name
            return f"{whole.words}, {whole.role}" if whole.role else whole.words
    if said is not None and line.source.paraphrase and not befell and line.text.startswith(f"{said.speaker} "):
        return said.speaker if said.speaker.lower() not in asked else ""
    if (
        befell
        or office
        or said is None
        or not said.speaker
        or surname(said.speaker).lower() in asked
        or not one_of("plain", "guarded").search(asked)
    ):
        return ""
    return f"{said.speaker}, {said.role}" if said.role else said.speaker
