"""The subject of a verb: the person, office, body or pronoun before it, past the appositions and clauses between."""

from __future__ import annotations

import re

from corpus.extract.cast import Cast
from corpus.extract.names import Name
from corpus.extract.offices import head, plain, pruned, shortened
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["FINITE", "following", "subject"]

FINITE = regex(r"\b(?:was|were|is|are|had|has|have|would|could|should|did|might|must|cannot|can|will)\b", re.IGNORECASE)
"""Verbs that make what they stand in a clause."""
_COMMA = regex(r",(?=\s|$)")
_CUT = regex(
    r"[;:]|\s[\u2013\u2014-]\s|\b(?:that|when|while|but|because|although|though|what|which|and|after|whereas|if)\b",
    re.IGNORECASE,
)
_VERBED = regex(rf"{FINITE.pattern}|\b\w+ed\b", re.IGNORECASE)
_PRONOUN = regex(r"\b(?P<word>he|she|they|it|i|we)\b\W*(?:\w+ly\W+)?$", re.IGNORECASE)
_OWNED = regex(
    r"['\u2019]s?\s+(?:\w+\s+)?(?:report|review|inquiry|letter|statement|findings|account|evidence)\b", re.IGNORECASE
)
_PREPOSED = regex(r"\b(?:of|for|at|in|to|from|by|with|on|about|against|over|under)\s+(?:\w+\s+)*$")
_PAPER_BY = regex(r"\b(?:report|review|inquiry|letter|study|survey|evidence)\b[^,]*\b(?:by|from)\s+$")
_RELATIVE = regex(r"\s*(?:who|whose|whom|which|aged|\d{1,3}\s*$|including|now|then|formerly|himself|herself)\b")
_FRIEND = regex(
    r"(?:my|the|our)?\s*(?:(?:right|rt)\.? )?hon(?:ourable|\.)? (?:and \w+ )?(?:friend|member)", re.IGNORECASE
)
_FRIEND_OPENS = regex(rf"^\s*{_FRIEND.pattern},? (?=the\s)", re.IGNORECASE)
"""How a Member is named in the House before his office: "my right hon. Friend the Chancellor"."""
_NOUN = regex(r"(?:an?|the|one|his|her|their|another)\b", re.IGNORECASE)
_PROPER = regex(r"[A-Z][\w'\u2019&-]+(?: (?:[A-Z][\w'\u2019&-]+|of|and|for|the)){0,5}")
_PHRASE_ENDS = regex(
    r"[,;.:\"\u201c]|\s{2,}|\b(?:who|which|that|when|while|before|until|since|during|after|and|but)\b"
    r"|\b(?:was|were|is|are|had|has|have)\b"
)


def subject(sentence: Span, before: str, cast: Cast) -> tuple[Name | None, str]:
    """Whose verb comes after BEFORE, the opening of SENTENCE; and whether that is a "person", a "body" or ""."""
    pieces = _chain(before)
    if not pieces:
        return None, ""
    start, stretch = pieces[0]
    chosen = _first_person(sentence, before, pieces, cast)
    if chosen is not None:
        return cast.person(chosen), "person"
    pronoun = _PRONOUN.search(pruned(stretch)) if len(pieces) == 1 else None
    if pronoun is not None:
        word = pronoun.group("word").lower()
        own = _named_before(sentence, before, start, cast) if word in ("he", "she") else None
        return own or cast.pronoun(word), "body" if word == "it" else "person"
    if len(pieces) > 1 and _FRIEND.fullmatch(shortened(stretch)):
        start, stretch = pieces[1]
    stretch, friend = _FRIEND_OPENS.sub("", stretch), stretch
    start += len(friend) - len(stretch)
    verbs = list(_VERBED.finditer(stretch)) if re.search(r"\bto\s+(?:be\s+|have\s+)?$", stretch) else []
    stretch = stretch[: verbs[-1].start()] if verbs else stretch  # "has refused to …": whose verb comes before it
    noun, kind = shortened(stretch), head(stretch)
    if FINITE.search(re.split(r"\s(?:who|whose)\s", noun)[0]):
        return None, ""
    begin = sentence.start + start + len(stretch) - len(stretch.lstrip())
    span = Span(begin, begin + len(noun))
    named = pieces[1][1].strip() if len(pieces) > 1 else ""
    if kind and _PROPER.fullmatch(named):
        return Name(span, named, plain(noun)), kind  # "the contractor, Sentinel Works, said"
    if kind:
        return cast.office(noun, span), kind
    return (Name(span, plain(noun)) if _could_speak(noun) else None), ""


def _named_before(sentence: Span, before: str, start: int, cast: Cast) -> Name | None:
    """The person whom a sentence names first, ahead of the clause of a pronoun ("Mr Holt said that he had …")."""
    lead = before[:start].rstrip()
    inside = [n for n in cast.everyone if sentence.start <= n.span.start < sentence.start + len(lead)]
    held = [
        n for n in inside if lead[n.span.start - sentence.start] != " " and not _owns(lead, n.span.end - sentence.start)
    ]
    return cast.person(held[0]) if held else None


def following(sentence: Span, outside: str, at: int, cast: Cast) -> Name | None:
    """Who is named right after a place of SENTENCE, whose words without the quoted are OUTSIDE."""
    here = [n for n in cast.everyone if sentence.start + at <= n.span.start and n.span.within(sentence)]
    gap = outside[at : here[0].span.start - sentence.start] if here else ""
    tokens = [t for t in gap.split() if t.lower() not in ("the", "a", "an")]
    if here and len(gap) < 90 and (not tokens or (head(" ".join(tokens)) and "," not in gap.strip()[:-1])):
        return cast.person(here[0])
    stretch = _PHRASE_ENDS.split(outside[at:])[0]
    if stretch.strip() and len(stretch.split()) <= 10 and head(stretch):
        start = sentence.start + at + len(stretch) - len(stretch.lstrip())
        return cast.office(stretch.strip(), Span(start, start + len(stretch.strip())))
    return None


def _could_speak(noun: str) -> bool:
    """Whether a noun phrase that names no known office or body may yet be who speaks: "a father of three", a name."""
    if FINITE.search(noun):
        return False
    if _NOUN.match(noun) and 1 < len(noun.split()) <= 9:
        return True
    return _PROPER.fullmatch(noun) is not None and noun.split()[0].lower() not in (
        words("sentence_openers") | listed("openers")
    )


def _first_person(sentence: Span, before: str, pieces: list[tuple[int, str]], cast: Cast) -> Name | None:
    """The person whom the subject names: not an owner ("Mr Clarke's spokesman"), nor one named within an office."""
    start, end = sentence.start + pieces[0][0], sentence.start + len(before)
    if len(pieces) > 1 and pruned(pieces[-1][1]).strip() == "who":  # "… replaced Bo Orr, who resigned": the nearest
        near = [n for n in cast.everyone if start <= n.span.start < sentence.start + pieces[-1][0]]
        return near[-1] if near else None
    for name in cast.everyone:
        if not start <= name.span.start < end or before[name.span.start - sentence.start] == " ":
            continue
        owned = _owns(before, name.span.end - sentence.start)
        lead = before[
            max(p for p, _ in pieces if p <= name.span.start - sentence.start) : name.span.start - sentence.start
        ]
        if owned == "paper" or (not owned and (_PAPER_BY.search(lead) or not _PREPOSED.search(lead))):
            return name
    return None


def _owns(before: str, end: int) -> str:
    """ "paper" where the name that ends at END owns a document, "else" where it owns something else."""
    tail = before[end:]
    if before[max(0, end - 2) : end] in ("'s", "\u2019s"):
        tail = f"'s{tail}"
    if not re.match(r"['\u2019]s?(?=\s|$)", tail):
        return ""
    return "paper" if _OWNED.match(tail) else "else"


def _chain(before: str) -> list[tuple[int, str]]:
    """The stretches between commas that make up the subject before a verb, with their places: noun and appositions."""
    cuts = [0, *(m.end() for m in _COMMA.finditer(before))]
    pieces = [(a, before[a:b].removesuffix(",")) for a, b in zip(cuts, [*cuts[1:], len(before)], strict=True)]
    if pruned(pieces[-1][1]).strip() and not (len(pieces) > 1 and _LEADS_TO.fullmatch(pieces[-1][1])):
        last = _last_clause(pieces[-1])
        if not _RELATIVE.match(last[1]):
            return [last] if last[1].strip() else []
    else:
        pieces.pop()
    if not pieces:
        return []
    begins = next((at for at in range(len(pieces) - 1, -1, -1) if _begins(pieces, at)), 0)
    return [_last_clause(pieces[begins]), *pieces[begins + 1 :]]


_LEADS_TO = regex(
    r"\s*(?:(?:has|had|have|was|were)\s+)?(?:been\s+)?(?:(?:\w+ly|again|since|also)\s+)?\w+ed\s+to\s+(?:be\s+|have\s+)?",
    re.IGNORECASE,
)
"""A verb between a subject with its aside and the verb asked about: "Ms Lee, the mayor, *refused to* go"."""


def _begins(pieces: list[tuple[int, str]], at: int) -> bool:
    """Whether the subject begins with a stretch, which then names nothing again that the one before it names."""
    if _RELATIVE.match(pieces[at][1]):
        return False
    return at == 0 or not _apposed(pieces[at][1], pieces[at - 1][1])


def _apposed(piece: str, before: str) -> bool:
    """Whether a stretch names again what the one before it names, which is no mere opening ("In the Commons, …")."""
    first = before.split()[0].lower() if before.split() else ""
    opening = first in listed("openers") or first.endswith("ing")
    return not opening and not re.match(r"\s*(?:and|but|or|so)\b", piece)


def _last_clause(piece: tuple[int, str]) -> tuple[int, str]:
    start, words_of = piece
    for cut in _CUT.finditer(piece[1]):
        rest = piece[1][cut.end() :]
        joins = cut.group() == "and" and not _VERBED.search(words_of[: cut.start()]) and head(piece[1][: cut.start()])
        if pruned(rest).strip() and not (joins and head(rest)):
            start, words_of = piece[0] + cut.end(), rest
    return start, words_of
