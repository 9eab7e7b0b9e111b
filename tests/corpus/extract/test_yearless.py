"""Days without a year that were promised or put off: the nearer to the day of writing."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.extract.dates import dates

WRITTEN = date(2018, 6, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The vote was put off from May to 9 September.", date(2018, 9, 9)),
        ("The launch was postponed until 20 June.", date(2018, 6, 20)),
        ("She promised to open the pier on 1 July.", date(2018, 7, 1)),
        ("The inquest was adjourned until 17 May and is over.", date(2018, 5, 17)),
        ("The board agreed to meet on 3 June, and did.", date(2018, 6, 3)),
        ("Skippers may claim for lost nets until 31 July.", date(2018, 7, 31)),
        ("Schools have until 9 September to choose a choir.", date(2018, 9, 9)),
        ("Readers can return their books free of charge by 1 August.", date(2018, 8, 1)),
        ("The library lent skis until 9 September.", date(2017, 9, 9)),
        ("The owner may have sold it before 9 September.", date(2017, 9, 9)),
        ("The ferry sank on 9 September.", date(2017, 9, 9)),
    ],
)
def test_what_was_promised_or_put_off_is_on_the_nearer_day(text: str, day: date) -> None:
    found = [d.when.first for d in dates(text, WRITTEN) if d.when is not None and d.when.exact]
    assert found == [day]
