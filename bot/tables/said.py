"""A value of a table in words: what it counts, of what, when; each as people write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.shown import QUALIFIED, amount
from bot.tables.catalog import Listed
from bot.tables.label import Way
from bot.tables.statistic import basis_words
from bot.tables.take import Taken
from bot.tables.tiling import day_words
from bot.tables.words import DAY_OF_YEAR
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["SPELT_OUT", "distinct", "label_of", "marks", "measure_of", "short", "shown_value", "state"]

SPELT_OUT = 8
"""A sum of up to so many operands is written out; of more, it is said how many they are."""


def shown_value(taken: Taken) -> str:
    """A value as it may be read out, to the decimals that its sheet shows; a mark in words."""
    if taken.value is None:
        return "suppressed" if taken.qualifier is Qualifier.SUPPRESSED else "not available"
    mark = "" if taken.added else taken.seen[0].mark
    if taken.value == 0 and mark and not any(c.isalnum() for c in mark):
        return f"nil (\u201c{mark}\u201d)"  # the sheet shows no nought, but its own key says what the mark means
    said = QUALIFIED.get(taken.qualifier, "")
    if taken.added and taken.shown is not None:
        return said + amount(taken.shown * taken.slice.scale, taken.unit)
    one = None if taken.added else taken.seen[0].value
    one = one if taken.shown is None else taken.shown
    scale = _SCALES.get(taken.slice.scale, "")
    if one is not None and (scale or taken.slice.scale == 1):
        plain = amount(one, "")
        if (
            scale and taken.unit and amount(one, taken.unit).startswith(plain)
        ):  # "62 thousand tonnes", and "\u00a362 million"
            return said + f"{plain} {scale} {taken.unit}"
        return said + f"{amount(one, taken.unit)} {scale}".strip()
    return said + amount(taken.value, taken.unit)


_SCALES = {1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"}
"""A number that a table gives in thousands is said in thousands, as it stands there."""


def measure_of(listed: Listed) -> str:
    """What a table counts, and of what where it counts people at work ("Police officers (headcount)")."""
    one = listed.dataset
    if not one.measure and listed.measures is not None:
        return ""
    title = _NUMBERED.sub("", one.title)
    measure = title if _ends_in(title, one.measure) else one.measure or one.title
    of = basis_words(listed.basis)
    return measure if not of or of in measure.lower() else f"{measure} ({of})"


_NUMBERED = regex(r"^(?:table|sheet)\s+\w+\s*[.:-]?\s+", re.IGNORECASE)
_SHORT = 6


def _ends_in(title: str, measure: str) -> bool:
    """Whether a short TITLE says what MEASURE does in its last words, and of whom before ("Night boat decisions")."""
    words, own = title.lower().split(), measure.lower().split()
    return 0 < len(own) < len(words) <= _SHORT and words[-len(own) :] == own


def label_of(taken: Taken, skip: int = 0) -> str:
    """What a value counts: the table's measure, the codes that were picked and the time; less the first SKIP words."""
    listed = taken.slice.listed
    measure = listed.dataset.measure or listed.dataset.title
    words = [w for w in taken.words[skip:] if w and w.lower() != measure.lower()]
    time = time_of(taken)
    if time and time not in words and not (skip and _by_time(taken)):
        words = _timed(words, time)
    return ", ".join(w for w in (measure_of(listed), *words) if w)


def _by_time(taken: Taken) -> bool:
    """Whether a value is of a row of a grouping by time, which its first words name."""
    way = taken.slice.listed.time
    times = taken.slice.times
    return way is not None and taken.slice.codes.get(way.n, ()) != (times.codes if times is not None else ())


def time_of(taken: Taken) -> str:
    """When a value is of, in the words of the question or the table."""
    times = taken.slice.times
    if times is None and taken.slice.listed.time is None:
        one = taken.slice.listed.dataset
        return (
            one.period.words if one.period is not None else day_words(one.as_at.last) if one.as_at is not None else ""
        )
    if times is None:
        return ""
    said = _IN.sub("", " ".join(times.words.split()))
    return f"{said} ({of_what})" if (of_what := _of_other_deed(taken.slice.listed.time)) else said


_OF_A_DEED = regex(r"(?:year|quarter|month|date|period)s? of \w.*", re.IGNORECASE)


def _of_other_deed(way: Way | None) -> str:
    """What a table's times are of, where its heading says it ("Year of application"): what is counted may have been
    done later."""
    heading = way.dimension.name.replace("_", " ") if way is not None else ""
    return heading.lower() if _OF_A_DEED.fullmatch(heading) else ""


_IN = regex(r"^(?:in|on|during|as at|for|over|at|In|On|During|As at|For|Over|At)\s+(?=[A-Z0-9])")


def _timed(words: Sequence[str], time: str) -> list[str]:
    """WORDS with the TIME after them: in brackets after a day of the year, which would else seem to be of it."""
    *first, last = words or ("",)
    if not any(m.end() == len(last) for m in DAY_OF_YEAR.finditer(last)):
        return [*words, time]
    return [*first, f"{last} ({time})"]


def short(taken: Taken) -> str:
    """The codes and the time of a value, without the measure."""
    words = [w for w in taken.words if w]
    if not words:
        return label_of(taken)
    time = time_of(taken)
    return ", ".join(_timed(words, time) if time and time not in words else words)


def distinct(one: Taken, other: Taken) -> str:
    """What sets one value apart from another: its codes, and its time, where they differ."""
    words = [w for w in one.words if w not in other.words]
    mine, theirs = one.slice.times, other.slice.times
    if mine is not None and (theirs is None or (mine.codes, mine.words) != (theirs.codes, theirs.words)):
        words.append(time_of(one))
    return ", ".join(words)


def state(taken: Taken) -> str:
    """What the table marks a value as: withheld, provisional, revised."""
    if taken.value is None:
        return shown_value(taken)
    return ", ".join(dict.fromkeys(o.status for o in taken.seen if o.status))


def marks(cited: Sequence[int]) -> str:
    """Footnotes, run together; of many, the first and the last of each run."""
    if len(cited) <= SPELT_OUT:
        return "".join(f"[{n}]" for n in cited)
    runs: list[list[int]] = []
    for n in sorted(cited):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(f"[{r[0]}] to [{r[-1]}]" if len(r) > 1 else f"[{r[0]}]" for r in runs)
