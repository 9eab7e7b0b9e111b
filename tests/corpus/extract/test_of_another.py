"""A verb of change that is carried on to another thing or place, told with the same small word."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

TABLE = """
The fare for an adult will rise from £4 to £5, for a child from £2 to £3.
  4 | £ | The fare for an adult will rise from |  |  | before the change
  5 | £ | The fare for an adult will rise to |  |  |
  2 | £ | The fare for a child will rise from |  |  | before the change
  3 | £ | The fare for a child will rise to |  |  |

The number of moths in Wales fell from 40 to 30, in Scotland from 50 to 20 and in England from 90 to 80.
  40 | moths | The number of moths in Wales fell from |  |  | before the change
  30 | moths | The number of moths in Wales fell to |  |  |
  50 | moths | The number of moths in Scotland fell from |  |  | before the change
  20 | moths | The number of moths in Scotland fell to |  |  |
  90 | moths | The number of moths in England fell from |  |  | before the change
  80 | moths | The number of moths in England fell to |  |  |

In Hull the number of barges rose from 41 to 51, in Goole from 21 to 31.
  41 |  | Hull the number of barges rose from |  |  | before the change
  51 |  | Hull the number of barges rose to |  |  |
  21 | barges | the number of barges in Goole rose from |  |  | before the change
  31 | barges | the number of barges in Goole rose to |  |  |
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_the_verb_is_told_of_the_other_thing(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
