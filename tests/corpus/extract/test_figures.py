"""Sentences of unlike kinds with the figures that a careful reader finds in them, and what holds of any text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract import extract
from corpus.records import Figure, LinkKind, Qualifier, Source, SourceKind

Q = Qualifier
SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")

# text, then a line for each figure: value (both ends of a range), qualifier, unit, what is counted, the value of
# the whole that it is part of, and its own period's words (or the day that it is as at)
Row = tuple[str, ...]
TABLE = """
1,023 foreign national prisoners were released between February 1999 and March 2006.
  1023 | exactly | people | foreign national prisoners |  | between February 1999 and March 2006

There were 412 deaths in custody in 2011.
  412 | exactly | deaths | deaths |  | in 2011

More than 10,000 patients were seen in 2011.
  10000 | more_than | people | patients |  | in 2011

Nearly 2,100 nurses left the service last year.
  2100 | nearly | people | nurses |  | last year

Fewer than five pupils were excluded.
  5 | fewer_than | people | pupils |  |

At least 640 homes were flooded on 5 May 2012.
  640 | at_least | homes | homes |  | as at 2012-05-05

The contractor was paid £3.2 million.
  3200000 | exactly | £ | The contractor |  |

Ministers spent £48 million on consultants in 2009/10.
  48000000 | exactly | £ | Ministers |  | in 2009/10

Between 40 and 50 officers were suspended.
  40-50 | between | people | officers |  |

34 other sex attackers were freed.
  34 | exactly | people | other sex attackers |  |

54 convicted of assault were released.
  54 | exactly | people | convicted of assault |  |

Three murderers, nine rapists and 41 burglars were released.
  3 | exactly | people | murderers |  |
  9 | exactly | people | rapists |  |
  41 | exactly | people | burglars |  |

A total of 870 sailings were cancelled in January 2012.
  870 | exactly | sailings | sailings |  | in January 2012

The average wait was 54 days.
  54 | exactly | days | The average wait |  |

A third of the applicants were refused.
   | in_words | % | the applicants |  |

One in four children lived in poverty.
  25 | exactly | % | children |  |

Dozens of homes were damaged.
   | in_words | homes | homes |  |

The vast majority of claims were paid.
   | in_words | claims | claims |  |

The minister said that 160 of the cases had been decided by 30 April 2012.
  160 | exactly | cases | the cases |  | as at 2012-04-30

Clause 4 of the Bill, on page 12, was agreed at 10.30 pm.

Call 020 7946 0123 for details.

In the past seven years 1,500 soldiers were injured.
  1500 | exactly | people | soldiers |  | In the past seven years

There are 85,000 prisoners in England and Wales.
  85000 | exactly | people | prisoners |  |

The school has 1,200 pupils and 75 teachers.
  1200 | exactly | people | pupils |  |
  75 | exactly | people | teachers |  |

Turnout was 65.1%, up from 61.4% in 2005.
  65.1 | exactly | % | Turnout |  |
  61.4 | exactly | % | Turnout |  | in 2005

The tax raised £4.1 billion in 2010 and £4.6 billion in 2011.
  4100000000 | exactly | £ | The tax |  | in 2010
  4600000000 | exactly | £ | The tax |  | in 2011

The committee heard that up to 700 jobs could go.
  700 | at_most | jobs | jobs |  |

Ten years ago there were 5,000 posts.
  5000 | exactly | posts | posts |  | Ten years ago

The number of applications doubled to 24,000.
  24000 | exactly | applications | applications |  |

Since 2008, 96,000 homes have been protected.
  96000 | exactly | homes | homes |  | Since 2008

By December 2011, 371 offenders had been deported.
  371 | exactly | people | offenders |  | as at 2011-12-31

The department received 51,200 applications in April and 38,900 in May.
  51200 | exactly | applications | applications |  | in April
  38900 | exactly | applications | applications |  | in May

Sales of 4,500 houses were agreed in April 2012.
  4500 | exactly | houses | houses |  | in April 2012

The force lost 320 officers in 2010 and 410 in 2011.
  320 | exactly | people | officers |  | in 2010
  410 | exactly | people | officers |  | in 2011

An estimated 25,000 people marched on 3 March 2012.
  25000 | about | people | people |  | as at 2012-03-03

Up to 60 schools may close.
  60 | at_most | schools | schools |  |

Around 1.5 million pensioners claimed the grant.
  1500000 | about | people | pensioners |  |

Just over 300 cases were reviewed in 2008.
  300 | more_than | cases | cases |  | in 2008

Police arrested 214 demonstrators in June 2011.
  214 | exactly | demonstrators | demonstrators |  | in June 2011

The Agency fined 12 water companies in 2011.
  12 | exactly | companies | water companies |  | in 2011

Ten ships were scrapped in 2009.
  10 | exactly | ships | ships |  | in 2009

The trust treated 9,400 patients in 2010/11.
  9400 | exactly | people | patients |  | in 2010/11

Almost 700 applicants were refused visas in 2011.
  700 | nearly | people | applicants |  | in 2011

Not more than 30 staff were dismissed.
  30 | at_most | people | staff |  |

More than half of the passengers were delayed.
  50 | more_than | % | the passengers |  |

Two thirds of members voted for the strike.
   | in_words | % | members |  |

The scheme cost £36.50 per household.
  36.50 | exactly | £ | The scheme |  |

The court heard 88 appeals between June 2010 and June 2011.
  88 | exactly | appeals | appeals |  | between June 2010 and June 2011

In March 2012, 1,204 licences were issued.
  1204 | exactly | licences | licences |  | In March 2012

During 2010, 93 lifeboats were launched.
  93 | exactly | lifeboats | lifeboats |  | During 2010

Some 40 per cent of graduates were unemployed in 2011.
  40 | about | % | graduates |  | in 2011

It employs 5,600 staff, of whom 1,900 are part-time.
  5600 | exactly | people | staff |  |
  1900 | exactly | people | staff | 5600 |

As many as 150 firms closed.
  150 | at_most | firms | firms |  |

Only 23 of the complaints were upheld.
  23 | exactly | complaints | the complaints |  |

It was the 23rd complaint of 2011.

Form A12 was revised on 4 May 2012 at 9.30 am.

He was first elected in 1997.

The bill was £1,250.
  1250 | exactly | £ | The bill |  |

1,023 foreign national prisoners were released between February 1999 and March 2006. Of these, 288 were
released after August 2005.
  1023 | exactly | people | foreign national prisoners |  | between February 1999 and March 2006
  288 | exactly | people | these | 1023 | after August 2005

The board lit 1,204 lamps in 2011. They included 40 gas lamps.
  1204 | exactly | lamps | lamps |  | in 2011
  40 | exactly | lamps | gas lamps | 1204 |

Some 3,000 patients were treated in 2011. Only 107 of the patients were readmitted.
  3000 | about | people | patients |  | in 2011
  107 | exactly | people | the patients | 3000 |

The prison released 600 men. They included four murderers, eleven rapists and 62 burglars.
  600 | exactly | people | men |  |
  4 | exactly | people | murderers | 600 |
  11 | exactly | people | rapists | 600 |
  62 | exactly | people | burglars | 600 |

More than 1,000 offenders were freed, it was first said. The 1,023 offenders were freed between 2001 and 2004.
At least 900 of them are missing.
  1000 | more_than | people | offenders |  |
  1023 | exactly | people | offenders |  | between 2001 and 2004
  900 | at_least | people | them | 1023 |

There were 900 offenders in March 2012. More than 200 of them were deported.
  900 | exactly | people | offenders |  | in March 2012
  200 | more_than | people | them | 900 |

Officials issued 700 visas in May 2011. Half of the visas were renewed.
  700 | exactly | visas | visas |  | in May 2011
  50 | exactly | % | the visas | 700 |

The Agency inspected 80 farms in 2009. Only three of the farms were closed.
  80 | exactly | farms | farms |  | in 2009
  3 | exactly | farms | the farms | 80 |
"""


def table(written: str) -> list[tuple[str, list[Row]]]:
    """Blocks of lines: those with bars are figures, those without are the text."""
    read = []
    for block in written.strip().split("\n\n"):
        lines = block.splitlines()
        rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines if "|" in line]
        read.append((" ".join(line for line in lines if "|" not in line), rows))
    return read


READ = table(TABLE)


def row(figure: Figure, held: dict[str, Figure]) -> Row:
    value = "" if figure.value is None else f"{figure.value:f}"
    if figure.upper is not None:
        value += f"-{figure.upper:f}"
    whole = str(held[figure.part_of].value) if figure.part_of else ""
    when = figure.period.words if figure.period else f"as at {figure.as_at.last}" if figure.as_at else ""
    return value, str(figure.qualifier), figure.unit, figure.counted, whole, when


def test_the_table_is_read() -> None:
    assert len(READ) >= 60


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:60] for text, _ in READ])
def test_a_careful_reader_finds_these_figures(text: str, expected: list[Row]) -> None:
    found = extract(text, SOURCE).figures
    held = {f.id: f for f in found}
    assert [row(f, held) for f in found] == expected


@pytest.mark.parametrize("text", [text for text, _ in READ], ids=range(len(READ)))
def test_every_figure_stands_in_its_own_words(text: str) -> None:
    for figure in extract(text, SOURCE).figures:
        spoken_for(figure, text)


def spoken_for(figure: Figure, text: str) -> None:
    """A figure's span lies in its sentence, and holds its digits where it is given in digits."""
    assert figure.span.within(figure.context)
    words = figure.span.of(text)
    assert words.strip()
    assert figure.context.of(text)
    digits = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", words)
    if figure.value is not None and digits and not re.search(r"[a-z½¼¾-]", words):
        assert f"{figure.value:f}".lstrip("-") in {d.replace(",", "") for d in digits}


def test_a_part_is_linked_to_its_whole() -> None:
    found = extract("The board lit 1,204 lamps in 2011. They included 40 gas lamps.", SOURCE)
    [link] = [k for k in found.links if k.kind is LinkKind.PART_OF]
    whole, part = found.figures
    assert (link.from_id, link.to_id, part.part_of) == (part.id, whole.id, whole.id)
    assert part.population == whole.measure


def test_relative_times_start_from_the_day_of_publication() -> None:
    [figure] = extract("Nearly 2,100 nurses left last month.", SOURCE).figures
    assert figure.period
    assert (figure.period.start, figure.period.end) == (date(2012, 4, 1), date(2012, 4, 30))


def test_a_figure_given_again_restates_the_first() -> None:
    text = "The board freed 1,023 prisoners in 2004. Later it was asked about the 1,023 prisoners."
    found = extract(text, SOURCE)
    assert [k.kind for k in found.links] == [LinkKind.RESTATES]


WORDS = (
    "Of the these them 1,023 288 nine more than at least prisoners were released in March 2004 between and to per cent"
)
WORDS += ' £5m rose fell from , . ; ( ) — "It said" whom which including not known 16-year-old half 2005-06 % who they'


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS.split()), max_size=60).map(" ".join))
def test_any_text_is_read_and_every_span_reads_back(text: str) -> None:
    found = extract(text, SOURCE)
    ids = {f.id for f in found.figures}
    assert len(ids) == len(found.figures)
    for figure in found.figures:
        spoken_for(figure, text)
        assert figure.part_of in ids | {None}
        assert figure.part_of != figure.id
        assert (figure.value is None) == (figure.qualifier in (Q.IN_WORDS, Q.SUPPRESSED, Q.NOT_KNOWN))
        assert figure.upper is None or figure.qualifier is Q.BETWEEN
    for statement in found.statements:
        assert statement.span.of(text) == statement.text
        assert statement.quotation is None or statement.quotation.within(statement.span)
    assert found == extract(text, SOURCE)


@given(
    st.integers(2, 99_999_999), st.sampled_from(["lamps", "prisoners", "patients", "forms"]), st.integers(1990, 2011)
)
def test_any_count_is_read_as_it_is_written(value: int, noun: str, year: int) -> None:
    [figure] = extract(f"In {year} there were {value:,} {noun}.", SOURCE).figures
    assert figure.value == value
    assert (figure.counted, figure.qualifier) == (noun, Q.EXACTLY)
    assert figure.period
    assert figure.period.start == date(year, 1, 1)


@given(st.lists(st.integers(2, 9_999).map(lambda n: f"{n:,}"), min_size=2, max_size=6))
def test_every_number_of_a_list_is_read(values: list[str]) -> None:
    nouns = ["lamps", "forms", "homes", "ships", "desks", "farms"]
    listed = [f"{v} {n}" for v, n in zip(values, nouns, strict=False)]
    text = f"The board lost {', '.join(listed[:-1])} and {listed[-1]}."
    found = extract(text, SOURCE).figures
    assert [f"{f.value:,}" for f in found] == values
    assert [f.counted for f in found] == nouns[: len(values)]


def test_a_figure_is_never_part_of_itself() -> None:
    text = "He said that just 60 people have been paid so far in the first year\u2014just 60 people out of 1,275."
    found = {f.id: f for f in extract(text, SOURCE).figures}
    for figure in found.values():
        seen = {figure.id}
        while figure.part_of is not None:
            figure = found[figure.part_of]
            assert figure.id not in seen
            seen.add(figure.id)
