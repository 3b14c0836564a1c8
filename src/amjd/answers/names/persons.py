"""Persons that a sentence names: for one of them a pronoun may stand, and is not the applicant."""

from amjd.answers.days.calendar import MONTHS
from amjd.answers.places.countries import regions_named
from amjd.text.patterns import compile_later


def names_person(before: str) -> bool:
    """Whether a text names somebody for whom the next pronoun stands: Ciara, or the sales director.

    The sentence before counts where the pronoun begins one.
    """
    *others, last = _END.split(before)
    last = last if last.strip() or not others else others[-1]
    last = last.rpartition(":")[2].strip() or last
    if _POST.search(last.lower()):
        return True
    first = _FIRST.match(last)
    if first and first[1] not in _NO_NAMES:
        return True
    named = (found[1] for found in _WITHIN.finditer(last))
    return any(one not in _NO_NAMES and not regions_named(one) for one in named)


_END = compile_later(r"(?<=[a-z0-9)\"'][.!?])\s+(?=[A-Z\"'(]|$)")
_NAME = r"([A-Z][a-z]{1,20})(?![\w-])(?:['\u2019]s)?(?: [A-Z][a-z'\u2019-]+)?"
# Theo has looked after everyone; Dana Ruiz, who founded the firm.
_FIRST = compile_later(
    rf"{_NAME}(?:,? who\b|, | (?:(?:is|has|was|had|will|can)\b|[a-z]+(?:s|ed)\b))"
)
_WITHIN = compile_later(
    r"(?:\b(?:with|for|by|from|to|under|beside|replac(?:e|ing)|cover(?:ing)?|succeed(?:ing)?"
    r"|shadow(?:ing)?|and|or|when|before|after|until|while|as|because|where|if|once|meet|join|help"
    r"|support|assist|of|than|like|that|ask|call|via|through)|,) " + _NAME
)
_POST = compile_later(
    r"\b(?:(?:(?:managing|sales|general|commercial|operations|finance|service|creative) )?director"
    r"|supervisor|boss|predecessor|trainer|head of [a-z]+|team lead(?:er)?|(?<!account )manager"
    r"|(?:previous|former|last|outgoing|current|other|senior) account manager|vp|md|c[efot]o"
    r"|chief [a-z]+|assistant|dispatcher|founder|owner|president|partner|accountant|planner)\b"
)
# Words with a capital that name nobody: they begin a sentence, or are days, titles and languages.
_NO_NAMES = frozenset((
    *MONTHS,
    "Account", "Accounts", "After", "All", "An", "And", "Any", "Anybody", "Anyone", "Applicant",
    "As", "At", "Base", "Because", "Before", "Bonus", "But", "Candidate", "Christmas", "Client",
    "Clients", "Commission", "Customer", "Customers", "Each", "Easter", "Employee", "English",
    "Every", "Everybody", "Everyone", "Executive", "Experience", "For", "French", "Friday", "From",
    "German", "He", "How", "If", "In", "Interview", "It", "Key", "Manager", "Monday", "New", "No",
    "Nobody", "Of", "On", "Once", "One", "Only", "Or", "Our", "Pay", "People", "Person", "Quota",
    "Rep", "Representative", "Salary", "Sales", "Saturday", "Senior", "She", "So", "Somebody",
    "Someone", "Spanish", "Success", "Successful", "Sunday", "Team", "That", "The", "Then", "They",
    "This", "Those", "Thursday", "To", "Training", "Travel", "Tuesday", "Until", "We", "Wednesday",
    "What", "When", "Where", "While", "Who", "Whoever", "With", "Word", "Work", "You", "Your",
))  # fmt: skip
