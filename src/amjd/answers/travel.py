"""How much of the week somebody is on the road, and whether they drive, by what was typed of it.

Two days a week, or as great a share of the time: a candidate plans each week around that, and a
place alone would not tell it.
"""

import re
from operator import contains

from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

_LEAST = {"week": 2, "fortnight": 4, "month": 8, "year": 90}  # days
_LEAST_SHARE = 40  # percent
_WORDS = {"few": 2, "couple of": 2, "several": 2, "twice": 2}
_UNITS = {"wk": "week", "w": "week", "weekly": "week", "monthly": "month", "mth": "month"}
_NUMBER = rf"\d{{1,3}}(?:\.\d)?|(?:a )?(?:few|couple of)|several|{'|'.join(SMALL_NUMBERS)}"
_DAYS = compile_later(
    rf"(?<![\w.])(?P<low>{_NUMBER})(?: ?(?:-|\u2013|to|or) ?(?P<high>{_NUMBER}))?(?: and a half)?"
    r" ?(?:full |whole |working )?(?:days?|nights?|x|times)"
    r"(?: (?:out|away|on the road|of travel|of visits))?"
    r"(?: ?/ ?| (?:an?|per|each|every|in an?|of the|p/?(?=w)) ?| )"
    r"(?P<unit>week|wk|w|weekly|fortnight|month|mth|monthly|year)\b"
    rf"|(?P<twice>twice) (?:an?|per|each|every) (?P<of>week|fortnight)"
    rf"|(?<![\w.])(?P<out>{_NUMBER})(?: days?)? (?:out )?on the road\b"
    r"(?! (?:an?|each|every|in|per) )"
)  # fmt: skip
_SHARE = compile_later(
    r"(?<![\d.])(?P<low>\d{1,3})(?: ?%?(?:-|\u2013| to | or )(?P<high>\d{1,3}))?"
    r" ?(?:%|percent\b|per cent\b)(?= ?(?:$|[,.;)]|and\b|of (?:the |your |each |a )?(?:working )?"
    r"(?:time|week|days?|job|work|month)\b|travel|on the road|out\b|in the field|field|away|driving"
    r"|with (?:clients|customers)|visit))"
)
_MOST = compile_later(
    r"\b(?:(?:every|each|most|all) (?:working |week)?days?(?! trips?\b)|daily|all week"
    r"|(?:most|all|half|two[- ]thirds|three[- ]quarters|much)(?: of)?"
    r" (?:the|your|each|every|a(?= w)) (?:working )?(?:time|week|days?|job)"
    r"|(?:mostly|mainly|always|largely) (?:on the road|out(?! of (?:the|our|your) (?!office))|away"
    r"|in the field|travell?ing|driving)"
    r"|field[- ]based|(?:visits?|calls|stops) (?:a|per) day"
    r"|(?:two|three|2|3) weeks (?:a|per|each|every|in a|of the) month)\b"
    r"(?! a (?:month|quarter|year))"
)
_REST = compile_later(
    r"\b(?:[1-3]|one|two|three|an?) days?\b[^,;.]{0,30}\b(?:office|home|desk|depot|warehouse|hq)\b"
    r"[^,;.]{0,20}[,;.]? (?:and |with )?(?:the )?rest (?:of (?:the|your|each) (?:week|time) )?"
    r"(?:is )?(?:on the road|out\b|in the field|away|with |visiting|travell?ing|driving|at clients)"
)
# Whatever else is told of it comes on top.
_OTHERWISE = compile_later(
    r"\botherwise (?:on the road|in the field|out\b(?! of)|driving|travell?ing)\b"
    r"(?! (?:occasional|rare|little|very little|once|now and))"
)
_WEEKDAY = compile_later(r"\b(mon|tue|wed|thu|fri)(?:s|rs?|day|sday|nesday|rsday)?s?\b")
_RARE = compile_later(r"\b(?:month|quarter|year)s?\b")
# What is said of days that are not on the road, or not so many; or of what is paid.
_BEFORE = compile_later(
    r"(?:\b(?:not|never|(?:less|fewer) than|under|below"
    r"|(?:once|twice) an? (?:month|quarter|year),?"
    r"|(?:paid|reimbursed|refunded|covered)(?: at| up to| to)?)"
    r"|(?:office|home|desk)(?: based)?:?) $"
)
_BEHIND = compile_later(
    r",? (?:(?:is |are )?(?:in|at|from) (?:the |our |your )?"
    r"(?:office|home|desk|shop|yard|depot|warehouse|base|hq|works)|working from home|remote(?:ly)?"
    r"|hybrid|commut(?:e|ing)|by (?:phone|video|e-?mail)"
    r"|(?:once|twice) an? (?:month|quarter|year))\b"
)
_NO_TRAVEL = compile_later(r"\b(?:no|without|zero|hardly any|barely any) travel(?:l?ing)?\b")
_INSIDE = compile_later(r"\b(?:office|home|desk)\b")


# Two days a week.
_PLAIN = (SMALL_NUMBERS, ("day", "days"), ("a", "an", "per", "each", "every"), _LEAST)


def is_much_of_the_week(typed: str) -> bool:
    """Whether somebody is on the road for two days a week or more, or says most of the time."""
    text = typed.casefold()
    words = text.split()
    if len(words) == len(_PLAIN) and all(map(contains, _PLAIN, words)):
        return _figure(words[0]) >= _LEAST[words[3]]  # as most write it, which needs no pattern
    return not _NO_TRAVEL.search(text) and (
        any(_is_enough(one) for one in _DAYS.finditer(text) if _is_out(text, one))
        or any(_LEAST_SHARE <= _most(one) <= 100 for one in _SHARE.finditer(text)
               if _is_out(text, one))
        or any(_is_out(text, one) for one in _MOST.finditer(text))
        or ("rest" in text and bool(_REST.search(text)))
        or (bool(_OTHERWISE.search(text)) and not _INSIDE.search(text))
        or _names_weekdays(text)
    )  # fmt: skip


# To these people fly or take a train, as those by whom they are sent say; there nobody drives.
_EVENTS = compile_later(
    r"\b(?:conf(?:erence|s\b|\b)|trade ?(?:show|fair)|expo|convention|congress|summit"
    r"|symposi|kick-?off|sko\b|offsite\b|off-site (?:meeting|event|week)|retreat|user group"
    r"|(?:company|team|industry) (?:event|meet-?up|gathering|week))"
)
_OTHER_WAYS = compile_later(
    r"\b(?:flights?|fly|flying|flown|planes?|by air|airfare|trains?|rail(?:way)?|amtrak|eurostar"
    r"|overseas|abroad|transatlantic|public transport|transit|by bus|on foot|walking|by bike"
    r"|cycling|ferry|ferries)\b"
)
_DRIVES = compile_later(
    r"\b(?:driv\w+|cars?|vans?|trucks?|vehicles?|mileage|miles?|km|road|routes?)\b"
)
_TO_CLIENTS = compile_later(
    r"\b(?:visit\w*|clients?|customers?|accounts?|sites?|stores?|shops?|dealers?|offices|field"
    r"|territory|region\w*|local\w*|daily|weekly|(?:a|per|each|every) week|calls)\b"
)


def is_free_of_driving(typed: str) -> bool:
    """Whether nobody drives for the travel: conferences alone, flights, trains, or no travel."""
    text = typed.casefold()
    if _DRIVES.search(text):
        return False
    if _OTHER_WAYS.search(text) or _NO_TRAVEL.match(text):
        return True
    return bool(_EVENTS.search(text)) and not _TO_CLIENTS.search(text)


_RARELY = compile_later(
    r"\b(?:quarter(?:s|ly)?|qtrs?|years?|yrs?|yearly|annual(?:ly)?|occasional(?:ly)?|rare(?:ly)?"
    r"|seldom|now and then|once in a while)\b"
)
_OFTEN = compile_later(r"\b(?:days?|daily|weeks?|weekly|wks?|months?|monthly|fortnight\w*)\b")


def is_rare(typed: str) -> bool:
    """Whether somebody travels a few times a quarter or a year, and not more often."""
    text = typed.casefold()
    return bool(_RARELY.search(text)) and not _OFTEN.search(text)


_PICKUP = r"pick-?ups?"  # which may be what is picked up, too
_VEHICLE = (
    r"(?:cars?|vans?|trucks?|vehicles?|minivans?|minibus(?:es)?|suvs?|jeeps?|lorr(?:y|ies)|utes?"
    r"|bakkies?)"
)
_VEHICLES = compile_later(
    rf"\b(?:{_VEHICLE}|(?:in|by|with) (?:(?:an?|the|your) )?(?:[a-z]+ )?{_PICKUP})\b"
)
_OF_OURS = compile_later(
    r"\b(?:our|one of our|(?:the )?(?:company|firm)(?:'s)?|we (?:have|provide|supply|give you) an?"
    rf"|provided) (?:[a-z]+ ){{0,2}}?(?:{_VEHICLE}|{_PICKUP})\b"
    rf"|\b(?:{_VEHICLE}|{_PICKUP}) (?:is |are )?(?:provided|supplied|of ours|from us)\b"
)


def is_in_vehicle(typed: str) -> bool:
    """Whether a vehicle is named, by whoever has said then what there is to say of it."""
    return bool(_VEHICLES.search(typed.casefold())) or is_in_vehicle_of_ours(typed)


def is_in_vehicle_of_ours(typed: str) -> bool:
    """Whether a vehicle of the company is named: `every few weeks, in our pickup`."""
    text = typed.casefold().replace("\u2019", "'")
    return bool(_OF_OURS.search(text))


def _is_out(text: str, found: re.Match[str]) -> bool:
    before, behind = text[: found.start()], text[found.end() :]
    return not (before and _BEFORE.search(before)) and not (behind and _BEHIND.match(behind))


def _is_enough(found: re.Match[str]) -> bool:
    if found["twice"] or found["out"]:
        return found["of"] != "fortnight" and _figure(found["out"] or "twice") >= _LEAST["week"]
    return _most(found) >= _LEAST[_UNITS.get(found["unit"], found["unit"])]


def _most(found: re.Match[str]) -> float:
    """Return the upper end of a range, with which a candidate must reckon."""
    return max(_figure(found["low"]), _figure(found["high"] or "0"))


def _figure(text: str) -> float:
    word = text.removeprefix("a ")
    if word in SMALL_NUMBERS:
        return SMALL_NUMBERS.index(word)
    return _WORDS.get(word) or float(word)


def _names_weekdays(text: str) -> bool:
    """Whether two weekdays or more are named, and nothing says that they are not every week's."""
    days = set(_WEEKDAY.findall(text))
    return len(days) > 1 and not (_RARE.search(text) or _INSIDE.search(text))
