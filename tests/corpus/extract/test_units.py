"""What is counted and in which unit, and the numbers that are no figure."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
No fewer than 45 councils overspent in 2010.
  45 | councils | councils overspent in 2010 |  | 2010-01-01/2010-12-31 |

67 per cent of young people trust FRANK.
  67 | % | young people trust FRANK |  |  |

The prison held 1,310 men.
  1310 | people | The prison held men |  |  |

The number of burglaries fell to 4,210 in 2011-12.
  4210 | burglaries | The number of burglaries fell to in 2011-12 |  | 2011-04-01/2012-03-31 |

The court jailed 41 burglars and three arsonists.
  41 | people | The court jailed burglars |  |  |
  3 | people | The court jailed arsonists |  |  |

Of these, 288 were released.
  288 |  | Of these, were released |  |  |

The average age of those held was 13.
  13 | years | The average age of those held was |  |  |

The school took children as young as five.
  5 | years |  |  |  |

Flight 370 left from gate 12.

Call room 14 or see version 3 on page 9.

There were 12 complaints for every 1,000 staff.
  12 | complaints | There were complaints for every 1,000 staff |  |  | rate

The board meets every six months.

The figure is now 1,013, not 1,019 as stated before.
  1013 |  | The figure is now |  |  |

The fee is £90, instead of £75.
  90 | £ | The fee is |  |  |

One operator's return was late.

Trains were cancelled 300 times in 2011.
  300 | times | Trains were cancelled in 2011 |  | 2011-01-01/2011-12-31 |

Demand was three times the average.
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_figure_has_its_unit(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
