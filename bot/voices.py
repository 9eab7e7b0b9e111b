"""What somebody said on the point asked about, told by name, by office or by party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.heard import Heard, Line, bears, dated, ids_of
from bot.named_body import by_its_name
from bot.own_words import author_lines, recommending
from bot.question import Ask, Query
from bot.which_matter import of_another_kind, of_several
from corpus.extract.numbers import quantities
from corpus.extract.offices import same_office
from corpus.extract.scan import bag
from corpus.extract.sense import Sense, senses
from corpus.ledger import Ledger
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed, one_of, parties
from corpus.lexicon.terms import lexicon
from corpus.lexicon.words import normal
from corpus.patterns import regex
from corpus.records import Statement, StatementAct

__all__ = ["is_called", "is_speaker", "said_by", "spoken", "told_of"]


def said_by(query: Query, lines: Sequence[Line], *, picked: bool = False) -> list[Heard]:
    """What a speaker said, on the point asked about first.

    PICKED: the lines are those of a large record, in which a speaker speaks of many matters.
    """
    who = query.who if picked else by_its_name(query.who, lines)
    who = _shadowing(who, lines)
    spoken = [line for line in lines if line.statement and is_speaker(who, line.statement)]
    spoken = spoken or author_lines(query.who, lines)
    spoken = [s for s in spoken if all(dated(m.period.words, s) for m in query.wanted.times)]
    vague = words("vague")
    about = [s for s in senses(query.about) if not lexicon().general(s.id) and s.words.lower() not in vague]
    if query.numbers and not (spoken := _with_number(query, spoken, named=bool(about))):
        return []
    if _IF_IT_WILL.search(query.about):
        spoken = [s for s in spoken if _TO_COME.search(s.text)]
    about = [s for s in about if s.words.lower() not in _STANDING or any(bears(s, ids_of(x.text)) for x in spoken)]
    verb = _verb(query)
    done = _acts(query)
    if picked and not about and _on_nothing(query, spoken):
        return []
    if picked and verb is not None and done and not about:
        spoken = [s for s in spoken if verb.search(s.text) or (s.statement and s.statement.act in done)]
    heard = []
    for line in spoken:
        here, near = ids_of(line.text), ids_of(f"{line.before} {line.setting}")
        points = sum(1.0 if bears(s, here) else 0.6 if _akin(s, here) else 0.4 * bears(s, near) for s in about)
        given = bool(query.numbers) and bool(set(query.numbers) & {q.value for q in quantities(line.text)})
        score = (points + given) / (len(about) + given) if about else 0.5
        apt = 0.2 if line.statement and line.statement.verbatim else 0.0
        apt += 0.3 if verb and verb.search(line.text) else 0.0
        apt += 0.4 if verb is _NAMED and _brief(line) else 0.0
        missing = tuple(s.words for s in about if not bears(s, here | near) and not _akin(s, here))
        heard.append(Heard(line, score + apt * (score > 0), missing, line.statement.speaker if line.statement else ""))
    heard = [h for h in heard if not of_another_kind(about, h.line)]
    good = [h for h in heard if h.score >= 0.3 and len(h.missing) * 2 <= len(about) + bool(query.numbers)]
    if not good and len(heard) == 1 and len(heard[0].missing) < len(about):
        good = heard  # the only thing that the record has of this speaker, and of the matter asked about in part
    if of_several(about, good):
        return []
    if _WHY.search(query.text):
        good = [h for h in good if h.line.statement and h.line.statement.act is StatementAct.EXPLAINED] or good
    return sorted(good, key=lambda h: (-round(h.score, 3), h.line.source.kind.rank, h.line.span.start))


def _akin(term: Sense, here: frozenset[str]) -> bool:
    """Whether a near word for TERM stands there; a name or a place has none."""
    return term.kind not in _NAMES and bool(lexicon().relatives(term.id) & here)


_WHY = regex(r"\b(?:explain(?:s|ed)?|explanations?|excuses?|justifications?|reasons?)\b", re.IGNORECASE)
"""What asks for why, of whatever somebody said on the matter."""
_NAMES = frozenset({"place", "nationality", "offence", "attribute"})
_SHADOW = re.compile(r"(?P<whom>.+?)(?:'s|\u2019s|s'|s\u2019) shadow\W*", re.IGNORECASE)


def _shadowing(who: str, lines: Sequence[Line]) -> str:
    """WHO by the office that is shadowed, where it is somebody's shadow: "Ms Orme's shadow" is the shadow minister."""
    match = _SHADOW.fullmatch(who.strip())
    if match is None:
        return who
    held = [x.statement.role for x in lines if x.statement and is_speaker(match["whom"], x.statement)]
    offices = {role for role in held if role and not set(role.lower().split()) & _RANKS}
    return f"shadow {offices.pop()}" if len(offices) == 1 else who


def _with_number(query: Query, spoken: list[Line], *, named: bool) -> list[Line]:
    """Of what somebody said, what gives a number that is asked about; all of it where a matter is NAMED besides."""
    giving = [s for s in spoken if set(query.numbers) & {q.value for q in quantities(s.text)}]
    return giving or (spoken if named else [])


_IF_IT_WILL = regex(r"\bwhether\b.*\b(?:will|would|can|could|to)\b", re.IGNORECASE)
_TO_COME = regex(
    r"\b(?:will|would|can(?:not)?|could|shall|hopes?|expects?|going to|wo|ca)\b|n['\u2019]t\b", re.IGNORECASE
)
"""What is said of what will be, and not of what has been done."""
_STANDING = bag("position future job post role happen conduct handling performance behaviour")
"""What names how somebody stands or what becomes of a thing, where the speaker puts that in words of their own."""
_TOO_OPEN = regex(r"\b(?:it|this|that|these|those|them|they|he|she|him|her|things?|matters?)\b", re.IGNORECASE)


def _on_nothing(query: Query, spoken: Sequence[Line]) -> bool:
    """Whether a question names no matter, of many, on which whoever is asked about has spoken on more than one."""
    if query.inherited:
        return False
    apart = len({line.source.id for line in spoken}) > 1
    return _TOO_OPEN.search(query.about) is not None or (apart and not query.about.strip() and not query.wanted.times)


_DONE_BY = (
    ("object complain criticise attack condemn denounce deplore oppose accuse blame", StatementAct.CRITICISED),
    ("refuse decline deny", StatementAct.REFUSED),
    ("apologise regret", StatementAct.APOLOGISED),
    ("correct restate revise amend", StatementAct.CORRECTED),
    ("explain blame attribute", StatementAct.EXPLAINED),
)
"""By which verbs each act of a speaker is asked about."""


def _acts(query: Query) -> frozenset[StatementAct]:
    """The acts that the verb of "what did so-and-so *object* to" asks about."""
    asked = re.search(rf"{re.escape(query.who)}\s+(\w+)", query.text)
    return frozenset(act for verbs, act in _DONE_BY if asked is not None and asked.group(1).lower() in bag(verbs))


def spoken(query: Query, ledger: Ledger) -> list[str]:
    """Ids of the passages of a large record in which whoever QUERY asks about speaks on it, the aptest first.

    Of what is asked only by its verb ("object", "deny") those that do more than say are apt. Of whoever speaks
    everywhere, a department or the chair, nothing: what they say on a matter is found by its own words.
    """
    if query.ask is not Ask.SAID or not query.who:
        return []
    theirs = [pair for pair in ledger.speakers() if is_called(query.who, *pair)]
    held = ledger.statements_by(theirs, _EVERYWHERE) if theirs else ()
    if len(held) >= _EVERYWHERE:
        return []
    about = [s for s in senses(query.about) if not lexicon().general(s.id)]
    ranked = sorted(held, key=lambda one: -_apt(one[0], about))
    return [i for i in dict.fromkeys(place for _, place in ranked) if i][:_HEARD]


def _apt(statement: Statement, about: Sequence[Sense]) -> float:
    ids = ids_of(statement.text)
    return sum(bears(s, ids) for s in about) + 0.5 * (statement.act not in _PLAIN_ACTS)


_EVERYWHERE, _HEARD = 2_000, 8
"""Who speaks so often speaks everywhere; and so many passages of whoever does not are heard."""
_PLAIN_ACTS = (StatementAct.SAID, StatementAct.ASKED, StatementAct.ANSWERED)
"""What everybody does who speaks: it tells nothing of who objected, demanded or blamed, of whom only that is asked."""
_PLAIN = bag("say said tell told think make state add respond reply have give about")


def _verb(query: Query) -> re.Pattern[str] | None:
    """The verb by which it is asked what was said, where it is a telling one ("recommend", "blame"), by its stem."""
    asked = re.search(rf"{re.escape(query.who)}\s+(\w+)", query.text) if query.who else None
    if asked is None or asked.group(1).lower() in _PLAIN:
        return None
    if _NAMING.fullmatch(asked.group(1)) is not None:
        return _NAMED
    forms = [re.escape(asked.group(1)[:6]), recommending(asked.group(1))]
    return re.compile(rf"\b(?:{'|'.join(f for f in forms if f)})", re.IGNORECASE)


_NAMING = regex(r"call|describe|label|brand|dub|term|characterise", re.IGNORECASE)
_NAMED = regex(
    r"\b(?:called|calls|call (?:it|this|that|them|him|her)|describ\w+|branded|labelled|dubbed|termed|characteris\w+)\b"
    r"(?! (?:for|on|upon|off|in|up|to|from|over|by|out)\b)",
    re.IGNORECASE,
)
"""What a thing is named by; to call *for* it or to shrug off *calls to* do it names nothing."""
_FEW_WORDS = 6


def _brief(line: Line) -> bool:
    """Whether LINE quotes but a few words and no sentence, which are then what somebody calls a thing."""
    said = line.statement
    if said is None or said.quotation is None:
        return False
    start = said.quotation.start - line.span.start
    words_of = line.text[max(0, start) : said.quotation.end - line.span.start]
    return start >= 0 and words_of[:1].islower() and len(words_of.split()) <= _FEW_WORDS


_RANKS = frozenset({"shadow", "former", "deputy", "junior", "assistant", "acting"})


_WHO_SAID = regex(r"\W*(?:and |so |but )?who\s+(?:(?:has|had|have|also|first)\s+)*(?P<verb>[a-z]+)\b", re.IGNORECASE)


_ASKING = ("asked", "asks")
"""To ask is more than to speak: whoever answered did not."""


def told_of(query: Query) -> list[Sense]:
    """All that must be said of whoever QUERY asks for: what it names, but for a verb that only says that they spoke."""
    terms = query.wanted.telling
    match = _WHO_SAID.match(query.resolved or query.text)
    verb = match["verb"].lower() if match is not None else ""
    spoke = verb not in _ASKING and one_of("plain", "guarded", "talking").fullmatch(verb) is not None
    return [s for s in terms if not (spoke and s.words.lower() == verb) or s.id in listed("grave")] or list(
        query.wanted.terms
    )


def is_speaker(who: str, statement: Statement) -> bool:
    """Whether WHO, a name, an office or a party, is whose words STATEMENT holds."""
    return is_called(who, statement.speaker, statement.role)


def is_called(who: str, named: str, role: str) -> bool:
    """Whether WHO, a name, an office or a party, is somebody of that name and role."""
    speaker = named.lower()
    wanted = _asked_for(who)
    if not wanted or not speaker:
        return False
    plain = not named[:1].isupper() and wanted[-1] not in _BODIES
    told_so = len(wanted) < 2 or wanted[0] in speaker or plain or _known_as(wanted[0], speaker)
    if wanted[-1] in speaker.split() and told_so:
        return True
    held = f"{speaker} {role.lower()} {_told(named, role)}"
    if set(held.split()) & _RANKS != set(wanted) & _RANKS:
        return False
    if any(same_office(" ".join(wanted), office) for office in (role, named)):
        return True
    told = _OWNER.sub(" ", f"{named} {role} {_told(named, role)}")
    ids, own = ids_of(who), ids_of(told)
    return bool(ids) and all(i in own or _same_post(i, own) for i in ids) and _spelt_alike(who, told)


def _known_as(given: str, speaker: str) -> bool:
    """Whether GIVEN is short for a given name of SPEAKER, or the other way about ("Bob" of Robert Finch)."""
    pairs = (pair.split("/") for pair in listed("short_names"))
    return any(given in pair and not {*pair}.isdisjoint({*speaker.split()} - {given}) for pair in pairs)


def _spelt_alike(who: str, told: str) -> bool:
    """Whether the names in WHO are spelt so in what is TOLD: neither Dr Clark nor Mr Clarke-Smith is Mr Clarke."""
    own = {normal(word.strip(".,;:()")) for word in told.split()}
    names = (t.words for t in lexicon().terms(who) if t.kind == "word" and t.words[:1].isupper() and " " not in t.words)
    return all(normal(name) in own for name in names)


def _same_post(asked: str, own: frozenset[str]) -> bool:
    """Whether OWN names the post that is ASKED about by another word: a "boss" is a head or a chief executive."""
    akin = own & lexicon().relatives(asked)
    return bool(akin) and bool({asked, *akin} & _POSTS)


_POSTS = frozenset({"boss", "chief", "head", "chief-executive", "managing-director", "leader", "chairman", "chair"})


_BODIES = bag(
    "office department ministry agency committee commission service council association union board trust authority"
    " company society party group institute foundation federation house court inquiry"
)
"""What many bodies are called by: whoever is of one such is not of another."""


@lru_cache(maxsize=64)
def _asked_for(who: str) -> tuple[str, ...]:
    """The words by which somebody is asked about, less titles: the same for everybody they are held against."""
    return tuple(_TITLES.sub(" ", who.lower()).split())


_TITLES = regex(r"\b(?:the|then|sir|mr|mrs|ms|dr|dame|lord|lady|baroness)\b|'s\b|\u2019s\b")
_OWNER = regex(r"\b\w+['\u2019]s\b")
"""Whose a body is, and none of it: the Speaker's Committee is not the Speaker."""


def _told(named: str, role: str) -> str:
    """What the letters of a title and a party stand for ("Cllr Orme (Con)")."""
    letters = re.search(r"\((\w[\w -]*)\)$", role)
    party = parties().get(letters.group(1).lower(), "") if letters else ""
    return f"{party} councillor" if named.startswith(("Cllr", "Clr")) else party
