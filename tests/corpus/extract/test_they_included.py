"""Kinds of those whom the sentence before is about, and numbers with no noun of their own."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

TABLE = """
In all 640 wrecks in 58 harbours had been left over five years without a survey. They included 33 close to schools,
six beside hospitals and 27 next to piers.
  640 | wrecks | all wrecks had been left over five years without a survey |  |  |
  58 | harbours | harbours |  |  |
  5 | years | harbours had been left over five years without a survey without a survey |  |  |
  33 | wrecks | They included wrecks close to schools | of 640 |  |
  6 | wrecks | They included wrecks beside hospitals | of 640 |  |
  27 | wrecks | They included wrecks next to piers | of 640 |  |

Some 310 lamps at 14 stations were out. They included 12 near stairs.
  310 | lamps | lamps were out |  |  |
  14 | stations | at stations |  |  |
  12 | lamps | They included lamps near stairs | of 310 |  |

The guild counted 90 gates. Of those, nine of them are rusty. Eight of those died. They included 40 close to a lock.
  90 | gates | The guild counted gates |  |  |
  9 | gates | Of those, them are rusty | of 90 |  |
  8 | gates | those died | of 9 |  |
  40 | gates | They included gates close to a lock | of 90 |  |
"""
READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_the_kinds_are_of_what_the_sentence_is_about(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
