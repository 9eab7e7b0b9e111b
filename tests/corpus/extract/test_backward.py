"""Times of prose: told from another time of the text, shared by a list, or opening a sentence."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
Between April and June 2011 the board lit 400 lamps. It had lit 310 in the same quarter of 2010.
  400 | lamps | Between April and June 2011 the board lit lamps |  | 2011-04-01/2011-06-30 |
  310 | lamps | It had lit lamps in the same quarter of 2010 |  | 2010-04-01/2010-06-30 |

In 2010 the depot repaired 54 buses, and in the previous year 61.
  54 | buses | 2010 the depot repaired buses |  | 2010-01-01/2010-12-31 |
  61 | buses | the previous year buses |  | 2009-01-01/2009-12-31 |

Rail firms cancelled 90 trains between January and March 2012. Storms closed four lines in the quarter.
  90 | trains | Rail firms cancelled trains between January and March 2012 |  | 2012-01-01/2012-03-31 |
  4 | lines | Storms closed lines in the quarter |  | 2012-01-01/2012-03-31 |

Floods hit 700 homes between 3 and 9 May 2011. Barriers saved 96 homes over the same period.
  700 | homes | Floods hit homes between 3 and 9 May 2011 |  | 2011-05-03/2011-05-09 |
  96 | homes | Barriers saved homes over the same period |  | 2011-05-03/2011-05-09 |

At 30 June 2011 there were 412 vacancies. A year earlier there had been 380.
  412 | vacancies | At 30 June 2011 there were vacancies |  | 2011-06-30 |
  380 | vacancies | A year earlier there had been vacancies |  | 2010-06-30 |

The fund paid £3m in the year to March 2011 and £4m in the year before.
  3000000 | £ | The fund paid in the year to March 2011 |  | 2010-04-01/2011-03-31 |
  4000000 | £ | The fund paid in the year before |  | 2009-04-01/2010-03-31 |

Courts heard 88 appeals in April 2012, 71 in March and 60 in the same month of 2011.
  88 | appeals | Courts heard appeals in April 2012 |  | 2012-04-01/2012-04-30 |
  71 | appeals | Courts heard appeals in March |  | 2012-03-01/2012-03-31 |
  60 | appeals | Courts heard appeals in the same month of 2011 |  | 2011-03-01/2011-03-31 |

The shop sold 40 lamps in the quarter.
  40 | lamps | The shop sold lamps in the quarter |  |  |

There were 900 calls, against 700 a year earlier.
  900 | calls | There were calls |  |  |
  700 | calls | There were calls a year earlier |  | / |

In the three months to June 2011, 54 strikes were called, 20 of them in London.
  54 | strikes | the three months to June 2011, strikes were called |  | 2011-04-01/2011-06-30 |
  20 | strikes | them in London | of 54 | 2011-04-01/2011-06-30 |

There were 38 raids between January and March 2011, 44 between October and December 2010 and 35 between July and
September 2010.
  38 | raids | There were raids between January and March 2011 |  | 2011-01-01/2011-03-31 |
  44 | raids | There were raids between October and December 2010 |  | 2010-10-01/2010-12-31 |
  35 | raids | There were raids between July and September 2010 |  | 2010-07-01/2010-09-30 |

Of the trains lost in May 2011, 143 were put down to faults, 119 to crews and 80 to floods.
  143 | trains | Of the trains lost in May 2011, were put down to faults |  | 2011-05-01/2011-05-31 |
  119 | trains | Of the trains lost in May 2011, were put down to crews |  | 2011-05-01/2011-05-31 |
  80 | trains | Of the trains lost in May 2011, were put down to floods |  | 2011-05-01/2011-05-31 |

A total of 640 homes and 12 shops were flooded between 8 February and 1 March 2012.
  640 | homes | A total of homes were flooded between 8 February and 1 March 2012 |  | 2012-02-08/2012-03-01 |
  12 | shops | A total of shops were flooded between 8 February and 1 March 2012 |  | 2012-02-08/2012-03-01 |

Inspectors closed 148 kitchens in 21 towns between March 2010 and June 2011.
  148 | kitchens | Inspectors closed kitchens |  | 2010-03-01/2011-06-30 |
  21 | towns | towns between March 2010 and June 2011 |  | 2010-03-01/2011-06-30 |

There were 2,015 launches at night in 2011, 3 per cent fewer than the 2,080 recorded a year earlier.
  2015 | launches | There were launches at night in 2011 |  | 2011-01-01/2011-12-31 |
  3 | % | There were launches fewer |  |  | difference
  2080 | launches | There were launches at night recorded a year earlier |  | 2010-01-01/2010-12-31 |

The number of wrecks for 2010 has been revised from 391, as published last July, to 412.
  391 | wrecks | The number of wrecks for 2010 has been revised from |  | 2010-01-01/2010-12-31 | before the change
  412 | wrecks | The number of wrecks for 2010 has been revised to |  | 2010-01-01/2010-12-31 |

About 15.6 per cent of trains were late in March 2012.
  15.6 | % | trains were late in March 2012 |  | 2012-03-01/2012-03-31 |
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_each_number_has_its_own_time(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


PASSED_OVER = [
    (
        "Crews were launched 40 times in 2012.\n\nMost went out by night. In 2002, when it was highest, the share was "
        "74 per cent.\n\nThere were 20 tows, against 25 a year earlier.",
        "2011-01-01/2011-12-31",
    ),
    (
        "Libraries lent 900 maps in 2012.\n\nHalf were of hills. In 2007 the share was 40 per cent.\n\nReaders lost 25 "
        "globes in the previous year.",
        "2011-01-01/2011-12-31",
    ),
    (
        "Libraries lent 900 maps in 2012.\n\nIn 2007 it was 800.\n\nThere were 20 globes, against 25 a year earlier.",
        "2006-01-01/2006-12-31",
    ),
]
"""A text of three paragraphs and the time of its 25: the second goes back in passing; in the last text, altogether."""


@pytest.mark.parametrize(("text", "time"), PASSED_OVER, ids=[text[:30] for text, _ in PASSED_OVER])
def test_a_time_gone_back_to_in_passing_is_that_of_no_later_paragraph(text: str, time: str) -> None:
    assert [row[4] for row in told(text) if row[0] == "25"] == [time]
