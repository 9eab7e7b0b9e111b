"""By whom and to whom the figure asked about was given: "according to the Treasury", "what were MPs told?"."""

from __future__ import annotations

import re

from bot.blanks import blank
from corpus.extract.offices import head
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Source, SourceKind

__all__ = ["given_by", "hearer", "is_department", "paper_first", "sayer", "told", "was_told"]

_NAMED = (
    r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+"
    r"(?: (?:of|for|the|and(?: the)?) [A-Z][\w'-]+| [A-Z][\w'-]+| \d{1,2}(?!\d)){0,5}"
    r"(?: (?:official )?spokes(?:man|woman|person))?)"
)
_TOLD = (
    r"(?:given|announce|give|report|disclose|state|quote|publish|reveal|cite|admit|provide|say|mention|count|find|found|put"
    r"|claim|suggest|estimate|calculate|show|acknowledge|concede)(?:d|ed|s)?"
)
_OWNED_UP = r"(?:admitted|own(?:ed)? up|confess(?:ed)?|come clean(?= about))(?: to| about)?"
_GIVEN = (
    r"(?:(?:written |oral )?(?:letter|statement|answer|report|evidence|memorandum|speech|correction|amendment)"
    r"|figures?)"
)
_SAYERS = (
    regex(
        rf"\b(?:did|does|do|has|had) {_NAMED} (?:first |originally |initially |later |then |also )?"
        rf"(?:{_TOLD}|{_OWNED_UP})\b"
    ),
    regex(
        rf"\b(?:did|had|has) {_NAMED} (?:tell|told)"
        r"(?= (?:(?i:mps|peers|parliament|ministers)|the [A-Z]\w+(?: (?:of )?[A-Z]\w+)*) (?:of|about)\b)"
    ),
    regex(rf"\b(?:that|which) {_NAMED} (?:had |has )?(?:first |originally |initially |later )?(?:{_TOLD}|gave|told)\b"),
    regex(rf"\b[Aa]ccording to {_NAMED}"),
    regex(
        r",?\s*\b(?:going by|judging by|according to|as told (?:in|by)) (?P<who>the (?:news)?(?:papers|press|media))\b"
        r"(?:,|(?= (?:of|on|in)\b)|(?=\W*$))",
        re.IGNORECASE,
    ),
    regex(rf"\b(?:in|by) {_NAMED}(?:'s|\u2019s) {_GIVEN}\b"),
    regex(
        rf"\b(?:did|does|has|had) {_NAMED}(?:'s|\u2019s) {_GIVEN}(?= (?:of|on|dated|in) [^?]*\b(?:give|say|state"
        r"|show|put|contain|report|quote)\b)"
    ),
    regex(
        rf",?\s*\b(?:in|by|on|under|from) {_NAMED}(?:'s|\u2019s) "
        rf"(?:amended|corrected|revised|updated|restated|later|latest|final) {_GIVEN}\b"
    ),
    regex(
        rf"\b(?:[Oo]n|[Bb]y) {_NAMED}(?:'s|\u2019s) "
        r"(?:count|tally|reckoning|estimate|calculations?|figures?|numbers?),?",
    ),
    regex(
        r"\b(?:on|by|from|in) (?P<who>(?:the )?[\w-]+(?: [\w-]+){0,2})(?:'s|\u2019s|s'|s\u2019) own "
        r"(?:account|admission|reckoning|figures?|count|telling|words?|estimate|say-so)\b,?",
        re.IGNORECASE,
    ),
    regex(
        rf"\bwhen {_NAMED} (?:(?:first|last) )?(?:spoke|reported|stood up|got up|rose|wrote|gave evidence"
        rf"|(?:made|gave) (?:a|an|his|her|the|its|their) (?:\w+ )?(?:statement|speech|evidence)"
        rf"|addressed (?:the \w+|(?i:mps|peers|parliament))|appeared before (?:the \w+|(?i:mps|peers)))"
        rf"(?: (?:to|in) (?:the \w+|(?i:mps|peers|parliament)))?(?=[,?.]|\s+(?:on|in)\s|\s*$)"
    ),
    regex(
        r"\bwhen (?P<who>(?!(?:he|she|it|they|we|you|i|the|an?|this|that|his|her|its|their|somebody|someone|nobody)\b)"
        r"[a-z][\w'\u2019-]+(?: [a-z][\w'\u2019-]+)?)"
        r" (?:(?:first|last) )?(?:(?:spoke|reported|wrote|gave evidence) (?:to|in|before)|addressed|appeared before"
        r"|(?:made|gave) (?:a|an|his|her|the) (?:\w+ )?(?:statement|speech) (?:to|in))"
        r" (?:mps|peers|parliament|the (?:house|commons|lords|assembly|senedd|committee|inquiry|council))\b"
    ),
)


_RECEIVED = r"(?:was|were|(?:had|has|have)(?=[^?]*\bbeen\b))"
_RECEIVING = r"(?:been )?(?:given|told|sent|shown|offered|supplied with|provided with|informed of)"
_HEARERS = regex(
    rf"\b{_RECEIVED} (?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){{0,5}}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)"
    rf" (?:first |originally |initially |later |then |also |in fact |actually )?{_RECEIVING}\b",
)
_GIVEN_TO = regex(
    r"\b(?:been )?(?:given|told|sent|shown|supplied|provided|reported|disclosed|announced|stated|quoted) to "
    r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){0,5}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)(?=\W|$)"
)


_WHICH_GIVEN = regex(
    r"(?:(?<=figure)|(?<=number)|(?<=total)) (?:that |which )?(?P<who>(?:the )?[A-Z][\w'\u2019-]+"
    r"(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){0,5}|mps|peers|parliament|the house|the committee"
    r"|(?P<plain>the (?:[a-z]+ ){0,3}?[a-z]+))"
    r" (?:had been|has been|have been|was|were) (?:first |originally |initially |later )?(?:given|told|sent|shown)\b"
)
"""To whom, where it is told as of the figure itself: "the figure *that the Assembly had been given*"."""


_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_OF_DAY = rf"(?:(?:\d{{1,2}} )?{_MONTH} \d{{4}})"
_PAPER = (
    r"(?:(?:written|oral|ministerial|commons|lords|parliamentary|official|supplementary) )*"
    r"(?P<who>statement|letter|answer|reply|evidence|memorandum|briefing|speech|report|bulletin)"
)
_DATED_PAPER = regex(
    rf"\b(?P<whose>the|that|his|her|its|their|[\w.-]+['\u2019]s) (?P<day>{_OF_DAY}) (?P<paper>{_PAPER})\b(?!-)",
    re.IGNORECASE,
)
_IN_THAT_PAPER = regex(
    rf"\b(?:in|from|at the time of|as (?:of|at|in|given in)) (?:(?:the|that|his|her|its|their) )?{_PAPER}"
    rf" (?P<day>(?:of|on|dated|from) {_OF_DAY})",
    re.IGNORECASE,
)
"""The paper that a figure was given in, told by its date: the figure is one of that telling."""


def paper_first(text: str) -> str:
    """TEXT with the date of a paper after it: "in the *statement of 3 May 2010*" for "in the 3 May 2010 statement"."""
    return _DATED_PAPER.sub(lambda m: f"{m['whose']} {m['paper']} of {m['day']}", text)


def _is_a_thing(asked: str) -> bool:
    """Whether it is things that are ASKED about, and not a figure, nor nothing by name ("what *was* given to …")."""
    return bool(lexicon().ids(asked)) and _A_FIGURE.search(asked) is None


_HANDED_OVER = regex(r"(?:been )?(?:given|sent|shown|supplied|provided)\b")
_A_FIGURE = regex(r"\b(?:figures?|numbers?|totals?|counts?|estimates?|answers?|sums?)\b", re.IGNORECASE)
_IN_PAPER = regex(
    r"\b(?:was |were )?(?:given|quoted|stated|used|published|reported|set out|included|contained|put|said) in "
    r"(?:the|a|an|his|her|its|their|that) (?P<who>(?:\w+ )?(?:answer|letter|statement|report|notice|reply|bulletin"
    r"|release|evidence|speech|memo(?:randum)?|briefing|interview))(?=\W|$)",
    re.IGNORECASE,
)
"""The paper that a figure was given in."""


_ITSELF_GIVEN = regex(
    r"^\W*(?:and |so )?(?:what|which) (?:\w+ )?(?:number|figure|total|count|estimate) (?:of|for) (?:[\w-]+ )*?[\w-]+s\b"
    r"[^?]*\b(?:was|has been|had been) (?:\w+ly )?(?:given|sent|shown|supplied|provided)\b",
    re.IGNORECASE,
)
"""What is said of the number itself, and of no thing counted: "what number *of tugs was sent to* the Board"."""


def told(stretch: str, plain: str = "", *, counting: bool = True) -> tuple[str, str]:
    """To whom, or in which paper, the figure asked for was given, and the question (PLAIN in full) without that."""
    given = _GIVEN_TO.search(stretch)
    thing = given is not None and _HANDED_OVER.match(given.group()) and _is_a_thing(stretch[: given.start()])
    if thing and _ITSELF_GIVEN.match(plain) is None:
        given = None  # boats that were sent to Rye are no figure that Rye was given
    which = _WHICH_GIVEN.search(stretch)
    if (
        which is not None
        and which["plain"]
        and not any(t.kind in ("body", "role") for t in lexicon().terms(which["plain"]))
    ):
        which = None
    match = which or _HEARERS.search(stretch) or given or _IN_PAPER.search(stretch)
    if not match and counting and (paper := _IN_THAT_PAPER.search(stretch)) is not None:
        day = paper["day"].split(" ", 1)[1]
        on = "on" if day[:1].isdigit() else "in"
        return paper["who"].lower(), f"{stretch[: paper.start()]} {on} {day} {stretch[paper.end() :]}"
    if not match:
        return "", stretch
    return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]


_AUDIENCE = regex(
    r"\b(?:to )?(?P<who>(?-i:the (?:[A-Z][\w'\u2019-]+ (?:of |for |and )?(?:the )?){1,5}"
    r"(?:Committee|Commission|Inquiry|Council|Court|Board))"
    r"|the house(?: of (?:commons|lords))?|the (?:commons|lords|committee|court|inquiry|public|press)"
    r"|mps|peers|parliament|ministers|reporters|journalists)(?=\W|$)",
    re.IGNORECASE,
)


def hearer(stretch: str) -> tuple[str, str]:
    """To whom a named speaker gave it ("What figure did the Minister give *the House*?"), and what is left."""
    match = _AUDIENCE.search(stretch)
    return (match["who"], blank(stretch, [match.span()])) if match is not None else ("", stretch)


def sayer(stretch: str) -> tuple[str, str]:
    """Whose figure is asked for, and the question without those words."""
    for pattern in (*_SAYERS, *_SPEAKERS):
        match = pattern.search(stretch)
        handed = match is not None and _HANDED.match(stretch, match.end()) is not None
        if match and not handed and (pattern in _SAYERS or head(match["who"])):
            return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]
    return "", stretch


_HANDED = regex(
    r"(?:(?<=give)|(?<=given)|(?<=provide))\s+(?!(?:for|of|as|in|on|mps|peers|parliament|the\s+(?:house|commons|lords|committee|court"
    r"|inquiry|public|press)|(?:a|any|the)\s+(?:figure|number|total|estimate))\b)(?:to\s+)?[a-z]",
    re.IGNORECASE,
)
"""What is given to somebody to keep, and is no figure that was told: "did the Government *give householders*"."""
_PLAIN = (
    r"(?P<who>the (?:(?:no\.?|number) 1[01] )?(?:[a-z][\w'\u2019-]+ ){0,3}?[a-z][\w'\u2019-]+"
    r"(?: (?:of|at|for) (?:the )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*)?)"
)
_SPEAKERS = (
    regex(
        rf"\b(?:did|does|do|has|had) {_PLAIN} (?:first |originally |initially |later |then |also )?"
        rf"(?:{_TOLD}|{_OWNED_UP})\b"
    ),
    regex(rf"\b[Aa]ccording to {_PLAIN}(?=[\s,?.]*$|,)"),
    regex(
        r"(?:^|\b(?:is|was|are|were) )(?P<who>(?:the )?(?:[A-Z][\w'-]+ ){0,4}?"
        r"(?:Office|Department|Ministry|Treasury|Government|Agency|Inspectorate|Commission))(?:'s|\u2019s) "
        r"(?:(?:own|latest|current|official|present|newest|most recent) )*"
        r"(?=total(?:\W*$| (?:for|of|figure|count|is|was|now)\b))"
    ),
)
"""Those named by what they are, whose head must be one that speaks: "does *the union* say"."""


def given_by(sayer: str, figure: Figure, source: Source) -> bool:
    """Whether the figure is this person's or body's: its speaker, office, publisher or source names them."""
    titled = "" if figure.said_by else source.title
    given = f"{figure.said_by} {figure.role} {source.publisher} {titled}"
    if _PRESS.fullmatch(sayer) is not None:
        own = f"{source.publisher} {source.title}"
        told = source.paraphrase or figure.said_by in own  # and in no words of somebody whom it quotes
        return source.kind is SourceKind.PRESS_REPORT and told
    asked = lexicon().ids(sayer)
    putting = _PUTTING.search(figure.measure)
    if putting is not None and asked and asked <= lexicon().ids(figure.measure[: putting.start()]):
        return True
    if _ministers(sayer, figure.role) or re.search(rf"\b{re.escape(sayer)}['\u2019]s?\b", figure.measure):
        return True
    return sayer.split()[-1].lower() in given.lower().split() or bool(asked and asked <= lexicon().ids(given))


_PRESS = regex(r"(?:the )?(?:newspapers|papers|press|media)", re.IGNORECASE)
_DEPARTMENT = regex(
    r"(?:the )?(?:(?P<first>[\w' -]+?) (?:Office|Department|Ministry)"
    r"|(?:Department|Ministry) (?:of|for) (?P<last>[\w' -]+))",
    re.IGNORECASE,
)


def is_department(sayer: str) -> bool:
    """Whether SAYER is a department, for which one minister after another speaks."""
    return _DEPARTMENT.fullmatch(sayer) is not None


def _ministers(department: str, role: str) -> bool:
    """Whether a ROLE is that of a DEPARTMENT's own minister: the Harbour Secretary's, of the Harbour Office."""
    match = _DEPARTMENT.fullmatch(department)
    if match is None:
        return False
    name = (match["first"] or match["last"]).lower()
    name = re.escape(name)
    own = rf"{name} (?:secretary|minister)|(?:secretary of state|minister) (?:for|of) (?:the )?{name}"
    return re.fullmatch(own, role.lower()) is not None


_PUTTING = regex(
    r"\b(?:puts?|putting|estimates?|estimated|says?|said|reckons?|reckoned|believes?|believed|claims?|claimed|counts?"
    r"|counted|calculates?|calculated|reports?|reported|found|told|gives?|gave)\b",
    re.IGNORECASE,
)
"""After these a number is that of whoever is named before them ("the association *puts* the number at 600")."""


_PAPERS = regex(r"statement|letter|answer|reply|evidence|memorandum|briefing|speech|report|bulletin")


def was_told(whom: str, said: str, kind: str = "") -> bool:
    """Whether a number was given to WHOM, by the words SAID with it: Members are told what the House is told.

    In a paper ("the statement") it was given where those words, or the KIND of its source, say that it is one.
    """
    if _PAPERS.fullmatch(whom) is not None:
        return re.search(rf"\b{whom}\b", f"{said} {kind}", re.IGNORECASE) is not None
    lex = lexicon()
    here = lex.ids(said)
    return all(i in here or (lex.kind(i) in ("role", "body") and lex.relatives(i) & here) for i in lex.ids(whom))
