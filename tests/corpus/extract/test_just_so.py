"""What is said of the next number only in a word ("agreed"), and the time at the end of a list of things done."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

TABLE = """
While 66% of tram drivers thought the new rota is fair, only 38% of guards agreed.
  66 | % | tram drivers thought the new rota is fair |  |  |
  38 | % | only guards thought the new rota is fair |  |  |

Some 71% of ferry crews backed the strike, but just 24% of clerks did.
  71 | % | ferry crews backed the strike |  |  |
  24 | % | just clerks backed the strike |  |  |

In all 52 swimmers said the pool was too cold. Another 33 lifeguards said the same, and 8 cooks did not.
  52 | swimmers | all swimmers said the pool was too cold |  |  |
  33 | lifeguards | Another lifeguards said the pool was too cold |  |  |
  8 | cooks | cooks did not |  |  |

The union found that 85% had been abused, 57% had been threatened and 9% had been hit in 2011.
  85 | % | The union found that had been abused |  | 2011-01-01/2011-12-31 |
  57 | % | The union found that had been threatened |  | 2011-01-01/2011-12-31 |
  9 | % | The union found that had been hit in 2011 |  | 2011-01-01/2011-12-31 |

Of the boats, 14 were mended, nine were sold and three were sunk in May 2011.
  14 | boats | Of the boats, were mended |  | 2011-05-01/2011-05-31 |
  9 | boats | Of the boats, were sold |  | 2011-05-01/2011-05-31 |
  3 | boats | Of the boats, were sunk in May 2011 |  | 2011-05-01/2011-05-31 |

The port plans to add 12 berths and to cut the toll to £3, both in 2013.
  12 | berths | The port plans to add berths and to cut the toll |  | 2013-01-01/2013-12-31 |
  3 | £ | The port plans to add 12 berths and to cut the toll to |  | 2013-01-01/2013-12-31 |

They aim to draw 600 poets a year, and to plant 9,000 trees, both by 2015.
  600 | poets | They aim to draw poets a year |  | 2015-12-31 |
  9000 | trees | to plant trees |  | 2015-12-31 |

The ferry firm was asked to hire 90 cooks and has hired 72.
  90 | cooks | The ferry firm was asked to hire cooks |  |  |
  72 | cooks | The ferry firm has hired cooks |  |  |

Some 40 wardens were hired and 12 were sacked in 2011.
  40 | wardens | wardens were hired |  |  |
  12 | wardens | wardens were sacked in 2011 |  | 2011-01-01/2011-12-31 |
"""
READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_it_is_read_as_if_it_were_said_again(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
