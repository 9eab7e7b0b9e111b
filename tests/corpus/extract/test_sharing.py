"""Verbs and subjects that a sentence's numbers share: carried on, taken up again, or each its own."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
Of the claims, 1,196 were put down to frost, 804 to wind and 299 to hail.
  1196 | claims | Of the claims, were put down to frost |  |  |
  804 | claims | Of the claims, were put down to wind |  |  |
  299 | claims | Of the claims, were put down to hail |  |  |

Of these, 54 retired and 20 moved abroad.
  54 |  | Of these, retired |  |  |
  20 |  | Of these, moved abroad |  |  |

Twenty-one people died and 140 were hurt.
  21 | people | people died |  |  |
  140 | people | people were hurt |  |  |

In Scotland, 72 prisoners escaped; in Wales, 15 did.
  72 | people | Scotland, prisoners escaped |  |  |
  15 | people | Wales, prisoners escaped |  |  |

In Scotland 221 trains were cancelled and in Wales 148.
  221 | trains | Scotland trains were cancelled |  |  |
  148 | trains | Wales trains were cancelled |  |  |

The review took seven months and cost £365,000.
  7 | months | The review took |  |  |
  365000 | £ | The review cost |  |  |

The firm is paid £48m a year, and was fined £620,000 in 2011.
  48000000 | £ | The firm is paid a year |  | / |
  620000 | £ | The firm was fined in 2011 |  | 2011-01-01/2011-12-31 |

The ministry's 15 largest ships are now expected to cost £63 billion.
  15 | ships | The ministry's largest ships are now expected to cost |  |  |
  63000000000 | £ | The ministry's largest ships are now expected to cost |  |  |

Some 30 trains were cancelled because no driver was available.
  30 | trains | trains were cancelled because no driver was available |  |  |

About 15 per cent of patients waited for more than four hours.
  15 | % | patients waited for more than four hours |  |  |
  4 | hours | patients waited for more than four hours |  |  |

Half of the patients were over 65.
  50 | % | the patients were over 65 |  |  |
  65 | years | the patients were over 65 |  |  |

Two of the officers have been in post for more than three years.
  2 | people | the officers have been in post for more than three years |  |  |
  3 | years | the officers have been in post for more than three years |  |  |

In 2011 the hospital admitted 512 children.
  512 | people | 2011 the hospital admitted children |  | 2011-01-01/2011-12-31 |
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_each_number_has_its_own_subject_and_verb(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
