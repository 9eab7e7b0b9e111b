"""ParlParse XML: a day of debates, written answers or written statements, as TheyWorkForYou publishes them.

Under ``publicwhip`` headings and contributions follow each other. What a citation names is the nearest heading: a
question with its answers, a debate, a statement. A day comes in versions (``debates2020-12-14b.xml``, and the same
letter in the ids within): they have one identity, and the letter is the edition. A version that itself says that it
is no longer the latest holds redirects and scraps, and is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.hansard.acts import answerers, asked_and_answered, paired
from corpus.formats.hansard.layout import Contribution, Sitting, Unit, document
from corpus.formats.hansard.words import blocks, flat, heading_words
from corpus.patterns import regex
from corpus.records import SourceKind, StatementAct

__all__ = ["read_parlparse"]

_ID = regex(
    r"uk\.org\.publicwhip/(?P<type>[a-z]+(?:/[a-z]+)*)/(?P<day>\d{4}-\d\d-\d\d)(?P<letters>[a-z]*)\.(?P<place>.+)"
)
_NAMED = regex(r"(?P<day>\d{4}-\d\d-\d\d)(?P<letters>[a-z]{0,3})\b")
_HOUSES = (
    ("westminhall", "Westminster Hall"),
    ("lords", "House of Lords"),
    ("ni", "Northern Ireland Assembly"),
    ("sp", "Scottish Parliament"),
    ("standing", "Public Bill Committee"),
)
_HEADINGS = ("oral-heading", "major-heading", "minor-heading")
_WERE_ASKED = regex(r"\b(?:was|were) asked\s*[\u2014\u2013-]")
_URGENT = regex(r"^\(?Urgent Question\)?:?|^\(Urgent Question\)", re.IGNORECASE)
_STATEMENT = regex(
    r"\bwith (?:your )?permission\b.{0,80}\bstatement\b"
    r"|\bI (?:will|shall|would like to|wish to) make a statement\b",
    re.IGNORECASE,
)
_POINT = regex(r"Points? of Order", re.IGNORECASE)
_ADJOURN = regex(r"That this House do now adjourn")
_ORDER = regex(r"^Order[.,!]")
_ACTS = {
    "Question": StatementAct.ASKED,
    "SupplementaryQuestion": StatementAct.ASKED,
    "Answer": StatementAct.ANSWERED,
}


@dataclass
class _Part:
    """What stands under one heading, while it is gathered."""

    major: str
    minor: str
    oral: bool
    heading: Element | None
    elements: list[Element] = field(default_factory=list)
    preamble: list[Element] = field(default_factory=list)
    """What stood under the major heading alone, before its first minor one: "The Secretary of State was asked"."""


def read_parlparse(root: Element, path: Path) -> list[Document]:
    """The units of a day in order. Raises IngestRefused where the file holds none, or is no longer the latest."""
    _refuse_redirects(root, path)
    ids = [found for e in root.iter() if (found := _ID.fullmatch(e.get("id", ""))) is not None]
    if not ids:
        raise IngestRefused(str(path), "the file holds no headings or speeches that bear an id of ParlParse")
    kind = Counter(i["type"] for i in ids).most_common(1)[0][0]
    day = _day(ids, path)
    house = next((name for mark, name in _HOUSES if kind.split("/")[-1].startswith(mark)), "House of Commons")
    chair = _chair(root)
    identity, edition = f"uk.org.publicwhip/{kind}/{day.isoformat()}", _edition(root, ids, path)
    used: Counter[str] = Counter()
    made = []
    for part in _parts(root):
        unit = _unit(part, kind, chair, used)
        if unit is not None:
            made.append(document(unit, Sitting(house, day), identity, edition))
    if not made:
        raise IngestRefused(str(path), "the file holds headings, but nothing that was said")
    return made


def _refuse_redirects(root: Element, path: Path) -> None:
    redirects = [e for e in root if e.tag == "gidredirect"]
    to = next((m for e in reversed(redirects) if (m := _ID.fullmatch(e.get("newgid", ""))) is not None), None)
    newer = f": read the version {to['letters']} of {to['day']}" if to and to["letters"] else ""
    if root.get("latest") == "no":
        raise IngestRefused(str(path), f"the file says itself that it is not the latest version of its day{newer}")
    if redirects and len(redirects) == len(root):
        raise IngestRefused(str(path), f"the file holds nothing but redirects to another version of its day{newer}")
    if not len(root):
        raise IngestRefused(str(path), "the file holds no headings and nothing that was said")


def _day(ids: Sequence[re.Match[str]], path: Path) -> date:
    """The day of sitting: that of the ids, or of the file's name where the ids are of several days."""
    days = Counter(i["day"] for i in ids)
    named = _NAMED.search(path.name)
    said = named["day"] if named and len(days) > 1 else days.most_common(1)[0][0]
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise IngestRefused(str(path), f"the day {said} that the file names is no date") from error


def _edition(root: Element, ids: Sequence[re.Match[str]], path: Path) -> str:
    """The version's letter, as text that sorts as the letters do: a before b, z before aa."""
    named = _NAMED.search(path.name)
    letters = Counter(i["letters"] for i in ids).most_common(1)[0][0]
    letters = letters or (named["letters"] if named else "") or root.get("scraperversion", "")[:3]
    return f"{len(letters)}{letters}"


def _chair(root: Element) -> frozenset[str]:
    """Who calls the House to order."""
    return frozenset(
        s.get("speakername", "") for s in root.iter("speech") for p in s[:1] if _ORDER.match((p.text or "").strip())
    )


def _parts(root: Element) -> Iterator[_Part]:
    oral, major, part = False, "", _Part("", "", False, None)
    for element in root:
        if element.tag not in _HEADINGS:
            if element.tag != "gidredirect":
                part.elements.append(element)
            continue
        waiting = part.elements if element.tag == "minor-heading" and _preamble(part) else []
        if part.elements and not waiting:
            yield part
        if element.tag == "oral-heading":
            oral, major = True, ""
        elif element.tag == "major-heading":
            oral, major = oral and _asked_under(root, element), heading_words(element)
        minor = heading_words(element) if element.tag == "minor-heading" else ""
        part = _Part(major, minor, oral, element, preamble=waiting)
    if part.elements:
        yield part


def _preamble(part: _Part) -> bool:
    return not part.minor and bool(part.major) and all(e.get("nospeaker") == "true" for e in part.elements)


def _asked_under(root: Element, major: Element) -> bool:
    """Whether questions were asked under MAJOR: it says that a Minister was asked, or a question has its number."""
    after = list(root)[list(root).index(major) + 1 :]
    for element in after:
        if element.tag == "major-heading":
            return False
        if any(p.get("qnum") for p in element) or _WERE_ASKED.search("".join(element.itertext())[:200]):
            return True
    return False


def _unit(part: _Part, kind: str, chair: frozenset[str], used: Counter[str]) -> Unit | None:
    elements = [*part.preamble, *part.elements]
    contributions = [_contribution(e) for e in elements]
    printed = [_printed(e) for e in elements]
    sort = _kind(part, kind, contributions)
    if not any(e.get("type") for e in elements):
        contributions = _turns(contributions, printed, sort, chair)
    kept = paired(contributions)
    if not any(one.blocks for one in kept):
        return None
    first = _ID.fullmatch((part.heading if part.heading is not None else elements[0]).get("id", ""))
    last = _ID.fullmatch(elements[-1].get("id", ""))
    key = first["place"] if first else str(len(used))
    used[key] += 1
    major = "" if _apart(part) else part.major
    minor = part.minor or major
    titled = part.minor if sort not in (SourceKind.DEBATE, SourceKind.WRITTEN_STATEMENT) else ""
    joined = f"{major}: {part.minor}" if major and part.minor else minor
    return Unit(
        headings=tuple(dict.fromkeys(h for h in (major, part.minor) if h)),
        title=titled or joined or "Proceedings",
        kind=sort,
        key=key if used[key] == 1 else f"{key}~{used[key]}",
        contributions=kept,
        columns=tuple(e.get("colnum", "") for e in elements),
        section=major if part.minor and titled else "",
        ids=" to ".join(dict.fromkeys(i[0].removeprefix("uk.org.publicwhip/") for i in (first, last) if i)),
        url=_url(part.heading, elements),
    )


def _apart(part: _Part) -> bool:
    """Whether PART has nothing to do with the major heading before it: points of order, and the day's last debate."""
    opening = "".join(part.elements[0].itertext())[:200] if part.elements else ""
    return bool(part.minor) and bool(_POINT.fullmatch(part.minor) or _ADJOURN.search(opening))


def _url(heading: Element | None, elements: Sequence[Element]) -> str:
    told = ((heading.get("url", "") if heading is not None else ""), *(e.get("url", "") for e in elements))
    return next((u for u in told if u.startswith(("http://", "https://"))), "")


def _kind(part: _Part, kind: str, contributions: Sequence[Contribution]) -> SourceKind:
    if kind.endswith("wrans"):
        return SourceKind.WRITTEN_ANSWER
    if kind.endswith("wms"):
        return SourceKind.WRITTEN_STATEMENT
    if part.oral:
        return SourceKind.ORAL_ANSWER
    first = next((c for c in contributions if c.speaker), None)
    opening = str(first.blocks[0]) if first and first.blocks else ""
    if _URGENT.match(opening):
        return SourceKind.ORAL_ANSWER
    told = any(e.get("type") == "Start Statement" for e in part.elements) or _STATEMENT.search(opening[:300])
    return SourceKind.ORAL_STATEMENT if told else SourceKind.DEBATE


def _printed(element: Element) -> bool:
    """Whether ELEMENT is a question as it was put down, and not one that follows it up."""
    numbered = element.get("oral-qnum") or any(p.get("qnum") for p in element)
    first = (element[0].text or "").strip() if len(element) else ""
    return element.tag == "ques" or bool(numbered) or bool(_URGENT.match(first))


def _turns(
    contributions: Sequence[Contribution], printed: Sequence[bool], sort: SourceKind, chair: frozenset[str]
) -> list[Contribution]:
    """Who asks and who answers, in older files, which do not say."""
    if sort is SourceKind.ORAL_STATEMENT:
        maker = next((c.speaker for c in contributions if c.speaker and c.speaker not in chair), "")
        turned = asked_and_answered(contributions, printed, frozenset({maker}), chair)
        first = next((n for n, c in enumerate(contributions) if c.speaker == maker), 0)
        return [old if n <= first else new for n, (old, new) in enumerate(zip(contributions, turned, strict=True))]
    if sort is SourceKind.ORAL_ANSWER:
        return asked_and_answered(contributions, printed, answerers(contributions, printed, chair), chair)
    return list(contributions)


def _contribution(element: Element) -> Contribution:
    if element.tag == "division":
        return Contribution((_division(element),), column=element.get("colnum", ""))
    name, office = flat(element.get("speakername", "")), flat(element.get("speakeroffice", ""))
    said = element.get("type", "").split()
    act = _ACTS.get(said[-1], StatementAct.SAID) if said else StatementAct.SAID
    if element.tag in ("ques", "reply"):
        act = StatementAct.ASKED if element.tag == "ques" else StatementAct.ANSWERED
    found = tuple(blocks(element))
    silent = len(found) == 1 and re.fullmatch(r"rose\s*[\u2014\u2013-]*", str(found[0])) is not None
    return Contribution(
        (f"{name} {found[0]}",) if silent and name else found,
        speaker="" if silent else name,
        role="" if silent else office,
        lead="" if silent or not name else f"{name} ({office})" if office else name,
        column=element.get("colnum", ""),
        time=element.get("time", "")[:5],
        act=act,
    )


def _division(element: Element) -> str:
    """The counts of a division, and nobody's name."""
    count = element.find("divisioncount")
    told = count.items() if count is not None else ()
    sides = [f"{flat(side).capitalize()} {flat(value)}" for side, value in told if value.strip().isdigit()]
    number = flat(element.get("divnumber", ""))
    return f"Division No. {number}: {', '.join(sides)}." if sides else f"Division No. {number}."
