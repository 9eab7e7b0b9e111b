"""Questions that are put in other words to be read: a name asked for as such, a time in office, a belief, a plan."""

from __future__ import annotations

import re

from corpus.extract.offices import head
from corpus.patterns import regex

__all__ = ["rephrased"]

_NAME_OF = regex(
    r"^what (?P<be>is|was|are|were) the (?:full )?names? of (?P<who>(?:the|this|that|his|her|its|their)\s+.+)$",
    re.IGNORECASE,
)
_TENURE = regex(
    r"^(?P<ask>how (?:long|many (?:years|months|weeks|days))) (?P<aux>has|had|did) (?P<who>(?:[\w.'\u2019-]+ ){1,4}?)"
    r"(?P<held>been|serve as|served as) (?:the |our )?(?P<office>(?:[\w-]+ ){0,3}?[\w-]+)\W*$",
    re.IGNORECASE,
)

_WHO = r"(?P<who>(?!(?:you|we|i|anyone|anybody|it|he|she|they|there|this|that|these|those)\b)[^,]{2,60}?)"
_BELIEF = regex(
    rf"^(?:does|did|do|can|could|has|is|was) {_WHO} (?:really |honestly |still |now )?"
    r"(?:think|believed?|expect(?:ed|ing)?|reckon|guaranteed?|suppose|(?:sure|certain|confident|hopeful)(?: of"
    r"| about)?)"
    r"(?: that)? (?P<what>(?:they|them|all|every|each|everyone|everybody|any|to \w+)\b.+)$"
    rf"|^how (?:confident|sure|certain|hopeful|optimistic) (?:is|was|are|were) {_WHO.replace('who>', 'whose>')}"
    r" (?:that|about|of) (?P<that>.+)$",
    re.IGNORECASE,
)
"""What somebody believes of those spoken of: only what they said of it can be shown."""
_GOING = regex(
    rf"^(?:and |so |but )?(?:is|does|did|has|was|are|do) {_WHO} (?:really |still |now |ever |been |at all )?"
    r"(?:intend(?:ing)?|plan(?:ning)?|offer(?:ed)?|going|want(?:ed)?|mean(?:ing)?|proposing|propose|prepared|willing|ready"
    r"|about|consider(?:ed|ing)?|think(?:ing)? (?:about|of)|thought (?:about|of))"
    r" (?:to )?(?:resign(?:ing|ation)?|quit(?:ting)?|step(?:ping)? down|stand(?:ing)? down|go(?:ing)?|leav(?:e"
    r"|ing))\W*$",
    re.IGNORECASE,
)
"""Whether somebody means to go: what they said of it is all that can be shown."""
_REFUSED = regex(
    rf"^(?:and |so |but )?(?:did|has|does|is) {_WHO} (?:refus(?:e|ed|es|ing)|declin(?:e|ed|ing)) to "
    r"(?:resign|quit|step down|stand down|go)\W*$"
    r"|^(?:and |so |but )?why (?:(?:wo|did|has|does|is)n['\u2019]t|(?:will|did|has|does|is)"
    r"(?=.*\b(?:not|refus\w+)\b)(?: not)?) (?P<whom>[\w.' -]{2,40}?) (?:not |refus(?:e|ed|ing) to )?(?:resign(?:ed"
    r"|ing)?|quit(?:ting)?|step(?:ped)? down|stand down|stood down|going)\W*$"
    rf"|^(?:does|did) {_WHO.replace('who>', 'whose>')} (?:really |still )?(?:think|believe|consider|regard|see|feel)"
    r"(?: that)? (?:it|this|that)?(?:['\u2019]s| is| was| as)? ?(?:to be )?(?:a |not a )?(?:resigning"
    r"|resignation) matter\W*$",
    re.IGNORECASE,
)
"""Whether and why somebody would not go: what they said of it tells that, and the deed that was not done does not."""
_CALLED_FOR = regex(
    r"^(?P<ask>(?:did|have|has|do|does|are|is) [^,]{2,50}?) (?:demand(?:ed|ing)?|call(?:ed|ing)? for|ask(?:ed|ing)? for"
    r"|urg(?:ed?|ing)|ask(?:ed|ing)?) (?:that )?(?P<whom>[\w.' \u2019-]{2,40}?)"
    r"(?:(?:['\u2019]s? (?:resignation|head|scalp|departure))|(?:(?: to| should| must)? "
    r"(?:resign|quit|go|step down|stand down|be sacked)))\W*$",
    re.IGNORECASE,
)
"""Whether somebody wanted somebody else to go, in whatever words: they called for the resignation."""
_MOOD = regex(
    r"^(?:and |so )?why (?:is|was|were|are|has) (?P<who>[\w.' \u2019-]{2,40}?) (?:so |been |said to be |feeling )*"
    r"(?:annoyed|irritated|upset|angry|cross|unhappy|displeased|furious|irked|put out|angered|irate)\b.*$"
    r"|^(?:and |so )?why (?:has|did|was|is) (?P<sorry>[\w.' \u2019-]{2,40}?) "
    r"(?:had to |have to |forced to |made to )?(?:apologis(?:e|ed|ing)|say sorry|said sorry)\W*$",
    re.IGNORECASE,
)
"""Why somebody is cross, or sorry: it is what they complained of, or apologised for."""
_CROSS_ABOUT = regex(
    r"^(?:and |so )?what (?:is|was|were|are|has) (?P<who>[\w.' \u2019-]{2,40}?) (?:so |been )*"
    r"(?:annoyed|irritated|upset|angry|cross|unhappy|displeased|furious|irked|put out) (?:about|at|by|with|over)\W*$",
    re.IGNORECASE,
)
_SIDES = regex(
    r"^(?P<asked>.*\bhow (?:many|much) (?:more|fewer|less)\b.+?) (?P<side>before|after"
    r"|since) (?P<when>[^,]{3,40}?),? than "
    r"(?P<other>before|after|since)(?:wards?| it| that| then| that date)?\W*$",
    re.IGNORECASE,
)
"""The two sides of one date, which is said but once: "how many more sank before May 2003 than after"."""
_WAITING = regex(r"\b(?:still )?(?:waiting|awaiting|in the queue|due) to be(?= \w+ed\b)", re.IGNORECASE)
"""Those to whom a thing is still to be done, whether or not they are said to wait for it."""
_RIGHTED = regex(
    r",? (?:once|after|when|following) (?:(?:the|his|her|its|their|that) (?:evidence|figures?|numbers?|statement|record"
    r"|mistake|error|total|count)s? (?:had been|has been|have been|was|were|is) (?:corrected|put right|revised|amended"
    r"|restated)|(?:the|his|her|its|their) (?:correction|revision))(?=\W*$)",
    re.IGNORECASE,
)
"""What asks for the figure that stands since: it is the one that is given in any case."""
_PUT_RIGHT = regex(
    r"^by how (?:much|many) did (?:the|this|that|its|their|his|her) (?:[\w-]+ ){0,3}?(?:correction|revision"
    r"|restatement)"
    r"(?: (?:of|on|in) [\w ]{3,20}?)? (?:raise|increase|lift|change|alter|lower|reduce|cut|move|put up|bring down)d? "
    r"(?P<what>.+?)\W*$",
    re.IGNORECASE,
)
_WENT_ON = regex(
    r"^(?:for )?how (?:long|many (?:years|months|weeks)) (?:has|have|had|did|was|were) "
    r"(?P<what>it|this|that|the (?:problem|affair|scandal|practice|failure|mess|fiasco|situation|blunder)s?) "
    r"(?:all |been )*(?:go(?:ing|ne)? on|happen(?:ing|ed)?|last(?:ed)?|continued?|carry on|carried on)(?: for)?\W*$",
    re.IGNORECASE,
)
_BUT_FOR = regex(
    r"^(?P<before>(?:how many|number of)(?: (?!other\b)[\w'\u2019-]+){1,6}?),? "
    r"(?:other than|apart from|aside from|leaving aside|leaving out|except(?: for)?|but not|if you leave out) "
    r"(?P<but>(?:the )?[\w'\u2019-]+(?:(?:, | and | or |, and )(?:the )?[\w'\u2019-]+)*)"
    r"(?P<after>\W*$|,? (?:was|were|is|are|had|have|has|did|do|got|been)\b.*$)",
    re.IGNORECASE,
)


_SHORT_YEAR = regex(
    r"(?<![\d/.,\u00a3-])(?P<a>\d\d)/(?P<b>\d\d)(?![\d/.,%-]*\d|%)"
    r"|(?<=\bFY)(?P<c>\d\d)[/-](?P<d>\d\d)(?!\d)"
    r"|(?<=\bin )(?P<e>\d\d)-(?P<f>\d\d)(?![\d/-]|[\s-]*(?:year|yr|y/?o|months?|weeks?|hours?|days?|age)\b)",
    re.IGNORECASE,
)
"""A year of two halves in short ("24/25"); "16-17 year olds" are none."""
_CENTURY = 60
"""A year in two digits below this is of the present century."""


def _in_full(match: re.Match[str]) -> str:
    first, second = (g for g in match.groups() if g)
    if (int(first) + 1) % 100 != int(second):
        return match.group()
    return f"{'20' if int(first) < _CENTURY else '19'}{first}/{second}"


def rephrased(text: str) -> str:
    """TEXT in the words that it is read by; TEXT itself where it needs no others."""
    text = _SHORT_YEAR.sub(_in_full, text)
    text = _RIGHTED.sub("", _WAITING.sub("still to be", text))
    sides = _SIDES.match(text)
    if sides is not None:
        return f"{sides['asked']} {sides['side']} {sides['when']} than {sides['other']} {sides['when']}?"
    mood = _MOOD.match(text)
    if (about := _CROSS_ABOUT.match(text)) is not None:
        return f"What did {about['who']} complain about?"
    if mood is not None:
        return f"What did {mood['who']} complain about?" if mood["who"] else f"What did {mood['sorry']} apologise for?"
    called = _CALLED_FOR.match(text)
    if called is not None:
        return f"{called['ask']} call for {called['whom']}'s resignation?"
    righted = _PUT_RIGHT.match(text)
    if righted is not None:
        return f"by how much was {righted['what']} corrected?"
    belief = _BELIEF.match(text)
    if belief is not None:
        return f"What did {belief['who'] or belief['whose']} say about whether {belief['what'] or belief['that']}"
    going = _GOING.match(text) or _REFUSED.match(text)
    if going is not None:
        who = next(name for name in going.groupdict().values() if name)
        return f"What did {who} say about resigning?"
    lasted = _WENT_ON.match(text)
    if lasted is not None:
        return f"over what period did {lasted['what']} happen?"
    kept = _BUT_FOR.match(text)
    if kept is not None:
        return f"{kept['before']}, excluding {kept['but']}, {kept['after'].lstrip(' ,')}"
    named = _NAME_OF.match(text)
    if named is not None and head(named["who"].rstrip(" ?.!")) == "person":
        return f"who {named['be']} {named['who']}"
    held = _TENURE.match(text)
    if held is not None and head(held["office"]) == "person" and head(held["who"].strip()) != "person":
        aux = "was" if held["aux"].lower() == "did" else held["aux"]
        return f"{held['ask']} {aux} {held['who']}{'' if aux == 'was' else 'been '}in office?"
    return text
