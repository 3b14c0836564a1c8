"""How the postings read: plain, concrete, open to everybody, and free of worn phrases."""

import itertools
import random
import re
from collections import Counter

import pytest

from amjd import resources
from amjd.answers.fields import PERSONS
from amjd.answers.names.clients import counted, kinds_of
from amjd.documents.document import Bullets, Heading, Paragraph, runs_of, text_of
from amjd.documents.draft import blank, draft
from conftest import CATALOG, QUESTIONS, SHORT, drafted_file
from postings import drafted, example, grade, lines_of, measure, required_only, shared, syllables
from tables import table

TEMPLATES = CATALOG.ids
EXAMPLES = sorted(resources.folder("examples").glob("*.yaml"))
FOLDER = resources.folder("templates") / "posting"
PROMPTS = sorted(resources.folder("prompts").rglob("*.yaml"))


POSTINGS = {path.stem: drafted_file(path).document for path in EXAMPLES} | {
    f"blank {template}": blank(CATALOG, QUESTIONS, template).document for template in TEMPLATES
}
FILLED = {path.stem: POSTINGS[path.stem] for path in EXAMPLES}


def _sections(posting):
    """Each section's heading with its bullets and its prose."""
    found = {}
    bullets, prose = [], []
    for block in posting.blocks:
        match block:
            case Heading(level, runs) if level < 3:
                bullets, prose = [], []
                found[text_of(runs)] = (bullets, prose)
            case Paragraph(runs):
                prose.append(text_of(runs))
            case Bullets(items):
                bullets += map(text_of, items)
    return found


# Each is a preference the law knows, an empty phrase, or a promise no reader can check.
UNWELCOME = [
    r"recent (college )?grad", r"\byoung\b", r"digital native", r"high[- ]energy|energetic",
    r"native (english )?speaker", r"\b(he|she|his|her|him)\b", r"salesman|salesmen|manpower",
    r"able[- ]bodied|physically fit", r"driver'?s licen[cs]e", r"rock ?star|ninja|guru|superstar",
    r"fast[- ]paced|hit the ground running|self[- ]starter|go[- ]getter", r"proven track record",
    r"results[- ]driven|dynamic|synerg|world[- ]class|best[- ]in[- ]class", r"like a family",
    r"competitive (salary|pay)|depending on experience|salary negotiable",
    r"great benefits|and more\b|\betc\b", r"unlimited|uncapped|six[- ]figure|\+ commission",
    r"(current|previous|past|last) (salary|pay)|salary history",
    r"other duties as|many hats|various (tasks|duties)", r"bachelor|degree (required|in)",
    r"manage (client )?accounts|handle renewals|good communication|use the crm",
    r"clean (record|background)", r"must be able to (lift|stand|walk)",
    r"only serious|need not apply", r"\bTBD\b|\bXX+\b|lorem ipsum|_{2,}",
    r"synergies|leverage|passionate|\bseamless|\bholistic|cutting[- ]edge|stakeholder", r"[!]",
]  # fmt: skip


@table("name", POSTINGS)
@table("phrase", UNWELCOME)
def test_no_unwelcome_phrase_stands_in_a_posting(name, phrase):
    lines = lines_of(POSTINGS[name].blocks)
    assert [line for line in lines if re.search(phrase, line, re.IGNORECASE)] == []


@table("path", PROMPTS, ids=[path.stem for path in PROMPTS])
@table("phrase", [r"\b(he|she|his|her|him)\b", r"\be\.g|i\.e\b", r"[!]", r"please|simply|just\b"])
def test_the_questions_are_plain(path, phrase):
    assert re.findall(phrase, path.read_text("utf-8"), re.IGNORECASE) == []


def test_the_phrases_tried_can_be_found():
    """The table itself can go red."""
    for phrase in UNWELCOME:
        assert re.search(phrase, WEAK, re.IGNORECASE), phrase


WEAK = (
    "recent grad, young digital native, energetic, native speaker, he, salesman, able-bodied, "
    "driver's license, rockstar, fast-paced, proven track record, dynamic, like a family, "
    "competitive pay, great benefits, uncapped, last salary, many hats, bachelor, handle renewals, "
    "clean record, must be able to lift, only serious, TBD, leverage!"
)


@pytest.mark.parametrize("name", FILLED)
def test_there_are_six_to_ten_duties(name):
    bullets, _ = _sections(FILLED[name])["What you will do"]
    assert 6 <= len(bullets) <= 10


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_template_itself_has_duties_to_choose_from(template):
    """A posting takes ten of them at most; some are for answers that few owners give."""
    bullets, _ = _sections(blank(CATALOG, QUESTIONS, template).document)["What you will do"]
    assert 6 <= len([bullet for bullet in bullets if bullet != "[Further duties]"]) <= 11


@pytest.mark.parametrize("name", FILLED)
def test_duties_carry_numbers(name):
    bullets, _ = _sections(FILLED[name])["What you will do"]
    assert sum(bool(re.search(r"\d", bullet)) for bullet in bullets) >= 2


@pytest.mark.parametrize("name", FILLED)
def test_little_is_required_and_it_stands_apart_from_what_would_help(name):
    sections = _sections(FILLED[name])
    required, preferred = sections["What you bring"][0], sections["A plus"][0]
    assert 3 <= len(required) <= 6
    assert preferred
    assert not set(required) & set(preferred)


@pytest.mark.parametrize("name", FILLED)
def test_the_measures_are_one_sentence(name):
    _, [sentence] = _sections(FILLED[name])["How we measure success"]
    assert re.fullmatch(r"What counts: [^.]+\.", sentence)


@pytest.mark.parametrize("name", FILLED)
def test_the_sections_of_a_complete_posting_are_there_in_order(name):
    titles = [
        text_of(block.runs)
        for block in FILLED[name].blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    always = [
        "The role", "What you will do", "How we measure success", "What you bring", "A plus",
        "Pay", "Benefits", "How to apply", "Equal opportunity",
    ]  # fmt: skip
    assert [title for title in titles if title in always] == always
    others = [title for title in titles if title not in always]
    about = [title for title in others if title.startswith("About ")]
    known = ["The hand-over", "Training and growth", *about]
    assert others == [title for title in known if title in others]
    assert titles[0] == "The role"
    assert ("The hand-over" in titles) == (name == "first-hire")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("clients", 2),
        ("renewals", 3),
        ("made", 1),
        ("table", 2),
        ("account", 2),
        ("needed", 2),
        ("owned", 1),
        ("the", 1),
    ],
)
def test_the_estimate_of_syllables_is_near_enough(word, count):
    assert syllables(word) == count


def test_the_grade_tells_plain_from_heavy():
    assert grade("We wash the sheets. You call the inns.") < 2
    assert grade("Operationalizing interdepartmental communication necessitates adaptability.") > 20


def _required(template, seed=1):
    return drafted(required_only(template, random.Random(seed)))


@table("name", [*FILLED, *(f"required {name}" for name in TEMPLATES)])
def test_a_posting_is_short_plain_and_begins_with_what_matters(name):
    is_full = name in FILLED
    found = measure(FILLED[name] if is_full else _required(name.removeprefix("required ")))
    assert found.words <= (550 if is_full else 400)
    assert found.screens <= (4.7 if is_full else 3.5)
    assert found.grade <= 8
    assert found.facts <= 9
    assert 6 <= found.duties <= 10
    assert found.rhythm >= 3
    assert 3 <= found.musts <= 6
    assert 0 < found.pay_at <= 22
    assert 0 < found.role_at <= 22


@pytest.mark.parametrize("template", TEMPLATES)
def test_two_companies_share_half_of_our_lines_at_most(template):
    assert shared(_required(template, 3), _required(template, 5)) <= 0.5


def test_two_templates_share_hardly_a_line():
    for one, other in itertools.combinations(TEMPLATES, 2):
        assert shared(example(one), example(other)) <= 0.15


@table("name", POSTINGS)
def test_no_sentence_is_very_long(name):
    for line in lines_of(POSTINGS[name].blocks):
        for sentence in re.split(r"(?<=[.!?])\s+", line):
            assert len(sentence.split()) <= 40, sentence


@table("name", POSTINGS)
def test_resume_is_spelled_one_way_in_a_posting(name):
    text = "\n".join(lines_of(POSTINGS[name].blocks)).lower()
    assert not ("resume" in text and "r\u00e9sum\u00e9" in text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_our_own_words_are_spelled_the_american_way(template):
    british = r"colou?r\b(?<!color)|favour|labour|centre|behaviour|programme\b|licence|enrolment"
    text = "\n".join(lines_of(POSTINGS[f"blank {template}"].blocks))
    assert re.findall(british, text) + re.findall(r"\b(?:organ|recogn|real|prior)is", text) == []


def _posting(answers, changes, template=""):
    return "\n".join(
        lines_of(draft(CATALOG, QUESTIONS, answers(changes), template).document.blocks)
    )


SILENT = dict.fromkeys(
    ["role.first_hire", "role.mentors", "portfolio.strategic", "portfolio.complex",
     "product.software", "role.workplace", "role.reports_to"]
)  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_chosen_by_hand_claims_nothing_unsaid(template, answers):
    text = _posting(answers, SILENT, template)
    claims = r"\bdemos?\b|software|coach|\bjunior|much of (what|our)|many people have a say"
    assert re.findall(claims, text) == []
    assert "full-time" not in text.lower()


# What is true of some businesses only, and said of those alone.
BOUGHT = r"(?i)renew|contract|repeat order|reorder|\bprojects?\b|\bbriefs?\b|\bspend\b|\busage\b"


@table("template", TEMPLATES)
@table("accounts", ["60", "1"])
def test_how_clients_buy_is_only_said_as_far_as_it_was_answered(template, accounts, answers):
    typed = {**SILENT, "portfolio.accounts": accounts, "metrics": ["calls returned"]}
    line = re.compile(BOUGHT)
    silent = [
        found for found in _posting(answers, typed, template).split("\n") if line.search(found)
    ]
    assert [found for found in silent if "usage data" not in found] == []
    for basis, words in [
        ("contracts", r"contract"), ("repeat orders", r"repeat order"), ("projects", r"project"),
        ("usage", r"usage"),
    ]:  # fmt: skip
        text = _posting(answers, {**typed, "portfolio.basis": basis}, template)
        assert re.search(words, text), (template, basis)
        if basis != "contracts":
            assert not re.search("(?i)renew|contract", text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_who_pays_nothing_is_not_talked_to_of_prices(template, answers):
    text = _posting(answers, {**SILENT, "portfolio.basis": "none"}, template)
    body = text.split("What you will do")[1].split("How we measure")[0]
    if template != "sales":
        assert not re.search(r"(?i)price|upsell|cross-sell|revenue|money", body)


@pytest.mark.parametrize("template", TEMPLATES)
def test_one_account_is_not_spoken_of_as_many(template, answers):
    typed = {**SILENT, "portfolio.accounts": "1", "portfolio.revenue": "2m"}
    text = _posting(answers, typed, template)
    ours = text.split("Equal opportunity")[0].replace("clients kept (gross retention)", "")
    many = r"\b(each|every|all) (of the )?(clients?|accounts?)\b|\b(your|our|the|these) accounts\b"
    # What a candidate did elsewhere may well have been many.
    bring = ours.split("What you bring")[0]
    assert re.findall(many, bring) == []
    assert not re.search(r"\b(clients|accounts)\b(?! at risk)", bring), text


@pytest.mark.parametrize("template", TEMPLATES)
def test_clients_are_called_what_they_are_called_here(template, answers):
    text = _posting(answers, {**SILENT, "portfolio.called": "members"}, template)
    assert "members" in text
    body = text.split("What you will do")[1].split("How we measure")[0]
    assert "clients" not in body


@pytest.mark.parametrize("template", [one for one in TEMPLATES if one != "sales"])
def test_new_and_few_of_them_are_called_so_too(template, answers):
    here = {"portfolio.called": "members", "portfolio.revenue": "2m", "portfolio.strategic": "yes"}
    text = _posting(answers, {**SILENT, **here, "role.new_business": "10"}, template)
    assert "new members" in text
    assert "Together, these members bring in" in text
    assert "a few accounts" not in text


@pytest.mark.parametrize("template", ["standard", "sales"])
@pytest.mark.parametrize(("share", "opens"), [("50", True), ("80%", True), ("49", False)])
def test_half_the_time_on_new_accounts_opens_with_them(template, share, opens, answers):
    quota = QUOTA if template == "sales" else {}
    typed = {**quota, "role.new_business": share, "pay.variable": "30000"}
    lines = _posting(answers, typed, template).split("\n")
    role, duties = lines.index("The role"), lines.index("What you will do")
    assert bool(re.search(r"You open (new )?accounts", lines[role + 1])) == opens
    first = lines[duties + 1 : duties + 3]
    assert any(re.search("Find (people|buyers)", line) for line in first) == opens
    assert ("new accounts count toward it" in "\n".join(first)) == (opens and template == "sales")


def test_no_time_for_new_clients_is_no_share_of_the_time(answers):
    text = _posting(answers, {"role.new_business": "0"})
    assert "0%" not in text
    assert "all of your time goes to those we have" in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_that_there_is_no_quota_is_a_fact_and_half_a_sentence_of_the_role(template, answers):
    british = {"pay.currency": "GBP", "portfolio.expansion": "60000", "pay.variable": "10%"}
    for changes in ({}, british, {**british, "pay.bonus": "It depends on what clients renew."}):
        text = _posting(answers, {"quota.carries": "no", **changes}, template)
        fact, sentence = re.findall(r"(?i)no (?:sales )?(?:quota|target)", text)
        assert fact == "No sales quota"
        assert sentence in text.split("\nThe role\n")[1].split("\n")[0]


@table(
    ("languages", "line"),
    [
        (["English", "Welsh"], "Fluent English and Welsh"),
        ("english", "Fluent english"),
        ("French or Spanish", "Fluent French or Spanish"),
        ("fluent English", "Languages: fluent English"),
        (["Fluent English", "some Irish"], "Fluent English and some Irish"),
        (["German at C1", "English at B2"], "German at C1 and English at B2"),
        (["German at C1", "good English"], "German at C1 and good English"),
        ("B2 Dutch", "B2 Dutch"),
        # Nobody said how well: what was said stands alone.
        (["English in the firm", "German for the clients"],
         "English in the firm and German for the clients"),
        ("English (German helps)", "English (German helps)"),
        ("Dutch is needed for calls", "Dutch is needed for calls"),
    ],
)  # fmt: skip
def test_how_well_one_speaks_is_said_once(answers, languages, line):
    lines = _posting(answers, {"role.languages": languages}).split("\n")
    assert lines[lines.index("What you bring") + 1] == line


@table(
    ("years", "work", "line"),
    [
        ("2", "looking after software customers",
         "At least 2 years of experience looking after software customers"),
        ("2", "marketing software", "At least 2 years of experience in marketing software"),
        ("2", "selling", "At least 2 years of experience in selling"),
        ("2", "public-sector buying", "At least 2 years of experience in public-sector buying"),
        ("2-4", "running search campaigns",
         "Experience running search campaigns: two to four years"),
        ("2-4", "SaaS", "Experience of two to four years in SaaS"),
        ("3", None, "At least 3 years of experience in work like this"),
    ],
)  # fmt: skip
def test_what_the_years_are_in_reads_on(answers, years, work, line):
    text = _posting(answers, {"role.years": years, "role.years_in": work})
    assert line in text.split("\n")


def test_nothing_is_said_of_years_that_nobody_asks_for(answers):
    assert "work like this" not in _posting(answers, {"role.years": None})


def test_without_a_bonus_nothing_is_said_of_one(answers):
    assert "bonus" not in _posting(answers, {"pay.ote": "58000"})


QUOTA = {"quota.carries": "yes", "quota.target": "1200000", "quota.period": "year"}
OWN_COMMISSION = {"pay.commission": "Ten percent of each sale."}
OWN_BONUS = {"pay.bonus": "The owner decides in December."}


@table(
    ("changes", "sentences"),
    [
        ({}, "Pay is $58,000 per year."),
        ({"pay.variable": "none"}, "Pay is $58,000 per year, with no bonus."),
        ({**QUOTA, "pay.variable": "private"},
         "Base pay is $58,000 per year. Commission comes on top."),
        ({**QUOTA, "pay.variable": "9000"},
         "Base pay is $58,000 per year. Commission adds $9,000 per year when you reach the quota, "
         "which brings pay to $67,000 per year."),
        ({"pay.variable": "private"}, "Base pay is $58,000 per year. A bonus comes on top."),
        ({**OWN_COMMISSION, "pay.variable": "private"},
         "Base pay is $58,000 per year. Commission comes on top."),
        ({**OWN_COMMISSION, "pay.variable": "9000"},
         "Base pay is $58,000 per year. Commission of $9,000 per year comes on top, "
         "for $67,000 per year in all."),
        ({**OWN_BONUS, "pay.variable": "9000"},
         "Base pay is $58,000 per year. A bonus of $9,000 per year comes on top, "
         "for $67,000 per year in all."),
        ({**OWN_BONUS}, "Base pay is $58,000 per year."),
        ({**OWN_COMMISSION, "pay.base": "none"},
         "There is no base pay: commission is what you earn."),
        ({**QUOTA, "pay.base": "none", **OWN_COMMISSION, "pay.variable": "60000"},
         "There is no base pay: commission is what you earn. "
         "It comes to $60,000 per year when you reach the quota."),
    ],
)  # fmt: skip
def test_each_part_of_the_pay_is_one_sentence(answers, changes, sentences):
    lines = _posting(answers, changes).split("\n")
    assert lines[lines.index("Pay") + 1] == sentences


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"role.location": "Remote - US", "role.workplace": "remote"},
         "Remote - US · $58,000 per year"),
        ({"role.location": "Remote - US", "role.workplace": "hybrid"},
         "Remote - US (hybrid) · $58,000 per year"),
        ({"role.workplace": "hybrid"}, "Salem, MA (hybrid) · $58,000 per year"),
        ({"role.workplace": None}, "Salem, MA · $58,000 per year"),
        ({"role.location": "Remote - US", "role.workplace": "remote", "role.travel": "most days"},
         "Remote - US (and on the road) · $58,000 per year"),
        ({"role.education": "BA/BS degree or equivalent practical experience."},
         "BA/BS degree or equivalent practical experience"),
        ({"role.education": "A degree in law."}, "A degree in law, or the same learned at work"),
        ({"role.education": "A B.Sc."}, "A B.Sc., or the same learned at work"),
    ],
)  # fmt: skip
def test_what_an_answer_says_already_is_not_said_again(answers, changes, line):
    posting = draft(CATALOG, QUESTIONS, answers(changes)).document
    assert line in list(lines_of(posting.blocks))


@table(
    ("changes", "line"),
    [
        ({"company.about": "we wash linen for inns"}, "In short: we wash linen for inns."),
        ({"company.about": "Linen for the coast."}, "Linen for the coast."),
        ({"role.opening": "growth"}, "Why the job is open: growth."),
        ({"role.opening": "We have outgrown one van."}, "We have outgrown one van."),
        ({"role.training": "ride along for a month"},
         "How you learn the work: ride along for a month."),
        ({"role.manages": "two cleaners"}, "People you lead: two cleaners."),
        ({"role.manages": "You lead the crews."}, "You lead the crews."),
        ({"company.equal_opportunity": "everyone is welcome"},
         "Our word on it: everyone is welcome."),
        ({"role.employment": "full-time", "role.hours": "mon-fri"}, "Hours: Mon-fri"),
        ({"role.employment": "full-time", "role.hours": "25 hours a week"},
         "Employment: Full-time, 25 hours a week"),
        ({"role.employment": None, "role.hours": "mon-fri"}, "Employment: Mon-fri"),
        ({"role.employment": "contract", "role.until": "12 months"},
         "Employment: Contract, for 12 months"),
        ({"role.employment": "contract", "role.until": "for about six months"},
         "Employment: Contract, for about six months"),
        ({"role.employment": "temporary", "role.until": "the end of 12 months"},
         "Employment: Temporary, until the end of 12 months"),
        ({"quota.carries": "yes", "quota.target": "500000", "quota.period": "year",
          "pay.variable": "5000", "portfolio.retention": "100"},
         "Keep what we have: 100% of the business each year"),
    ],
)  # fmt: skip
def test_a_fragment_stands_after_what_it_says_and_a_sentence_alone(answers, changes, line):
    posting = draft(CATALOG, QUESTIONS, answers(changes)).document
    assert line in list(lines_of(posting.blocks))


HANDOVER = {"role.first_hire": "yes", "role.trainable": "yes", "role.owner": "Elena Marsh"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, ""),
        ({"role.handover_weeks": "8"}, " In your first 8 weeks we hand clients over to you."),
        ({"role.handover": ["one by one"]}, " We hand clients over to you, one by one."),
        ({"role.handover_weeks": "1", "role.handover": ["one by one", "owner reachable"]},
         " We hand clients over to you within one week, one by one and with the owner there "
         "to answer your questions."),
    ],
)  # fmt: skip
def test_the_hand_over_is_said_in_one_breath(answers, changes, sentence):
    lines = _posting(answers, {**HANDOVER, **changes}).split("\n")
    said = lines[lines.index("The hand-over") + 1]
    first = "You are our first hire in this role, and take these clients over from Elena Marsh."
    assert said == f"{first}{sentence}"


def test_nobody_is_told_that_no_resume_is_needed_where_nothing_is_asked_for(answers):
    asked = _posting(answers, HANDOVER)
    assert "You need no r\u00e9sum\u00e9. Send us a few lines" in asked
    assert "r\u00e9sum\u00e9" not in _posting(answers, {**HANDOVER, "apply.evidence": "none"})


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_legal_form_of_a_company_stands_at_the_top_alone(template, answers):
    typed = {**HANDOVER, "company.name": "Quay Freight, LLC", "portfolio.basis": "contracts"}
    lines = _posting(answers, typed, template).split("\n")
    with_form = [line for line in lines if "LLC" in line]
    assert with_form == ["Quay Freight, LLC"]
    assert sum("Quay Freight" in line for line in lines) <= 4


# What is at the top and in the one sentence that is about it is enough.
NUMBERS = [
    "portfolio.accounts", "portfolio.retention", "portfolio.expansion", "portfolio.revenue",
    "quota.target", "pay.base", "pay.variable", "pay.ote", "role.new_business",
]  # fmt: skip


@table("quota", ["yes", "no"])
@table("template", TEMPLATES)
def test_no_figure_stands_more_than_twice_in_a_posting(template, quota, answers):
    typed = {
        "quota.carries": quota, "role.new_business": "20", "pay.variable": "9000",
        "portfolio.retention": "92", "portfolio.revenue": "2m",
        **(QUOTA if quota == "yes" else {"portfolio.expansion": "80000"}),
    }  # fmt: skip
    blocks = draft(CATALOG, QUESTIONS, answers(typed), template).document.blocks
    told = Counter(run.field for run in runs_of(blocks))
    assert {field: told[field] for field in NUMBERS if told[field] > 2} == {}
    assert told["portfolio.accounts"]


SOLD = r"(?i)\bdeals?\b|\bstages?\b|\bquotes?\b|upsell|cross-sell|upgrade"


@table("template", TEMPLATES)
@table("trainable", ["yes", "no"])
def test_repeat_orders_are_spoken_of_as_orders(template, trainable, answers):
    typed = {**QUOTA, **HANDOVER, "role.trainable": trainable, "pay.variable": "9000"}
    text = _posting(answers, {**typed, "portfolio.basis": "repeat orders"}, template)
    assert re.findall(SOLD, text) == []


@table("template", TEMPLATES)
@table("changes", [{}, {"role.mentors": "yes"}, {"portfolio.complex": "yes"}])
def test_who_is_trained_is_asked_for_nothing_done_in_this_work(template, changes, answers):
    text = _posting(answers, {**HANDOVER, **changes}, template)
    wanted = text.split("What you bring")[1]
    done = (
        r"Sales you|sales goal|target you|Price negotiations|largest account|large account"
        r"|Account plans|Growth you|Accounts you|Colleagues who|client relationship"
        r"|Earlier work|one client who|use a product"
    )
    assert re.findall(done, wanted) == []
    lines = text.split("\n")
    assert "train" not in lines[lines.index("The hand-over") + 1]


def test_what_is_looked_at_reads_well_with_one_measure_and_with_more(answers):
    for measures, said in [(["calls"], "calls"), (["calls", "visits"], "calls and visits")]:
        assert f"What counts: {said}." in _posting(answers, {"metrics": measures})


@pytest.mark.parametrize(
    ("car", "said"),
    [
        ("provided", "two visits, car provided"),
        ("allowance", "two visits, with a car allowance"),
        ("own, mileage paid", "two visits, with a car of your own, mileage paid"),
        ("own", "two visits, with a car of your own"),
        (None, "two visits"),
    ],
)
def test_whose_car_it_is_goes_on_after_the_travel(car, said, answers):
    text = _posting(answers, {"role.travel": "two visits", "role.car": car})
    assert f"travel: {said}\n" in text.lower()


@pytest.mark.parametrize("car", ["provided", None])
def test_a_vehicle_of_ours_that_the_travel_names_is_told_once(car, answers):
    travel = "garden centres every few weeks in spring, in our pickup"
    text = _posting(answers, {"role.travel": travel, "role.car": car})
    assert f"Travel: G{travel[1:]}\n" in text
    assert "car provided" not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_quota_that_names_its_period_is_told_with_it_once(template, answers):
    given = {"quota.carries": "yes", "quota.period": "year", "pay.variable": "private"}
    for target in ("$2m a year in renewals", "110% of last year", "12 sites by the end of a year"):
        text = _posting(answers, {**given, "quota.target": target}, template)
        assert target in text
        assert not re.search(rf"{re.escape(target)}(?: per| \.)", text)
    assert "12 sites per year" in _posting(answers, {**given, "quota.target": "12 sites"}, template)


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("texts", "By text"),
        ("calls and texts", "By phone or text"),
        ("calls", "By phone"),
        (None, "By phone"),
    ],
)
def test_a_number_is_printed_for_what_it_is_for(use, said, answers):
    # What people are asked to send decides nothing of it.
    given = {"apply.phone_for": use, "apply.evidence": "Apply by text."}
    text = _posting(answers, {"apply.phone": "412-555-0138", **given})
    assert f"\n{said}: 412-555-0138\n" in text


# Owners give these in several sentences, or in words that are none.
LONG = [
    "company.about", "role.opening", "role.team", "role.training", "role.growth_path",
    "role.manages", "portfolio.check_ins", "tools.crm", "metrics", "pay.bonus", "pay.commission",
]  # fmt: skip
SLOPPY = "when they order. school visits monthly"


@table("template", TEMPLATES)
@table("accounts", ["60", "1"])
def test_what_may_be_several_sentences_is_followed_by_no_words_of_ours(template, accounts, answers):
    typed = dict.fromkeys(LONG, SLOPPY) | {"portfolio.accounts": accounts, "metrics": [SLOPPY]}
    text = _posting(answers, {**typed, "pay.variable": "private"}, template)
    assert text.count(SLOPPY) >= len(LONG)
    for after in text.split(SLOPPY)[1:]:
        assert re.match(r"\n|\.\n|\. [A-Z]", after), after


KAREN = "Karen, the owner"


@table("template", TEMPLATES)
@table("kind", [CATALOG, SHORT])
@table("changes", [{}, {"quota.forecast": "month"}, {"role.reports_to": None}, {**HANDOVER}])
def test_who_somebody_is_may_stand_behind_the_name(template, kind, changes, answers):
    """No words of ours go on behind it, where its second comma would be missing."""
    typed = {**dict.fromkeys(PERSONS, KAREN), **QUOTA, "pay.variable": "9000", **changes}
    typed |= {field: KAREN for field in PERSONS if typed[field]}
    drafted = draft(kind, QUESTIONS, answers(typed), template)
    text = "\n".join(lines_of(drafted.document.blocks))
    assert KAREN in text
    for behind in text.split(KAREN)[1:]:
        assert re.match(r"\n|[.,:;](\s|$)|$", behind), behind


@table("template", TEMPLATES)
@table("changes", [{}, {"role.trainable": "no"}, {"portfolio.complex": "yes"},
                   {"role.mentors": "yes"}, {"quota.carries": "yes", **QUOTA}])  # fmt: skip
def test_nobody_is_asked_to_bring_clients_or_colleagues_along(template, changes, answers):
    typed = {**HANDOVER, "role.trainable": None, "role.first_hire": None, "role.owner": None}
    text = _posting(answers, {**typed, "pay.variable": "private", **changes}, template)
    wanted = re.split(r"\nPay\n", text.split("What you bring\n")[1])[0]
    things = r"[Aa]ccounts|[Cc]lients|Growth|Sales|Colleagues|People"
    assert re.findall(rf"(?m)^(?:[A-Z]\w+ )?(?:{things}) .*you .*$", wanted) == []


@pytest.mark.parametrize("accounts", ["110", "1"])
@pytest.mark.parametrize(
    ("share", "wins"), [("30", True), ("1", True), ("0", False), (None, False)]
)
def test_who_also_wins_new_accounts_does_not_only_sell_to_those_that_are_there(
    accounts, share, wins, answers
):
    typed = {**QUOTA, "pay.variable": "9000", "portfolio.accounts": accounts}
    typed["role.new_business"] = share
    [line] = [one for one in _posting(answers, typed).split("\n") if "You sell to" in one]
    assert (" and win new ones" in line) == wins
    briefly = "\n".join(lines_of(draft(SHORT, QUESTIONS, answers(typed)).document.blocks))
    assert ("we already work with" in briefly) == (accounts != "1" and not wins)
    assert ("Winning new accounts takes about" in briefly) == wins


POINTING = r"(?i)\b(?:this (?!year|work)|these|there)\b|\b(?:uses|use|who) it\b|^(?:it|they)\b"


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_line_of_ours_points_at_another_which_may_be_left_out(template):
    lines = [line for found in CATALOG.bullets(template).values() for line in found.values()]
    lines += re.findall(r"^- (\(.*)$", (FOLDER / f"{template}.md").read_text("utf-8"), re.M)
    assert [line for line in lines if re.search(POINTING, line)] == []


@table(
    ("segment", "kinds"),
    [
        ("inns", "inns"),
        ("vet clinics and pet shops, mostly independents", "vet clinics and pet shops"),
        ("dental offices, clinics and restaurants", "dental offices, clinics and restaurants"),
        ("small businesses", "small businesses"),
        ("mid-sized companies", "mid-sized companies"),
        ("retail partners", "retail partners"),
        ("HVAC contractors in Ohio", "HVAC contractors"),
        ("inns (seasonal) on the coast", "inns"),
        ("practices, SMB", ""),
        ("Practices", ""),
        ("electronics", ""),
        ("financial services", ""),
        ("the bakery trade", ""),
        ("small business", ""),
        ("we sell to shops", ""),
        ("mostly shops", ""),
        ("offices and a few hotels", "offices and hotels"),
        ("plumbers and electricians", "plumbers and electricians"),
        ("three hotels", ""),
        ("shops " * 60, ""),
    ],
)
def test_kinds_of_clients_are_told_from_other_words(segment, kinds):
    assert kinds_of(segment) == kinds


def test_accounts_are_counted_by_what_they_are_called_and_not_by_whose_they_are():
    assert counted("about 60 accounts", "our members") == "about 60 members"


@table(
    ("changes", "counted"),
    [
        (
            {
                "portfolio.segment": "inns",
                "portfolio.called": "guests",
                "portfolio.accounts": "40ish",
            },
            "about 40 guests.",
        ),
        ({"portfolio.segment": "inns", "portfolio.called": "members"}, "60 members."),
        ({"portfolio.segment": "practices, SMB", "portfolio.called": "practices"}, "60 practices."),
        ({"portfolio.segment": "inns"}, "60 accounts."),
        ({"portfolio.segment": "inns", "portfolio.called": "clients"}, "60 clients."),
    ],
)
def test_the_role_counts_clients_as_they_are_called_and_the_facts_count_accounts(
    answers, changes, counted
):
    text = _posting(answers, changes)
    assert f"You look after {counted}" in text
    assert " accounts \u00b7 " in text
    briefly = "\n".join(lines_of(draft(SHORT, QUESTIONS, answers(changes)).document.blocks))
    assert f" accounts: {changes['portfolio.segment']}" in briefly


@pytest.mark.parametrize("template", ["first-hire", "standard", "sales", "key", "senior"])
def test_a_size_alone_is_nothing_to_have_experience_with(answers, template):
    for segment in ("small firms", "small local businesses and mid-sized companies"):
        changes = {"portfolio.segment": segment, "role.first_hire": "yes", "role.trainable": "yes"}
        assert "Any experience" not in _posting(answers, changes, template)


def test_one_account_is_taken_over_alone(answers):
    said = _posting(answers, {**HANDOVER, "portfolio.accounts": "1"})
    assert "first hire in this role, and take the account over from Elena Marsh." in said


@table(
    ("template", "changes", "line"),
    [
        ("standard", {"portfolio.segment": "inns"}, "Experience with inns"),
        (
            "standard",
            {"portfolio.segment": "inns", "role.first_hire": "yes", "role.trainable": "yes"},
            "Any experience with inns",
        ),
        (
            "first-hire",
            {"portfolio.segment": "vet clinics and pet shops, mostly independents"},
            "Any experience with vet clinics and pet shops",
        ),
        (
            "sales",
            {"portfolio.segment": "practices, SMB", "portfolio.called": "practices"},
            "Experience selling to the kind of practices we have",
        ),
        (
            "key",
            {"portfolio.segment": "electronics"},
            "Experience growing business with the kind of clients we have",
        ),
    ],
)
def test_experience_is_with_the_clients_and_never_with_practices_like_ours(
    answers, template, changes, line
):
    plus = _posting(answers, changes, template).split("\nA plus\n")[1].split("\nPay\n")[0]
    assert line in plus.split("\n")
    assert "like ours" not in plus


@table(
    ("accounts", "travel", "said"),
    [
        (
            "60",
            "2 or 3 days a week in your own car",
            "You go and see them, and answer when they call in between.",
        ),
        ("1", "most days", "You go and see it, and answer when it calls in between."),
        ("60", None, "You answer when they call, and keep in touch in between."),
        ("1", None, "You answer when it calls, and keep in touch in between."),
    ],
)
def test_whoever_is_on_the_road_goes_to_see_the_clients(answers, accounts, travel, said):
    typed = {"portfolio.accounts": accounts, "role.travel": travel,
             "portfolio.check_ins": "monthly"}  # fmt: skip
    assert said in _posting(answers, typed, "first-hire")


@table(
    ("template", "changes", "line"),
    [
        ("sales", {"role.reports_to": "Head of Sales (Priya)"},
         "If results are at risk, say so early to the Head of Sales (Priya), and ask for what you"
         " need"),
        ("sales", {**QUOTA, "pay.variable": "9000"},
         "You sell to 60 accounts we already work with."),
        ("sales", {**QUOTA, "pay.variable": "9000", "portfolio.basis": "contracts",
                   "tools.crm": "HubSpot"},
         "Bring the date and value of each renewal up to date every week, in HubSpot"),
        ("first-hire", {"portfolio.basis": "repeat orders"},
         "Tell clients about things they could order and do not yet"),
        ("first-hire", {"portfolio.basis": "contracts"},
         "Tell clients what else we do that could help them"),
        ("sales", {**QUOTA, "pay.commission": "paid quarterly on closed renewals",
                   "pay.variable": "9000"},
         "Commission is paid quarterly on closed renewals."),
        ("standard", {"pay.bonus": "paid in December if nobody leaves", "pay.variable": "900"},
         "The bonus is paid in December if nobody leaves."),
        ("standard", {"company.about": "our family bakes for inns"},
         "In short: our family bakes for inns."),
        ("standard", {"company.about": "web shop for bakers"}, "What we do: web shop for bakers."),
    ],
)  # fmt: skip
def test_a_sentence_reads_as_somebody_would_say_it(answers, template, changes, line):
    assert line in _posting(answers, changes, template).split("\n")


@table(
    ("opening", "line"),
    [
        ("Ilse wants to work on the product.", "Ilse wants to work on the product. You are our"),
        ("growth", "Why the job is open: growth. You are our"),
    ],
)
def test_an_owner_who_hands_over_says_why_with_the_hand_over(answers, opening, line):
    lines = _posting(answers, {**HANDOVER, "role.opening": opening}).split("\n")
    assert lines[lines.index("The hand-over") + 1].startswith(line)
    assert "\n".join(lines).count(opening.rstrip(".")) == 1
