"""Numbers that leave out what they count, and what they take it from; letters, and who has the floor."""

from __future__ import annotations

import pytest

from corpus.extract import extract
from corpus.extract.acts import unanswering
from corpus.extract.signed import signatory
from tests.corpus.extract.reading import SOURCE, Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
Councils asked for 900 permits. Of those, 640 were granted. The remaining 260 were not granted.
  900 | permits | for permits |  |  |
  640 | permits | Of those, were granted | of 900 |  |
  260 | permits | The remaining permits were not granted | of 900 |  |

The vicar asked about bells. We cast 31 in 2009, compared with 24 in 2008.
  31 | bells | We cast bells in 2009 |  | 2009-01-01/2009-12-31 |
  24 | bells | We cast bells in 2008 |  | 2008-01-01/2008-12-31 |

How many bells have you cast? We have cast 31.
  31 | bells | We have cast bells |  |  |

How many bells have you cast? I was told that it was 31.
  31 |  | it was |  |  |

I said that no parish had closed its hall. In fact two have done so.
  2 | parish | parish had closed its hall |  |  |

Women were more likely than men to keep bees: 4% of women in villages did so.
  4 | % | women in villages keep bees |  |  |

Some 80 homes were flooded. Has anyone been fined? Four owners have been.
  80 | homes | homes were flooded |  |  |
  4 | owners | owners have been fined |  |  |

Homes there must be insured. Of the 900 homes, 340 were.
  900 | homes | homes |  |  |
  340 | homes | homes were insured | of 900 |  |

The rate of theft was highest in Kent, at 5.1%, followed by Surrey (4.4%). It was lowest in Devon (2.6%).
  5.1 | % | The rate of theft was highest in Kent at |  |  |
  4.4 | % | The rate of theft in Surrey |  |  |
  2.6 | % | It was lowest in Devon The rate of theft |  |  |

Divers worked 41 hours on both wrecks, of which 9 were on the second.
  41 | hours | Divers worked on both wrecks |  |  |
  9 | hours | Divers worked were on the second |  |  |

There were 38,000 wells, serving 860,000 people.
  38000 | wells | There were wells |  |  |
  860000 | people | wells serving people |  |  |

Fares rose in 2004, when the rate was 4.4%.
  4.4 | % | the rate was |  | 2004-01-01/2004-12-31 |

It holds 29 of the 45 contracts that were let.
  29 | contracts | It holds contracts that were let | of 45 |  |
  45 | contracts | contracts that were let |  |  |

Pay was £74 a week in April 2014, compared with £71 a year before.
  74 | £ | Pay was a week in April 2014 |  | 2014-04-01/2014-04-30 |
  71 | £ | Pay was a week a year before |  | 2013-04-01/2013-04-30 |
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_number_takes_its_noun_from_what_stands_near(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


LETTER = "Dear Chair,\n\nI said that 40 boats had sunk.\n\nYours sincerely,\n\nDame Ada Thorne\nPermanent Secretary\n"


def test_a_letter_is_its_signatorys() -> None:
    found = extract(LETTER, SOURCE)
    assert [(f.said_by, f.role) for f in found.figures] == [("Dame Ada Thorne", "Permanent Secretary")]
    assert found.statements[0].speaker == "Dame Ada Thorne"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (LETTER, "Dame Ada Thorne", "Permanent Secretary"),
        (LETTER.replace("Thorne\n", "Thorne "), "Dame Ada Thorne", "Permanent Secretary"),
        (LETTER.replace("\nPermanent Secretary", ""), "Dame Ada Thorne", ""),
    ],
)
def test_the_office_stands_beneath_the_name(text: str, name: str, role: str) -> None:
    signed = signatory(text)
    assert signed is not None
    assert (signed.words, signed.role) == (name, role)


@pytest.mark.parametrize("text", ["", "Dear Chair,", "Yours sincerely,\n\nAda Thorne\n", "Dear me, it rained.\n"])
def test_what_is_no_letter_is_signed_by_nobody(text: str) -> None:
    assert signatory(text) is None


EVIDENCE = """Present: Mr Ben Ashe (Chair); Kitty Lomond.

Witness: Captain Ruth Dale, harbour master.

Q1 Chair: How many boats sank?

Captain Dale: Some 40 sank in 2014.

Q2 Kitty Lomond: I make it 55 boats.

Captain Dale: There were 40 boats.
"""


def test_whoever_opens_a_paragraph_of_evidence_has_the_floor() -> None:
    said = [(str(f.value), f.said_by) for f in extract(EVIDENCE, SOURCE).figures if f.unit == "boats"]
    assert said == [("40", "Captain Ruth Dale"), ("55", "Kitty Lomond"), ("40", "Captain Ruth Dale")]


@pytest.mark.parametrize(
    "text",
    [
        "We have not estimated what it would cost.",
        "The cost has never been measured.",
        "The office has made no estimate of its own.",
        "Neither she nor the bank could say how many were lost.",
        "No one has that figure.",
        "The survey does not ask whether they own boats.",
    ],
)
def test_what_nobody_has_worked_out_is_not_known(text: str) -> None:
    assert unanswering(text) is not None


@pytest.mark.parametrize("text", ["He has not counted on support.", "No one has been charged.", "She did not ask."])
def test_what_only_sounds_so_is_no_gap(text: str) -> None:
    assert unanswering(text) is None
