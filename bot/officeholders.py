"""Who held an office at a time, told from who is said to have held it on the days around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.forms import Ask
from bot.heard import Heard, Line, akin, ids_of, said_date
from bot.question import Query
from corpus.extract.names import names, surname
from corpus.extract.offices import head, same_office
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["giver_in_office", "holder_asked", "holders_counted"]

_WHO_HELD = regex(
    r"^(?:and |so )?who (?:was|is|were) (?:the |then |our )*(?P<office>[\w' -]+?)"
    r"(?= (?:in|on|at|during|as of|as at|when|while|by)\b|\W*$)",
    re.IGNORECASE,
)
_WHO_NEXT = regex(
    r"^(?:and |so )?who (?:replaced|succeeded|followed|took over from|came after) (?P<before>[\w.' -]+?)"
    r"(?: as (?:the )?(?P<office>[\w' -]+?))?\W*$",
    re.IGNORECASE,
)


_WHO_BESIDE = regex(
    r"^(?:[Aa]nd |[Ss]o )?[Ww]ho (?:was|were|had been|held the office of) (?:the |our )*(?P<office>[\w' -]+?) "
    r"(?:just |right |immediately )?(?:before|after) (?P<name>(?:(?:Mr|Mrs|Ms|Sir|Lord|Lady) )?[A-Z][\w'\u2019-]+"
    r"(?: [A-Z][\w'\u2019-]+)?)\W*$"
)


def _lists(line: Line, office: str, name: str) -> bool:
    """Whether LINE names several holders of an OFFICE, and NAME among them: who came before is read off it."""
    told = [n for n in names(line.text) if " " in n.words or surname(n.words) == surname(name)]
    held = {surname(n.words) for n in told}
    return len(held) > 1 and surname(name) in held and lexicon().ids(office) <= lexicon().ids(line.text)


def _others(line: Line, name: str) -> str:
    """The others that LINE names, in its order."""
    return ", ".join(n.words for n in names(line.text) if " " in n.words and surname(n.words) != surname(name))


@dataclass(frozen=True, slots=True)
class _Held:
    """That somebody spoke on a day as the holder of an office."""

    day: date
    name: str
    role: str
    line: Line


def holder_asked(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """Who held the office that QUERY asks about, then or next; None where it asks about no office."""
    text = (query.resolved or query.text).strip()
    if query.ask in (Ask.WHO, Ask.WHAT) and (earlier := _predecessors(query, text, lines)) is not None:
        return earlier
    if query.ask in (Ask.WHO, Ask.WHAT) and (in_it := _which_of_them(query, text, lines)) is not None:
        return in_it
    if query.ask is not Ask.WHO:
        return None
    after = _WHO_NEXT.match(text)
    if after is not None:
        return _next(after["before"], after["office"] or "", _holders(lines, after["office"] or ""))
    beside = _WHO_BESIDE.match(text)
    if beside is not None and head(beside["office"]) == "person":
        told = [x for x in lines if _lists(x, beside["office"], beside["name"])]
        return [Heard(x, 1.0, (), _others(x, beside["name"])) for x in told[:1]]
    if (several := _several(query, text, lines)) is not None:
        return several
    asked = _WHO_HELD.match(text)
    if asked is None or head(asked["office"]) != "person" or not query.wanted.times:
        return None
    when = query.wanted.times[0].when
    held = _holders(lines, asked["office"])
    if when is None or not held:
        return None
    then = [h for h in held if when.first <= h.day <= when.last]
    before = [h for h in held if h.day < when.first][-1:]
    later = [h for h in held if h.day > when.last][:1]
    around = [*before, *later] if before and later and before[0].name == later[0].name else []
    return _told(then or around)


_WHO_ALL = regex(
    r"^(?:and |so )?who (?:all )?(?:was|were|is|had been|has been|have been) (?:the |then |our )*(?P<office>[\w' -]+?)"
    r"(?= (?:in|on|by|when|while|whilst|during|at|then|over|throughout|as)\b|\W*$)",
    re.IGNORECASE,
)
_IN_TURN = regex(
    r"\b(?:in turn|successive(?:ly)?|one after (?:the other|another)|(?:in|of) th(?:e|ose) (?:years|time|period))\b",
    re.IGNORECASE,
)
_HELD_IT = regex(
    r"\s*,?\s*(?:have|has|had|were|was)?\s*(?:all |each |both )?(?:been|were|was|served as|held)\s+(?:the\s+)?"
)


_HOW_MANY = (
    regex(
        r"^(?:and |so )?how many (?:different )?(?P<office>[\w' -]+?) (?:does|did|do|has|have|had)"
        r" (?:this|it|that|the (?:affair|period|time|story|episode|row|scandal)) (?:all )?(?:cover|span|take in|involve"
        r"|run over|outlast|get through|covered|spanned|taken in|involved|outlasted|got through|gone through)\W*$",
        re.IGNORECASE,
    ),
    regex(
        r"^(?:and |so )?how many (?:different )?(?P<office>[\w' -]+?) (?:were there"
        r"|were in (?:office|post|the job|charge)|held (?:the )?(?:office|post|job)|served|have there been)"
        r"(?P<then> (?:in|during|over|throughout|while|when) .+?)\W*$",
        re.IGNORECASE,
    ),
)
_THAT_TIME = regex(
    r" (?:in|during|over|throughout|while|whilst|when)"
    r" (?:(?:this|that|the)(?: (?:time|period))?|it|all (?:this|that))"
    r"(?: (?:happened|went on|was (?:going on|happening)|took place|occurred))?$",
    re.IGNORECASE,
)


def holders_counted(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """Those whom one line lists as having held the office of which QUERY asks how many did; none where no line does."""
    text = (query.resolved or query.text).strip()
    asked = next((m for form in _HOW_MANY if (m := form.match(text)) is not None), None)
    if asked is None or query.ask is not Ask.FIGURE:
        return []
    then = asked.groupdict().get("then") or ""
    then = "" if _THAT_TIME.fullmatch(then) else then
    about = replace(query, ask=Ask.WHO, wanted=replace(query.wanted, focus=(), rest=tuple(senses(then))))
    return _several(about, f"who were the {asked['office']}{then}", lines) or []


_WHICH = regex(
    r"^(?:and |so )?(?:which|what) (?:of the )?(?:different )?(?P<office>[\w' -]+?)"
    r" (?:(?:was|were|had been|have been|has been) (?:in (?:office|post|power|charge|the (?:job|post|role))"
    r"|serving|around|at the helm|responsible)"
    r"|served|held (?:the )?(?:office|post|job)|presided)(?P<then>(?: over it| over this)?"
    r"(?: (?:in|during|over|throughout|while|whilst|when|as|at) .+?)?)\W*$",
    re.IGNORECASE,
)


def _which_of_them(query: Query, text: str, lines: Sequence[Line]) -> list[Heard] | None:
    """Those whom one line lists as having held the office of which QUERY asks which of its holders were in it then.

    None where no line does, or where that is not asked.
    """
    asked = _WHICH.match(text)
    if asked is None or head(asked["office"]) != "person":
        return None
    then = "" if _THAT_TIME.fullmatch(asked["then"]) else asked["then"]
    about = replace(query, ask=Ask.WHO, wanted=replace(query.wanted, focus=(), rest=tuple(senses(then))))
    return _several(about, f"who were the {asked['office']}{then}", lines)


def _several(query: Query, text: str, lines: Sequence[Line]) -> list[Heard] | None:
    """All of several who held the office asked about, where one line lists them: "in which A, B and C have been …".

    None where no line does, or where it does not bear out what else is asked.
    """
    asked = _WHO_ALL.match(text)
    if asked is None or query.wanted.times or head(asked["office"]) != "person":
        return None
    office = lexicon().ids(asked["office"])
    others = [s for s in query.wanted.telling if s.id not in office]
    for line in lines:
        row = _in_a_row(line.text, office)
        listed = row or (_in_turn(line.text, office) if others else [])
        here = ids_of(f"{line.text} {line.before} {'' if row else line.setting}")
        if len(listed) > 1 and all(akin(s, here) for s in others):
            return [Heard(line, 1.0, (), f"{', '.join(listed[:-1])} and {listed[-1]}")]
    return None


_BEFORE = regex(
    r"^(?:and |so )?(?:which|who|name)(?: of| were| was| are| is| all)*(?: the)? (?P<name>[\w.' \u2019-]+?)['\u2019]s?"
    r" (?:immediate |recent )?predecessors\b",
    re.IGNORECASE,
)


def _predecessors(query: Query, text: str, lines: Sequence[Line]) -> list[Heard] | None:
    """Those whom one line lists with somebody as having held an office, where QUERY asks after that one's predecessors.

    None where no line does, or where it does not bear out what else is asked.
    """
    asked = _BEFORE.match(text)
    if asked is None or query.wanted.times:
        return None
    lex = lexicon()
    known = lex.ids(f"{asked['name']} predecessor. in office. in post. in the job. held the office")
    others = [s for s in query.wanted.telling if s.id not in known and surname(s.words) != surname(asked["name"])]
    for line in lines:
        listed = _in_a_row(line.text, None)
        own = [surname(name) for name in listed]
        rest = listed[: own.index(surname(asked["name"]))] if surname(asked["name"]) in own else []
        if listed and not rest and surname(asked["name"]) in own:
            return []  # nobody is told of before the first
        here = ids_of(f"{line.text} {line.before}")
        if rest and len(rest) < len(listed) and all(akin(s, here) for s in others):
            return [Heard(line, 1.0, (), f"{', '.join(rest[:-1])} and {rest[-1]}" if len(rest) > 1 else rest[0])]
    return None


def _in_turn(text: str, office: frozenset[str]) -> list[str]:
    """The names of TEXT, where it tells that they held OFFICE one after another."""
    if not office <= ids_of(text) or _IN_TURN.search(text) is None:
        return []
    return list(dict.fromkeys(n.words for n in names(text) if " " in n.words and not ids_of(n.words) & office))


def _in_a_row(text: str, office: frozenset[str] | None) -> list[str]:
    """The names that TEXT lists one after another as having held OFFICE; any office where that is None."""
    found: list[str] = []
    end = -1
    for name in names(text):
        joined = end >= 0 and re.fullmatch(r",? (?:and )?", text[end : name.span.start]) is not None
        found, end = [*found, name.words] if joined else [name.words], name.span.end
        held = _HELD_IT.match(text, end)
        if held is None or len(found) == 1:
            continue
        after = text[held.end() :][:60]
        if office <= lexicon().ids(after) if office else office is None and _office_in(after):
            return found
    return []


def _office_in(after: str) -> bool:
    """Whether the words AFTER "have been" open with an office, and with no thing that was done to somebody."""
    said = re.split(r"[,;.:]", after)[0].split()
    return any(head(" ".join(said[:n])) == "person" for n in range(1, min(5, len(said)) + 1))


def giver_in_office(query: Query, figures: Iterable[Figure]) -> Figure | None:
    """A figure that the holder of the office that QUERY asks about gave in that office, at the time asked about.

    None where nobody gave one then, or more than one person did.
    """
    asked = _WHO_HELD.match((query.resolved or query.text).strip())
    when = query.wanted.times[0].when if query.wanted.times else None
    if query.ask is not Ask.WHO or asked is None or when is None or head(asked["office"]) != "person":
        return None
    given = [f for f in figures if f.said_on is not None and when.first <= f.said_on <= when.last and ";" not in f.role]
    given = [f for f in given if f.said_by and f.role and same_office(asked["office"], f.role)]
    return min(given, key=lambda f: f.id) if len({surname(f.said_by) for f in given}) == 1 else None


def _holders(lines: Sequence[Line], office: str) -> list[_Held]:
    """Who spoke as the holder of OFFICE, or of any where it is not named, in the order of the days."""
    found = [
        _Held(day, said.speaker, said.role, line)
        for line in lines
        if (said := line.statement) and said.speaker and said.role and (day := said_date(line)) is not None
        if not office or same_office(office, said.role)
    ]
    return sorted(found, key=lambda h: (h.day, h.line.source.kind.rank, h.line.span.start))


def _next(before: str, office: str, held: Sequence[_Held]) -> list[Heard]:
    """The first other holder of the same office after the last day on which the one named held it."""
    mine = [h for h in held if surname(h.name) == surname(before)]
    if not mine:
        return []
    last = mine[-1]
    return _told([h for h in held if h.day > last.day and h.name != last.name and same_office(h.role, last.role)][:1])


def _told(held: Sequence[_Held]) -> list[Heard]:
    """One line for each holder, named with the office."""
    first = {h.name: h for h in reversed(held)}
    return [Heard(h.line, 1.0, (), f"{h.name}, {h.role}") for h in reversed(first.values())]
