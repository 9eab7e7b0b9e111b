"""The historic volumes of Hansard: a day of a House, or of its written answers, scanned from the bound report.

Sections lie in each other; what a citation names is a section that holds words of its own. The marks of columns and
pages stand among the words. A paragraph whose id is of another volume was not said that day: what a section holds of
such makes a document of its own, without a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.hansard.acts import answerers, asked_and_answered, paired
from corpus.formats.hansard.layout import Contribution, Sitting, Unit, document
from corpus.formats.hansard.members import Member, Members, member_of
from corpus.formats.hansard.words import Block, blocks, flat, heading_words
from corpus.patterns import regex
from corpus.records import SourceKind, StatementAct

__all__ = ["ROOTS", "read_historic"]

_HOUSES = {
    "housecommons": ("House of Commons", SourceKind.DEBATE),
    "houselords": ("House of Lords", SourceKind.DEBATE),
    "westminsterhall": ("Westminster Hall", SourceKind.DEBATE),
    "writtenanswers": ("House of Commons", SourceKind.WRITTEN_ANSWER),
    "writtenstatements": ("House of Commons", SourceKind.WRITTEN_STATEMENT),
}
ROOTS = frozenset({*_HOUSES, "hansard"})
"""The outermost elements that are read; ``hansard`` holds the others."""

_SECTIONS = frozenset({"section", "group", "debates", "oralquestions", "body"})
_VOLUME = regex(r"S(?P<series>\d)(?P<house>[A-Z]{1,3})V(?P<number>\d{4})P\d")
_TIME = regex(r"\d{1,2}[.:\u00b7]\d{1,2}\s*(?:am|pm|a\.m\.|p\.m\.)?|\d{1,2}\s*(?:am|pm)|(?:mid)?noon|midnight", re.I)
_SPEAKS = regex(r"(?P<note>(?:\s*\[[^\]]{0,200}\]|\s*\([^)]{0,60}\))?)\s*:\s*")
_ASKED = regex(
    r"(?:Q?\d+\.?(?:\s*(?:and|,)\s*Q?\d+\.?)*\s+)?(?P<who>[A-Z][^:;?]{2,80}?)\s+"
    r"asked (?:the|Her|His|Mr|Mrs|Sir|what)\b"
)
_STATEMENT = regex(r"\bwith (?:your )?permission\b.{0,80}\bstatement\b", re.IGNORECASE)
_DIVISION = regex(r"Division No\.? ?\d+", re.IGNORECASE)


def read_historic(root: Element, path: Path) -> list[Document]:
    """The units of the day, or of each day and House in ROOT. Raises IngestRefused where it holds none."""
    houses = [root] if root.tag in _HOUSES else [e for e in root.iter() if e.tag in _HOUSES]
    made = [d for house in houses for d in _House(house, path).documents()]
    if not made:
        raise IngestRefused(str(path), "the file holds no sections with words in them")
    return made


@dataclass
class _Section:
    """The section at hand: its headings from the outermost, and what has been read of it, by the volume it is of."""

    titles: tuple[str, ...]
    kind: SourceKind
    members: Members
    held: dict[str, list[Contribution]] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)
    speaking: tuple[str, Member] | None = None
    """The volume and the Member whose words an unmarked paragraph goes on with."""


class _House:
    """A day of one House while it is read."""

    def __init__(self, root: Element, path: Path) -> None:
        self.root = root
        self.house, self.kind = _HOUSES[root.tag]
        self.column, self.time = "", ""
        self.volume = next((v for e in root.iter("image") if (v := _volume(e.get("src", "")))), "")
        if self.volume and "L" in _named(self.volume)["house"]:
            self.house = "House of Lords"
        self.day = _day(root, path)
        self.used: set[str] = set()

    def documents(self) -> Iterator[Document]:
        """Its units in order."""
        for section in self._sections(self.root, _Section((), self.kind, Members()), 0):
            yield from self._made(section)

    def _sections(self, element: Element, section: _Section, depth: int) -> Iterator[_Section]:
        """ELEMENT's own words, which go to SECTION, and its sections, each given when it is whole."""
        for child in element:
            if child.tag == "col":
                self._turn(flat("".join(child.itertext())))
            elif child.tag == "title":
                section = replace(section, titles=(*section.titles, heading_words(child)))
            elif child.tag == "body":
                yield from self._sections(child, section, depth)
                section = replace(section, held={}, ids={}, speaking=None)
            elif child.tag in _SECTIONS:
                if section.held:
                    yield section
                    section = replace(section, held={}, ids={}, speaking=None)
                yield from self._sections(child, self._inner(child, section, depth), depth + 1)
            elif child.tag not in ("image", "date"):
                self._read(child, section)
        if section.held:
            yield section

    def _inner(self, child: Element, section: _Section, depth: int) -> _Section:
        whole = child.tag in ("debates", "oralquestions") or not depth
        kind = SourceKind.ORAL_ANSWER if child.tag == "oralquestions" else section.kind
        titles = () if not depth else section.titles
        main = whole or section.titles[-1:] == ("Oral Answers to Questions",)
        return _Section(titles, kind, Members() if main else section.members)

    def _turn(self, column: str) -> None:
        self.column = column or self.column

    def _read(self, element: Element, section: _Section) -> None:
        """Add what ELEMENT (a paragraph, a list, a division) says to SECTION."""
        volume = _volume(element.get("id", "")) or self.volume
        if section.speaking is not None and section.speaking[0] != volume:
            section.speaking = None
        if element.tag == "division":
            self._put(section, volume, self._told(tuple(_division(element))))
            section.speaking = None
            return
        if element.get("id"):
            section.ids.setdefault(volume, []).append(element.get("id", ""))
        member = element.find("member")
        if member is not None:
            self._spoken(element, member, section, volume)
        else:
            self._unmarked(element, section, volume)

    def _spoken(self, element: Element, member: Element, section: _Section, volume: str) -> None:
        column = self.column
        printed, number = heading_words(member), flat(element.text or "")
        seat = member.find("memberconstituency")
        who = section.members.full(member_of(printed, heading_words(seat) if seat is not None else ""))
        found = blocks(_after(element, member), self._turn)
        opening = str(found[0]) if found and isinstance(found[0], str) else ""
        speaks = _SPEAKS.match(opening)
        given = f"{number} {printed}".strip().rstrip(":").rstrip()
        one = replace(self._told(()), column=column)
        if speaks is not None:
            first = [opening[speaks.end() :]] if opening[speaks.end() :] else []
            lead = f"{given}{_spaced(speaks['note'])}"
            one = replace(one, blocks=(*first, *found[1:]), lead=lead, speaker=who.name, role=who.role)
            section.speaking = (volume, who)
        else:
            one = replace(one, blocks=(f"{given} {opening}".strip(), *found[1:]))
            if opening.startswith("asked"):
                one = replace(one, speaker=who.name, role=who.role, act=StatementAct.ASKED, verbatim=False)
            section.speaking = None
        self._put(section, volume, one)

    def _unmarked(self, element: Element, section: _Section, volume: str) -> None:
        """A paragraph without a Member's name: a question, a time, the words of who spoke last, or the report's own."""
        column, found = self.column, blocks(element, self._turn)
        opening = str(found[0]) if found and isinstance(found[0], str) else ""
        asked = _ASKED.match(opening) if element.tag == "p" else None
        one = replace(self._told(tuple(found)), column=column)
        if asked is not None and section.kind in (SourceKind.WRITTEN_ANSWER, SourceKind.ORAL_ANSWER):
            who = section.members.full(member_of(asked["who"]))
            one = replace(one, speaker=who.name, role=who.role, act=StatementAct.ASKED, verbatim=False)
            section.speaking = None
        elif _TIME.fullmatch(opening):
            self.time = opening
        elif section.speaking is not None and found and not _of_report(element, opening):
            held = section.held[volume]
            held[-1] = replace(held[-1], blocks=(*held[-1].blocks, *found))
            return
        elif found:
            section.speaking = None
        self._put(section, volume, one)

    def _told(self, found: tuple[Block, ...]) -> Contribution:
        return Contribution(found, column=self.column, time=self.time)

    def _put(self, section: _Section, volume: str, one: Contribution) -> None:
        if one.blocks:
            section.held.setdefault(volume, []).append(one)

    def _made(self, section: _Section) -> Iterator[Document]:
        for volume, held in section.held.items():
            ids = section.ids.get(volume, [])
            own = volume == self.volume
            sitting = Sitting(self.house, self.day if own else None, _bound(volume))
            kind = _kind(section, held)
            titles = section.titles
            yield document(
                Unit(
                    headings=titles,
                    title=titles[-1] if titles else "Proceedings",
                    kind=kind,
                    key=self._key(ids[0] if ids else f"{len(self.used)}"),
                    contributions=paired(_acts(held, kind)),
                    columns=tuple(c.column for c in held) if own else (),
                    section=", ".join(titles[:-1]),
                    ids=" to ".join(dict.fromkeys((ids[0], ids[-1]))) if ids else "",
                ),
                sitting,
            )

    def _key(self, wanted: str) -> str:
        key, n = wanted, 2
        while key in self.used:
            key, n = f"{wanted}~{n}", n + 1
        self.used.add(key)
        return key


def _acts(held: list[Contribution], kind: SourceKind) -> list[Contribution]:
    """Who asks and who answers in HELD."""
    printed = [c.act is StatementAct.ASKED for c in held]
    chair = frozenset(c.speaker for c in held if c.speaker and Member(c.speaker, c.role).chair)
    if kind is SourceKind.WRITTEN_ANSWER:
        return [replace(c, act=StatementAct.ANSWERED) if c.lead else c for c in held]
    if kind is SourceKind.ORAL_ANSWER:
        return asked_and_answered(held, printed, answerers(held, printed, chair), chair)
    if kind is SourceKind.ORAL_STATEMENT:
        first = next(n for n, c in enumerate(held) if c.speaker and c.speaker not in chair)
        turned = asked_and_answered(held[first + 1 :], printed[first + 1 :], frozenset({held[first].speaker}), chair)
        return [*held[: first + 1], *turned]
    return held


def _kind(section: _Section, held: list[Contribution]) -> SourceKind:
    spoken = next((c for c in held if c.speaker and not Member(c.speaker, c.role).chair), None)
    opening = str(spoken.blocks[0])[:300] if spoken and spoken.blocks else ""
    stated = section.kind is SourceKind.DEBATE and _STATEMENT.search(opening)
    return SourceKind.ORAL_STATEMENT if stated else section.kind


def _after(element: Element, member: Element) -> Element:
    """What ELEMENT holds after its MEMBER."""
    rest = Element("p")
    rest.text = member.tail
    children = list(element)
    rest.extend(children[children.index(member) + 1 :])
    return rest


def _spaced(note: str) -> str:
    return f" {flat(note)}" if note.strip() else ""


def _of_report(element: Element, opening: str) -> bool:
    """Whether a paragraph is the report's own: in italics, centred, or in square brackets."""
    italic = len(element) > 0 and element[0].tag == "i" and not (element.text or "").strip()
    return italic or element.get("align") == "center" or opening.startswith("[")


def _division(element: Element) -> Iterator[str]:
    found = _DIVISION.search(flat(" ".join(element.itertext())))
    if found is not None:
        yield found.group()


def _day(root: Element, path: Path) -> date | None:
    for told in root.iter("date"):
        try:
            return date.fromisoformat(told.get("format", ""))
        except ValueError:
            continue
    raise IngestRefused(str(path), "the file does not say of which day it is: a date with its format is wanted")


def _volume(words: str) -> str:
    found = _VOLUME.match(words)
    return found.group()[: -len("P0")] if found else ""


def _named(volume: str) -> re.Match[str]:
    found = _VOLUME.match(f"{volume}P0")
    assert found is not None  # it was made by _volume
    return found


def _bound(volume: str) -> str:
    if not volume:
        return ""
    told = _named(volume)
    series = int(told["series"])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(series, "th")
    return f"{series}{ending} series, volume {int(told['number'])}"
