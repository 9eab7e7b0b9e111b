"""Numbers and days that are told as planned, promised, asked for or denied answer only what is asked so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

COUNTS = [
    ("The council promised to license 9,000 taxis.",
     [("How many taxis were licensed?", ""), ("How many taxis did the council promise to license?", "9000")]),
    ("The water company offered to repair 450 pipes.",
     [("How many pipes were repaired?", ""), ("How many pipes did the company offer to repair?", "450")]),
    ("Unions asked 70 farms to send samples. 44 farms sent them.",
     [("How many farms sent samples?", "44"), ("How many farms were asked to send samples?", "70")]),
    ("The health board ordered 5 million masks; 1.2 million arrived.",
     [("How many masks arrived?", "1200000"), ("How many masks were ordered?", "5000000")]),
    ("The firm threatened to sack 60 drivers and sacked 12.",
     [("How many drivers were sacked?", "12"), ("How many drivers did the firm threaten to sack?", "60")]),
    ("The skipper was asked to pay £40 and paid it.",
     [("How much did the skipper pay?", "40"), ("How much was the skipper asked to pay?", "40")]),
    ("The court told the company to rehire 45 cooks, which it did.", [("How many cooks were rehired?", "45")]),
    ("The council plans to rebuild the 340 homes that burned down in 2012.",
     [("How many homes burned down?", "340"), ("How many homes were rebuilt?", "")]),
    ("The museum will close on 3 August 2014 after 30 visitors fell ill.", [("How many visitors fell ill?", "30")]),
    ("The council plans to buy 12 buses.",
     [("How many buses does the council have?", ""), ("How many buses does the council plan to buy?", "12")]),
    ("The trust wants 90 nurses. It has 61.",
     [("How many nurses does the trust have?", "61"), ("How many nurses does the trust want?", "90")]),
    ("The fund was set up to help 500 families. It has helped 70.", [("How many families were helped?", "70")]),
    ("We do not accept that 2,000 jobs are at risk, the minister said.", [("How many jobs are at risk?", "")]),
    ("The report that 18 branches had been closed is false, the bank said.",
     [("How many branches were closed?", "")]),
    ("The minister rejected the union's claim that 900 posts had been cut.", [("How many posts were cut?", "")]),
    ("It is not true that 40 tugs sank. Six tugs sank.", [("How many tugs sank?", "6")]),
    ("The crew tried to rescue 40 passengers.",
     [("How many passengers were rescued?", ""), ("How many passengers did the crew try to rescue?", "40")]),
    ("Nine bridges were unsafe.", [("How many bridges were safe?", ""), ("How many bridges were unsafe?", "9")]),
    ("The port has five cranes. Two of the five are out of service.", [("How many cranes are out of service?", "2")]),
    ("A spokesman said that 14 huts had been sold and that six more would be sold.",
     [("How many huts were sold?", "14"), ("How many more huts would be sold?", "6")]),
]  # fmt: skip
DAYS = [
    ("The ferry was due to sail on 1 May 2014 but sailed on 4 May 2014.",
     [("When did the ferry sail?", "4 May 2014"), ("When was the ferry due to sail?", "1 May 2014")]),
    ("Work on the pier was meant to begin on 6 May 2014 and began on 12 May 2014.",
     [("When did work on the pier begin?", "12 May 2014"),
      ("When was work on the pier meant to begin?", "6 May 2014")]),
    ("The museum, which was planned to open on 5 January 2014, will now open on 15 August 2014.",
     [("When did the museum open?", ""), ("When will the museum open?", "15 August 2014")]),
    ("Originally due on 1 April 2014, the delivery arrived on 9 May 2014.",
     [("When did the delivery arrive?", "9 May 2014"), ("When was the delivery due?", "1 April 2014")]),
    ("The bridge opened on 7 April 2014, two weeks later than planned.",
     [("When did the bridge open?", "7 April 2014"), ("When was the bridge planned to open?", "")]),
    ("The library, due to shut on 1 June 2014, was reprieved on 28 May 2014.",
     [("When did the library shut?", ""), ("When was the library reprieved?", "28 May 2014")]),
    ("The firm agreed on 8 May 2014 to mend the pumps by 20 July 2014.",
     [("When were the pumps mended?", ""), ("When did the firm agree to mend the pumps?", "8 May 2014")]),
    ("The council said on 2 June 2014 that the pool would reopen.", [("When did the pool reopen?", "")]),
    ("The launch has been put back from 3 July 2014 to 18 September 2014.",
     [("When is the launch?", "18 September 2014")]),
    ("Passengers should have been warned on 2 March 2014; they were warned on 6 March 2014.",
     [("When were passengers warned?", "6 March 2014"), ("When should passengers have been warned?", "2 March 2014")]),
    ("The department denies that it was warned on 3 February 2014 of the leak.",
     [("When was the department warned of the leak?", "")]),
    ("The owner denied that the ferry had been inspected on 9 March 2014.", [("When was the ferry inspected?", "")]),
    ("The story that the pool shut on 3 March 2014 is nonsense, a spokesman said.",
     [("When did the pool shut?", "")]),
    ("The cameras were switched on on 3 May 2014 and switched off on 17 May 2014.",
     [("When were the cameras switched on?", "3 May 2014"), ("When were the cameras switched off?", "17 May 2014")]),
    ("The street lamps were turned off on 12 January 2014 and turned back on on 30 March 2014.",
     [("When were the street lamps turned on?", "30 March 2014"),
      ("When were the street lamps turned off?", "12 January 2014")]),
    ("The forged tickets came to light on 8 April 2014 when a guard checked them.",
     [("When were the tickets forged?", ""), ("When did the forged tickets come to light?", "8 April 2014")]),
    ("The bridge will not reopen until 7 September 2014.",
     [("When will the bridge reopen?", "7 September 2014"), ("When did the bridge reopen?", "")]),
    ("The ferry did not sail until 4 June 2014.", [("When did the ferry sail?", "4 June 2014")]),
    ("It emerged on 3 May 2014 that the mast had fallen on 11 April 2014.",
     [("When did the mast fall?", "11 April 2014"), ("When did it emerge that the mast had fallen?", "3 May 2014")]),
]  # fmt: skip
WHETHER = [
    ("It is untrue that 70 nurses resigned, the trust said.", "Did 70 nurses resign?"),
    ("The story that the mayor resigned is nonsense, a spokesman said.", "Did the mayor resign?"),
    ("The agency denied losing 400 files.", "Did the agency lose 400 files?"),
    ("The firm denies that it lost the tapes.", "Did the firm lose the tapes?"),
]


def _rows(table: list[tuple[str, list[tuple[str, str]]]]) -> list[tuple[str, str, str]]:
    return [(text, question, right) for text, asked in table for question, right in asked]


@pytest.mark.parametrize(("text", "question", "value"), _rows(COUNTS), ids=[q for _, q, _ in _rows(COUNTS)])
def test_a_number_is_of_what_was_done_only_where_it_was(
    made: Callable[..., Desk], text: str, question: str, value: str
) -> None:
    answer = made(f"Notice\n\n{text}", date(2014, 6, 20)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text


@pytest.mark.parametrize(("text", "question", "day"), _rows(DAYS), ids=[q for _, q, _ in _rows(DAYS)])
def test_a_day_is_that_of_the_deed_only_where_it_was_done_then(
    made: Callable[..., Desk], text: str, question: str, day: str
) -> None:
    answer = made(f"Notice\n\n{text}", date(2014, 6, 20)).ask(question)
    said = answer.text.split("\u201c")[0]
    assert said.startswith(f"{day}.") if day else str(answer.status) == "not_in_record", answer.text


@pytest.mark.parametrize(("text", "question"), WHETHER)
def test_what_is_denied_is_no_yes(made: Callable[..., Desk], text: str, question: str) -> None:
    answer = made(f"Notice\n\n{text}", date(2014, 6, 20)).ask(question)
    assert not answer.text.startswith("Yes"), answer.text
    assert "agrees" not in answer.text
