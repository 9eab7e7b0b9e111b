"""Text → statements: who said what, in what role, in which words; and what the text says that nobody could say."""

from __future__ import annotations

import re

from corpus.extract.names import Name, full_name, names
from corpus.extract.sentences import paragraphs, sentences
from corpus.lexicon.grammar import any_of
from corpus.records import Source, Span, Statement, StatementAct

__all__ = ["statements"]

_QUOTE = re.compile(r"[\"\u201c]([^\"\u201c\u201d]{2,1200})[\"\u201d]")
_OFFICE = re.compile(
    r"\b(?:[Tt]he\s+)?((?:Home|Foreign|Health|Education|Defence|Transport|Justice|Prime|Shadow|Culture|Business"
    r"|Immigration|Prisons?|Housing|Treasury|Environment|Work and Pensions|International Development|Cabinet Office"
    r"|Energy|Trade|Schools|Police|Policing)\s+(?:Secretary|Minister)|Chancellor(?: of the Exchequer)?|Attorney General"
    r"|[Ss]pokes(?:man|woman|person)|[Oo]fficials|[Mm]inisters|[Dd]epartment|Home Office|Government"
    r"|[Aa] (?:\w+ ){0,4}spokes(?:man|woman|person))\b"
)
_ACTS = (
    ("not_known", StatementAct.NOT_KNOWN),
    ("not_held", StatementAct.NOT_HELD),
    ("disproportionate_cost", StatementAct.DISPROPORTIONATE_COST),
)


def statements(text: str, source: Source) -> tuple[Statement, ...]:
    """Every statement in TEXT: sentences with reported or quoted words, and sentences that say what is not known."""
    known = _with_offices(text, names(text))
    found: list[Statement] = []
    last: Name | None = None
    for paragraph in paragraphs(text):
        for sentence in _sentences_of(text, paragraph):
            act, who, quotation = _read(text, sentence, known, last)
            if who is not None:
                last = who
            if act is None:
                continue
            spoken = who or (last if quotation is not None else None)
            found.append(_statement(text, sentence, source, act, spoken, quotation))
    return tuple(found)


def _sentences_of(text: str, paragraph: Span) -> list[Span]:
    return [Span(s.start + paragraph.start, s.end + paragraph.start) for s in sentences(paragraph.of(text))]


def _with_offices(text: str, found: list[Name]) -> list[Name]:
    offices = [Name(Span(m.start(1), m.end(1)), m.group(1), "") for m in _OFFICE.finditer(text)]
    held = [Span(n.span.start, n.span.end + (len(n.role) + 8 if n.role else 0)) for n in found]
    clear = [o for o in offices if not any(o.span.start < h.end and h.start < o.span.end for h in held)]
    return sorted(found + clear, key=lambda n: n.span.start)


def _read(
    text: str, sentence: Span, known: list[Name], last: Name | None
) -> tuple[StatementAct | None, Name | None, Span | None]:
    words_here = sentence.of(text)
    for name, act in _ACTS:
        if any(_governs(words_here, m) for m in any_of(name).finditer(words_here)):
            return act, _speaker(text, sentence, known, last), _quotation(text, sentence)
    quotation = _quotation(text, sentence)
    reported = any_of("reporting", "attributions").search(_outside(words_here))
    who = _speaker(text, sentence, known, last)
    if quotation is None and reported is None:
        special = any_of("apologising", "declining").search(words_here)
        return (_act(words_here) if special and who else None), who, None
    return _act(words_here), who, quotation


_OPENS = re.compile(
    r"(?:(?!\bthat\b)[^.;]){0,44}?\b(?:how|whether|if|what|when|where|who|which|exactly|figures?|numbers?|total|estimate|breakdown)\b"
)
_STATED = re.compile(
    r"\b(?:known|unknown|held|collected|recorded|kept|cost|estimate|given|limit|answered?|centrally|comment|answer)$"
)


def _governs(words_here: str, cue: re.Match[str]) -> bool:
    """ "Unable to say" leaves something open only where it says what: "how many", "whether any"."""
    stated = _STATED.search(cue.group().lower())
    return stated is not None or _OPENS.match(words_here[cue.end() :].lower()) is not None


def _outside(words_here: str) -> str:
    return _QUOTE.sub(" ", words_here)


def _act(words_here: str) -> StatementAct:
    if any_of("apologising").search(words_here):
        return StatementAct.APOLOGISED
    if any_of("declining").search(words_here):
        return StatementAct.REFUSED
    if re.search(r"\b(?:asked|questions?)\b", words_here, re.IGNORECASE):
        return StatementAct.ASKED
    return StatementAct.CRITICISED if any_of("criticising").search(words_here) else StatementAct.SAID


def _quotation(text: str, sentence: Span) -> Span | None:
    matches = list(_QUOTE.finditer(text, sentence.start, sentence.end))
    if matches:
        longest = max(matches, key=lambda m: len(m.group(1)))
        return Span(longest.start(1), longest.end(1))
    opened = re.match(r"[\"\u201c]([^\"\u201c\u201d]+)$", sentence.of(text))
    return Span(sentence.start + 1, sentence.end) if opened else None


def _speaker(text: str, sentence: Span, known: list[Name], last: Name | None) -> Name | None:
    """The person beside the reporting verb; else the only one named outside the quotation; else the last speaker."""
    quotes = [Span(m.start(), m.end()) for m in _QUOTE.finditer(text, sentence.start, sentence.end)]
    here = [n for n in known if n.span.within(sentence) and not any(n.span.within(q) for q in quotes)]
    verb = _verb(text, sentence, quotes)
    persons = [n for n in here if " " in n.words and n.words[:1].isupper() and not _OFFICE.match(n.words)]
    here = persons or here
    if here:
        chosen = min(here, key=lambda n: abs(n.span.start - verb)) if verb is not None else here[0]
        before = [n for n in here if verb is not None and n.span.end <= verb]
        chosen = before[-1] if before and verb is not None and verb - before[-1].span.end < 90 else chosen
        return full_name(chosen.words, [k for k in known if k.role or k.words != chosen.words]) or chosen
    # The last speaker goes on only in a quotation, or as "he" or "she": a wrong name is worse than none.
    goes_on = bool(quotes) or _PRONOUN.search(sentence.of(text)) is not None
    return last if verb is not None and goes_on else None


_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)


def _verb(text: str, sentence: Span, quotes: list[Span]) -> int | None:
    for match in any_of("reporting", "attributions").finditer(text, sentence.start, sentence.end):
        if not any(q.start <= match.start() < q.end for q in quotes):
            return match.start()
    return None


def _statement(
    text: str, sentence: Span, source: Source, act: StatementAct, who: Name | None, quotation: Span | None
) -> Statement:
    return Statement(
        id=f"{source.id}:s{sentence.start}-{sentence.end}",
        source_id=source.id,
        span=sentence,
        speaker=who.words if who else "",
        role=who.role if who else "",
        said_on=source.published,
        text=sentence.of(text),
        verbatim=quotation is not None,
        act=act,
        quotation=quotation,
    )
