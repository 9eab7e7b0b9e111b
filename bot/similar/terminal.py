"""Earlier questions on a terminal: the same parts as on the page. Documents' text is never markup."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.cite import long_date
from bot.similar.previous import Changed, Earlier, Moved, Previous

__all__ = ["show"]

_ROOM = 1_200
"""So many characters of an answer are shown."""
_INDENT, _DEEPER = (0, 0, 0, 4), (0, 0, 0, 8)


def show(previous: Previous, console: Console | None = None) -> None:
    """Print PREVIOUS for a person to read."""
    out = console or Console(highlight=False)
    for note in previous.notes:
        out.print(Text(f"Note: {note}"))
    if previous.why:
        out.print(Text(previous.why))
        return
    for n, one in enumerate(previous.found, 1):
        if n > 1:
            out.print()
        _one(out, n, one)
    out.print()
    out.print(Text(_searched(previous), style="dim"))


def _one(out: Console, n: int, one: Earlier) -> None:
    named = " \u00b7 ".join(part for part in (one.heading, one.department, f"UIN {one.uin}") if part)
    out.print(Text(f"[{n}] {named}", style="bold"))
    out.print(Padding(Text("; ".join(one.status), style="reverse"), _INDENT))
    out.print(Padding(Text(_told(one), style="dim"), _INDENT))
    out.print(Padding(Text(one.question), _INDENT))
    if one.answer:
        out.print(Padding(Text(_cut(one.answer)), _DEEPER))
    for line in _links(one):
        out.print(Padding(Text(line), _INDENT))
    for changed in one.changes:
        _changed(out, changed)
    if one.url:
        out.print(Text(f"    {one.url}", style="dim"), soft_wrap=True)


def _told(one: Earlier) -> str:
    """Who asked and who answered, and when."""
    asked = f"asked{f' by {one.asker}' if one.asker else ''}, tabled {long_date(one.tabled)}"
    answered = f"answered{f' by {one.minister}' if one.minister else ''} {long_date(one.answered)}"
    return f"{asked} \u00b7 {answered}" if one.answered else asked


def _cut(answer: str) -> str:
    if len(answer) <= _ROOM:
        return answer
    return f"{answer[:_ROOM].rstrip()} \u2026 ({len(answer) - _ROOM:,} more characters; --json gives them all)"


def _links(one: Earlier) -> Iterator[str]:
    if one.twin:
        yield _capital(one.twin.says())
    yield from (_capital(step.says()) for step in one.chain)
    if one.grouped:
        yield f"Answered together with {_many('question', one.grouped)}"


def _changed(out: Console, changed: Changed) -> None:
    told = f"{changed.says()}{':' if changed.moved else ''}"
    out.print(Padding(Text(told, style="bold"), _INDENT))
    for move in changed.moved:
        out.print(Padding(Text(_moved(move, changed)), _DEEPER))


def _moved(move: Moved, changed: Changed) -> str:
    before = _dated(move.value, move.at, long_date(changed.on))
    after = _dated(move.later_value, move.later_at, long_date(changed.later_on))
    how = "" if move.same_time else ", counted again"
    return f"{move.measure}: {before} \u2192 {after}{how}"


def _dated(value: str, time: str, day: str) -> str:
    told = ", ".join(part for part in (time, f"given {day}" if day else "") if part)
    return f"{value} ({told})" if told else value


def _searched(previous: Previous) -> str:
    before = f" tabled before {long_date(previous.before)}" if previous.before else ""
    return f"The most alike of the {previous.searched:,} questions in this record{before and f', of those{before}'}."


def _many(what: str, named: tuple[str, ...]) -> str:
    return f"{what} {named[0]}" if len(named) == 1 else f"{what}s {', '.join(named[:-1])} and {named[-1]}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
