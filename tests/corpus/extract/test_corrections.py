"""What a text corrects in itself: each correction linked to what it corrects, and nothing else paired."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.extract import extract
from corpus.extract.dates import periods
from corpus.records import Figure, LinkKind, Source, SourceKind

SOURCE = Source("s", "T", "", SourceKind.DOCUMENT, date(2014, 7, 10), "", "", "0")


def pairs(text: str) -> list[tuple[str, str]]:
    """(the value that stands, the value that it corrects) of every correction in TEXT."""
    found = extract(text, SOURCE)
    by_id = {f.id: f for f in found.figures}
    links = [k for k in found.links if k.kind is LinkKind.CORRECTS]
    return [(str(by_id[k.from_id].value), str(by_id[k.to_id].value)) for k in links]


def one(text: str, value: str) -> Figure:
    return next(f for f in extract(text, SOURCE).figures if str(f.value) == value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The number of fires in 2019 has been corrected from 88 to 91.", [("91", "88")]),
        (
            "There were 640 thefts between May and July 2013. The figure for May to July 2013 has been revised from "
            "602.",
            [("640", "602")],
        ),
        ("The ministry said that 412 permits had been lost. It now says that should have been 455.", [("455", "412")]),
        (
            "I told the House that 510 claims were made and 204 claims were refused. The correct figures are 533 "
            "claims made and 198 refused.",
            [("198", "204"), ("533", "510")],
        ),
        (
            "The drive held the names of 6,480 patients. In May officials told the regulator that some 5,900 patients "
            "were affected. Members should rely on the higher number.",
            [("6480", "5900")],
        ),
        (
            "At 30 June some 4,250 people were waiting. The answer of 5 May gave 4,170; that figure should be "
            "replaced.",
            [("4250", "4170")],
        ),
        ("The total was given as 96 sheds. That was wrong, the council said, and it has apologised.", []),
        ("There were 88 fires in 2018 and 91 in 2019. The correct procedure was followed on 12 occasions.", []),
        ("The cost should be £4 million. There were 90 complaints and 300 letters.", []),
        ("Ministers said that 40 bridges were shut. The correct figure for repairs is £900.", []),
    ],
)
def test_a_correction_is_linked_to_what_it_corrects(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(pairs(text)) == told


def test_the_figure_that_stands_counts_what_the_corrected_one_counted_over_its_time() -> None:
    text = "In May 2013, 335 repairs were overdue. It now says that should have been 379."
    new, old = one(text, "379"), one(text, "335")
    assert new.period == old.period
    assert "overdue" in new.inherited


def test_nothing_corrects_itself_and_nothing_is_corrected_twice() -> None:
    text = "It said 100 cars. That was wrong: it should have been 110. That was wrong: it should have been 120 cars."
    told = pairs(text)
    assert len({old for _, old in told}) == len(told)
    assert all(new != old for new, old in told)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("between May and July 2013", date(2013, 5, 1), date(2013, 7, 31)),
        ("from March to May 2012", date(2012, 3, 1), date(2012, 5, 31)),
        ("between October and January 2013", date(2012, 10, 1), date(2013, 1, 31)),
        ("between 30 June and 7 July 2011", date(2011, 6, 30), date(2011, 7, 7)),
    ],
)
def test_the_first_date_of_a_stretch_takes_its_year_from_the_last(words: str, start: date, end: date) -> None:
    (mention,) = periods(f"It fell {words}.", date(2014, 7, 10))
    assert (mention.period.start, mention.period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'Ms Alder spoke in the House. "I told the House that 36 lifeboat stations were without a full crew," she '
            'said. "I regret to say that the number is 41."',
            [("41", "36")],
        ),
        (
            "Mr Farrow told the committee that 52 tram drivers had been dismissed. He wrote to the chair the next "
            'day: "I should have said 58."',
            [("58", "52")],
        ),
        (
            '"I said on Tuesday that 29 libraries had closed since 2010. I misspoke: 92 libraries have closed," she '
            "told reporters.",
            [("92", "29")],
        ),
        (
            "The Secretary of State said last month that the ferry subsidy would cost £62m. It is £26m, her "
            "department admitted yesterday.",
            [("26000000", "62000000")],
        ),
        (
            "Engineers looked at 640 bridges. An earlier version of this article said that 18 bridges were unsafe; "
            "it was 81.",
            [("81", "18")],
        ),
        (
            "In our bulletin of 5 January we reported that 23 prisoners had absconded in 2013. That figure has been "
            "withdrawn. The number of prisoners who absconded in 2013 was 32.",
            [("32", "23")],
        ),
        (
            "The Board told the inquiry that 212 moorings were lost. There were 221, not 212.",
            [("221", "212")],
        ),
        ('For "640 sailings were cancelled" read "460 sailings were cancelled".', [("460", "640")]),
        ("He told the inquiry that the tower had 24 lifts. Later he said it was 22.", [("22", "24")]),
        ("The chief said that 70 per cent of calls were answered. The true figure was 57 per cent.", [("57", "70")]),
        ("Ms Pole said 14 piers were unsafe. Asked again, she said she had meant 40.", [("40", "14")]),
        ('"We have lost 30 pilots \u2014 sorry, 13 pilots \u2014 since May," said Captain Rudd.', [("13", "30")]),
    ],
)
def test_a_number_that_is_told_anew_takes_the_first_ones_place(text: str, told: list[tuple[str, str]]) -> None:
    assert pairs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that 360 trams were out of use. It is 40 years since so many trams were lost.",
        "The trust said that 45 ambulances were late on Monday. The number was 52 on Tuesday.",
        "He told the board that 30 drivers were off sick. The number is 12 in Leeds.",
        "The operator reported 480 complaints in 2012. It apologised. It reported 520 complaints in 2013.",
        "The company said that 300 seats were broken. Sorry, 12 drivers were told, there would be no pay rise.",
        "The mayor said that 60 buses would be bought. In fact, 14 drivers had left by then.",
        "The minister said that 62 mines were open. The Opposition said that it was 40.",
        "The union said that 900 cleaners had been sacked; the firm said it was 650.",
        'The minister told the House that 62 mines were open. "The number is 40," said the union.',
    ],
)
def test_a_number_of_another_thing_or_time_takes_no_place(text: str) -> None:
    assert pairs(text) == []
