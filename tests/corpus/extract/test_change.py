"""Levels and changes of one sentence: each number with its subject, its time, and which of the two it is."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
Unemployment rose by 2.3 percentage points to 8.1 per cent.
  2.3 | percentage points | Unemployment rose by |  |  | difference
  8.1 | % | Unemployment rose to |  |  |

The board increased the number of park wardens to 310.
  310 | wardens | The board increased the number of park wardens to |  |  |

We reduced the wait for a permit from 30 days to 12 days.
  30 | days | We reduced the wait for a permit from |  |  | before the change
  12 | days | We reduced the wait for a permit to |  |  |

I am increasing the least that a crew is paid to £400, and the ferry firm cut its staff by 90.
  400 | £ | I am increasing the least that a crew is paid to |  |  |
  90 |  | the ferry firm cut its staff by |  |  | difference

The council cut waiting times to 18 weeks and raised mooring charges by £3.
  18 | weeks | The council cut waiting times to |  |  |
  3 | £ | The council raised mooring charges by |  |  | difference

2009/10 was the only year in which the stock of boats for hire increased – 95,530 as at 31 March 2010.
  95530 | stock | the stock of boats for hire increased to |  | 2010-03-31 |

June was the only month when sales of kites rose – 310. The number of wardens fell – to 40 in 2011.
  310 | sales | sales of kites rose to |  | 2011-06-01/2011-06-30 |
  40 | wardens | The number of wardens fell to in 2011 |  | 2011-01-01/2011-12-31 |

Sales fell – 40 shops closed in May 2011.
  40 | shops | shops closed in May 2011 |  | 2011-05-01/2011-05-31 |

The toll is not set at £3. It was never fixed at 9 crews, and hasn't been capped at 12%. It is £4.
  4 | £ | It is |  |  |

Fares increased sharply to £4. Ferry sailings increased again to 310. Loans were cut back to 12.
  4 | £ | Fares increased to |  |  |
  310 | sailings | Ferry sailings increased to |  |  |
  12 | loans | Loans were cut to |  |  |

The number of boats rose the following spring to 40.
  40 | boats | The number of boats rose to |  | 2013-03-01/2013-05-31 |

Passenger numbers rose 4% to 1.2 million.
  4 | % | Passenger numbers rose |  |  | difference
  1200000 | people | Passenger numbers rose to |  |  |

Membership of the museum dropped 12 per cent to 4,400.
  12 | % | Membership of the museum dropped |  |  | difference
  4400 | membership | Membership of the museum dropped to |  |  |

Ferry fares went up by 40p to £3.20 in March 2012.
  40 | p | Ferry fares went up by |  | 2012-03-01/2012-03-31 | difference
  3.20 | £ | Ferry fares went up to in March 2012 |  | 2012-03-01/2012-03-31 |

Spending rose by £120 million, from £890 million to £1.01 billion.
  120000000 | £ | Spending rose by |  |  | difference
  890000000 | £ | Spending rose from |  |  | before the change
  1010000000 | £ | Spending rose to |  |  |

The backlog has been cut from 70 to 62.
  70 | backlog | The backlog has been cut from |  |  | before the change
  62 | backlog | The backlog has been cut to |  |  |

The number of vacancies fell from 5,740 in 2010 to 5,080 in 2011.
  5740 | vacancies | The number of vacancies fell from in 2010 |  | 2010-01-01/2010-12-31 | before the change
  5080 | vacancies | The number of vacancies fell to in 2011 |  | 2011-01-01/2011-12-31 |

Expulsions fell to 508 last year from 574 the year before.
  508 | expulsions | Expulsions fell to last year |  | 2011-01-01/2011-12-31 |
  574 | expulsions | Expulsions fell from the year before |  | 2010-01-01/2010-12-31 | before the change

Recorded thefts increased from 310 in May 2011 to 402 in May 2012, a rise of 92.
  310 | thefts | Recorded thefts increased from in May 2011 |  | 2011-05-01/2011-05-31 | before the change
  402 | thefts | Recorded thefts increased to in May 2012 |  | 2012-05-01/2012-05-31 |
  92 | thefts | Recorded thefts increased |  |  | difference

The cost of two ships has risen from £61m to £76m each.
  2 | ships | The cost of ships has risen |  |  |
  61000000 | £ | The cost of two ships has risen from |  |  | before the change
  76000000 | £ | The cost of two ships has risen to each |  |  |

Nurses were cut from 300 to 250 and doctors from 40 to 30.
  300 | people | Nurses were cut from |  |  | before the change
  250 | people | Nurses were cut to |  |  |
  40 | people | doctors cut from |  |  | before the change
  30 | people | doctors cut to |  |  |

The rise in complaints, from 900 to 1,100, was steep.
  900 | complaints | The rise in complaints from |  |  | before the change
  1100 | complaints | The rise in complaints to |  |  |

In June 2011, 87.8 per cent of buses were on time, down from 89.9 per cent a year earlier.
  87.8 | % | June 2011, buses were on time |  | 2011-06-01/2011-06-30 |
  89.9 | % | June 2011, buses were on time a year earlier |  | 2010-06-01/2010-06-30 | before the change

Visits to museums numbered 41,000 in 2011, compared with 35,000 in 2010.
  41000 | visits | Visits to museums numbered in 2011 |  | 2011-01-01/2011-12-31 |
  35000 | visits | Visits to museums numbered in 2010 |  | 2010-01-01/2010-12-31 |

The library lent 1,200 books in May 2012, against 980 in the same month of 2011.
  1200 | books | The library lent books in May 2012 |  | 2012-05-01/2012-05-31 |
  980 | books | The library lent books in the same month of 2011 |  | 2011-05-01/2011-05-31 |

Turnout was 38 per cent, up from 31 per cent in 2008.
  38 | % | Turnout was |  |  |
  31 | % | Turnout was in 2008 |  | 2008-01-01/2008-12-31 | before the change

The council lent 640 books, up 4% on 2010.
  640 | books | The council lent books |  |  |
  4 | % | The council lent books on 2010 |  |  | difference

The estimate was revised from £48,000 to £51,000.
  48000 | £ | The estimate was revised from |  |  | before the change
  51000 | £ | The estimate was revised to |  |  |

The force has 90 dogs, 40 fewer than in 2010.
  90 | dogs | The force has dogs |  |  |
  40 | dogs | The force has dogs fewer than in 2010 |  |  | difference

The number of posts was reduced by 315 between 2008 and 2011.
  315 | posts | The number of posts was reduced by between 2008 and 2011 |  | 2008-01-01/2011-12-31 | difference

The number of people in work rose by 34,000 to 29.2 million in the first quarter of 2012.
  34000 | people | The number of people in work rose by |  | 2012-01-01/2012-03-31 | difference
  29200000 | people | The number of people in work rose to in the first quarter of 2012 |  | 2012-01-01/2012-03-31 |

Staff numbers are down 12 to 240.
  12 | people | Staff numbers are down |  |  | difference
  240 | people | Staff numbers are down to |  |  |

There were 1,480 arrests, an increase of 120 on 2010.
  1480 | arrests | There were arrests |  |  |
  120 | arrests | There were arrests on 2010 |  |  | difference

Costs rose 14 per cent to £2.1bn in the year to March 2012, and profits by 3 per cent to £400m.
  14 | % | Costs rose |  | 2011-04-01/2012-03-31 | difference
  2100000000 | £ | Costs rose to in the year to March 2012 |  | 2011-04-01/2012-03-31 |
  3 | % | profits rose by |  |  | difference
  400000000 | £ | profits rose to |  |  |

Deaths fell to 31, compared with 44 in 2010.
  31 | deaths | Deaths fell to |  |  |
  44 | deaths | Deaths fell in 2010 |  | 2010-01-01/2010-12-31 |

The share of late trains rose from one in ten to one in five.
  10 | % | The share of late trains rose from |  |  | before the change
  20 | % | The share of late trains rose to |  |  |

Losses grew from £4m in 2009 to £6m in 2010 and £9m in 2011.
  4000000 | £ | Losses grew from in 2009 |  | 2009-01-01/2009-12-31 | before the change
  6000000 | £ | Losses grew to in 2010 |  | 2010-01-01/2010-12-31 |
  9000000 | £ | Losses grew to in 2011 |  | 2011-01-01/2011-12-31 |

There were 88 raids in March 2012. The figure for March 2012 has been revised from 79.
  88 | raids | There were raids in March 2012 |  | 2012-03-01/2012-03-31 |
  79 | raids | The figure for March 2012 has been revised from raids |  | 2012-03-01/2012-03-31 | before the change

Ten shops, 12 fewer than in 2010, were fined.
  10 | shops | shops |  |  |
  12 | shops | shops fewer than in 2010 |  |  | difference
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_level_is_told_from_a_change(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
