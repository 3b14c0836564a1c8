"""A bonus that hangs on how the firm does, or on its will, so that nobody can earn it by work."""

from amjd.text.patterns import compile_later

_SOME = (
    r"(?:(?:the|our|this|that|a|an|it|(?:it|there)['\u2019]s|is|there|enough|we|we['\u2019]ve|have"
    r"|had|has|was|been) )*"
)
_FIRM = (
    r"(?:company|firm|shop|business|year|season|quarter|books?|things?|times|money|cash|profits?"
    r"|budgets?|results)"
)
_GOES = (
    r"(?:goes|go|went|going|do|does|did|is|are|was|were|allows?|permits?|has|have|had|can|makes?"
    r"|made|turns?|comes?|there)"
)
# When the year is over is a day.
_NOT_OVER = r"(?! (?:over|done|up|out|through|closed|ended|behind)\b)"
_CHANCE = compile_later(
    r"(?i)\b(?:"
    rf"(?:if|when|whenever|as long as|so long as|provided|assuming)(?: that)? {_SOME}"
    rf"(?:(?:good|great|strong|better|decent|profitable|banner|whole) )?{_FIRM}"
    rf"(?:(?=$|[.,;)])| (?:(?:all|really|as a whole|overall) )?{_GOES}\b{_NOT_OVER})"
    r"|(?:if|when|whenever) (?:it is |it['\u2019]s )?(?:possible|affordable)"
    r"|(?:if|when|whenever|as long as) we (?:all )?(?:do (?:well|okay|ok|good|fine)"
    r"|can(?: (?:afford|pay|manage)\b|(?=$|[.,;)]))"
    r"|make (?:a |any |enough |good )?(?:profits?|money)"
    r"|(?:are|were|stay) (?:able|profitable|in the black))"
    r"|in (?:a |the )?(?:good|great|strong|better|profitable) (?:years?|seasons?|quarters?|months?)"
    r"|depend(?:s|ing|ent) (?:up)?on (?:how )?(?:well )?(?:the |our )?(?:whole )?"
    rf"(?:we\b|{_FIRM}\b)"
    r"|discretion(?:ary)?|maybe|perhaps|possibly|might be|may be|not (?:every year|guaranteed"
    r"|promised)|no guarantee|some years)\b"
)


def is_chance(text: str) -> bool:
    """Whether words on a bonus make it one that may be paid, whatever somebody does for it."""
    return bool(_CHANCE.search(text))
