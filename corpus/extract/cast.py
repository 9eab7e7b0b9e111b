"""Who has been named in a text up to the sentence at hand, so that a surname, an office or a pronoun is known again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.extract.incumbents import incumbents
from corpus.extract.names import Name, full_name, gender, names, surnames
from corpus.extract.offices import definite, last_word, one_person, plain, same_office
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Cast"]

_LEAD = regex(r"(?:Q?\d+\.?\s+)?\**[A-Z][^:\n\u201c\"]{3,140}?(?P<end>\)?\s*:\**)(?=\s|$)")
_SEAT = regex(r"(?:\s*\((?P<seat>[A-Z][^()\n]{2,50})\))?(?:\s*\((?P<party>[A-Z][\w/ -]{1,12})\))?\s*:\**", re.DOTALL)
"""After a Member's name in a report of debates: the seat, the letters of the party, and a colon."""
_CHAIR = regex(r"(?:Q?\d+\.?\s+)?\**(?P<office>Chair(?:man|woman|person)?)\s*:")
_REMEMBERED = 6
"""How many of those last named a pronoun may stand for."""


@dataclass
class Cast:
    """The persons and offices of one text; it is told each sentence in turn."""

    everyone: list[Name]
    floor: Name | None = None
    """Who has the floor: "I" is that person."""
    incumbents: list[Name] = field(default_factory=list)
    """Who is told to be or to have been in an office, which only that office's own mentions are known by."""
    _seen: list[Name] = field(default_factory=list)
    _offices: list[Name] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, floor: Name | None = None) -> Cast:
        found = names(text)
        everyone = sorted(found + surnames(text, found), key=lambda n: n.span.start)
        return cls(everyone, floor, incumbents=incumbents(text, everyone))

    def person(self, name: Name) -> Name:
        """NAME in full, with the office given wherever in the text it is."""
        fuller = full_name(name.words, [k for k in self.everyone if k.role or k.words != name.words])
        if fuller is None:
            return name
        longer = fuller.words if len(fuller.words) >= len(name.words) else name.words
        return Name(name.span, longer, name.role or fuller.role)

    def office(self, words_of: str, span: Span) -> Name:
        """The person who holds the office named, where one named in the text does; else the office itself."""
        if re.match(r"(?:his|her)\b", words_of, re.IGNORECASE) and last_word(words_of) in listed("documents"):
            return self.pronoun("he" if words_of[:3].lower() == "his" else "she") or Name(span, plain(words_of))
        holder = self._holder(words_of, span) if definite(words_of) else None
        if holder is not None:
            return holder
        longer = [o for o in self._offices if same_office(words_of, o.words)] if definite(words_of) else []
        if longer:
            return max(longer, key=lambda o: len(o.words))
        found = Name(span, plain(words_of))
        self._offices.append(found)
        return found

    def _holder(self, office: str, span: Span) -> Name | None:
        """Who holds OFFICE: the last before SPAN, or the only one after it."""
        held = [n for n in self.everyone if n.role and same_office(office, n.role)]
        before = [n for n in held if n.span.start < span.start]
        if before:
            return self.person(before[-1])
        after = {self.person(n).words: n for n in held}
        return self.person(held[0]) if len(after) == 1 else self._incumbent(office, span)

    def _incumbent(self, office: str, span: Span) -> Name | None:
        """Who is told to hold OFFICE, where of those that are only one is named elsewhere before SPAN."""
        told = {self.person(n).words: n for n in self.incumbents if same_office(office, n.role)}
        listed_at = {n.span for n in self.incumbents}
        known = {self.person(n).words for n in self.everyone if n.span.start < span.start and n.span not in listed_at}
        met = [n for words, n in told.items() if words in known]
        return replace(self.person(met[0]), role=met[0].role) if len(met) == 1 else None

    def pronoun(self, word: str) -> Name | None:
        """Whom a pronoun stands for: the last person named first in a sentence, of that gender where a title tells."""
        word = word.lower()
        if word in ("i", "we"):
            return self.floor
        if word in ("it", "they"):
            kept = [o for o in self._offices[-1:] if word == "it" or o.words.endswith("s")]
            return kept[-1] if kept else None
        fitting = [n for n in self._seen if gender(self.person(n).words) in ("", word)]
        return self.person(fitting[-1]) if fitting else None

    def take_floor(self, text: str, paragraph: Span) -> None:
        """Give the floor to whom a paragraph opens with and a colon ("The Minister for Trade (Jane Harrow): I …")."""
        lead = _LEAD.match(text, paragraph.start, paragraph.end)
        if lead is None or text[lead.end() : min(lead.end() + 3, paragraph.end)].strip()[:1] in tuple(
            "\"\u201c\u2018'"
        ):
            return
        here = [n for n in self.everyone if lead.start() <= n.span.start and n.span.end <= lead.end()]
        if not here:
            if (chair := _CHAIR.match(lead.group())) is not None:
                self.floor = self.office(f"the {chair['office'].lower()}", Span(lead.start(), lead.start()))
            return
        opens = re.fullmatch(r"(?:Q?\d+\.?\s+)?\**", text[lead.start() : here[0].span.start]) is not None
        seat = _SEAT.fullmatch(text, here[0].span.end, lead.end()) if opens else None
        if seat is not None and (
            lead.group().startswith("*") or seat["seat"] or gender(here[0].words) or self._one_of_them(here[0])
        ):
            letters = f" ({seat['party']})" if seat["party"] else ""
            self._gives(here[0], f"Member for {seat['seat']}{letters}" if seat["seat"] else "")
        elif "(" in lead.group() and here[-1].span.end >= lead.start("end") - 2:
            self._gives(here[-1], plain(text[lead.start() : here[-1].span.start].strip(" (*\n")))

    def _one_of_them(self, name: Name) -> bool:
        """Whether a name that opens a paragraph is a titled one, or that of somebody who is named elsewhere too."""
        titled = name.words.split(" ", 1)[0].rstrip(".").lower() in words("titles")
        return titled or sum(1 for n in self.everyone if n.words == name.words) > 1

    def _gives(self, name: Name, role: str) -> None:
        """Give NAME the floor, and keep the ROLE that is told with it for when that name is met again."""
        if role and not self.person(name).role:
            self.everyone = [replace(n, role=role) if n.span == name.span else n for n in self.everyone]
        self.floor = self.person(name)

    def heard(self, sentence: Span, outside: str, speaker: Name | None) -> None:
        """Remember whom SENTENCE names first, or who spoke in it, for the pronouns after it."""
        here = [n for n in self.everyone if n.span.within(sentence) and outside[n.span.start - sentence.start].strip()]
        self._seen += here[:1]
        if speaker is not None and speaker != self.floor:
            kin = self._seen if self._known(speaker) or one_person(speaker.words) else self._offices
            kin.append(speaker)
        del self._seen[:-_REMEMBERED]

    def _known(self, speaker: Name) -> bool:
        return any(self.person(n).words == speaker.words for n in self.everyone)
