"""Wholes that stand before, after or round their parts, and what is none of many."""

from __future__ import annotations

import pytest

from tests.corpus.extract.reading import Row, table, told

# text, then for each figure: value, unit, measure, whole, time (both ends of a period, or the last day) and note
TABLE = """
845 of the 1,204 offenders have been found.
  845 | people | offenders have been found | of 1204 |  |
  1204 | people | offenders |  |  |

Of the 1,204 offenders, 845 have been found and 90 are in custody.
  1204 | people | offenders |  |  |
  845 | people | offenders have been found | of 1204 |  |
  90 | people | offenders are in custody | of 1204 |  |

Out of 52 trusts, 17 missed the target.
  52 | trusts | trusts |  |  |
  17 | trusts | trusts missed the target | of 52 |  |

Only two of 15 projects were late.
  2 | projects | Only projects were late | of 15 |  |
  15 | projects | projects |  |  |

None of the 40 inmates has been recaptured.
  0 | people | inmates has been recaptured | of 40 |  |
  40 | people | inmates |  |  |

No prisoners escaped in 2011.
  0 | people | prisoners escaped in 2011 |  | 2011-01-01/2011-12-31 |

There were no deaths in custody in 2011.
  0 | deaths | There were deaths in custody in 2011 |  | 2011-01-01/2011-12-31 |

No figures are held. No plans were made.

Some 60 warnings were in force, none of them severe.
  60 | warnings | warnings were in force |  |  |
  0 | warnings | them severe | of 60 |  |

Some 3,000 officers, 200 of them detectives, were deployed.
  3000 | people | officers were deployed |  |  |
  200 | people | them detectives | of 3000 |  |

There were 900 applications in 2011. More than 200 of them were refused.
  900 | applications | There were applications in 2011 |  | 2011-01-01/2011-12-31 |
  200 | applications | them were refused | of 900 |  |

A survey of 2,014 adults found that 38 per cent agreed.
  2014 | people | A survey of adults found that |  |  |
  38 | % | A survey of adults found that agreed | of 2014 |  |

About 40 per cent of patients were seen. The ward has 90 patients.
  40 | % | patients were seen |  |  |
  90 | people | The ward has patients |  |  |

Some 90 patients were seen in 2011. About 40 per cent of patients wait at home.
  90 | people | patients were seen in 2011 |  | 2011-01-01/2011-12-31 |
  40 | % | patients wait at home |  |  |

Nineteen of the patients, or 12 per cent, died within 30 days.
  19 | people | the patients died within 30 days |  |  |
  12 | % | the patients died within 30 days |  |  |
  30 | days |  |  |  |

There were 90 calls in 2011. A further 40 letters came.
  90 | calls | There were calls in 2011 |  | 2011-01-01/2011-12-31 |
  40 | letters | A further letters came |  |  |

The ward saw 90 patients in 2011. A further 12 went home.
  90 | people | The ward saw patients in 2011 |  | 2011-01-01/2011-12-31 |
  12 | people | A further patients went home | of 90 |  |

Some 41 trains were late in 2011. Another 30 trains were early.
  41 | trains | trains were late in 2011 |  | 2011-01-01/2011-12-31 |
  30 | trains | Another trains were early |  |  |
"""

READ = table(TABLE)


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_part_has_its_whole(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
