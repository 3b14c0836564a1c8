"""The data for search engines: what Google asks for, nothing that the posting does not say."""

import datetime
import json
import random
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.fields import Answers
from amjd.answers.places.place import Beside, Place, read_place
from amjd.answers.reading import read
from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run
from amjd.documents.draft import blank, draft
from amjd.formats import FORMATS
from amjd.formats.job_posting.description import description
from amjd.formats.job_posting.posting import job_posting, json_ld, remarks, write
from amjd.text.characters import refused
from conftest import ANSWERS, CATALOG, CHECKOUT, EXAMPLES, QUESTIONS, SHORT, drafted_file
from postings import lines_of, some_answers
from tables import table
from trees import EVERY_ANSWER

DAY = datetime.date(2026, 12, 1)
FILES = {path.stem: path for path in [
    *EXAMPLES.glob("*.yaml"), EVERY_ANSWER,
    ANSWERS / "tidewater.yaml",
]}  # fmt: skip


KINDS = {"posting": CATALOG, "short": SHORT}


def drafted_from(name, kind="posting"):
    return drafted_file(FILES[name], KINDS[kind])._replace(posted=DAY)


@pytest.fixture
def drafted(answers):
    """Draft the required answers with some changed, by dotted name."""

    def make(changes=None, open_=()):
        found = draft(CATALOG, QUESTIONS, answers(changes), open_=open_)
        return found._replace(posted=DAY)

    return make


@pytest.fixture
def data(drafted):
    return lambda changes=None, open_=(): job_posting(drafted(changes, open_))


class _Page(HTMLParser):
    """The tags of a fragment, and the text in each element."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.texts = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert attrs == []
        if tag in ("p", "li"):
            self.texts.append("")

    def handle_data(self, text):
        self.texts[-1] += text


# -- what Google asks for -------------------------------------------------------------------------

REQUIRED = ("title", "description", "datePosted", "hiringOrganization")
RECOMMENDED = ("baseSalary", "employmentType", "validThrough")


def problems_of(found):
    """List what Google's rules for job postings find, errors first (November 2026)."""
    problems = [f"{name} is missing" for name in REQUIRED if not found.get(name)]
    if found["description"] == found["title"]:
        problems.append("the description is the title")
    is_remote = found.get("jobLocationType") == "TELECOMMUTE"
    if is_remote and not found.get("applicantLocationRequirements"):
        problems.append("TELECOMMUTE without its places")
    if not is_remote and not found.get("jobLocation"):
        problems.append("jobLocation is missing")
    if not is_remote and found.get("applicantLocationRequirements"):
        problems.append("places of a remote job without TELECOMMUTE")
    place = found.get("jobLocation")
    if place and not re.fullmatch("[A-Z]{2}", place["address"].get("addressCountry", "")):
        problems.append("addressCountry is missing")
    return problems + [f"{name} is recommended" for name in RECOMMENDED if not found.get(name)]


def as_list(value):
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", [*FILES])
def test_every_example_is_what_google_asks_for(name):
    drafted = drafted_from(name)
    is_rolling = drafted.answers.apply.deadline.day is None
    silent = [] if drafted.answers.role.employment else ["employmentType is recommended"]
    rolling = ["validThrough is recommended"] if is_rolling else []
    assert problems_of(job_posting(drafted)) == silent + rolling
    assert list(remarks(drafted)) == []


@pytest.mark.parametrize("name", [*FILES])
def test_the_short_form_is_what_google_asks_for_with_less_in_it(name):
    short = job_posting(drafted_from(name, "short"))
    whole = job_posting(drafted_from(name))
    assert [problem for problem in problems_of(short) if "missing" in problem] == []
    assert {*short} < {*whole}
    assert "jobBenefits" not in short
    same = {*short} - {"description", "skills", "incentiveCompensation", "applicationContact"}
    assert {part: short[part] for part in same} == {part: whole[part] for part in same}


def test_the_least_that_a_posting_can_say_is_enough(data):
    found = data({"role.workplace": None, "apply.deadline": None})
    assert problems_of(found) == ["employmentType is recommended", "validThrough is recommended"]


def test_the_properties_stand_in_one_order(data):
    assert [*data()][:7] == [
        "@context", "@type", "title", "description", "datePosted", "hiringOrganization",
        "jobLocation",
    ]  # fmt: skip


# -- nothing that the posting does not say --------------------------------------------------------

# Words of schema.org's own and codes, which stand for words of the posting; the whole of it, and
# what it does not say: the day and the address.
_OTHERWISE = {
    "@context", "@type", "description", "datePosted", "address", "employmentType", "currency",
    "unitText", "jobLocationType", "credentialCategory",
}  # fmt: skip


def texts_in(value):
    """Yield every text in the data that the posting says as it is."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _OTHERWISE:
                yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, str):
        yield value


@table("kind", [*KINDS])
@table("name", [*FILES])
def test_every_text_stands_in_the_posting(name, kind):
    check_said(drafted_from(name, kind))


def check_said(drafted):
    """Check that the document says what its data do, places apart."""
    said = " ".join(lines_of(drafted.document.blocks)).casefold()
    found = job_posting(drafted)
    for text in texts_in(found):
        part = re.sub("^(Commission|Bonus|Variable pay): ", "", text).rstrip(".")
        part = part.removesuffix(", United States").removesuffix(", United Kingdom")
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        assert part.casefold() in said or is_day, text


@pytest.mark.parametrize(
    ("field", "value", "gone"),
    [
        ("pay.base", "private", "baseSalary"),
        ("apply.deadline", "rolling", "validThrough"),
        ("apply.deadline", None, "validThrough"),
        ("role.employment", None, "employmentType"),
        ("role.start", "March 2027", "jobStartDate"),
        ("role.start", "soon", "jobStartDate"),
        ("apply.here", "no", "directApply"),
        ("apply.here", None, "directApply"),
        ("role.workplace", "hybrid", "jobLocationType"),
        ("role.workplace", "hybrid", "applicantLocationRequirements"),
        ("role.workplace", "on-site", "jobLocationType"),
        ("role.workplace", None, "jobLocationType"),
        ("role.years", None, "experienceRequirements"),
        ("role.education", None, "educationRequirements"),
        ("pay.benefits", None, "jobBenefits"),
        ("company.industry", None, "industry"),
        ("role.hours", None, "workHours"),
    ],
)
def test_what_is_not_said_has_no_property(field, value, gone, data):
    given = {
        "role.regions": ["US-MA"], "role.employment": "full-time", "role.start": "2027-03-01",
        "apply.here": "yes", "role.workplace": "remote", "apply.deadline": "2027-01-30",
        "role.years": "2", "role.education": "a bachelor's degree", "pay.benefits": ["a tent"],
        "company.industry": "linen", "role.hours": "30 hours a week",
    }  # fmt: skip
    assert gone in data(given)
    assert gone not in data({**given, field: value})


def test_an_answer_whose_line_is_not_printed_is_no_data(data):
    given = {"company.industry": "maritime laundry"}
    assert data(given)["industry"] == "maritime laundry"
    assert "industry" not in data({**given, "leave_out": ["field"]})


def test_an_answer_that_does_not_apply_is_no_data(data):
    found = data({"role.workplace": "on-site", "quota.target": "150000", "role.years_in": "linen"})
    assert "150" not in json.dumps(found)


# -- pay ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "currency", "value"),
    [
        ({"pay.base": "58000"}, "USD", {"value": 58000, "unitText": "YEAR"}),
        (
            {"pay.base": "58k to 64k"},
            "USD",
            {"minValue": 58000, "maxValue": 64000, "unitText": "YEAR"},
        ),
        ({"pay.base": "$22.50/hr"}, "USD", {"value": 22.5, "unitText": "HOUR"}),
        (
            {"pay.base": "3100", "pay.currency": "EUR", "pay.period": "month"},
            "EUR",
            {"value": 3100, "unitText": "MONTH"},
        ),
        (
            {"pay.base": "999999999999", "pay.currency": "JPY"},
            "JPY",
            {"value": 999999999999, "unitText": "YEAR"},
        ),
    ],
)
def test_base_pay_is_the_amount_that_is_shown(changes, currency, value, data):
    salary = data(changes)["baseSalary"]
    assert salary["currency"] == currency
    assert salary["value"] == {"@type": "QuantitativeValue", **value}


@pytest.mark.parametrize("period", ["pay.period", "pay.currency"])
def test_pay_whose_unit_is_open_is_no_figure(period, data):
    assert "baseSalary" not in data({period: None}, open_=[period])


def test_the_parts_of_pay_stand_apart(data):
    found = data({
        "pay.base": "58000", "pay.variable": "5000", "pay.commission": "You earn 3% of each order",
        "pay.bonus": "A bonus follows a good winter", "pay.benefits": ["Dental", "A tent"],
    })  # fmt: skip
    assert found["baseSalary"]["value"]["value"] == 58000
    assert found["incentiveCompensation"] == [
        "Commission: $5,000 per year", "You earn 3% of each order", "A bonus follows a good winter",
    ]  # fmt: skip
    assert found["jobBenefits"] == ["Dental", "A tent"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pay.variable": "10%"}, ["Bonus: 10% of base pay"]),
        ({"pay.variable": "none"}, None),
        ({"pay.variable": "private"}, None),
        ({"pay.variable": None}, None),
        ({"pay.base": "none", "pay.commission": "3% of sales"}, ["3% of sales"]),
    ],
)
def test_what_is_earned_beside_base_pay_is_said_as_it_is_shown(changes, said, data):
    assert data(changes).get("incentiveCompensation") == said


def test_commission_alone_is_no_base_salary(data):
    assert "baseSalary" not in data({"pay.base": "none", "pay.commission": "3% of sales"})


# -- the place ------------------------------------------------------------------------------------

US, EURO, POUND = Beside(), Beside(currency="EUR"), Beside(currency="GBP")


@table(
    ("location", "beside", "place"),
    [
        ("Denver, CO", US, Place("", "Denver", "CO", "", "US")),
        ("Gary, IN", US, Place("", "Gary", "IN", "", "US")),
        ("Bengaluru, IN", Beside(currency="INR"), Place("", "Bengaluru", "", "", "IN")),
        ("Berlin, DE", EURO, Place("", "Berlin", "", "", "DE")),
        ("Berlin", EURO, Place("", "Berlin", "", "", "DE")),
        ("Berlin, Germany", US, Place("", "Berlin", "", "", "DE")),
        ("London, the UK", US, Place("", "London", "", "", "GB")),
        ("Utrecht, the Netherlands", US, Place("", "Utrecht", "", "", "NL")),
        ("Wrexham, Wales", US, Place("", "Wrexham", "Wales", "", "GB")),
        ("London, UK", POUND, Place("", "London", "", "", "GB")),
        ("London", POUND, Place("", "London", "", "", "")),
        ("London", Beside(("GB",)), Place("", "London", "", "", "GB")),
        ("Toronto, Ontario, Canada", US, Place("", "Toronto", "Ontario", "", "CA")),
        ("London, ON", US, Place("", "London", "ON", "", "CA")),
        ("Perth, WA", Beside(currency="AUD"), Place("", "Perth", "WA", "", "AU")),
        ("Perth, WA", Beside(("AU-WA",)), Place("", "Perth", "WA", "", "AU")),
        ("Fairview, WA", EURO, Place("", "Fairview, WA", "", "", "")),
        ("Perth, WA", Beside(("US-WA",)), Place("", "Perth", "WA", "", "US")),
        ("Atlanta, Georgia", US, Place("", "Atlanta", "Georgia", "", "US")),
        ("Tbilisi, Georgia", Beside(("GE",)), Place("", "Tbilisi", "", "", "GE")),
        ("Milano, MI", Beside(("IT-MI",)), Place("", "Milano", "MI", "", "IT")),
        ("Midrand, GP", Beside(currency="ZAR"), Place("", "Midrand", "GP", "", "ZA")),
        ("Midrand (GP)", Beside(currency="ZAR"), Place("", "Midrand", "GP", "", "ZA")),
        ("Durban, KZN", Beside(currency="ZAR"), Place("", "Durban", "KZN", "", "ZA")),
        ("Z\u00fcrich, CH", US, Place("", "Z\u00fcrich", "", "", "CH")),
        ("Stockholm, SE", US, Place("", "Stockholm", "", "", "SE")),
        ("Salvador, BA", Beside(currency="BRL"), Place("", "Salvador", "BA", "", "BR")),
        ("Pune, MH", Beside(currency="INR"), Place("", "Pune", "MH", "", "IN")),
        ("Siena, SI", EURO, Place("", "Siena", "SI", "", "IT")),
        ("Adelaide, SA", US, Place("", "Adelaide", "SA", "", "AU")),
        ("Perth WA", US, Place("", "Perth", "WA", "", "AU")),
        ("Seattle, WA", US, Place("", "Seattle", "WA", "", "US")),
        ("Spokane, WA", US, Place("", "Spokane", "WA", "", "US")),
        ("Darwin, NT", US, Place("", "Darwin", "NT", "", "AU")),
        ("Cape Town, SA", US, Place("", "Cape Town", "", "", "ZA")),
        ("Toronto, CA", US, Place("", "Toronto", "", "", "CA")),
        ("Bologna (BO)", EURO, Place("", "Bologna", "BO", "", "IT")),
        ("Ljubljana, SI", EURO, Place("", "Ljubljana", "", "", "SI")),
        ("Chur, GR", Beside(currency="CHF"), Place("", "Chur", "GR", "", "CH")),
        ("Helsinki, FI", US, Place("", "Helsinki", "", "", "FI")),
        ("Sydney NSW", US, Place("", "Sydney", "NSW", "", "AU")),
        ("Leeds UK", US, Place("", "Leeds", "", "", "GB")),
        ("Denver CO (hybrid)", US, Place("", "Denver", "CO", "", "US")),
        ("Downtown LA", US, Place("", "Downtown LA", "", "", "")),
        ("Acme HQ", US, Place("", "Acme HQ", "", "", "")),
        ("Washington, D.C.", US, Place("", "Washington", "D.C.", "", "US")),
        ("Victoria", US, Place("", "Victoria", "", "", "")),
        ("Colorado", US, Place("", "", "Colorado", "", "US")),
        ("Salem (MA)", US, Place("", "Salem", "MA", "", "US")),
        ("Denver, CO (hybrid, two days)", US, Place("", "Denver", "CO", "", "US")),
        ("Remote - US", US, Place("", "", "", "", "US")),
        ("Fully remote within the US", US, Place("", "", "", "", "US")),
        ("12 Main St, Salem, MA 01970", US, Place("12 Main St", "Salem", "MA", "01970", "US")),
        ("Toronto, King St W, ON", US, Place("King St W", "Toronto", "ON", "", "CA")),
        ("King St W, Toronto, ON", US, Place("King St W", "Toronto", "ON", "", "CA")),
        ("Port St Lucie, FL", US, Place("", "Port St Lucie", "FL", "", "US")),
        ("Grand Avenue", US, Place("", "Grand Avenue", "", "", "")),
        ("Manchester M1 1AA, England", US, Place("", "Manchester", "England", "M1 1AA", "GB")),
        ("our yard by the river", US, Place("", "our yard by the river", "", "", "")),
        ("the Front Range", Beside(("US-CO", "US-WY")), Place("", "the Front Range", "", "", "US")),
        ("the Alps", Beside(("FR", "CH")), Place("", "the Alps", "", "", "")),
    ],
)
def test_a_place_is_read_as_it_is_meant(location, beside, place):
    assert read_place(location, beside) == place


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Salem or Boston, MA", Place("", "Salem", "", "", "US")),
        ("Salem, MA; Portland, ME", Place("", "Salem", "MA", "", "US")),
        ("Remote or Portland, ME", Place("", "Portland", "ME", "", "US")),
        ("Jersey City, NJ / New York, NY", Place("", "Jersey City", "NJ", "", "US")),
    ],
)
def test_of_several_places_the_first_is_taken(location, place):
    assert read_place(location, US) == place


@pytest.mark.parametrize(
    "text", ["(" * 20_000, "remote " * 2_800, "a, " * 6_600, " or " * 5_000, "King St " * 2_500]
)
def test_a_place_of_any_length_is_read_at_once(text):
    begun = datetime.datetime.now()
    read_place(text, US)
    assert datetime.datetime.now() - begun < datetime.timedelta(seconds=2)


def address(found):
    return found["jobLocation"]["address"]


def test_the_postal_address_is_for_search_engines_alone(drafted):
    made = drafted({"apply.address": "1 Pier Row, Hut 2, 01970"})
    assert address(job_posting(made)) == {
        "@type": "PostalAddress",
        "streetAddress": "1 Pier Row, Hut 2",
        "addressLocality": "Salem",
        "addressRegion": "MA",
        "postalCode": "01970",
        "addressCountry": "US",
    }
    assert "Pier Row" not in job_posting(made)["description"]


@pytest.mark.parametrize("typed", ["1 Pier Row", "1 Pier Row, Salem"])
def test_an_address_without_a_postal_code_is_a_street(typed, data):
    assert address(data({"apply.address": typed}))["streetAddress"] == typed


def test_regions_tell_the_country_and_the_region(data):
    found = data({"role.location": "Denver", "role.regions": ["US-CO"]})
    assert address(found)["addressCountry"] == "US"
    assert address(found)["addressRegion"] == "CO"
    found = data({"role.location": "Cardiff", "role.regions": ["GB-WLS", "GB-ENG"]})
    assert address(found)["addressCountry"] == "GB"
    assert "addressRegion" not in address(found)


def test_where_no_country_is_known_somebody_says_so(drafted):
    made = drafted({"role.location": "our yard", "role.workplace": "remote"})
    found = job_posting(made)
    assert "jobLocationType" not in found
    assert address(found) == {"@type": "PostalAddress", "addressLocality": "our yard"}
    assert list(remarks(made)) == [
        "role.location names no country, and role.regions names none or several: without one search"
        " engines do not know from where the work may be done"
    ]


def test_regions_of_two_countries_do_not_tell_where_an_office_is(drafted):
    made = drafted({"role.location": "the Alps", "role.regions": ["FR", "CH"]})
    assert "addressCountry" not in address(job_posting(made))
    assert [remark.rpartition(" ")[0] for remark in remarks(made)] == [
        "role.location names no country, and role.regions names none or several: without one search"
        " engines do not know where the work"
    ]


@pytest.mark.parametrize(
    ("changes", "areas", "city"),
    [
        (
            {"role.regions": ["US-CO", "US-WY"]},
            ["State Colorado, United States", "State Wyoming, United States"],
            "Salem",
        ),
        ({"role.regions": ["US"]}, ["Country United States"], "Salem"),
        ({}, ["Country United States"], "Salem"),
        ({"role.location": "Remote, US"}, ["Country United States"], None),
        (
            {"role.location": "Anywhere", "role.regions": ["GB-SCT"]},
            ["State Scotland, United Kingdom"],
            None,
        ),
    ],
)
def test_a_remote_job_names_the_places_it_may_be_done_from(changes, areas, city, data):
    found = data({"role.workplace": "remote", **changes})
    assert found["jobLocationType"] == "TELECOMMUTE"
    given = as_list(found["applicantLocationRequirements"])
    assert [f"{area['@type']} {area['name']}" for area in given] == areas
    assert (address(found)["addressLocality"] if city else found.get("jobLocation")) == city
    assert problems_of(found)[0] == "employmentType is recommended"


# -- what is asked of people ----------------------------------------------------------------------


@pytest.mark.parametrize(("years", "months"), [("4", 48), ("2-4", 24), ("2+", 24)])
def test_experience_is_counted_in_months_from_the_least_that_is_asked(years, months, data):
    assert data({"role.years": years})["experienceRequirements"]["monthsOfExperience"] == months


@pytest.mark.parametrize(
    ("education", "category"),
    [
        ("High school diploma", "high school"),
        ("GED", "high school"),
        ("Associate degree", "associate degree"),
        ("A bachelor\u2019s in design", "bachelor degree"),
        ("BSc", "bachelor degree"),
        ("A design or engineering degree", "bachelor degree"),
        ("Bachelor's or master's degree", "bachelor degree"),
        ("MBA", "postgraduate degree"),
        ("A master's in chemistry", "postgraduate degree"),
        ("Google Ads certification", "professional certificate"),
        ("BA/BS degree or equivalent practical experience", "bachelor degree"),
        ("Degree in business, marketing or a related field", "bachelor degree"),
        ("A master's or a bachelor's in law", "bachelor degree"),
        ("College or university degree", "bachelor degree"),
        ("Associate degree or higher", "associate degree"),
        ("Degree from a college or university", "bachelor degree"),
        ("Bachelor's or 4+ years in the trade", "bachelor degree"),
        ("High school diploma or equivalent", "high school"),
        ("Bachelor's degree, MBA preferred", "bachelor degree"),
        ("High school diploma; no degree needed", "high school"),
        ("High school diploma required. Bachelor's a plus", "high school"),
        ("Associate degree or certificate in billing", "professional certificate"),
        ("Bachelor's degree (preferably in logistics)", "bachelor degree"),
    ],
)
def test_education_is_of_the_categories_that_google_knows(education, category, data):
    found = data({"role.education": education})
    assert found["educationRequirements"]["credentialCategory"] == category
    assert "experienceInPlaceOfEducation" not in found
    assert data({"role.education": education, "role.years": "2"})["experienceInPlaceOfEducation"]


@pytest.mark.parametrize(
    "education",
    [
        "A seamanship diploma", "master craftsman", "basic Basque",
        "Apprenticeship in freight forwarding or degree in logistics", "With/without degree",
        "Degree or completed apprenticeship", "Degree in law or vocational training",
        "MBA or no degree", "MBA, or none at all", "With or without a degree",
        "Bachelor's preferred", "Preferably a degree in design",
        "A degree is not required", "A welder's card or degree",
    ],
)  # fmt: skip
def test_other_education_stands_in_its_own_words(education, data):
    assert data({"role.education": education})["educationRequirements"] == education


def test_the_lists_are_those_of_the_posting(drafted):
    made = drafted({
        "role.duties": ["Count the dinghies"], "role.required": ["Sure feet"],
        "role.languages": ["Cornish"], "tools.others": ["Foghorn"], "tools.crm": "HubSpot",
    })  # fmt: skip
    found = job_posting(made)
    lines = [*lines_of(made.document.blocks)]
    duties, needs = lines.index("What you will do"), lines.index("What you bring")
    count = len(found["responsibilities"])
    assert found["responsibilities"] == lines[duties + 1 : duties + 1 + count]
    assert found["responsibilities"][0] == "Count the dinghies"
    assert found["qualifications"] == lines[needs + 1 : lines.index("A plus")]
    assert found["skills"] == ["Cornish", "HubSpot", "Foghorn"]


def test_a_start_is_given_where_it_is_a_day(data):
    assert data({"role.start": "March 1, 2027"})["jobStartDate"] == "2027-03-01"


def test_the_ways_to_apply_are_named(data):
    found = data({
        "apply.here": "yes", "apply.phone": "555-0177-31", "apply.contact": "Dana",
        "apply.url": "https://tidewater.example/jobs",
    })  # fmt: skip
    assert found["directApply"] is True
    assert found["applicationContact"] == {
        "@type": "ContactPoint", "name": "Dana", "email": "jobs@tidewater.example",
        "telephone": "555-0177-31", "url": "https://tidewater.example/jobs",
    }  # fmt: skip


# -- what is open ---------------------------------------------------------------------------------


def test_a_blank_never_becomes_data():
    questions = {field: QUESTIONS[field].label for field in ("company.name", "role.title")}
    nothing = read({}, CATALOG.ids)[0]
    assert nothing == Answers()
    made = draft(CATALOG, QUESTIONS, nothing, open_=["role.title", "apply.deadline"])
    found = job_posting(made)
    assert [*found] == ["@context", "@type", "description", "qualifications", "responsibilities"]
    for texts in (found["responsibilities"], found["qualifications"]):
        assert not any("[" in text for text in texts)
    assert f"[{questions['company.name']}]" in found["description"]
    assert next(remarks(made)) == (
        "what stands in brackets is no data for search engines: settle it before you post"
    )


def test_a_blank_template_says_nothing_of_any_job():
    found = job_posting(blank(CATALOG, QUESTIONS, "standard"))
    assert [*found] == [
        "@context", "@type", "title", "description", "qualifications", "responsibilities",
    ]  # fmt: skip


# -- the day --------------------------------------------------------------------------------------


def test_the_day_is_the_one_that_the_document_carries(drafted):
    assert job_posting(drafted())["datePosted"] == "2026-12-01"
    assert "datePosted" not in job_posting(drafted()._replace(posted=None))
    assert [name for name, one in FORMATS.items() if one.is_dated] == ["html", "json"]


# -- nothing acts ---------------------------------------------------------------------------------

HOSTILE = [
    "</script><script>alert(1)</script>", "<!-- <script>", "]]>", "&lt;b&gt; &amp; &#60;",
    "<img src=x onerror=alert(1)>", "javascript:alert(1)", '"}, "title": "x', "\\u003c \\", "@id",
    "\u2026 \u00e9 \U0001f600 \u05d0",
]  # fmt: skip


def elements(text):
    """Find what a browser makes of the data inside a script element of a page."""
    return re.findall("[<>&\u2028\u2029]", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(text, drafted):
    made = drafted({
        "company.name": text, "role.title": text, "role.location": f"{text}, MA",
        "role.duties": [text], "pay.benefits": [text], "role.hours": text,
        "apply.address": f"{text}, 01970", "apply.contact": text, "role.education": text,
        "company.industry": text, "pay.commission": text, "tools.crm": text,
    })  # fmt: skip
    assert elements(json_ld(made)) == []
    found = json.loads(json_ld(made))
    assert found == job_posting(made)
    assert found["hiringOrganization"]["name"] == text
    assert found["title"] == text
    assert text in found["responsibilities"]
    assert address(found)["streetAddress"] == text
    assert not found["@context"].startswith(text)
    page = _Page(found["description"])
    assert set(page.tags) == {"p", "ul", "li"}
    assert page.texts == [*lines_of(made.document.blocks)]


@given(st.lists(st.text(max_size=40).filter(lambda text: not [*refused(text)]), min_size=1))
def test_a_description_reads_as_the_document(texts):
    runs = [(Run(text.replace("\r", " ")),) for text in texts]
    document = Document("", "", (
        Heading(2, runs[0]), *map(Paragraph, runs), Bullets(tuple(runs)),
        Facts((("A & B", runs[0]),)),
    ))  # fmt: skip
    page = _Page(description(document))
    assert page.texts == [*lines_of(document.blocks)]
    assert set(page.tags) == {"p", "ul", "li"}


def test_line_separators_are_escaped_too(drafted):
    made = drafted()
    odd = made.document._replace(blocks=(Paragraph((Run("a\u2028b\u2029c"),)),))
    written = json_ld(made._replace(document=odd))
    assert elements(written) == []
    assert json.loads(written)["description"] == "<p>a\u2028b\u2029c</p>"


def test_the_same_answers_give_the_same_bytes():
    assert write(drafted_from("standard")) == write(drafted_from("standard"))
    assert FORMATS["json"].writer()(drafted_from("key")) == write(drafted_from("key"))


class _Scripts(HTMLParser):
    """The script elements of a page: their attributes and what is in them."""

    def __init__(self, page):
        super().__init__()
        self.found, self._is_inside = [], False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._is_inside = tag == "script"
        if self._is_inside:
            self.found.append([attrs, ""])

    def handle_endtag(self, _):
        self._is_inside = False

    def handle_data(self, text):
        if self._is_inside:
            self.found[-1][1] += text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_holds_the_data_and_no_other_script(text, drafted):
    made = drafted({"company.name": text, "role.title": text, "role.duties": [text]})
    page = FORMATS["html"].writer()(made).decode()
    ((attributes, script),) = _Scripts(page).found
    assert attributes == [("type", "application/ld+json")]
    assert json.loads(script) == job_posting(made)
    assert list(FORMATS["html"].remarks(made)) == list(remarks(made))


def test_a_blank_page_has_no_data():
    page = FORMATS["html"].writer()(blank(CATALOG, QUESTIONS, "key")).decode()
    assert _Scripts(page).found == []


# -- other programs read it -----------------------------------------------------------------------

VARIANTS = {
    "remote": {"role.workplace": "remote", "role.regions": ["US-CO", "US-WY"]},
    "remote in a country": {"role.workplace": "remote", "role.location": "Remote, US"},
    "by its regions": {"role.location": "our yard", "role.regions": ["GB-SCT", "GB-ENG"]},
    "private": {"pay.base": "private"},
    "with an address": {"apply.address": "1 Pier Row, 01970", "apply.deadline": "2027-01-30"},
    "hostile": {"company.name": "</script><!--", "role.duties": ["<script>", "&lt;", "@id"]},
}
# A posting that is no answer to these has no such property.
WARNINGS = {"identifier", "directApply", "jobLocationType", "applicantLocationRequirements"}


# Where the work is, as people say it; the answers beside it tell the country.
PLACES = [
    ("Leeds", ["GB-ENG"], "GBP"), ("Cork", ["IE"], "EUR"), ("Remote", ["US"], "USD"),
    ("Anywhere in Canada", ["CA-ON", "CA-BC"], "CAD"), ("Salem or Boston, MA", [], "USD"),
    ("Toronto, Ontario", [], "CAD"), ("12 Mill Lane, Wrexham, Wales LL11 1AA", [], "GBP"),
    ("Georgia", ["US-GA"], "USD"), ("our yard", ["AU-NSW"], "AUD"), ("Tokyo", ["JP"], "JPY"),
    ("Berlin, Germany", [], "EUR"), ("Washington, D.C.", [], "USD"), ("Lima", ["PE"], "PEN"),
]  # fmt: skip
ADDRESSES = ["1 Pier Row, 01970", "Unit 3, 40 High Street", ""]
EDUCATION = ["A degree", "high school", "a welder's card", ""]


def some_drafted(count):
    """Draft random answers whose country can be known, as postings and short forms."""
    for seed in range(count):
        chance = random.Random(seed)
        template, kind = CATALOG.ids[seed % 6], chance.choice([*KINDS])
        tree = some_answers(template, chance)
        place, regions, currency = chance.choice(PLACES)
        tree["role"] |= {"location": place, "regions": regions}
        tree["role"]["education"] = chance.choice(EDUCATION)
        tree["pay"]["currency"] = currency
        tree["apply"]["address"] = chance.choice(ADDRESSES)
        answers, faults, _ = read(tree, CATALOG.ids, CATALOG.names)
        assert faults == []
        made = draft(KINDS[kind], QUESTIONS, answers, template)
        yield f"{seed} {kind}", made._replace(posted=DAY)


@pytest.mark.readers
def test_the_validator_finds_no_error_and_no_odd_warning(drafted, tmp_path):
    made = {f"{name} {kind}": drafted_from(name, kind) for name in FILES for kind in KINDS}
    made |= {name: drafted(changes) for name, changes in VARIANTS.items()}
    made |= dict(some_drafted(150))
    pages = {tmp_path / f"{name}.html": one for name, one in made.items()}
    for page, one in pages.items():
        script = f'<script type="application/ld+json">{json_ld(one)}</script>'
        page.write_text(f"<!doctype html><title>x</title>{script}<p>y", "utf-8")
    check = CHECKOUT / "tests" / "structured_data" / "check.mjs"
    ended = subprocess.run(["node", check, *pages], capture_output=True, check=True)
    for page, found in json.loads(ended.stdout).items():
        data = job_posting(pages[Path(page)])
        allowed = WARNINGS | {"employmentType", "validThrough", "baseSalary"} - {*data}
        assert found["types"] == ["JobPosting"], page
        assert found["ERROR"] == [], page
        assert {*found["WARNING"]} <= allowed - {*data}, page


@pytest.mark.readers
def test_a_reader_of_linked_data_finds_every_property_and_value():
    made = {name: drafted_from(name) for name in FILES} | dict(some_drafted(60))
    for name, one in made.items():
        data = json.loads(json_ld(one))
        assert data.pop("@context") == "https://schema.org"
        alone = {name: one_of(value) for name, value in data.items()}
        assert _read_by_pyld(data) == alone, name


def one_of(value):
    """A list of one is that one to whoever reads linked data."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _read_by_pyld(data):
    """Expand the data and take them together again, as any reader of linked data may."""
    from pyld import jsonld

    vocabulary = {"@vocab": "https://schema.org/"}
    (expanded,) = jsonld.expand({"@context": vocabulary, **data})
    compacted = jsonld.compact(expanded, vocabulary)
    return {name: value for name, value in compacted.items() if name != "@context"}


# -- the command ----------------------------------------------------------------------------------


TIDEWATER = ANSWERS / "tidewater.yaml"


def test_the_day_is_todays_if_none_is_given_and_is_said_once(amjd, folder):
    today = str(datetime.date.today())
    result = amjd("draft", TIDEWATER, EXAMPLES / "key.yaml", "-o", "out/", "-f", "json")
    assert [line for line in result.lines if "date-posted" in line] == [
        f"--date-posted: {today}, today, not given"
    ]
    assert json.loads((folder / "out/key.json").read_bytes())["datePosted"] == today


@pytest.mark.parametrize("typed", ["2026-12-01", "December 1, 2026", "1 December 2026"])
def test_a_day_that_is_given_is_the_day(typed, amjd, folder):
    result = amjd("draft", TIDEWATER, "--date-posted", typed, "-f", "json")
    assert json.loads(result.out)["datePosted"] == "2026-12-01"
    assert "date-posted" not in result.err


def test_a_format_without_a_day_takes_none_from_the_clock(amjd, folder):
    assert "date-posted" not in amjd("draft", TIDEWATER).err
    result = amjd("draft", TIDEWATER, "--date-posted", "2026-12-01")
    assert result.lines[-1] == (
        "--date-posted: 2026-12-01 is left out: no format that was asked for names it"
    )
    assert result.out == amjd("draft", TIDEWATER).out


@pytest.mark.parametrize(
    "typed", ["rolling", "soon", "tomorrow", "30 January", "3/4/2027", "2027-02-30", ""]
)
def test_what_is_no_day_is_refused(typed, amjd, folder):
    result = amjd("draft", TIDEWATER, "--date-posted", typed, "-f", "json", "-o", "a.json")
    assert result.code == 2
    assert "--date-posted" in result.err
    assert "filled" not in result.err  # no day of a posting is open
    assert not (folder / "a.json").exists()


def test_what_keeps_search_engines_away_is_said(amjd, folder):
    result = amjd("draft", TIDEWATER, "--set", "role.location=our yard", "-f", "json")
    assert [line for line in result.lines if line.startswith("role.location names no")]
    markdown = amjd("draft", TIDEWATER, "--set", "role.location=our yard")
    assert "role.location" not in markdown.err
    silent = amjd("draft", TIDEWATER, "--set", "role.location=our yard", "-f", "json", "-q")
    assert silent.err == ""
