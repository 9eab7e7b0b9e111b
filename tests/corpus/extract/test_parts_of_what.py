"""Whose number a number is: a subject beside an object, a part of what was named by its deed, a sum laid out."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.extract import extract
from corpus.records import Source, SourceKind
from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
By noon 41 ports had a crane, 52 had between one and five winches and 21 had none.
  41 | ports | By noon ports had a crane |  |  |
  52 | ports | By noon ports had |  |  |
  1 | winches | winches |  |  |
  21 | ports | ports had no winches |  |  |

North Wick Libraries lent 6,930 maps, a fall of 12 per cent. West Wick lent 3,540, a fall of 7 per cent.
  6930 | maps | North Wick Libraries lent maps |  |  |
  12 | % | North Wick Libraries lent maps |  |  | difference
  3540 | maps | West Wick lent maps |  |  |
  7 | % | West Wick lent |  |  | difference

The Rye Boat Trust launched 90 rafts, a rise of 12. The Hythe Boat Trust launched 40.
  90 | rafts | The Rye Boat Trust launched rafts |  |  |
  12 | rafts | The Rye Boat Trust launched rafts |  |  | difference
  40 | rafts | The Hythe Boat Trust launched rafts |  |  |

Mid and East Harbours towed 61 tugs. North Harbours towed 12.
  61 | tugs | Mid and East Harbours towed tugs |  |  |
  12 | tugs | North Harbours towed tugs |  |  |

Between April and June 2011 we cleaned 900 wells. Frost shut 90 of these and mud 12. In June 2010 we cleaned 310.
  900 | wells | Between April and June 2011 we cleaned wells |  | 2011-04-01/2011-06-30 |
  90 | wells | Frost shut these | of 900 |  |
  12 | wells | mud shut these | of 900 |  |
  310 | wells | June 2010 we cleaned wells |  | 2010-06-01/2010-06-30 |

They sold 40 tugs in May. They lost nine crew. In 2010 they sold 12.
  40 | tugs | They sold tugs in May |  | 2012-05-01/2012-05-31 |
  9 | crew | They lost crew |  |  |
  12 | tugs | 2010 they sold tugs |  | 2010-01-01/2010-12-31 |

Gas stoves were the source of the leak in 103 of the boats, old wiring in 22 and candles in 6.
  103 | boats | Gas stoves were the source of the leak in the boats |  |  |
  22 | boats | old wiring were the source of the leak in the boats |  |  |
  6 | boats | candles were the source of the leak in the boats |  |  |

Ice was a factor in 40 of the crashes (57 per cent), drink in 12 and speed in nine.
  40 | crashes | Ice was a factor in the crashes |  |  |
  57 | % | Ice was a factor in the crashes |  |  |
  12 | crashes | drink was a factor in the crashes |  |  |
  9 | crashes | speed was a factor in the crashes |  |  |

Dogs were found in 40 kennels and cats in 12.
  40 | kennels | Dogs were found in kennels |  |  |
  12 | kennels | cats were found in kennels |  |  |

The keeper chose between one and the other of the two lamps.
  2 | lamps | The keeper chose between one and the other of the lamps |  |  |

The guild counted 140 people with pets. Of the keepers, 90 kept rabbits, 30 kept ferrets and the other 20 kept both.
  140 | people | The guild counted people with pets |  |  |
  90 | keepers | Of the keepers, kept rabbits | of 140 |  |
  30 | keepers | Of the keepers, kept ferrets | of 140 |  |
  20 | keepers | the other keepers kept both | of 140 |  |

The guild counted 140 people with pets. Of the keepers, 90 kept rabbits, 30 kept ferrets and the other 20 kept both.
A vet has visited 110 of the keepers.
  140 | people | The guild counted people with pets |  |  |
  90 | keepers | Of the keepers, kept rabbits | of 140 |  |
  30 | keepers | Of the keepers, kept ferrets | of 140 |  |
  20 | keepers | the other keepers kept both | of 140 |  |
  110 | keepers | A vet has visited the keepers | of 140 |  |

There were 900 bids. Of these, 140 were refused and 98 were withdrawn. Of those who withdrew, 47% had found work.
  900 | bids | There were bids |  |  |
  140 | bids | Of these, were refused | of 900 |  |
  98 | bids | Of these, were withdrawn | of 900 |  |
  47 | % | Of those who withdrew, had found work | of 98 |  |

There were 900 fires. Of the fires, 40 were chimney fires. Twelve of the chimney fires were in Rye. Of those, three were
fatal.
  900 | fires | There were fires |  |  |
  40 | fires | Of the fires, were chimney fires | of 900 |  |
  12 | fires | the chimney fires were in Rye | of 40 |  |
  3 | fires | Of those, were fatal | of 12 |  |

The Anglers' Union, which has 14,000 members, complained. Rye had the most cases, with 318.
  14000 | members | The Anglers' Union has members |  |  |
  318 | cases | Rye had the most cases |  |  |

The port had spent £90,000 by June: £60,000 on masts for ten boats and £30,000 on sails.
  90000 | £ | The port had spent by June |  | 2011-06-30 |
  60000 | £ | The port had spent on masts | of 90000 | 2011-06-30 |
  10 | boats | for boats |  |  |
  30000 | £ | The port had spent on sails | of 90000 | 2011-06-30 |

The port had spent £90,000: £60,000 on masts and £40,000 on sails.
  90000 | £ | The port had spent |  |  |
  60000 | £ | on masts |  |  |
  40000 | £ | on sails |  |  |

Grants so far come to £18 million, of which £12 million has gone to crab fishers.
  18000000 | £ | Grants so far come to |  |  |
  12000000 | £ | Grants so far come to has gone to crab fishers | of 18000000 |  |

Hull was the worst port, with 1,905 missed surveys. Hythe had 612.
  1905 | surveys | Hull was the worst port missed surveys |  |  |
  612 | surveys | Hythe had missed surveys |  |  |

The wait has been cut from 24 days to eight. Paper forms take 15 weeks on average, and online ones take four.
  24 | days | The wait has been cut from |  |  | before the change
  8 | days | The wait has been cut to |  |  |
  15 | weeks | Paper forms take on average |  |  |
  4 | weeks | online ones take |  |  |

Last year 900 crews were trained. In the whole of the previous season 400 were trained.
  900 | crews | Last year crews were trained |  | 2011-01-01/2011-12-31 |
  400 | crews | the whole of the previous season crews were trained |  |  |

We have 4,900 pilots and we shall need at least 17,000 by 2028.
  4900 | pilots | We have pilots |  |  |
  17000 | pilots | we shall need pilots by 2028 |  | 2028-12-31 |

Ada Holt (Northmouth) (Ind): The toll rose from £273 to £300.
  273 | £ | The toll rose from |  |  | before the change
  300 | £ | The toll rose to |  |  |

The South East had the largest number of grants paid (6,210), followed by the South West (5,480).
  6210 | grants | The South East had the largest number of grants paid |  |  |
  5480 | grants | the South West had grants paid |  |  |

Some 900 lifeboats are afloat. Of the lifeboats that sank, 41 were raised and 20 were lost.
  900 | lifeboats | lifeboats are afloat |  |  |
  41 | lifeboats | Of the lifeboats that sank, were raised |  |  |
  20 | lifeboats | Of the lifeboats that sank, were lost |  |  |

Some 700 lifeboats sank. Of the lifeboats that sank, 41 were raised.
  700 | lifeboats | lifeboats sank |  |  |
  41 | lifeboats | Of the lifeboats that sank, were raised | of 700 |  |

The port received 900 letters and answered 450 of them in time, which is 50 per cent.
  900 | letters | The port received letters |  |  |
  450 | letters | The port answered them in time | of 900 |  |
  50 | % | is | of 900 |  |

The board received 3,000 applications. It visited nine piers. More than 200 people filled in its survey. \
Two in five said that the pier was unsafe.
  3000 | applications | The board received applications |  |  |
  9 | piers | It visited piers |  |  |
  200 | people | people filled in its survey |  |  |
  40 | % | said that the pier was unsafe | of 200 |  |

The board heard of 800 trams. It had 90 letters. Half of the trams, 50 per cent, have no ramp, and 60 still have old \
brakes.
  800 | trams | The board heard of trams |  |  |
  90 | letters | It had letters |  |  |
  50 | % | the trams | of 800 |  |
  50 | % | the trams | of 800 |  |
  60 | trams | still have old brakes | of 800 |  |

They hold 560 boat and barge licences and 12 sheep and lambs.
  560 | licences | They hold boat and barge licences |  |  |
  12 | sheep | They hold sheep and lambs |  |  |

They let 90 tug and omnibus pilots carry cattle. They sold 14 cot and mattress covers.
  90 | pilots | They let tug and omnibus pilots carry cattle |  |  |
  14 | covers | They sold cot and mattress covers |  |  |

The guild lost 80 boats. Of them, 44 were tugs and 36 were punts. They found that 19 had faults: nine for oars, six
for sails and four for masts. Eleven of the 19 were mended in May and the other eight were sold. The 27 boats still
afloat included five that leaked.
  80 | boats | The guild lost boats |  |  |
  44 | boats | Of them, were tugs | of 80 |  |
  36 | boats | Of them, were punts | of 80 |  |
  19 | boats | They found that boats had faults | of 80 |  |
  9 | boats | boats for oars | of 19 |  |
  6 | boats | boats for sails | of 19 |  |
  4 | boats | boats for masts | of 19 |  |
  11 | boats | boats were mended in May | of 19 | 2012-05-01/2012-05-31 |
  19 | boats | boats | of 80 |  |
  8 | boats | the other boats were sold | of 19 |  |
  27 | boats | The boats still afloat included |  |  |
  5 | boats | The boats still afloat included that leaked | of 27 |  |

The guild checked 410 of the 900 harps in Wales. They include 120 with new strings and 90 church harps. The remaining
200 are toys. Sixty of the 410 are in Rye.
  410 | harps | The guild checked harps in Wales | of 900 |  |
  900 | harps | harps |  |  |
  120 | harps | They include harps with new strings | of 410 |  |
  90 | harps | They include church harps | of 410 |  |
  200 | toys | The remaining toys | of 410 |  |
  60 | harps | harps are in Rye | of 410 |  |
  410 | harps | harps | of 900 |  |

The guild lost 900 harps. Only 410 of them have been found. They include 120 with new strings.
  900 | harps | The guild lost harps |  |  |
  410 | harps | Only them have been found | of 900 |  |
  120 | harps | They include harps with new strings | of 900 |  |

A storm cost 40 sailors their lives. As well as the 40 sailors who drowned, six of them cadets, 12 were hurt.
  40 | sailors | A storm cost sailors their lives |  |  |
  40 | sailors | the sailors who drowned |  |  |
  6 | sailors | them cadets | of 40 |  |
  12 | sailors | sailors were hurt |  |  |

Of the 90 pilots, 14 of them women, 30 were fined.
  90 | pilots | pilots |  |  |
  14 | pilots | them women | of 90 |  |
  30 | pilots | pilots were fined | of 90 |  |

Some 52 sluices were shut. The union has 800 divers. Divers have mended 20 of the 52.
  52 | sluices | sluices were shut |  |  |
  800 | divers | The union has divers |  |  |
  20 | sluices | Divers have mended sluices | of 52 |  |
  52 | sluices | sluices |  |  |
"""


@pytest.mark.parametrize(("text", "rows"), table(TABLE), ids=[text for text, _ in table(TABLE)])
def test_a_number_is_part_of_what_it_is_told_to_be(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")

# text, and by whom each of its numbers is said
SAID = [
    ("It emerged that 40 of the permits were issued after May, when the Harbour Board first wrote to the mayor.", [""]),
    ("He left in May, when the Harbour Board said that 40 permits were lost.", ["Harbour Board"]),
    ("The Harbour Board said that 40 permits were lost.", ["Harbour Board"]),
    ("The mayor, Ann Holt, was told of 40 faults, such as rot, that the Harbour Board would have accepted.", [""]),
    ("Crews failed 16 of the 30 checks, mostly for want of the papers that the Harbour Board asked for.", ["", ""]),
    ("The owners of 22 of those 37 mills had told the Harbour Board when they would begin.", ["", ""]),
]


@pytest.mark.parametrize(("text", "by"), SAID, ids=[text for text, _ in SAID])
def test_a_number_is_said_by_whoever_reports_it(text: str, by: list[str]) -> None:
    assert [f.said_by for f in extract(text, SOURCE).figures] == by


OF_THEM = [
    ("We received 110 such bids in the six months, met 80 of them and refused 22.", "80", "22"),
    ("The yard got 90 orders in the three weeks, filled 71 of them and lost 19.", "71", "19"),
    ("They took 40 calls in the two days, answered 31 of them and missed nine.", "31", "9"),
]
"""A number of things in some time, and those of them to whom each of two things was done."""


@pytest.mark.parametrize(("text", "first", "second"), OF_THEM, ids=[text for text, _, _ in OF_THEM])
def test_them_are_the_things_and_not_how_long_it_took(text: str, first: str, second: str) -> None:
    whole = next(row[0] for row in told(text))
    assert {row[0]: row[3] for row in told(text) if row[0] in (first, second)} == dict.fromkeys(
        (first, second), f"of {whole}"
    )
