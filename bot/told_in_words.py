"""What is answered by a sentence and no figure: who, when, why, where, what was said, over what period, whether."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.addresses import ONLY_EXPECTED, only_expected
from bot.answer import Answer, Status
from bot.askers import of_askers, only_puts
from bot.began import began_or_ended
from bot.clauses import within_length
from bot.compose import Composer
from bot.definitions import counted_alike
from bot.enough import reaching
from bot.evidence import Found, Scales, settle
from bot.first_of_them import first_or_last
from bot.forms import Ask
from bot.heard import Heard, akin, asks, bears, ids_of
from bot.never_happened import NOT_DONE, never_happened
from bot.numbered import number_of
from bot.officeholders import giver_in_office
from bot.on_target import target_met
from bot.put_to import replied
from bot.question import Query
from bot.sayings import Line, hear
from bot.silence import unanswered
from bot.tenure import ONLY_HOW_LONG, how_long_held
from bot.to_be_done import to_do_asked
from bot.units import TIME_UNITS
from bot.unnamed import SEVERAL_SAID
from bot.unprompted import unprompted_asked
from bot.voices import is_speaker
from bot.whether import whether
from bot.which_matter import on_an_undertaking
from bot.why_moved import why_moved
from bot.withheld import whether_withheld, withheld
from bot.wording import in_words
from corpus.extract.dates import dates
from corpus.extract.numbers import quantities
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["told_in_words"]


def told_in_words(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Who, when, why, where, what was said, over what period, whether."""
    if (told := _told_apart(query, scales, composer, lines)) is not None:
        return told
    if query.ask is Ask.YES_NO and (met := target_met(query, scales, lines)):
        return composer.heard(met, f"{met[0].name}.")
    heard = hear(query, lines, picked=scales.sparing)
    if query.ask is not Ask.YES_NO and not of_askers(query):
        heard = [h for h in heard if not only_puts(h.line)]
    if query.ask is Ask.YES_NO:
        heard = [h for h in heard if h.name or not (_titles(h.line) or _not_then(query, h.line, scales))]
        heard = [h for h in heard if within_length(query.resolved or query.text, f"{h.line.before} {h.line.text}")]
    if (kept := whether_withheld(query, heard)) is not None:
        return composer.unanswered(kept)
    if query.ask is Ask.YES_NO and (put := replied(heard, lines)) is not None:
        return in_words(query, [put], composer)
    if query.ask is Ask.YES_NO:
        heard = [h for h in heard if h.name or not asks(h.line.text)]
    if (not heard or query.ask is Ask.WHY) and (denied := never_happened(query, lines)) is not None:
        return composer.heard([denied], NOT_DONE)
    if not heard and (lasted := how_long_held(query, lines)) is not None:
        told = composer.heard([lasted], ONLY_HOW_LONG)
        return replace(told, status=Status.PARTIAL, headline=ONLY_HOW_LONG, uncovered=("the day",))
    silent = unanswered(query, lines, picked=scales.sparing)
    if query.ask is Ask.YES_NO and silent is not None and not (heard and heard[0].name) and _number_granted(query):
        return composer.unanswered(silent)
    if query.ask is Ask.YES_NO and (so := whether(query, heard, scales, composer)) is not None:
        return so
    if silent is not None and heard and query.ask is Ask.WHO and _only_left_open(query, heard[0], silent):
        return composer.unanswered(silent)
    open_here = not heard or (silent is not None and heard[0].line is silent.line and not heard[0].name)
    if silent is not None and query.ask in (Ask.YES_NO, Ask.WHAT, Ask.WHERE) and open_here:
        return composer.unanswered(silent)
    if (counted := _told_in_numbers(query, heard, scales, composer)) is not None:
        return counted
    return in_words(query, heard, composer) if heard else _unheard(query, silent, scales, composer, lines)


def _number_granted(query: Query) -> bool:
    """Whether the number in a question is claimed by nobody, but says of which it is asked ("in *the three* ports")."""
    asked = query.resolved or query.text
    told = [q for q in quantities(asked) if q.kind == "count"]
    return bool(told) and all(_THE.search(asked, 0, q.span.start) for q in told)


_THE = regex(r"\b(?:the|these|those|both|his|her|its|their)\s+$", re.IGNORECASE)


def _only_left_open(query: Query, heard: Heard, silent: Heard) -> bool:
    """Whether the whole of what is asked is left open in so many words, and what was HEARD tells only part of it.

    "It is not known who burnt the barn. Jo Hill burnt the hedge": it is not said that Jo Hill burnt the barn.
    """
    terms, left = query.wanted.telling, ids_of(silent.line.text)
    own = ids_of(f"{heard.line.text} {heard.line.speaker}")
    return all(bears(t, left) for t in terms) and not all(akin(t, own) for t in terms)


def _told_apart(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer | None:
    """What is told by a figure's own day or giver, by a beginning or an end, by a move, or by a refusal."""
    if query.ask is Ask.WHEN and (given := _when_given(query, scales)) is not None:
        return composer.given_on(given)
    if (spanned := began_or_ended(query, lines, composer, picked=scales.sparing)) is not None:
        return spanned
    if (one := first_or_last(query, lines, scales, composer)) is not None:
        return one
    if (moved := why_moved(query, scales, composer) or counted_alike(query, scales, composer)) is not None:
        return moved
    if query.ask is Ask.WHO and (given := _who_gave(query, scales)) is not None:
        return composer.given_by(given)
    if held := reaching(query, lines):
        return composer.heard(held[:1], f"{held[0].name}.")
    if (coming := only_expected(query, lines)) is not None:
        told = composer.heard([coming], ONLY_EXPECTED)
        return replace(told, status=Status.PARTIAL, headline=ONLY_EXPECTED, uncovered=("what was said",))
    kept = withheld(query, lines)
    return composer.unanswered(kept) if kept is not None else None


def _told_in_numbers(query: Query, heard: Sequence[Heard], scales: Scales, composer: Composer) -> Answer | None:
    """The figure that answers "what …?" where no sentence does, or where what was HEARD is of another time."""
    names_them = _WHICH_OF.match(query.resolved or query.text) is not None or to_do_asked(query)
    if query.ask in (Ask.WHAT, Ask.PERIOD) and (not heard or _shorthand(query)) and not names_them:
        found = settle(query.wanted, scales)
        lasting = query.ask is not Ask.PERIOD or (found.figure is not None and found.figure.unit in TIME_UNITS)
        if found.figure is not None and found.fit is not None and not found.fit.loose and lasting:
            return composer.figure(found)
    if heard and query.ask is Ask.WHAT and query.wanted.times and _of_another_time(query, heard[0].line, scales):
        found = settle(query.wanted, scales)
        return composer.worked(found.worked) if found.worked else composer.missing(("the time asked about",))
    return None


_WHICH_OF = regex(
    r"\W*(?:and |so )?which (?:one |ones )?of (?:the|these|those|its|their)\b"
    r"(?!.*\b(?:figures?|numbers?|totals?|counts?|estimates?)\b)",
    re.IGNORECASE,
)
"""What asks for some of them by name, which no number tells."""


def _unheard(query: Query, silent: Heard | None, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The answer where no sentence is heard that answers: whose figure it is, what is left open, or what is lacking."""
    if (held := giver_in_office(query, scales.view.figures.values())) is not None:
        return composer.given_by(held)
    if silent is not None:
        return composer.unanswered(silent)
    if not unprompted_asked(query) and (asserted := _ASSERTED.match(query.resolved or query.text)) is not None:
        said = replace(query, ask=Ask.SAID, who=asserted["who"], about=asserted["about"])
        if told := hear(said, lines, picked=scales.sparing):
            return in_words(said, told, composer)
    bare = query.ask is Ask.SAID and not lexicon().ids(query.about)
    if bare and (of_number := number_of(query, scales)) is not None:
        return composer.figure(Found(figure=of_number))
    if (bare or on_an_undertaking(query)) and _speaks(query.who, lines):
        return composer.missing((), why=SEVERAL_SAID)
    return composer.missing(tuple(_lacking(query, lines)))


_TELLS = regex(r"\b(?:told|tells|says|said|was|were|is|are|has|have|had|did|does|will|not)\b", re.IGNORECASE)


def _titles(line: Line) -> bool:
    """Whether LINE is but the title of a sheet's source, which names a matter and says nothing of it."""
    return line.source.paraphrase and line.span.start == 0 and _TELLS.search(line.text) is None


def _not_then(query: Query, line: Line, scales: Scales) -> bool:
    """Whether only the telling in LINE, of a sheet, is of the time asked about, and what it tells is of another.

    A line that counts nothing may tell of that time where it bears two things that are asked about, and not one.
    """
    if not query.wanted.times or not line.source.paraphrase:
        return False
    here = [f for f in scales.view.figures.values() if f.source_id == line.source.id and f.span.within(line.span)]
    if not here:
        return len(query.wanted.telling) < _TWO
    return not any(f.complete for f in scales.fits(query.wanted, here))


_TWO = 2


def _speaks(who: str, lines: Sequence[Line]) -> bool:
    return bool(who) and any(x.statement is not None and is_speaker(who, x.statement) for x in lines)


def _of_another_time(query: Query, line: Line, scales: Scales) -> bool:
    """Whether LINE names the time asked about, and yet none of its figures is of it ("£60, up £5 on *2012*")."""
    here = [f for f in scales.view.figures.values() if f.source_id == line.source.id and f.span.within(line.span)]
    return bool(here) and not any(all(f.times) for f in scales.fits(query.wanted, here))


_ASSERTED = regex(
    r"(?:and |but )?(?:did|does|has|have) (?P<who>.+?) (?:say|said|claim(?:ed)?|promised?|admit(?:ted)?"
    r"|suggest(?:ed)?|accept(?:ed)?|acknowledged?|think|thought|believed?|tell|told) (?:\w+ that |that )?"
    r"(?P<about>.+?)\W*$",
    re.IGNORECASE,
)
"""Whether somebody said so, of whom only what was said can be shown."""


def _shorthand(query: Query) -> bool:
    """ "Road deaths in Kent last year": a thing counted, and no asking word."""
    return query.ask is Ask.WHAT and _ASKING.search(query.text) is None


_ASKING = regex(r"\b(?:what|which|how|who|whom|whose|why|when|where)\b", re.IGNORECASE)


def _when_given(query: Query, scales: Scales) -> Figure | None:
    """ "When was the total put at 1,013?": the first figure of that value that the rest of the question fits."""
    named = [f for f in scales.view.figures.values() if f.value in query.numbers]
    if _PUT_RIGHT.search(query.text) is not None and any(_by_itself(f, scales) for f in named):
        return None  # the document that gave it tells of its correction, on a day of its own
    stating = frozenset(i for verb in words("stating") for i in lexicon().ids(verb))
    wanted = replace(query.wanted, whole=None, aside=query.wanted.aside | stating)
    held = [f.figure for f in scales.fits(wanted, named) if f.complete and f.figure.said_on]
    first = min(held, key=lambda f: (f.said_on or date.max, f.id), default=None)
    return None if first is None or _dated_itself(first, scales) else first


_PUT_RIGHT = regex(r"\b(?:corrected|revised|restated|amended|put right|changed)\b", re.IGNORECASE)


def _by_itself(figure: Figure, scales: Scales) -> bool:
    """Whether the document that gives FIGURE itself puts it right."""
    return any(f.id != figure.id and f.source_id == figure.source_id for f in scales.view.chain(figure))


def _dated_itself(figure: Figure, scales: Scales) -> bool:
    """Whether the sentence of FIGURE tells by a day of its own when it was given ("announced *on 9 May* that 40 …")."""
    source = scales.view.source(figure)
    before = scales.sentence_of(figure)[: figure.span.start - figure.context.start]
    told = figure.said_on == source.published and not source.paraphrase
    return told and any(d.when is not None and d.when.exact for d in dates(before, source.published))


_WHO_GAVE = regex(
    r"\W*(?:and |so )?(?:who|which (?P<what>[\w-]+(?: of parliament)?)) (?:was it (?:who|that) )?"
    r"(?:first |originally )?"
    r"(?:said|says|put|puts|gave|gives|claimed|claims|reported|estimated|counted|quoted|announced|disclosed|told"
    r"|worked out|works out|calculated|reckoned|computed|derived|arrived at|came up with|stated|mentioned|revealed)\b",
    re.IGNORECASE,
)


def _who_gave(query: Query, scales: Scales) -> Figure | None:
    """ "Who said that 40 were missing?": the first figure of that value that the rest of the question fits, by whom."""
    asked = _WHO_GAVE.match(query.resolved or query.text)
    if len(query.numbers) != 1 or asked is None:
        return None
    named = [f for f in scales.view.figures.values() if f.value in query.numbers and f.said_by]
    if asked["what"]:
        what = lexicon().ids(asked["what"])
        named = [f for f in named if what and what <= lexicon().ids(f"{f.said_by}. {f.role}")]
    stating = frozenset(i for verb in words("stating") for i in lexicon().ids(verb)) | lexicon().ids(asked.group())
    wanted = replace(query.wanted, whole=None, aside=query.wanted.aside | stating)
    held = [f for f in scales.fits(wanted, named) if f.complete and (not scales.sparing or f.direct)]
    return min((f.figure for f in held), key=lambda f: (f.said_on or date.max, f.id), default=None)


def _lacking(query: Query, lines: Sequence[Line]) -> list[str]:
    """The words of the question that stand nowhere in what was searched."""
    ids = {i for line in lines for i in lexicon().ids(f"{line.text} {line.speaker}")}
    absent = [s.words for s in query.wanted.terms if s.id not in ids]
    return absent or ([query.who] if query.who else [])
