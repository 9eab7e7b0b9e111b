"""Who said what: speakers, their offices, quotations at their own place, and what nobody could say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.statements import statements
from corpus.records import Source, SourceKind, Statement, StatementAct

A = StatementAct
SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")

# text, speaker, office, act, the words quoted
READ = [
    ("In 3 of the 22 ports the harbour master said that no rope was kept.", "harbour master", "", A.SAID, ""),
    ("In the Commons the minister said that 40 boats were lost.", "minister", "", A.SAID, ""),
    ("In a letter the chairman of the board said that the pier was shut.", "chairman of the board", "", A.SAID, ""),
    (
        'The Home Secretary, Jane Harrow, told MPs: "We have failed the public."',
        "Jane Harrow",
        "Home Secretary",
        A.SAID,
        "We have failed the public.",
    ),
    (
        "Jane Harrow, the Health Minister, said that 640 nurses had been redeployed.",
        "Jane Harrow",
        "Health Minister",
        A.SAID,
        "",
    ),
    (
        '"It is a disgrace," said David Marsh, the Conservative spokesman.',
        "David Marsh",
        "Conservative spokesman",
        A.CRITICISED,
        "It is a disgrace,",
    ),
    ("“It is a start,” Jane Harrow said.", "Jane Harrow", "", A.SAID, "It is a start,"),
    ("Jane Harrow apologised for the error.", "Jane Harrow", "", A.APOLOGISED, ""),
    ("A spokesman for the Home Office declined to comment.", "A spokesman for the Home Office", "", A.REFUSED, ""),
    ("David Marsh asked how many prisoners had escaped.", "David Marsh", "", A.ASKED, ""),
    ("It is not known how many of them were foreign.", "", "", A.NOT_KNOWN, ""),
    ("Officials could not say how many had been deported.", "Officials", "", A.NOT_KNOWN, ""),
    ("The information could be obtained only at disproportionate cost.", "", "", A.DISPROPORTIONATE_COST, ""),
    ("7. The council said that 31 lifeboats leaked.", "council", "", A.SAID, ""),
    (
        "2.14 On 8 May 2011 the Department for Ferries said that 40 piers had closed.",
        "Department for Ferries",
        "",
        A.SAID,
        "",
    ),
    ("(3) The library board could not say how many books were lost.", "library board", "", A.NOT_KNOWN, ""),
]


def of(text: str) -> tuple[Statement, ...]:
    return statements(text, SOURCE)


@pytest.mark.parametrize(("text", "speaker", "role", "act", "quoted"), READ, ids=[r[0][:50] for r in READ])
def test_who_said_what(text: str, speaker: str, role: str, act: StatementAct, quoted: str) -> None:
    [statement] = of(text)
    assert (statement.speaker, statement.role, statement.act) == (speaker, role, act)
    assert (statement.quotation.of(text) if statement.quotation else "") == quoted
    assert statement.verbatim == bool(quoted)
    assert statement.said_on == date(2012, 5, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell all day.",
        "The committee met in May.",
        "Some 3,000 officers were deployed.",
        "The lamps of the town were lit.",
        "",
        "\n\n",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert of(text) == ()


TOLD = """
# single marks, curly and straight; an apostrophe is none
‘We should have shut it in March,’ said Councillor Ruth Adeyemi, who chairs the highways committee. ‘Nobody heard that.’
Councillor Ruth Adeyemi | who chairs the highways committee | said | We should have shut it in March,
Councillor Ruth Adeyemi | who chairs the highways committee | said | Nobody heard that.

Omar Reyes, the coroner, said: 'The prisoners' families don't know. It's a disgrace.'
Omar Reyes | coroner | said | The prisoners' families don't know.
Omar Reyes | coroner | criticised | It's a disgrace.

The governors' association said it had 'no faith' in the firm's rock 'n' roll figures of the '90s.
governors' association | | said | no faith

# words announced by a colon, and words that run on over paragraphs
The chief fire officer, Tom Brace, said:¶“Crews came in nine minutes.¶“We have asked for a second pump. It failed.”
Tom Brace | chief fire officer | said |
Tom Brace | chief fire officer | said | Crews came in nine minutes.
Tom Brace | chief fire officer | said | We have asked for a second pump.
Tom Brace | chief fire officer | said | It failed.

**The Minister for Ports (Lena Strand):**¶'The quay is shut.¶'It will stay shut.'
Lena Strand | Minister for Ports | said | The quay is shut.
Lena Strand | Minister for Ports | said | It will stay shut.

"The tide rose. The wall gave way," Ann Orde, an engineer, told the inquiry. "Then it was dark."
Ann Orde | engineer | said | The tide rose.
Ann Orde | engineer | said | The wall gave way,
Ann Orde | engineer | said | Then it was dark.

# a person's words in his own statement
**The Secretary of State for Ferries (Hugh Lowe):** I must correct a figure. The quay held 40 boats. I apologise for it.
Hugh Lowe | Secretary of State for Ferries | corrected |
Hugh Lowe | Secretary of State for Ferries | said |
Hugh Lowe | Secretary of State for Ferries | apologised |

# what could or would not be said
The force does not hold the information centrally. No central record is kept of such calls. Reasons were not recorded.
force | | not held |
| | not held |
| | not held |

The ministry could not say how many lifts had failed. It has yet to establish what repairs will cost.
ministry | | not known |
ministry | | not known |

It is too early to say what effect the ban has had. Data on breeds is not collected. The agency keeps no log of calls.
| | not known |
| | not held |
agency | | not held |

I am unable to say, because the Service does not record travellers' plans.
| | not known |

Ivy Moss declined to say whether the pier would open. She would not discuss the lease. A spokesman refused to comment.
Ivy Moss | | refused |
Ivy Moss | | refused |
A spokesman | | refused |

The vicar refused to apologise. Campaigners demanded an apology. Dina Farr said sorry to the parish.
vicar | | refused |
Campaigners | | said |
Dina Farr | | apologised |

# office and name
Shadow transport secretary Ian Fell accused the firm of dithering. "They knew," Fell said.
Ian Fell | Shadow transport secretary | criticised |
Ian Fell | Shadow transport secretary | said | They knew,

Cllr Bo Tarn (Ind), cabinet member for parks, said no oaks had gone. The cabinet member added that he liked limes.
Cllr Bo Tarn | cabinet member for parks (Ind) | said |
Cllr Bo Tarn | cabinet member for parks (Ind) | said |

"We were misled," said the committee's chair, Sir Alan Dray. Sir Alan added: "I want answers."
Sir Alan Dray | committee's chair | said | We were misled,
Sir Alan Dray | committee's chair | said | I want answers.

Eve Hart, who took over as head teacher in May, said the roof leaked. Pat Dunn, for the Greens, said the wall did too.
Eve Hart | head teacher | said |
Pat Dunn | for the Greens | said |

Moira Quill, secretary of the anglers' union, said its members had been warned.
Moira Quill | secretary of the anglers' union | said |

# bodies and documents that speak
The report says that no lessons were learned. It found no proof of theft. Papers seen by the panel show that it was.
report | | said |
report | | said |
Papers seen by the panel | | said |

According to the National Audit Office, it failed. Police said nobody was held. The charity Homeward said it knew.
National Audit Office | | said |
Police | | said |
charity Homeward | | said |

Between May and June its vans broke down twice, the council said. A father of three said he had waited an hour.
council | | said |
A father of three | | said |

# verbs of saying that say nothing
The hospital admitted 512 children. Some 4,000 pensioners claimed the grant. Thirty staff were dismissed.

An estimated 25,000 came. Passengers were told to wait. Those who complained were sent away.

The firm added 30 vans. The trust reported 12 losses. Claims of delay were rejected.

Schools with confirmed faults are helped. Officials keep owners informed. Lines run within other member states.

# names of many words, and how the House names its Members
Home Office Road Safety Minister Robert Alder said it was time. Prime Minister Anna May said so too.
Robert Alder | Home Office Road Safety Minister | said |
Anna May | Prime Minister | said |

In May, my right hon. Friend the Chancellor of the Exchequer announced that the tax would go.
Chancellor of the Exchequer | | said |

Both the Foreign Secretary and the Defence Secretary have emphasised that aid must pass.
Both the Foreign Secretary and the Defence Secretary | | said |

# a refusal is not ignorance; what is clear "that" is open no more
The Home Office does not provide a breakdown of patrols. The mayor did not say how many there were.
Home Office | | refused |
mayor | | refused |

It was not clear that the lamp was lit. Deaths are broken down by cause. It is unclear whether the oil was sold.
| | not known |

The clerk has taken the blame and has written to the bishop to apologise. The dean had been asked to.
clerk | | apologised |
"""


def speeches() -> list[tuple[str, list[tuple[str, ...]]]]:
    """Blocks of the table: a text, whose paragraphs ¶ parts, and its statements, one a line."""
    read = []
    for block in TOLD.strip().split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        text = lines[0].replace("\u00b6", "\n\n")
        read.append((text, [tuple(cell.strip() for cell in line.split("|")) for line in lines[1:]]))
    return read


@pytest.mark.parametrize(("text", "told"), speeches(), ids=[text[:50] for text, _ in speeches()])
def test_statements_of_a_text(text: str, told: list[tuple[str, ...]]) -> None:
    found = [(s.speaker, s.role, str(s.act), s.quotation.of(text) if s.quotation else "") for s in of(text)]
    assert found == told


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "Jane Harrow, the Health Minister, spoke in Leeds.\n\nMs Harrow said the wards would reopen."
    [statement] = of(text)
    assert (statement.speaker, statement.role) == ("Jane Harrow", "Health Minister")


def test_she_is_the_last_who_spoke() -> None:
    text = 'Jane Harrow said the wards would reopen. "This must stop," she said.'
    assert [s.speaker for s in of(text)] == ["Jane Harrow", "Jane Harrow"]


def test_the_one_quoted_about_is_not_the_one_who_spoke() -> None:
    text = 'Jane Harrow said: "David Marsh was wrong."'
    assert [s.speaker for s in of(text)] == ["Jane Harrow"]


WORDS = (
    'Jane Harrow Mr Marsh said told that " “ ” the Home Secretary apologised it is not known how many . , : ( she and'
)


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS.split()), max_size=50).map(" ".join))
def test_any_text_is_read_and_each_statement_stands_in_it(text: str) -> None:
    found = of(text)
    for statement in found:
        assert statement.span.of(text) == statement.text
        assert statement.text.strip()
        if statement.quotation:
            assert statement.quotation.within(statement.span)
            assert statement.quotation.of(text)
    assert len({s.id for s in found}) == len(found)
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)


@given(st.text(alphabet=st.characters(blacklist_characters='"“”\n\r', categories=["L", "Zs"]), min_size=8, max_size=80))
def test_what_is_quoted_is_kept_to_the_letter(words: str) -> None:
    text = f'Jane Harrow said: "Yes {words.strip()} indeed"'
    quotations = [s.quotation.of(text) for s in of(text) if s.quotation]
    assert quotations == [f"Yes {words.strip()} indeed"]
