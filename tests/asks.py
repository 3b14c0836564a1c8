"""One ask of each kind, for whoever tests what asks them."""

from amjd.asker import Ask, Line, Row, Section, Seen


def count(values: tuple[str, ...]) -> Seen:
    """Read a number as the interview would."""
    digits = "".join(filter(str.isdecimal, values[0] if values else ""))
    if not digits:
        return Seen("That is no number.", refused=True)
    return Seen("" if values[0] == digits else f"about {digits} accounts")


YES_NO = (Row("yes", "Yes", "New revenue to bring in."), Row("no", "No", "Keep what there is."))
PLACES = (
    Row("on-site", "On-site", "At your place."),
    Row("hybrid", "Hybrid", "Some days each."),
    Row("remote", "Remote"),
)
CLIENTS = (Row("small business", "Small businesses"), Row("agency", "Agency clients"))
SIGNS = (
    Row("role.first_hire", "You hand over clients for the first time"),
    Row("portfolio.strategic", "A few accounts carry much of the revenue", "Losing one hurts."),
    Row("product.software", "Clients use software of ours"),
)

TEXT = Ask("company", "text", ("company.name",), "What is it called?", example="Tidewater Linen")
COUNT = Ask("accounts", "text", ("portfolio.accounts",), "How many accounts?", read=count)
LIST = Ask("role", "text", ("role.duties",), "Which duties are your own?", many=True, optional=True)
DECIDES = Ask("quota", "pick", ("quota.carries",), "Does this job carry a quota?", YES_NO)
PICK = Ask("where", "pick", ("role.workplace",), "Where is the work done?", PLACES, at=0)
OWN = Ask("clients", "pick", ("portfolio.segment",), "What kind of clients?", CLIENTS, own=True)
TICK = Ask("signs", "tick", tuple(row.value for row in SIGNS), "What is true?", SIGNS)
MEASURES = Ask("metrics", "tick", ("metrics",), "How do you measure it?", CLIENTS, own=True)
PAGE = Ask(
    "review", "page", ("review",), "Type a number, or yes.",
    pages=(
        Section("Company", (Line("Ott and Son", "0", "Name"), Line("", "1", "Industry"))),
        Section("Pay", tuple(Line(f"answer {n}", str(n), f"Label {n}") for n in range(2, 50))),
    ),
)  # fmt: skip
EVERY = {"text": TEXT, "count": COUNT, "list": LIST, "decides": DECIDES, "pick": PICK,
         "own": OWN, "tick": TICK, "measures": MEASURES, "page": PAGE}  # fmt: skip
