"""Who speaks in the historic volumes, by how a name is printed: with an office, with a seat, or short after that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.patterns import regex

__all__ = ["CHAIR", "Member", "Members", "member_of"]

CHAIR = regex(r"\b(?:Speaker|Chairman|Chairwoman|Chairperson)$", re.IGNORECASE)
_TITLE = regex(
    r"(?:(?:The )?(?:Right|Rt\.?)? ?Hon\.? )?(?P<title>Mr|Mrs|Ms|Miss|Sir|Dr|Dame|Lady|Lord|Baroness|Viscount|Earl"
    r"|Captain|Capt|Colonel|Col|Major|Commander|Admiral|General|Brigadier|Rev|Prof|Professor|Alderman)\b\.? ",
    re.IGNORECASE,
)
_OFFICE = regex(r"(?P<office>[^()]{3,200}?)\s*\((?P<name>[^()]{3,80})\)")


@dataclass(frozen=True, slots=True)
class Member:
    """A speaker: the name as printed, less what stands beside it, and the office or seat that day."""

    name: str
    role: str = ""

    @property
    def chair(self) -> bool:
        """Whether it is the Speaker, or who sits in the Speaker's place."""
        return any(CHAIR.search(words) is not None for words in (self.name, self.role))


def member_of(printed: str, seat: str = "") -> Member:
    """The speaker PRINTED before a contribution, whose SEAT the report marks, or "".

    "The Minister for Lamps (Mr. John Dray)" is Mr. John Dray, who holds that office.
    """
    words = printed.replace(seat, " ") if seat else printed
    words = " ".join(words.split()).strip(" :")
    told = _OFFICE.fullmatch(words)
    if told is not None and (_TITLE.match(told["name"]) or told["office"].startswith("The ")):
        return Member(told["name"].strip(), told["office"])
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    return Member(words, f"Member for {seat.strip(' ()')}" if seat.strip(" ()") else "")


@dataclass
class Members:
    """Those who were printed in full under one main heading; later they are printed short ("Mr. Dray")."""

    known: list[Member] = field(default_factory=list)

    def full(self, member: Member) -> Member:
        """MEMBER as last printed in full, where the short form can only be theirs; and remembers full ones."""
        if member.role:
            self.known.append(member)
            return member
        title, bare = _parted(member.name)
        for one in reversed(self.known):
            its_title, its_bare = _parted(one.name)
            if title == its_title and (its_bare == bare or its_bare.endswith(f" {bare}")):
                return one
        return member


def _parted(name: str) -> tuple[str, str]:
    found = _TITLE.match(name)
    if found is None:
        return "", name.casefold()
    return found["title"].casefold(), name[found.end() :].casefold()
