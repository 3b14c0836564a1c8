"""The laws of places, each on its day and headcount and just before, by what it asks and bans."""

import datetime

import pytest

from amjd import resources
from amjd.review.findings import Around
from amjd.review.readers import markdown
from amjd.review.reviewer import review
from amjd.review.rules import Rules
from tables import table

RULES, ALONE = Rules(resources.folder("rules")), Rules(resources.folder("rules"))
TODAY = "2026-11-25"
PARTS = {
    "pay": "Salary: $50,000 to $60,000 a year, and 5% of each order.",
    "benefits": "## Benefits\n\n- Medical insurance",
    "deadline": "## How to apply\n\nApply by March 1, 2027.",
    "vacancy": "This is an existing vacancy.",
    "ai": "No artificial intelligence screens you.",
}
WORSE = {
    "other pay": ("pay", "Salary: $50,000 to $60,000 a year, and then there is a commission."),
    "open pay": ("pay", "Salary: up to $60,000 a year"),
    "pay history": ("ai", "Send us your salary history."),
    "canadian experience": ("ai", "Canadian experience is required. No artificial intelligence."),
}
FOUND_BY = {"pay": "PAY-01", "benefits": "PAY-04", "deadline": "PAY-06", "vacancy": "LAW-08",
            "ai": "LAW-08", "other pay": "PAY-05", "open pay": "PAY-02", "pay history": "PAY-08",
            "canadian experience": "LAW-08"}  # fmt: skip
# What each law wants, one by one.
WANTED = [(law, what) for law in RULES.laws for what in (*law.asks, *law.bans)]
# What is no error, whoever has confirmed the law.
MILDER = {"ai": "notice", "other pay": "warning"}


def posting(law, what=""):
    parts = dict(PARTS)
    if what in WORSE:
        part, words = WORSE[what]
        parts[part] = words
    else:
        parts.pop(what, None)
    where = f"Location: {law.locality or 'Here'}"
    return "\n\n".join(["# Account Manager", where, "There is no sales quota.", *parts.values()])


def found(law, text, employees, day):
    """Review with this law alone, since the law of a state may hold in its counties too."""
    ALONE.__dict__["laws"] = (law,)
    around = Around((law.place,), employees, day)
    review_ = review(markdown.read("posting.md", text), ALONE, around)
    return [one for one in review_.findings if law.name in one.message]


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


@table(("law", "what"), WANTED)
def test_what_falls_short_of_a_law_is_found_from_its_day_and_headcount_on(law, what):
    least, short = int(law.employees), posting(law, what)
    on_its_day = found(law, short, least, law.effective)
    assert [one.rule for one in on_its_day] == [FOUND_BY[what]]
    (finding,) = found(law, short, least, max(law.effective, TODAY))
    assert finding.level == MILDER.get(what, "error" if law.confirmed else "warning")
    assert finding.confirmed == law.confirmed
    assert (law.citation, law.source) in [(one.title, one.url) for one in finding.sources]
    assert not found(law, short, least - 1, max(law.effective, TODAY))
    assert not found(law, short, least, day_before(law.effective))


def test_a_draft_notes_private_pay_where_these_laws_ask_for_it():
    whole = [law for law in RULES.laws if not (law.locality or law.members)]
    held = {law.place for law in whole if "pay" in law.asks and law.effective <= TODAY}
    table = (resources.folder("data") / "pay_by_law.tsv").read_text("utf-8").splitlines()
    assert {row.partition("\t")[0] for row in table if not row.startswith("#")} == held


@table("law", RULES.laws, ids=lambda law: law.name[:24])
def test_what_meets_a_law_is_not_named_by_it(law):
    day = max(law.effective, TODAY)
    for employees in (int(law.employees) - 1, int(law.employees), 5000, None):
        assert not found(law, posting(law), employees, day)


@pytest.mark.parametrize(
    "law", [law for law in RULES.laws if law.commission], ids=lambda law: law.name
)
def test_a_word_on_commission_stands_in_for_a_range_where_the_law_has_it(law):
    text = posting(law, "pay")
    words = {
        "only": "Pay is based on commission alone: 100% commission.",
        "part": "Commission is paid.",
    }
    assert not found(law, f"{text}\n\n{words[law.commission]}", 5000, max(law.effective, TODAY))
    if law.commission == "only":
        some = f"{text}\n\n{words['part']}"
        assert found(law, some, 5000, max(law.effective, TODAY))


def test_a_city_of_the_european_union_has_its_law_and_one_beside_it_has_not():
    text = "# Account Manager\n\nLocation: {}\n\nCompetitive salary."
    around = Around((), 10, TODAY)

    def laws(city):
        found_ = review(markdown.read("a.md", text.format(city)), RULES, around).findings
        return [one for one in found_ if "European Union" in one.message]

    assert laws("Dublin, Ireland")
    assert laws("Munich, Germany")
    assert not laws("Zurich, Switzerland")


def test_a_law_of_a_city_holds_where_the_place_is_that_city():
    def laws(place):
        text = f"# Account Manager\n\nLocation: {place}\n\nWe keep clients."
        found_ = review(markdown.read("a.md", text), RULES, Around((), 10, TODAY)).findings
        return " ".join(one.message for one in found_ if one.rule == "PAY-01")

    assert "New York City" in laws("New York, NY")
    assert "New York City" in laws("Hybrid - New York, NY")
    assert "New York City" not in laws("Albany, New York")
    assert "Albany County (not confirmed)" in laws("Albany, New York")
    assert "Jersey City" in laws("Jersey City, NJ")
    assert "Jersey City" not in laws("Newark, NJ")


VACANT = {
    "This is an existing vacancy.": True,
    "Why the job is open: real open role (backfill), current AM moving to CS lead.": True,
    "Why the job is open: replacing Sam.": True,
    "We are replacing Sam Miller.": True,
    "Replacing our AM, who is retiring.": True,
    "This is a replacement.": True,
    "The job is new because we took on twelve inns.": True,
    "It is a brand new role.": True,
    "The position is open now.": True,
    "Why the job is open: growth.": False,
    "You replace lost linen.": False,
    "We replace towels every year.": False,
    "We are replacing our old CRM this year.": False,
    "You are replacing worn parts.": False,
    "Find your feet in your new role.": False,
    "See our open roles.": False,
    "The job is open to people in Ontario.": False,
}
SCREENED = {
    "We use no artificial intelligence.": True,
    "No AI screening.": True,
    "Offer, 2 weeks in all, no AI screening": True,
    "A person reads every application.": True,
    "A real person looks at each application": True,
    "We read every application ourselves.": True,
    "Your application is read by a person.": True,
    "Applications are screened with AI.": True,
    "No bots.": True,
    "We don't use AI to screen applications": True,
    "Quarterly reviews of how clients use our software.": False,
    "We sell AI tools to banks.": False,
    "We review each account in spring.": False,
    "We look for candidates who work well with people.": False,
    "A short call, then coffee.": False,
    "We are an equal-opportunity employer and hire for the ability to do this work.": False,
}


def lacking(words):
    text = f"# Account Manager\n\nToronto, ON\n\nWe look after dental practices.\n\n{words}"
    found_ = review(markdown.read("a.md", text), RULES, Around(("CA-ON",), 30, TODAY)).findings
    return {one.field: one for one in found_ if one.rule == "LAW-08"}


@table(("words", "says"), VACANT.items())
def test_that_a_job_is_vacant_is_known_in_the_words_of_owners(words, says):
    assert ("role.opening" not in lacking(words)) == says


@table(("words", "says"), SCREENED.items())
def test_who_judges_those_who_apply_is_known_in_the_words_of_owners(words, says):
    assert ("apply.steps" not in lacking(words)) == says


def test_each_statement_that_is_lacking_has_its_own_cure():
    found_ = lacking("Canadian experience.")
    assert "intelligence" not in found_["role.opening"].cure
    assert "vacancy" not in found_["apply.steps"].cure
    assert found_[""].cure == "Leave Canadian experience out."
