"""What a number counts that an owner's name, a phrase, a ranking or the sentence before parts from it."""

from __future__ import annotations

import pytest

from corpus.extract.sense import DENIED, WEIGHED, senses
from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
The guild represents 180 of the foundry's 240 moulders.
  180 | moulders | The guild represents moulders | of 240 |  |
  240 | moulders | the foundry's moulders |  |  |

I agreed to 14 of his 16 terms.
  14 | terms | I agreed to terms | of 16 |  |
  16 | terms | terms |  |  |

Keys to 900 sheds held by 12 clubs have been lost.
  900 | sheds | Keys to sheds held have been lost |  |  |
  12 | clubs | by clubs |  |  |

Ely had 31 of the broken locks, more than any other port. Goole was next with 22, followed by the City of York, on 9.
  31 | locks | Ely had the broken locks |  |  |
  22 | locks | Goole had the broken locks |  |  |
  9 | locks | the City of York had the broken locks |  |  |

In 41 of the disputes the tenant won. In 17 the landlord had lost the lease.
  41 | disputes | the disputes the tenant won |  |  |
  17 | disputes | the disputes the landlord had lost the lease |  |  |

In 40 fights, nine a duel, men fell.
  40 | fights | fights |  |  |
  9 | duel | a duel |  |  |

Wardens saw 900 birds. Terns came to 300. The remaining 600 were gulls.
  900 | birds | Wardens saw birds |  |  |
  300 | terns | Terns came to |  |  |
  600 | gulls | The remaining gulls | of 900 |  |

Sea eagles, at 62, were the fewest since the count began in 1971.
  62 | eagles | Sea eagles at |  |  |

The number of eggs laid in 2010, published last May as 440, left out one colony.
  440 | eggs | The number of eggs laid in 2010 |  | 2010-01-01/2010-12-31 |
  1 | colony | left out colony |  |  |

They hired another 35 bakers at Deal, which brings the number there to 120.
  35 | bakers | They hired another bakers at Deal |  |  |
  120 | bakers | They hired brings the number there to bakers at Deal |  |  |

In the year 40 men joined as cooks and 52 left.
  40 | people | the year men joined |  |  |
  52 | people | men left |  |  |

The toll stood at £2 in May 2009. It went up to £3 the following August.
  2 | £ | The toll stood at in May 2009 |  | 2009-05-01/2009-05-31 |
  3 | £ | It went up to The toll the following August |  | 2009-08-01/2009-08-31 |

In 2008 there were 40 wrecks. The following year there were 52.
  40 | wrecks | 2008 there were wrecks |  | 2008-01-01/2008-12-31 |
  52 | wrecks | The following year there were wrecks |  | 2009-01-01/2009-12-31 |
"""
READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_number_is_read_with_what_it_counts(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("40 died outside the home", "home", DENIED),
        ("40 were outside the standard", "standard", "+"),
        ("These were non-fire incidents", "fire", DENIED),
        ("How many recommendations were accepted", "accepted", "+"),
        ("How many recommendations were not accepted", "accepted", DENIED),
        ("released without consideration of deportation", "deportation", WEIGHED),
    ],
)
def test_what_is_outside_or_is_no_such_thing_is_denied(text: str, word: str, mark: str) -> None:
    assert [s.mark for s in senses(text) if word in s.words] == [mark]
