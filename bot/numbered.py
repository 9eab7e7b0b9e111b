"""Questions about a number itself: what it counts, who gave it, and whether it was put right since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answer import Answer, Status
from bot.chains import of_one_time
from bot.choosing import set_against
from bot.compose import Composer
from bot.derive import ratio
from bot.evidence import Found, Scales, told_on
from bot.heard import Heard, Line
from bot.query import Query
from bot.taken_back import never_restated, taken_back
from bot.tellers import given_by
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["about_number", "number_of"]

_GIVEN = regex(r"(?<![\w.,\u00a3$\u20ac-])\d[\d,]*(?:\.\d+)?(?![\w%])")
_ONE = r"(?:the )?(?:(?:figure|number|total|count) (?:of )?)?#(?: figure| number| total)?"
_RIGHTED = r"(?:corrected|revised|changed|amended|superseded|restated|updated|replaced|withdrawn|put right|overtaken)"
_WHETHER = regex(rf"(?:was|is|has|were) {_ONE} (?:been |ever |since |later )*{_RIGHTED}\b.*")
_RIGHT = regex(rf"(?:was|is|were) {_ONE} (?:ever |really |actually |still |in fact )?(?:right|correct|accurate|true)")
_STANDS = regex(
    rf"(?:does|do) {_ONE} (?:still |now |even now )?(?:stand|hold|hold good|apply)(?: (?:as|for|today|now)\b.*)?"
    rf"|is {_ONE} still (?:the (?:latest |current |official )?(?:figure|number|total|count)|current|valid|standing)\b.*"
)
_STOOD = regex(
    r"(?:(?:the )?#(?P<of>[^:;,?]{0,60})[:;,] )?(?:on|at|as at|as of) (?:what|which) (?:date|day|time)"
    r" (?:did|does|do|is|was)"
    rf" (?:{_ONE}|(?:that|this|the) (?:number|figure|count|total)) (?:stand|hold|of|as at|counted|taken|right|correct)"
)
_TIMES = regex(
    r"(?:the )?(?:corrected|revised|right|true|final|latest|new|restated) (?:figure|number|total|count) (?:is|was)"
    rf" how many times (?:(?:as (?:big|large|high|great)|bigger|larger|higher|greater) (?:as|than) )?{_ONE}(?: .*)?"
    r"|how many times (?:as (?:big|large|high|great)|bigger|larger|higher|greater)(?: as| than)? (?:is|was) the"
    r" (?:corrected|revised|right|true|final|latest|new|restated) (?:figure|number|total|count) (?:as|than)"
    rf" {_ONE}(?: .*)?"
)
_BEFORE = regex(
    r"how many (?P<what>.+?) (?:had there been|were there|had been counted|were counted) before"
    rf" (?:[\w.'\u2019-]+['\u2019]s? )?{_ONE}"
)
_GIVEN_TO = regex(
    r"(?P<ask>(?:was|is|were) (?:the )?(?:(?:figure|number|total|count) of )?)(?P<n>\d[\d,]*) "
    r"(?P<told>(?:(?:that|which) )?[^?]{2,80}?\b(?:given|told|sent|shown|quoted|gave|reported|heard|read|had)\b"
    r"[^?]{0,40}?) "
    r"(?P<said>(?:ever |really |actually |still |in fact )?(?:right|correct|accurate|true))"
)
"""A number that is said to have been given, before whether it was right."""
_FROM_WHAT = regex(
    r"what (?:was|were) (?:it|(?:that|the) (?:figure|number|total)) before (?:it was |being |its being )?"
    rf"{_RIGHTED} (?:to|as|by|with) {_ONE}|what did {_ONE} (?:replace|correct|supersede)"
    rf"|what was (?:later )?{_RIGHTED} (?:to|as|by) {_ONE}"
    rf"|from (?:what|which)(?: figure| number| total)? (?:was|were) {_ONE} {_RIGHTED}"
    rf"|what (?:was|were) {_ONE} (?:later |then )?{_RIGHTED} from"
)
_AT_FIRST = regex(
    rf"(?:and |so )?what (?:was|were) (?:it|they|the (?:figure|number|total|count))"
    rf" (?:before (?:it|they|that) (?:was|were|had been) (?:later )?{_RIGHTED}"
    r"|before (?:the|its|that|this|any) (?:correction|revision|restatement|amendment|change)"
    rf"|originally|at first)"
    rf"|what (?:was|were) the (?:original|uncorrected|first|earlier|initial) (?:figure|number|total|count)"
)
"""What asks for a number that was put right since, and names neither what it counts nor any number."""
_INTO_WHAT = regex(
    rf"what (?:has )?(?:replaced|superseded|happened to|became of) {_ONE}"
    rf"|what (?:was|is|were|has) {_ONE} (?:been |later |then |since )*{_RIGHTED}(?: to| by| with)?"
    rf"|what did {_ONE} (?:become|change to)"
    rf"|what (?:is|was) the (?:correct|right|revised|new|true|proper|updated|latest|later) (?:figure|number|total)"
    rf"(?: for| in place of| instead of| after)? {_ONE}"
)
_TO_WHAT = regex(
    r"to what (?:number|figure|total|count)? ?(?:did (?P<who>[^?]{2,60}?) (?:later |then |have to )?"
    r"(?:amend|correct|revise|change|restate|update|alter|raise|increase|put up|reduce|lower|cut)"
    r"|(?:was|were|has|had)) (?:the )?(?:(?:figure|number|total|count) of )?(?P<n>\d[\d,]*)"
    r"(?: (?:been |later |then |since |subsequently )*"
    r"(?:corrected|revised|changed|amended|restated|updated|altered|raised|increased|put up|reduced|lowered|cut)"
    r"(?: by (?P<too>[^?]{2,60}?))?)?"
    r"(?: (?:in|on|with|when|to) .*)?"
    r"|what (?:was|were|has|had) (?:the )?(?:(?:figure|number|total|count) of )?(?P<m>\d[\d,]*) "
    r"(?:been |later |then |since |subsequently )*(?:corrected|revised|changed|amended|restated|updated|altered|cut)"
    r" (?:to|as) by (?P<by>[^?]{2,60}?)(?: (?:in|on|with|when) .*)?"
)
"""What a number became, told by whoever put it right, and when."""
_BY_WHOM = regex(
    r"who (?:first |originally )?(?:said|gave|used|quoted|cited|stated|announced|disclosed|came up with|published"
    rf"|reported|revealed) (?:it was |there were )?{_ONE}"
)
_RIGHTED_BY = regex(
    rf"(?:by )?(?:who|whom) (?:was |later |then )*{_ONE} (?:later )?{_RIGHTED}|who (?:later |then )?{_RIGHTED} {_ONE}"
)
_WHEN_TOLD = regex(
    rf"when (?:was|were) .{{2,60}}? (?:first |originally )?(?:told|given|informed|notified|sent)(?: of| about)? {_ONE}"
    rf"|when did .{{2,60}}? (?:hear|learn) (?:of|about) {_ONE}"
)
_PERIOD = regex(
    rf"(?:over |for )?(?:what|which) (?:period|years|dates|time) (?:does|did|do|is|was) {_ONE} "
    r"(?:cover|relate to|refer to|span|for|about|over|of)"
)
_OF_WHAT = regex(
    rf"what (?:is|was|does|did) {_ONE}(?: (?:mean|refer to|count|represent|cover|stand for|about))?"
    rf"|where (?:does|did) {_ONE} come from|whose (?:figure|number) (?:is|was) {_ONE}"
)


def about_number(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line] = ()) -> Answer | None:
    """The answer where QUERY is about a number that the record holds; None where it is not, or holds no such one."""
    plain = " ".join((query.resolved or query.text).split()).strip("?!. ").removeprefix("and ")
    text = plain.lower()
    given = _GIVEN.findall(text)
    if (moved := _TO_WHAT.fullmatch(text)) is not None:
        value = Decimal((moved["n"] or moved["m"]).replace(",", ""))
        return _became(query, value, moved["who"] or moved["by"] or moved["too"] or "", scales, composer)
    if (clause := _GIVEN_TO.match(text)) is not None and _GIVEN.fullmatch(clause["n"]):
        text, given = f"{clause['ask']}{clause['n']} {clause['said']}", [clause["n"]]
    asked = _GIVEN.sub("#", text)
    if _TIMES.fullmatch(asked):
        given = given[:1]
    if not given and _AT_FIRST.fullmatch(asked):
        return _only_first(scales, composer)
    if len(given) != 1:
        return None
    told = plain[slice(*clause.span("told"))] if clause is not None else ""
    named = _first_given(Decimal(given[0].replace(",", "").rstrip(".")), scales, told)
    if named is None:
        return None
    whether = _WHETHER.fullmatch(asked) is not None
    stands = _STANDS.fullmatch(asked) is not None
    if (whether or stands) and (back := _back(named, scales, lines)) is not None:
        answer = composer.heard([Heard(back, 1.0, ())], "Yes." if whether else "No.")
        return replace(answer, headline="Yes" if whether else "No")
    if stands:
        return _standing_still(named, scales, composer)
    if "#" in asked and (stood := _STOOD.fullmatch(asked)) is not None:
        known = lexicon().ids(f"{scales.sentence_of(named)} {named.measure} {named.counted}")
        return composer.stood_on(named) if lexicon().ids(stood["of"] or "") <= known else None
    if _TIMES.fullmatch(asked):
        return _how_many_times(named, scales, composer)
    if (before := _BEFORE.fullmatch(asked)) is not None:
        return _before(named, before["what"], scales, composer)
    if whether or _INTO_WHAT.fullmatch(asked):
        return _put_right(named, scales, composer, lines, whether=whether)
    if _WHEN_TOLD.fullmatch(asked) and (named.said_on or named.as_at):
        return composer.given_on(named)
    if _PERIOD.fullmatch(asked) and named.period is not None:
        return composer.figure(Found(figure=named))
    if _RIGHTED_BY.fullmatch(asked):
        return _righted_by(named, scales, composer)
    if _RIGHT.fullmatch(asked):
        return _right(named, scales, composer)
    if _FROM_WHAT.fullmatch(asked):
        earlier = [f for f in scales.view.chain(named) if f.value is not None and _earlier(f, named, scales)]
        return composer.figure(Found(figure=earlier[-1])) if earlier else None
    if _BY_WHOM.fullmatch(asked) and named.said_by:
        by = f"{named.said_by}, {named.role}" if named.role else named.said_by
        answer = composer.figure(Found(figure=named))
        return replace(answer, status=Status.ANSWERED, text=f"{by}. {answer.text}", headline=named.said_by)
    return composer.figure(Found(figure=named)) if _OF_WHAT.fullmatch(asked) else None


def _became(query: Query, value: Decimal, who: str, scales: Scales, composer: Composer) -> Answer | None:
    """What the number of this VALUE was put right to, by WHO if that is asked, and then; None if it was not."""
    named = _first_given(value, scales)
    if named is None:
        return None
    direct = scales.view.superseded_by(named)
    since = [f for f in scales.view.chain(named) if _after(f, named, scales) and f.value not in (None, value)]
    whens = [m.when for m in query.wanted.times if m.when is not None]
    told = [f for f in since if all(f.said_on and w.first <= f.said_on <= w.last for w in whens)]
    told = [f for f in told if not who or given_by(who.removeprefix("the "), f, scales.view.source(f))]
    plain = direct is not None and direct in told and not whens
    later = direct if plain else next(iter(told), None)
    return composer.figure(Found(figure=later)) if later is not None else None


def _only_first(scales: Scales, composer: Composer) -> Answer | None:
    """The number that stood before the one correction that the record tells of; None where it tells of several."""
    chains = {c[0].id: c for f in scales.view.figures.values() if len(c := scales.view.chain(f)) > 1}
    held = [[f for f in c if f.value is not None] for c in chains.values()]
    if len(held) != 1 or len({f.value for f in held[0]}) < len(("first", "last")):
        return None
    return composer.figure(Found(figure=held[0][0]))


def _back(named: Figure, scales: Scales, lines: Sequence[Line]) -> Line | None:
    """The line that takes the number back, where none was given in its place."""
    if named.value is None or scales.view.latest(named).value != named.value:
        return None
    line = taken_back(named.value, lines)
    return replace(line, statement=None) if line is not None else None  # it is the record that tells it


def _righted_by(named: Figure, scales: Scales, composer: Composer) -> Answer | None:
    """Who gave the number that took the place of this one; None where nothing did, or it is not told by whom."""
    later = scales.view.superseded_by(named)
    if later is None or later.value == named.value or not later.said_by:
        return None
    by = f"{later.said_by}, {later.role}" if later.role else later.said_by
    answer = composer.figure(Found(figure=later))
    return replace(answer, status=Status.ANSWERED, text=f"{by}. {answer.text}", headline=later.said_by)


def number_of(query: Query, scales: Scales) -> Figure | None:
    """The figure of the number that it is asked what somebody said of, where they gave it; None where they did not."""
    named = [f for f in scales.view.figures.values() if f.value in query.numbers]
    wanted = replace(query.wanted, words="", focus=(), rest=(), whole=None, bounds=(), sayer=query.who)
    return next((f.figure for f in scales.fits(wanted, named) if f.complete), None)


_NAMED = ("body", "place", "role")


def _first_given(value: Decimal, scales: Scales, told: str = "") -> Figure | None:
    """Of the figures of this value, one that others replaced, else the one that most are part of, said the first.

    TOLD are words on the giving ("that the board was given"): what bodies and places they name, its sentence names.
    """
    held = [f for f in scales.view.figures.values() if f.value == value]
    if named := {t.id for t in lexicon().terms(told) if t.kind in _NAMED or told[t.start].isupper()}:
        held = [f for f in held if named <= lexicon().ids(f"{scales.sentence_of(f)} {scales.view.source(f).title}")]
    return min(held, key=lambda f: _standing(f, scales), default=None)


def _standing(figure: Figure, scales: Scales) -> tuple[bool, int, date, int, str]:
    view = scales.view
    day = figure.said_on or view.source(figure).published or date.max
    return (len(view.chain(figure)) < 2, -len(view.parts(figure)), day, view.source(figure).kind.rank, figure.id)


def _right(named: Figure, scales: Scales, composer: Composer) -> Answer | None:
    """Whether the number was right, where it was put right since; None where the record does not say."""
    latest = scales.view.latest(named)
    corrected = scales.view.latest(named, corrections_only=True).value != named.value
    if latest.value == named.value or not (corrected or of_one_time(named, latest)):
        return None
    answer = composer.figure(Found(figure=latest))
    return replace(answer, text=f"No: it was put right later. {answer.text}", headline="No")


def _standing_still(named: Figure, scales: Scales, composer: Composer) -> Answer:
    """Whether nothing took the number's place."""
    latest = scales.view.latest(named)
    answer = composer.figure(Found(figure=latest))
    so = latest.value == named.value
    lead = "Yes: nothing in this record corrects or replaces it." if so else "No."
    return replace(answer, text=f"{lead} {answer.text}", headline="Yes" if so else "No")


def _how_many_times(named: Figure, scales: Scales, composer: Composer) -> Answer | None:
    """How many times the number that stands now is of the one that it took the place of."""
    latest = scales.view.latest(named)
    return None if latest.value == named.value else composer.worked(ratio(latest, named))


def _before(named: Figure, what: str, scales: Scales, composer: Composer) -> Answer | None:
    """How many there had been of WHAT when last counted before the number that is named, by whatever definition."""
    lex = lexicon()
    own = lex.ids(f"{named.counted}. {named.measure}. {' '.join(v for _, v in named.breakdown)}")
    if not own or any(i not in own and not lex.relatives(i) & own for i in lex.ids(what) if not lex.general(i)):
        return None
    kin = {f.id: f for f in (*scales.view.chain(named), *scales.view.redefined(named))}.values()
    earlier = [f for f in kin if f.value not in (None, named.value) and told_on(f) < told_on(named)]
    if not earlier:
        return None
    last = max(earlier, key=told_on)
    return composer.figure(Found(figure=last, rivals=set_against(last, scales.view)))


def _earlier(figure: Figure, named: Figure, scales: Scales) -> bool:
    """Whether FIGURE gave another number for the same thing before the one that is NAMED."""
    replaced = scales.view.latest(figure).id != figure.id
    return figure.value != named.value and replaced and _after(named, figure, scales)


def _after(later: Figure, earlier: Figure, scales: Scales) -> bool:
    """Whether LATER was told after EARLIER: on a later day, or as a correction of it in the same document."""
    if told_on(later) != told_on(earlier):
        return told_on(later) > told_on(earlier)
    chain = [f.id for f in scales.view.chain(earlier)]
    same = later.source_id == earlier.source_id and {later.id, earlier.id} <= set(chain)
    return same and chain.index(later.id) > chain.index(earlier.id)


def _put_right(named: Figure, scales: Scales, composer: Composer, lines: Sequence[Line], *, whether: bool) -> Answer:
    """What stands in place of the number; or that nothing on the record replaces it, in its own words if it says so."""
    latest = scales.view.latest(named)
    replaced = latest.value != named.value
    said = None if replaced else never_restated(named.value, lines)
    told = composer.heard([Heard(replace(said, statement=None), 1.0, ())]) if said is not None else None
    answer = composer.figure(Found(figure=latest))
    if replaced:
        return replace(answer, text=f"Yes. {answer.text}", headline="Yes") if whether else answer
    lead = "No: nothing in this record corrects or replaces it." if whether else "Nothing in this record replaces it."
    lead = lead if told is None else f"{lead} {told.text}"
    return replace(answer, text=f"{lead} {answer.text}", headline="No" if whether else answer.headline)
