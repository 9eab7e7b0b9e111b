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
        ("The ferry sank on 9 September.", date(2017, 9, 9)),
    ],
)
def test_what_was_promised_or_put_off_is_on_the_nearer_day(text: str, day: date) -> None:
    found = [d.when.first for d in dates(text, WRITTEN) if d.when is not None and d.when.exact]
    assert found == [day]
