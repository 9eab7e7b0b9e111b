"""Documents to measure speed on: invented, endless, the same for the same seed, and made of the lexicon's words.

They read like written answers: each on a subject of a field, with numbers, shares, dates, places and who said so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from corpus.lexicon.build import entries, raw_tables

__all__ = ["Written", "documents", "questions"]

FIELDS = (
    "defence",
    "education",
    "environment",
    "health",
    "housing",
    "immigration",
    "justice",
    "money",
    "transport",
    "work-and-benefits",
)
PARAGRAPHS = 5
"""To a document, each of about a passage's length."""
SENTENCES = 7
"""To a paragraph."""
_SAID = ("said", "told the House", "wrote", "confirmed", "told the Committee")
_MANNER = ("about", "at least", "more than", "nearly", "fewer than", "", "", "", "")

_SENTENCES = (
    "In {month} {year}, {manner} {n} {people} were {action} in {place}, of whom {part} were {other_action}.",
    "The {role} {said} on {day} that {n} {people} had been {action} since {month} {year}.",
    "Of these {n}, {part} concerned {thing} and a further {few} concerned {other_thing}.",
    "Spending on {thing} in {place} was £{money} million in {year}, {share}% more than in the year before.",
    "No separate count is held of {people} {action} because of {thing}.",
    "Between {month} {year} and {other_month} {later}, the number of {people} {action} fell from {n} to {part}.",
    "Officials in {place} are reviewing how {thing} and {other_thing} are recorded, and will report by {other_month}.",
    "{Manner}{share}% of {people} in {place} waited more than {few} weeks for a decision on {thing}.",
    "The department works with local authorities, {body} and others so that {thing} is dealt with promptly.",
    "The figure of {n} for {year} is provisional; it includes {few} cases of {other_thing} that were counted twice.",
    "Guidance on {thing} was last revised in {month} {year} and applies to {people} as well as to {other_thing}.",
    "As at {day}, {n} {people} were {action}, and in {part} of the cases {thing} had been considered.",
    "The Government is committed to {thing} and recognises how much it matters to {people} in every part of {place}.",
    "Decisions on {thing} are for {body}, which publishes its reasons where {people} have been {action}.",
    "The {role} {said} that {people} who had been {action} would be told in writing, and that {thing} would follow.",
    "Where {other_thing} is concerned, each case is decided on its merits and {thing} is taken into account.",
    "My officials meet {body} regularly to discuss {thing}, {other_thing} and what may be learnt from {place}.",
    "Anyone who believes that {people} were wrongly {action} may ask {body} to look at {thing} again.",
    "The information requested on {thing} in {place} could be obtained only at disproportionate cost.",
    "We have no plans to change how {thing} is funded, but will keep {other_thing} under review.",
    "Responsibility for {other_thing} lies with {body}, and ministers do not comment on {people} by name.",
    "The review of {thing} found that {people} had been {action} later than they should have been.",
)
_ASKED_OF = {
    0: "How many {people} were {action} in {place} in {month} {year}?",
    1: "How many {people} had been {action} since {month} {year}?",
    3: "How much was spent on {thing} in {place} in {year}?",
    7: "What percentage of {people} in {place} waited more than {few} weeks for a decision on {thing}?",
    11: "How many {people} were {action} as at {day}?",
}
"""By a sentence's place in the list above, a question that it answers."""
_NOT_ASKED_OF = (
    "How many {people} were {action} because of {thing}?",
    "What did the {role} say about {people} {action} since {year}?",
    "How much was spent on {thing} in {place} in {year}?",
)
"""Questions that the record answers by chance if at all: one in three of those asked."""


@dataclass(frozen=True, slots=True)
class Written:
    """One invented document."""

    title: str
    text: str
    published: date
    answers: tuple[str, ...] = ()
    """Questions that it answers."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words by the place that they may take in a sentence."""

    things: dict[str, tuple[str, ...]]
    people: tuple[str, ...]
    actions: tuple[str, ...]
    places: tuple[str, ...]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]


def documents(seed: int = 2006) -> Iterator[Written]:
    """Documents without end."""
    chance, words = random.Random(seed), _words()
    while True:
        field = chance.choice(FIELDS)
        day = date(2004, 1, 1) + timedelta(days=chance.randrange(7_000))
        subject = chance.choice(words.things[field])
        title = f"{subject.capitalize()}: {chance.choice(words.places)}, {day:%B %Y}"
        made = [_paragraph(chance, words, field, day) for _ in range(PARAGRAPHS)]
        yield Written(title, "\n\n".join(text for text, _ in made), day, tuple(q for _, asked in made for q in asked))


def questions(count: int, within: int, seed: int = 1) -> list[str]:
    """COUNT questions, no two alike: two in three are answered by one of the first WITHIN documents."""
    chance, words = random.Random(seed), _words()
    told = [question for written in islice(documents(), within) for question in written.answers]
    found: dict[str, None] = {}
    while len(found) < count:
        day = date(2004, 1, 1) + timedelta(days=chance.randrange(7_000))
        untold = chance.choice(_NOT_ASKED_OF).format_map(_fillings(chance, words, chance.choice(FIELDS), day))
        found[untold if len(found) % 3 == 2 else chance.choice(told)] = None
    return list(found)


def _paragraph(chance: random.Random, words: _Words, field: str, day: date) -> tuple[str, list[str]]:
    """A paragraph, and the questions that it answers."""
    said: list[str] = []
    asked: list[str] = []
    for n in chance.sample(range(len(_SENTENCES)), SENTENCES):
        fillings = _fillings(chance, words, field, day)
        said.append(_SENTENCES[n].format_map(fillings).replace("  ", " "))
        asked += [_ASKED_OF[n].format_map(fillings)] if n in _ASKED_OF else []
    return " ".join(said), asked


def _fillings(chance: random.Random, words: _Words, field: str, day: date) -> dict[str, object]:
    n, manner = int(10 ** chance.uniform(1.5, 5)), chance.choice(_MANNER)
    before = day - timedelta(days=chance.randrange(30, 900))
    role = chance.choice(words.roles)
    return {
        "n": f"{n:,}",
        "part": f"{chance.randrange(1, n):,}",
        "few": chance.randrange(2, 40),
        "money": f"{chance.uniform(1, 900):.1f}",
        "share": f"{chance.uniform(0.5, 80):.1f}",
        "manner": manner,
        "Manner": f"{manner.capitalize()} " if manner else "",
        "month": f"{before:%B}",
        "year": before.year,
        "other_month": f"{day:%B}",
        "later": day.year,
        "day": f"{before.day} {before:%B %Y}",
        "thing": chance.choice(words.things[field]),
        "other_thing": chance.choice(words.things[field]),
        "people": chance.choice(words.people),
        "action": chance.choice(words.actions),
        "other_action": chance.choice(words.actions),
        "place": chance.choice(words.places),
        "body": chance.choice(words.bodies),
        "role": role,
        "said": chance.choice(_SAID),
    }


def _words() -> _Words:
    every = list(entries(raw_tables()))

    def of(*files: str, kind: str = "") -> tuple[str, ...]:
        wanted = [e for e in every if e.file in files and (not kind or e.kind == kind) and not e.general]
        return tuple(e.words[0] for e in wanted)

    actions = tuple(w for w in of("actions") if w.endswith("ed") and not w.startswith("not "))
    bodies = tuple(e.words[0] for e in every if e.kind == "body")
    things = {field: of(field) for field in FIELDS}
    people = tuple(f"{w}s" for w in of("people", kind="role") if not w.endswith("s"))
    return _Words(things, people, actions, tuple(w.title() for w in of("places")), of("roles", kind="role"), bodies)
