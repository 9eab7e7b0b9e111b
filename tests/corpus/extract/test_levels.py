"""Rankings, lists, shares in brackets, what a change began from, and parts that add up to their whole."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.extract import extract
from corpus.records import Source, SourceKind
from tests.corpus.extract.reading import SOURCE, Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
The county recorded 3,100 thefts, an increase of 4.5% on the 2,966 logged in 2016.
  3100 | thefts | The county recorded thefts |  |  |
  4.5 | % | The county recorded thefts on |  |  | difference
  2966 | thefts | The county recorded thefts 2016 |  | 2016-01-01/2016-12-31 | before the change

The fleet made 910 trips, a fall of 2% from 929 in 2011.
  910 | trips | The fleet made trips |  |  |
  2 | % | The fleet made trips |  |  | difference
  929 | trips | The fleet made trips in 2011 |  | 2011-01-01/2011-12-31 | before the change

Hull had the highest number of complaints of any port, at 4,210. Goole had the lowest, at 96.
  4210 | complaints | Hull had the highest number of complaints of any port at |  |  |
  96 | complaints | Goole had the lowest at complaints |  |  |

The trusts reporting most falls were Rye, with 64, Deal, with 31, and Ely, with 7.
  64 | falls | The trusts reporting most falls were Rye |  |  |
  31 | falls | The trusts reporting most falls were Deal |  |  |
  7 | falls | The trusts reporting most falls were Ely |  |  |

Audits were the commonest check, with 880 carried out in 2014.
  880 | audits | Audits were the commonest check carried out in 2014 |  | 2014-01-01/2014-12-31 |

We began Operation Lantern, the anti-poaching drive, which saw 205 arrests and 900 nets taken.
  205 | arrests | Operation Lantern, the anti-poaching drive saw arrests |  |  |
  900 | nets | Operation Lantern, the anti-poaching drive saw nets taken |  |  |

Pupils went to Castle Hill, the Roman fort, which drew 12,000 visitors.
  12000 | people | Castle Hill, the Roman fort drew visitors |  |  |

They praised Dale Ferries, the smallest firm, which carried 4,100 people. In May, the crew, which saw 12 seals, sailed.
  4100 | people | Dale Ferries, the smallest firm carried people |  |  |
  12 | seals | the crew saw seals |  | 2012-05-01/2012-05-31 |

Drivers may ring the hotline, which has had 2,400 calls.
  2400 | calls | the hotline has had calls |  |  |

The board inspected 360 barns and 41 of those inspections found rot.
  360 | barns | The board inspected barns |  |  |
  41 | inspections | those inspections found rot | of 360 |  |

Only 30 were fined. Twelve of those were struck off.
  30 |  | Only were fined |  |  |
  12 |  | those were struck off | of 30 |  |

Nearly a third of flats (32.5%) had damp.
   | % | flats had damp |  |  |
  32.5 | % | flats had damp |  |  |

The number of refunds awaiting approval rose to 870.
  870 | refunds | The number of refunds awaiting approval rose to |  |  |

The figures leave out most boats. They exclude many barges.

In all 60 pupils were hurt: burns 31; cuts 20; falls 9.
  60 | people | all pupils were hurt |  |  |
  31 | burns | burns | of 60 |  |
  20 | cuts | cuts | of 60 |  |
  9 | falls | falls | of 60 |  |

The losses by site were as follows: Rye 40; Deal 31; Ely 12.
  40 | losses | Rye The losses |  |  |
  31 | losses | Deal The losses |  |  |
  12 | losses | Ely The losses |  |  |

On 4 June 2010 the chairman told the committee that 55 pits had closed.
  55 | pits | pits had closed |  | 2010-06-04 |

The port moved 96 crates. That is out of a total of 340 crates landed.
  96 | crates | The port moved crates | of 340 |  |
  340 | crates | is out of a total of crates landed |  |  |

Surveyors examined 88 barges. In 31 of them, the hull leaked; in 12 cases, the deck.
  88 | barges | Surveyors examined barges |  |  |
  31 | barges | them the hull leaked | of 88 |  |
  12 | cases | cases the deck | of 88 |  |

In 40 cases the chain had been cut by a storm; in 24, by a trawler.
  40 | cases | cases the chain had been cut by a storm |  |  |
  24 | cases | cases the chain had been cut by a trawler |  |  |

On Monday auditors found that 3 vans were lost.
  3 | vans | On Monday auditors found that vans were lost |  | 2012-05-07 |

There were 310 floods, 4% down on the 323 of 2010.
  310 | floods | There were floods |  |  |
  4 | % | There were floods down on |  |  | difference
  323 | floods | There were floods 2010 |  | 2010-01-01/2010-12-31 | before the change

Storms sank 90 boats in May 2011. The total for May 2011 was given as 86 when it was first published.
  90 | boats | Storms sank boats in May 2011 |  | 2011-05-01/2011-05-31 |
  86 | boats | The total for May 2011 was given as boats |  | 2011-05-01/2011-05-31 |
"""
READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_level_is_read_with_what_it_is_of(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


def test_a_number_told_before_is_of_the_day_on_which_it_was_told() -> None:
    found = extract("On 4 June 2010 the chairman told the committee that 55 pits had closed.", SOURCE).figures
    assert found[0].said_on == date(2010, 6, 4)
    assert extract("By 4 June 2010 some 55 pits had closed.", SOURCE).figures[0].said_on == SOURCE.published


def test_a_release_titled_by_its_year_counts_over_that_year() -> None:
    source = Source("s", "Lamps lit, 2010-11", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")
    new, old = extract("There were 40 lamps, up from 31 in 2009-10.", source).figures
    assert new.period is not None
    assert (new.period.start, new.period.end) == (date(2010, 4, 1), date(2011, 3, 31))
    assert old.period is not None
    assert old.period.start == date(2009, 4, 1)
    untitled = extract("There were 40 lamps.", SOURCE).figures[0]
    assert untitled.period is None


def test_parts_add_up_to_the_number_before_them_and_to_no_other() -> None:
    text = "The storm sank 91 barges. Rot sank 40 barges. Ice sank 30 barges. Worms sank 21 barges."
    found = extract(text, SOURCE).figures
    assert [f.part_of for f in found] == [None, found[0].id, found[0].id, found[0].id]
    short = extract(text.replace("21", "20"), SOURCE).figures
    assert all(f.part_of is None for f in short)
