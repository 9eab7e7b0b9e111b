"""Whatever a record says, the ledger gives back exactly that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.ledger import Entry, Ledger
from corpus.ledger.entry import faults
from corpus.records import (
    Figure,
    Link,
    LinkKind,
    Nature,
    Passage,
    Period,
    Qualifier,
    Source,
    SourceKind,
    Span,
    Standing,
    Statement,
    StatementAct,
    When,
)

words = st.text(max_size=12)
maybe_day = st.none() | st.dates()
numbers = st.decimals(allow_nan=False, allow_infinity=False)
whens = st.lists(st.dates(), min_size=2, max_size=2).map(sorted).map(lambda two: When(*two))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    return Period(draw(st.sampled_from([start, None])), draw(st.sampled_from([end, None])), draw(words))


@st.composite
def spans(draw: st.DrawFn, within: Span) -> Span:
    start = draw(st.integers(within.start, within.end))
    return Span(start, draw(st.integers(start, within.end)))


@st.composite
def figures(draw: st.DrawFn, n: int, whole: Span) -> Figure:
    context, said_on = draw(spans(whole)), draw(maybe_day)
    return Figure(
        f"f{n}",
        "s",
        draw(spans(context)),
        context,
        draw(st.none() | numbers),
        draw(st.sampled_from(Qualifier)),
        draw(words),
        draw(words),
        draw(words),
        population=draw(words),
        part_of=draw(st.none() | words),
        breakdown=tuple(draw(st.lists(st.tuples(words, words), max_size=3))),
        period=draw(st.none() | periods()),
        nature=draw(st.sampled_from(Nature)),
        geography=draw(words),
        as_at=draw(st.none() | whens),
        said_on=said_on,
        said_by=draw(words),
        role=draw(words),
        standing=draw(st.sampled_from(Standing)),
        status=draw(words),
        upper=draw(st.none() | numbers),
        inherited=draw(words),
        also=tuple(draw(st.lists(words, max_size=3))),
        note=draw(words),
        said_in=None if said_on else draw(st.none() | st.builds(When.month, st.integers(1, 9998), st.integers(1, 12))),
    )


@st.composite
def statements(draw: st.DrawFn, n: int, whole: Span) -> Statement:
    return Statement(
        f"t{n}",
        "s",
        draw(spans(whole)),
        draw(words),
        draw(words),
        draw(maybe_day),
        draw(words),
        draw(st.booleans()),
        draw(st.sampled_from(StatementAct)),
        draw(words),
        draw(words),
        draw(st.none() | spans(whole)),
        draw(words),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    text = draw(st.text(max_size=40))
    whole = Span(0, len(text))
    told = [draw(words) for _ in range(7)]
    day = draw(maybe_day)
    source = Source(
        "s", told[0], told[1], draw(st.sampled_from(SourceKind)), day, told[2], told[3], "0" * 64,
        told[4], told[5], told[6], draw(st.booleans()), draw(words),
        None if day else draw(st.none() | st.builds(When.month, st.integers(1, 9998), st.integers(1, 12))),
    )  # fmt: skip
    half = len(text) // 2
    cut = (Span(0, half), Span(half, len(text)))
    return Entry(
        source,
        text,
        tuple(Passage(f"p{n}", "s", span, span.of(text)) for n, span in enumerate(cut)),
        tuple(draw(figures(n, whole)) for n in range(draw(st.integers(0, 3)))),
        tuple(draw(statements(n, whole)) for n in range(draw(st.integers(0, 2)))),
        tuple(draw(st.lists(st.builds(Link, st.sampled_from(LinkKind), words, words, words, words), max_size=3))),
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("record"), create=True) as made:
        yield made


@given(entries())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_put_in_comes_out_exactly(ledger: Ledger, entry: Entry) -> None:
    assert list(faults(entry)) == []
    ledger.put_all([entry])
    assert ledger.source("s") == entry.source
    assert ledger.text("s") == entry.text
    assert ledger.passages(["p0", "p1"]) == entry.passages
    assert [repr(f) for f in ledger.figures(f.id for f in entry.figures)] == [repr(f) for f in entry.figures]
    assert ledger.statements(s.id for s in entry.statements) == entry.statements
    assert set(ledger.links(li.from_id for li in entry.links)) == set(entry.links)
    assert ledger.holds(entry)
    assert ledger.check() == ()
    for figure in entry.figures:
        assert ledger.quote("s", figure.span) == figure.span.of(entry.text)


@given(entries(), entries())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_the_fingerprint_tells_two_contents_apart(ledger: Ledger, one: Entry, other: Entry) -> None:
    ledger.put_all([one])
    first = ledger.fingerprint()
    ledger.put_all([other])
    assert (ledger.fingerprint() == first) == (repr(one) == repr(other))
    ledger.remove("s")
    assert ledger.fingerprint() == "0" * 64


@given(st.dates(), st.dates())
def test_a_span_and_a_date_run_forward(first: date, last: date) -> None:
    if last < first:
        with pytest.raises(ValueError, match="before it begins"):
            When(first, last)
    else:
        assert When(first, last).exact == (first == last)
