"""Numbers that are told beside others: of a part of a place, of the year before, of a cause not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.desk import Desk

# A text of one sentence or a few, a question of it, and the value that answers it ("" for none)
TABLE = """
North Kent Library Service lent 512,000 books, a fall of 12 per cent. South Kent lent 300,000, a fall of 2 per cent.
How many books were lent in Kent? |
How many books did South Kent lend? | 300000
How many books were lent in West Kent? |

There were 40 rescues in South Wales in 2011 and 12 in Mid Wales.
How many rescues were there in Wales in 2011? |
How many rescues were there in South Wales in 2011? | 40

The ferries carried 4,100 lorries to South Uist and 2,050 lorries to North Uist.
How many lorries did the ferries carry to North Uist? | 2050
How many lorries did the ferries carry to Uist? |

There were 2,015 launches at night in 2011-12, 3 per cent fewer than the 2,080 recorded a year earlier.
How many launches at night were there in 2010-11? | 2080

The yards built 45 boats in steel in 2012, compared with 61 in 2011.
How many boats were built in steel in 2011? | 61

I must correct my answer. I said that we had 1,640 wardens. The right figure on 30 September 2011 is 1,614. On 30 \
September 2010 it was 1,702.
How many wardens were there on 30 September 2010? | 1702
By how much did the number of wardens fall between September 2010 and September 2011? | 88

I must correct my answer. I said that the library lent 940 maps in 2010. The correct figure is 870. In 2009 it was 802.
How many maps were lent in 2009? | 802

We reported 52 wrecks in 2011. That was wrong. The true number was 49. A year earlier it was 61.
How many wrecks were there in 2010? | 61

There were 310 readers in branch libraries in May 2012, down from 402.
How many readers were there in branch libraries in May 2012? | 310

A pilot was aboard in 38 per cent of cargo ships in 2010. There were 2,080 cargo ships in 2010.
cargo ships in 2010 | 2080

A guard rode on 61 per cent of night trams in 2010.
What percentage of night trams had a guard in 2010? | 61%

The pass rates were 48.4 per cent in 2010.
pass rates in 2010 | 48.4%
"""


def _asked() -> list[tuple[str, str, str]]:
    blocks = (block.splitlines() for block in TABLE.strip().split("\n\n"))
    return [(text, *map(str.strip, line.split("|"))) for text, *lines in blocks for line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "question", "value"), _asked(), ids=[q for _, q, _ in _asked()])
def test_a_number_answers_for_its_own_place_and_time_alone(
    made: Callable[..., Desk], text: str, question: str, value: str
) -> None:
    answer = made(text).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text


OPEN = [
    (
        "In 3 of the 22 wrecks the surveyor has yet to find the cause of sinking, and it is not known whether ice was "
        "to blame.",
        "Was ice the cause of the sinking in the three wrecks still with the surveyor?",
    ),
    (
        "Four of the 30 trams were late. It is not known whether ice was the cause of the delay.",
        "Was ice the cause of the delay?",
    ),
    (
        "The doctor has yet to establish the cause of death of the 3 divers, and nobody knows whether the cold was to "
        "blame.",
        "Was the cold the cause of death of the three divers?",
    ),
]


@pytest.mark.parametrize(("text", "question"), OPEN, ids=[q for _, q in OPEN])
def test_a_cause_that_nobody_knows_is_neither_so_nor_not(made: Callable[..., Desk], text: str, question: str) -> None:
    assert made(text).ask(question).status.value == "not_known"
