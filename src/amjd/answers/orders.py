"""Duties typed as what somebody does, `Helps with onboarding`: read as orders, as ours are."""

import re
from functools import cache

from amjd.text.patterns import compile_later

# Verbs that are hardly ever things where they open a line, as calls and visits are.
_SURE = (
    r"acts|arranges|assists|attends|brings|builds|carries|chases|collaborates|collects|communicates|"
    r"coordinates|creates|cultivates|delivers|develops|does|ensures|establishes|executes|explains|"
    r"finds|fixes|follows|gathers|gets|gives|goes|grows|handles|helps|identifies|implements|improves|"
    r"informs|introduces|investigates|keeps|knows|learns|liaises|listens|looks|maintains|makes|"
    r"manages|meets|negotiates|onboards|organises|organizes|oversees|owns|participates|performs|"
    r"picks|prepares|prioritises|prioritizes|provides|puts|reads|recommends|resolves|responds|"
    r"secures|sells|sends|serves|solves|sorts|speaks|takes|teaches|tells|travels|tries|understands|"
    r"works(?= (?:with|on|closely|alongside|from|to)\b)|writes"
)
# Verbs that are things as well, unless a word behind them shows to what it is done.
_THINGS = r"answers|books|coaches|deals|drafts|guides|hosts|reviews|runs|schedules"
_HEAD = compile_later(
    rf"(?i)(?:(?:{_SURE})\b(?=,? |$)|(?:{_THINGS})\b(?= (?:the|an?|our|their|your|it|them)\b))"
)
# What may go on in the same way, or be a thing.
_EITHER = (
    r"works|advises|approaches|asks|calls|checks|closes|contacts|documents|drives|enters|expands|"
    r"fields|flags|forecasts|leads|logs|measures|mentors|monitors|moves|nurtures|offers|orders|"
    r"passes|pitches|plans|presents|processes|proposes|pulls|quotes|raises|records|renews|reports|"
    r"returns|shares|shows|supports|tracks|trains|turns|updates|upsells|uses|visits|watches|wins"
)
_ADVERB = r"(?:also|then|often|always|regularly|usually|sometimes|mostly|generally)"
_GOES_ON = compile_later(
    rf"(?i)(?:,|;| and| or|/| but| then) ?(?:{_ADVERB} )?(?:{_SURE}|{_THINGS}|{_EITHER})\b"
)
_OF_ITSELF = compile_later(r"(?:chas|organi[sz]|prioriti[sz]|liais)es")
_HISSING = compile_later(r"\w+(?:s|sh|ch|x|z)es")
_OTHERS = {"does": "do", "goes": "go"}


def as_order(text: str) -> str:
    """Return a duty that begins with a known verb as an order: `Takes notes` is `Take notes`.

    One in which another such verb may follow stays as it is, since it would be of both kinds.
    """
    first = text.partition(" ")[0].rstrip(",")
    found = _HEAD.match(text) if first[-1:] in ("s", "S") else None
    if not found or _GOES_ON.search(text, found.end()):
        return text
    verb = found[0]
    order = _plain(verb.lower())
    order = order.upper() if verb.isupper() else verb[0] + order[1:]
    return order + text[found.end() :]


@cache
def _orders() -> frozenset[str]:
    """Give the known verbs as an order has them: `help`."""
    return frozenset(map(_plain, re.findall(r"\b[a-z]+s\b", "|".join((_SURE, _THINGS, _EITHER)))))


def is_order(text: str) -> bool:
    """Whether a line begins with a known verb, as an order does: `put through price increases`."""
    first, _, rest = text.partition(" ")
    return bool(rest) and first.lower() in _orders()


# How one keeps in touch: behind these verbs stands with whom, or a word that goes with them alone.
_THEM = (
    r"(?:them|everyone|everybody|(?:each|every) (?:one|of|client|customer|account|shop|store|site)"
    r"|(?:all|the|our|their|its|his|her|your|a|an) )"
)
_WITH_THEM = (
    r"calls|visits|emails|e-mails|texts|sees|phones|rings|reviews|contacts|reaches|meets|tours"
    r"|walks|updates|sends|gives|does|has|holds|runs|gets|brings|takes"
)
_TOUCH = (
    rf"(?:talks|speaks) (?=to|with)|sits (?=down|with|in)|(?:{_WITH_THEM}) (?={_THEM})"
    r"|checks (?=(?:in|on|with)\b)|meets (?=with|up|in)|follows (?=up)|gets (?=on|in|out)"
    r"|(?:goes|drives|flies|travels|drops|stops|comes|swings) (?=to|out|in|by|on|over|through|and)"
    r"|(?:stays|keeps) (?=in|on|up)|reaches (?=out)|touches (?=base)"
)
_FIRST = compile_later(rf"(?i)(?P<joint>)(?P<verb>{_TOUCH})")
# Behind one of them a word that may be a thing as well is a verb too.
_NEXT = compile_later(
    r"(?i)(?P<joint>[,;] ?(?:and |then )?| and (?:then |also )?| then )"
    rf"(?P<verb>{_TOUCH}|(?:talks|speaks|checks|{_WITH_THEM}) )"
)
_WHO = compile_later(
    r"(?i)^(?:they|this person|the person)(?:'ll)? "
    r"(?:will |would |should |has to |have to )?"
)
_TOUCHED = {"sees": "see", "has": "have"}


def as_orders(text: str) -> str:
    """Return how one keeps in touch as an order: `talks to them weekly, sits down with each one`.

    What may be a thing, such as `calls every week`, stays as it is.
    """
    bare = _WHO.sub("", text)
    if not _FIRST.match(bare) and bare == text:
        return text

    def order(one: re.Match[str]) -> str:
        verb = one["verb"].rstrip()
        plain = _TOUCHED.get(verb.lower()) or _plain(verb.lower())
        return f"{one['joint']}{plain.capitalize() if verb[0].isupper() else plain} "

    return _NEXT.sub(order, _FIRST.sub(order, bare, count=1) if _FIRST.match(bare) else bare)


def _plain(verb: str) -> str:
    """Take away the ending of a verb in small letters."""
    if verb in _OTHERS:
        return _OTHERS[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    is_hissing = _HISSING.fullmatch(verb) and not _OF_ITSELF.fullmatch(verb)
    return verb[:-2] if is_hissing else verb[:-1]
