"""What other sources give for the same thing, told after an answer: where they agree, and where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answer import Answer, Conflict, Derivation, Status, Superseded, Tabled
from bot.cite import long_date
from bot.tables.agreement import Beside, outdates
from bot.tables.said import label_of, marks, shown_value
from bot.tables.take import Taken
from bot.tables.tell import Teller
from corpus.records import Source

__all__ = ["beside"]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A value of the answer and that of another source for it, with the footnotes of each."""

    mine: Taken
    theirs: Taken
    mine_at: tuple[int, ...]
    theirs_at: tuple[int, ...]

    @property
    def same(self) -> bool:
        return (self.mine.value, self.mine.qualifier) == (self.theirs.value, self.theirs.qualifier)


def beside(teller: Teller, answer: Answer, others: Sequence[Beside]) -> Answer:
    """ANSWER, which TELLER made, with what the OTHERS give. It conflicts where one that is not outdated differs."""
    for other in others:
        pairs = [_Pair(a, b, teller.cite(a), teller.cite(b)) for a, b in other.pairs]
        answer = _with(teller, answer, other.source, pairs)
    return answer


def _with(teller: Teller, answer: Answer, source: Source, pairs: Sequence[_Pair]) -> Answer:
    mine = pairs[0].mine.slice.listed.source
    differing = [p for p in pairs if not p.same]
    outdated = outdates(mine, source)
    told = _told(source, pairs, outdated)
    answer = replace(
        answer,
        text=f"{answer.text} {told}",
        citations=tuple(teller.notes.made),
        derivation=_derivation(teller, answer, pairs),
        table=_widened(answer.table, source, pairs) if answer.table is not None else None,
    )
    if not differing:
        return answer
    if outdated:
        steps = tuple(s for p in differing for s in _steps(p, source, mine))
        return replace(answer, supersedes=(*answer.supersedes, *steps))
    sides = tuple(s for p in differing for s in (_side(p.mine, p.mine_at), _side(p.theirs, p.theirs_at)))
    figures = answer.figures
    if len(pairs) == 1:
        figures = (*figures, *(teller.said(p.theirs, p.theirs_at) for p in differing))
    return replace(
        answer,
        status=Status.CONFLICTING,
        conflicts=tuple(dict.fromkeys((*answer.conflicts, *sides))),
        figures=figures,
    )


def _derivation(teller: Teller, answer: Answer, pairs: Sequence[_Pair]) -> Derivation | None:
    """The answer's, with the operands of another source's sum among its own; the formula stays the answer's."""
    if not any(p.theirs.added for p in pairs):
        return answer.derivation
    every = teller.listing(teller.taken)
    if answer.derivation is None or answer.derivation.operation != "sum":
        return every
    return replace(answer.derivation, operands=every.operands, parts=every.parts)


def _widened(table: Tabled, source: Source, pairs: Sequence[_Pair]) -> Tabled:
    """TABLE with a column more, of what the other source gives for each row that it has."""
    given = {p.mine.words[0]: shown_value(p.theirs) for p in pairs}
    heading = ", ".join(p for p in (source.title, long_date(source.published)) if p)
    rows = tuple((*row, given.get(row[0], "")) for row in table.rows)
    return replace(table, columns=(*table.columns, heading), rows=rows)


def _told(source: Source, pairs: Sequence[_Pair], outdated: bool) -> str:
    who = _called(source)
    if len(pairs) == 1:
        (one,) = pairs
        revised = _revised(one)
        if one.same:
            return f"The same is given by {who} {marks(one.theirs_at)}."
        verb = "gave" if outdated else "gives"
        lead = "" if outdated else "The record disagrees: "
        return f"{lead}{who} {verb} {shown_value(one.theirs)} {marks(one.theirs_at)}{revised}."
    parts = []
    agreeing = [p for p in pairs if p.same]
    if agreeing:
        noted = marks(tuple(dict.fromkeys(n for p in agreeing for n in p.theirs_at)))
        parts.append(f"{_run(agreeing, pairs)} agree {noted}")
    parts += [
        f"{p.mine.words[0]}: {shown_value(p.mine)} {marks(p.mine_at)} against {shown_value(p.theirs)}"
        f" {marks(p.theirs_at)}{_revised(p)}"
        for p in pairs
        if not p.same
    ]
    return f"Set against {who}: {'; '.join(parts)}."


def _run(agreeing: Sequence[_Pair], pairs: Sequence[_Pair]) -> str:
    """The rows that agree by name, those that follow on one another as a stretch ("2014 to 2021")."""
    runs: list[list[str]] = []
    last = -2
    for n, pair in enumerate(pairs):
        if pair not in agreeing:
            continue
        if n == last + 1:
            runs[-1].append(pair.mine.words[0])
        else:
            runs.append([pair.mine.words[0]])
        last = n
    named = [f"{r[0]} to {r[-1]}" if len(r) > 2 else " and ".join(r) for r in runs]
    return ", ".join(named)


def _revised(pair: _Pair) -> str:
    marked = {o.status for t in (pair.mine, pair.theirs) for o in t.seen}
    return ", marked as revised" if "revised" in marked else ""


def _called(source: Source) -> str:
    told = ", ".join(p for p in (str(source.kind), source.publisher, long_date(source.published)) if p)
    return f"{source.title.rstrip('.')} ({told})"


def _steps(pair: _Pair, source: Source, mine: Source) -> Iterable[Superseded]:
    label = label_of(pair.mine)
    yield Superseded(shown_value(pair.theirs), source.published, pair.theirs_at[0], label=label)
    yield Superseded(shown_value(pair.mine), mine.published, pair.mine_at[0], current=True, label=label)


def _side(taken: Taken, cited: tuple[int, ...]) -> Conflict:
    source = taken.slice.listed.source
    who = f"{source.title} ({source.kind})"
    return Conflict(who, source.published, shown_value(taken), label_of(taken), cited[0])
