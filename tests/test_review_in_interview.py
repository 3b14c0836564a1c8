"""What a review finds in an answer, said in the interview as soon as it is given."""

import pytest

from amjd.answers.shorthand import quarters_out, short_quarters, short_words, written_out
from amjd.interview.way import open_extras
from amjd.interview.wording import wrong_words
from amjd.sources.sheet import OPEN
from amjd.sources.yaml_edit import with_answer
from conftest import EXAMPLES, RULES
from interviews import changed, finished, interview, kept, told, whole
from script import Script
from tables import table


def said(field: str, **answers: str) -> list[str]:
    asking, _ = interview(Script({}), kept("standard", **answers))
    return wrong_words(asking.kept, RULES, [field])


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("role.required", "Native English speaker"),
        ("role.preferred", "Must be under 35 years old"),
        ("company.about", "Native English speakers only"),
    ],
)
def test_words_that_a_law_forbids_are_said_with_their_cure(field: str, answer: str) -> None:
    (line,) = said(field, **{field.replace(".", "__"): answer})
    assert line.startswith('"')
    assert line.endswith(".")


def test_only_the_answer_that_was_given_is_spoken_of() -> None:
    assert said("role.preferred", role__required="Native English speaker") == []


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES.glob("*.yaml")])
def test_nothing_is_said_of_our_own_examples(name: str) -> None:
    asking, _ = interview(Script({}), kept(name))
    fields = [field for field in asking.kept.questions if asking.kept.current(field)]
    assert wrong_words(asking.kept, RULES, fields) == []


@pytest.mark.parametrize("name", ["standard", "key", "sales"])
def test_what_is_still_to_be_asked_is_no_fault_of_an_answer(name: str) -> None:
    _, script = whole(name)
    assert not told(script, "left unfilled")


def test_it_is_said_when_the_answer_is_given() -> None:
    _, script = changed(kept("standard"), "role.required", "Native English speaker")
    assert told(script, "A native speaker is asked for. Ask for the skill")


def test_small_letters_are_told_once_and_raised_by_whoever_wants() -> None:
    small = {
        "company__name": "saguaro print of tucson llc",
        "company__about": "we print signs for shops.",
        "role__location": "tucson, az",
        "role__duties": "walk the shop; eBay listings",
    }
    asking, script = changed(kept("standard", **small), "capitals")
    first, raised = script.notes("review")
    assert "Company name, Location, Further duties, About the company" in first
    assert first.endswith("Nothing changes before you say yes.")
    assert "Location: Tucson, AZ" in raised
    answers = asking.kept.answers()
    assert answers.company.name == "Saguaro Print of Tucson LLC"
    assert answers.company.about == "We print signs for shops."
    assert answers.role.duties == ["Walk the shop; eBay listings"]
    assert "small letters" not in raised
    assert "small letters" not in changed(kept("standard"), "p")[1].notes("review")[0]


def test_what_was_changed_leaves_the_list_its_room() -> None:
    long = "we sign every van in town, and the windows of shops, and what else is asked for"
    many = {
        "company__name": "saguaro print", "company__about": long, "role__location": "tucson, az",
        "role__duties": "walk the shop", "role__required": "own van", "apply__steps": "a call",
        "role__hours": "monday to friday",
    }  # fmt: skip
    _, script = changed(kept("standard", **many), "capitals")
    note = script.notes("review")[1]
    assert note.startswith("Changed: Company name, ")
    assert len(note.splitlines()) == 1
    few = {"company__about": long, "role__location": "tucson, az"}
    note = changed(kept("standard", **few), "capitals")[1].notes("review")[1]
    assert "Location: Tucson, AZ" in note
    assert all(len(line) < 80 for line in note.splitlines())
    note = changed(kept("standard", company__about=long), "capitals")[1].notes("review")[1]
    assert note.endswith("and what else is asked for")


def test_a_list_in_which_nothing_would_stand_is_not_shown() -> None:
    _, script = changed(kept("standard"), "capitals")
    assert "capitals" not in [ask.screen for ask in script.asked]
    assert "All names and lines begin with a large letter" in script.notes("review")[1]


def test_extras_that_all_have_an_answer_are_not_shown() -> None:
    asking, _ = interview(Script({}), kept("standard"))
    answers = asking.kept.sheet
    for extra in open_extras(asking.kept):
        answers = with_answer(answers, extra.field, "", OPEN)
    _, script = changed(answers.text, "extras")
    assert "extras" not in [ask.screen for ask in script.asked]
    assert "Everything that could be added" in script.notes("review")[1]


@pytest.mark.parametrize("typed", ["y", "Yes", "yeah", "sure"])
def test_any_yes_is_the_last_yes(typed: str) -> None:
    _, script = changed(kept("standard"), typed)
    assert script.fields.count("review") == 1


@pytest.mark.parametrize("typed", ["no", "n", "nope"])
def test_whoever_says_that_it_is_not_right_is_asked_what_is_not(typed: str) -> None:
    _, script = changed(kept("standard"), typed)
    assert script.notes("review")[1].startswith("What is to be changed?")


def test_a_section_says_how_many_questions_follow_and_asks_what_few_have_last() -> None:
    _, script = changed(kept("standard", pay__currency="", pay__commission=""), "pay")
    first = script.asked[1]
    assert first.note.startswith("6 questions come, one after the other: Base pay,")
    asked = [ask.fields[0] for ask in script.asked[1:-1]]
    assert asked[:4] == ["pay.base", "pay.variable", "pay.bonus", "pay.benefits"]
    assert sorted(asked[4:]) == ["pay.commission", "pay.currency"]
    assert "commission" in changed(kept("standard"), "pay")[1].asked[1].note
    assert not changed(kept("standard"), "benefits")[1].asked[1].note


def test_names_among_other_words_are_raised_too_and_what_is_unticked_stays() -> None:
    small = {
        "company__about": "offices around sacramento",
        "role__location": "Sacramento, CA",
        "role__owner": "me and my office manager Maria",
        "apply__contact": "me, priya shah",
        "role__training": "you ride along, then maria shows you servicetitan",
        "role__hours": "monday to friday 8 to 5",
        "role__team": "two colleagues in may",
        "tools__crm": "excel and outlook",
        "tools__others": "marketo, ms word, a filing box",
    }
    text = kept("first-hire", **small)
    asking, script = changed(text, "capitals")
    rows = {row.value: row.help for row in script.asked[1].rows}
    assert rows == {
        "company.about": "offices around Sacramento",
        "role.owner": "the owner and the office manager, Maria",
        "apply.contact": "Priya Shah, the owner",
        "role.training": "You ride along, then Maria shows you ServiceTitan",
        "role.hours": "Monday to Friday 8 to 5",
        "tools.crm": "Excel and Outlook",
        "tools.others": "Marketo, MS Word, a filing box",
    }
    assert asking.kept.answers().tools.crm == "Excel and Outlook"
    few, _ = changed(text, "capitals", capitals=[("tools.crm",)])
    assert few.kept.answers().role.hours == "monday to friday 8 to 5"
    assert few.kept.answers().tools.crm == "Excel and Outlook"


@pytest.mark.parametrize(
    ("typed", "reads"),
    [("after new years", "after New Year's"), ("After New Years", "After New Year's"),
     ("new years", "New Year's"), ("after the new year", "after the new year")],
)  # fmt: skip
def test_a_start_after_the_holidays_has_their_names(typed: str, reads: str) -> None:
    asking, _ = changed(kept("standard", role__start=typed), "capitals")
    assert asking.kept.current("role.start") == reads


def test_words_of_a_post_are_no_names_among_other_words() -> None:
    given = {
        "role__reports_to": "the Sales Director",
        "role__owner": "Maria Ruiz, Office Manager",
        "role__training": "the sales team and the office show you, then maria does",
    }
    _, script = changed(kept("first-hire", **given), "capitals")
    rows = {row.value: row.help for row in script.asked[1].rows}
    assert rows == {"role.training": "the sales team and the office show you, then Maria does"}


# -- what was written short, and what IT is --------------------------------------------------------


@table(
    ("typed", "reads"),
    [
        ("call every mth, visit every qtr", "call every month, visit every quarter"),
        ("law firms n dentists", "law firms and dentists"),
        ("3 days a wk, 20 hrs/wk", "3 days a week, 20 hours/week"),
        ("25 days hols plus bank hols", "25 days of holiday plus bank holidays"),
        ("w/clients, w/o u, pls", "with clients, without you, please"),
        ("2 wk, 1 wk, a 2 yr contract", "2 weeks, 1 week, a 2 year contract"),
        (
            "send ur cv to n@wk.com or www.wk.com/hols",
            "send your CV to n@wk.com or www.wk.com/hols",
        ),
        ('the "n" of Barnes n Sons, n/a', 'the "n" of Barnes n Sons, n/a'),
        ("u.s. firms, rock 'n' roll, don't", "u.s. firms, rock 'n' roll, don't"),
        ("Menu, run, thru-hike, wkt", "Menu, run, thru-hike, wkt"),
    ],
)
def test_short_words_are_written_out_where_they_are_words(typed: str, reads: str) -> None:
    assert written_out(typed) == reads
    assert bool(short_words(typed)) == (typed != reads)


def test_capitals_write_the_apostrophes_too() -> None:
    short = {"role__travel": "2 days a week, theres a pool car",
             "role__required": "dont need a certificate", "role__workplace": "hybrid"}  # fmt: skip
    asking, script = changed(kept("standard", **short), "capitals")
    assert "Some words are written short: " in script.notes("review")[0]
    assert asking.kept.current("role.travel") == "2 days a week, there's a pool car"
    assert asking.kept.items("role.required") == ["Don't need a certificate"]


@table(
    ("typed", "meant"),
    [
        ("an answer in 60d", "an answer in 60 days"),
        ("20d PTO", "20 days of PTO"),
        ("40 h, 24h cover", "40 hours, 24 hours cover"),
        ("a 90d plan", "a 90-day plan"),
        ("up to $50/mo", "up to $50 a month"),
        ("home 2d/wk", "home 2 days a week"),
        ("monthly call, qbr w/ the CFO", "monthly call, quarterly business review with the CFO"),
        ("til we hire", "until we hire"),
        ("24/7, 3d prints", "24/7, 3d prints"),
    ],
)
def test_units_at_their_figures_are_written_out(typed: str, meant: str) -> None:
    assert written_out(typed) == meant
    assert bool(short_words(typed)) == (typed != meant)


def test_tools_in_a_row_are_no_name() -> None:
    assert written_out("ConnectWise n Teams", in_a_row=True) == "ConnectWise and Teams"
    assert written_out("ConnectWise n Teams") == "ConnectWise n Teams"


def test_an_answer_that_is_changed_behind_capitals_has_them_too() -> None:
    small = {"role__hours": "9 to 5. fridays to 4", "role__reports_to": "me, sam"}
    wants = {
        "review": ["capitals", "role.hours", "role.reports_to", "yes"],
        "capitals": [("role.hours",)],
        "role.hours": ["8 to 4. fridays to 3"],
        "role.reports_to": ["me, kim", "typed"],
    }
    asking, script = finished({}, wants, kept("standard", **small), mode="errand")
    assert asking.kept.current("role.hours") == "8 to 4. Fridays to 3"
    assert told(script, "Hours: 8 to 4. Fridays to 3")
    # What was unticked is as it was typed.
    assert asking.kept.current("role.reports_to") == "me, kim"


def test_capitals_that_are_taken_out_of_an_answer_stay_out() -> None:
    wants = {
        "review": ["capitals", "role.hours", "role.hours", "yes"],
        "capitals": [("role.hours",)],
        "role.hours": ["9 to 5. fridays to 4", "9 to 5. fridays to 3"],
    }
    small = {"role__hours": "9 to 5. fridays to 4"}
    asking, script = finished({}, wants, kept("standard", **small), mode="errand")
    assert told(script, "Hours: 9 to 5. fridays to 4")
    assert asking.kept.current("role.hours") == "9 to 5. fridays to 3"


def test_where_capitals_were_not_wanted_an_answer_stays_as_it_was_typed() -> None:
    wants = {"review": ["role.hours", "yes"], "role.hours": ["8 to 4. fridays to 3"]}
    asking, _ = finished({}, wants, kept("standard"), mode="errand")
    assert asking.kept.current("role.hours") == "8 to 4. fridays to 3"


def test_what_was_written_short_is_offered_with_the_capitals() -> None:
    short = {
        "portfolio__check_ins": "call every mth",
        "portfolio__segment": "law firms n dentists",
        "tools__crm": "connectwise n teams",
    }
    text = kept("standard", **short)
    asking, script = changed(text, "capitals")
    first = script.notes("review")[0]
    assert "Some words are written short: n, mth. Type capitals to see them in full." in first
    assert "Some names or lines begin with a small letter: Client records." in first
    rows = {row.value: row.help for row in script.asked[1].rows}
    assert rows == {
        "portfolio.check_ins": "call every month",
        "portfolio.segment": "law firms and dentists",
        "tools.crm": "ConnectWise and Teams",
    }
    assert asking.kept.answers().portfolio.check_ins == "call every month"
    assert "written short" not in changed(kept("standard"), "p")[1].notes("review")[0]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2 wks pto, health ins", "2 weeks PTO, health insurance"),
        ("set up filter changes w the techs", "set up filter changes with the techs"),
        ("m-f 8-4:30", "Monday to Friday 8-4:30"),
        ("mid feb", "mid February"),
        ("txt or call w/in a day", "text or call within a day"),
        ("Plan W and plan B", "Plan W and plan B"),
        ("call on shops, sell em, keep 'em", "call on shops, sell them, keep them"),
        ("the mon-fri-sun mix", "the mon-fri-sun mix"),
        ("busy jun-aug and mar to may", "busy June to August and March to May"),
        ("tue - sat, 9-5", "Tuesday to Saturday, 9-5"),
        ("sat-sun, m-th", "Saturday to Sunday, Monday to Thursday"),
        ("Jun-Aug, march to the shop", "Jun-Aug, march to the shop"),
        ("cvs in, cv out", "CVs in, CV out"),
        ("theres a pool car, dont worry", "there's a pool car, don't worry"),
        ("Dont need a certificate. Thats fine", "Don't need a certificate. That's fine"),
        (
            "youll drive, weve got a van, you cant miss it, it wont start",
            "you'll drive, we've got a van, you can't miss it, it won't start",
        ),
        (
            "its a small team, its not far, Its the best",
            "it's a small team, it's not far, It's the best",
        ),
        ("the firm and its clients, its only client", "the firm and its clients, its only client"),
        ("Whats On and I don't", "Whats On and I don't"),
        ("approx. 10 on dec. 18, 5 yrs.", "approximately 10 on December 18, 5 years."),
    ],
)
def test_short_words_are_written_out(typed: str, read: str) -> None:
    assert written_out(typed) == read


@table(
    ("typed", "reads"),
    [
        ("S West", "South West"),
        ("s west n n east", "South West n North East"),
        ("the s. east, w london", "the South East, West London"),
        ("N. Texas and S Florida", "North Texas and South Florida"),
        ("sw england", "South West England"),
        ("leeds n bradford", "leeds n bradford"),
        ("SW England, Southwest Ohio, e.g. Devon", "SW England, Southwest Ohio, e.g. Devon"),
        ("n ireland and s Wales", "Northern Ireland and South Wales"),
    ],
)
def test_the_quarters_of_an_area_are_written_out(typed: str, reads: str) -> None:
    assert quarters_out(typed, of_area=True) == reads
    assert bool(short_quarters(typed, of_area=True)) == (typed != reads)


@table(
    ("typed", "reads"),
    [
        ("round w yorks, two visits a week", "round West Yorks, two visits a week"),
        ("3 days in N Dallas", "3 days in North Dallas"),
        ("visits w techs, w clients", "visits w techs, w clients"),
        ("sizes in s and m, S corps", "sizes in s and m, S corps"),
    ],
)
def test_a_quarter_among_other_words_stands_behind_in_or_around(typed: str, reads: str) -> None:
    assert quarters_out(typed, of_area=False) == reads
    assert bool(short_quarters(typed, of_area=False)) == (typed != reads)


def test_each_short_word_is_told_once_and_quarters_with_them() -> None:
    short = {
        "portfolio__territory": "S West n leeds",
        "role__start": "asap",
        "pay__benefits": "25 days hols; bank hols",
    }
    asking, script = changed(kept("standard", **short), "capitals")
    assert "written short: hols, asap, S West, n. Type capitals" in script.notes("review")[0]
    answers = asking.kept.answers()
    assert answers.portfolio.territory == "South West and Leeds"
    assert answers.pay.benefits == ["25 days of holiday; bank holidays"]


@table(
    ("field", "typed", "reads"),
    [
        ("company.about", "we do it. most stay. eBay too! approx. ten, 5 yrs. and on",
         "We do it. Most stay. eBay too! Approximately ten, 5 years. And on"),
        ("company.about", "we're a 14 person wholesaler", "We're a 14 person wholesaler"),
        ("role.opening", "it\u2019s new", "It\u2019s new"),
        ("company.about", "wholesaler, we're 14", "wholesaler, we're 14"),
        ("pay.bonus", "5% of base. paid at new year", "5% of base. Paid at new year"),
        ("role.team", "two of us. now three", "two of us. Now three"),
        ("role.travel", "3 days a week. mornings too", "3 days a week. Mornings too"),
        ("role.hours", "Monday to Friday 7-4. mornings are early",
         "Monday to Friday 7-4. Mornings are early"),
        ("role.languages", "good english", "Good English"),
        ("role.required", "english, some polish, polish floors",
         "English, some Polish, polish floors"),
        ("portfolio.segment", "mexican restaurants", "Mexican restaurants"),
        ("pay.benefits", "co truck, co phone", "Company truck, company phone"),
        ("role.travel", "in a co. truck from the co owner", "in a company truck from the co owner"),
        ("portfolio.territory", "s west idaho n new mexico, leeds in england",
         "South West Idaho and New Mexico, Leeds in England"),
        ("portfolio.territory", "N Leeds n W Yorks", "North Leeds and West Yorks"),
        ("portfolio.territory", "the wash, turkey farms around boise",
         "the wash, turkey farms around Boise"),
        ("pay.benefits", "jobs@x.example knows", "jobs@x.example knows"),
        ("role.duties", "p&l for b2b n cpas", "P&L for B2B and CPAs"),
        ("tools.others", "slack for talking to eachother", "Slack for talking to each other"),
    ],
)  # fmt: skip
def test_later_sentences_and_places_of_an_area_begin_with_capitals(
    field: str, typed: str, reads: str
) -> None:
    changes = {"role__location": "Boise, ID", "pay__variable": "", field.replace(".", "__"): typed}
    asking, _ = changed(kept("standard", **changes), "capitals")
    assert asking.kept.current(field) == reads


# -- products ------------------------------------------------------------------------------------


@table(
    ("typed", "reads"),
    [
        ("run payroll in gusto", "Run payroll in Gusto"),
        ("begin with gusto, excel at it", "Begin with gusto, excel at it"),
        ("qbo and gusto, or xero", "QuickBooks Online and Gusto, or Xero"),
        ("quickbooks on-line, Quick Books", "QuickBooks Online, QuickBooks"),
        ("quickbooks online, QBO", "QuickBooks Online, QuickBooks Online"),
        ("knows QBO", "Knows QBO"),
        ("files in google drive/gdrive", "Files in Google Drive"),
        ("sfdc, msft teams, gsuite, o365 and gcal",
         "Salesforce, Microsoft Teams, G Suite, Microsoft Office 365 and Google Calendar"),
        ("Hubspot or Linkedin", "HubSpot or LinkedIn"),
        ("word and excel skills", "Word and Excel skills"),
        ("keep your word in square deals", "Keep your word in square deals"),
        ("plan for slack season on slack", "Plan for slack season on Slack"),
        ("see quickbooks.com/xero or a@hubspot.com", "See quickbooks.com/xero or a@hubspot.com"),
        ("visit on may 5, back by march", "Visit on May 5, back by March"),
        ("you may march 3 miles", "You may march 3 miles"),
        ("decide by dec 18", "Decide by December 18"),
        ("start after new years", "Start after New Year's"),
        ("off on new years day", "Off on New Year's Day"),
        ("ready in the new year", "Ready in the new year"),
        ("two new years resolutions", "Two new years resolutions"),
        ("work before labor day and mothers day", "Work before Labor Day and Mother's Day"),
        ("your resume and a note", "Your resume and a note"),
        ("a CV or resume", "A CV or resume"),
        ("resume work by 9", "Resume work by 9"),
    ],
)  # fmt: skip
def test_products_dates_and_papers_have_their_names_among_other_words(
    typed: str, reads: str
) -> None:
    text = kept("standard", role__required=typed, tools__crm="a notebook", tools__others="")
    asking, script = changed(text, "capitals")
    assert asking.kept.current("role.required") == reads
    assert "capitals" in script.fields or typed == reads


@table(
    ("typed", "name"),
    [
        ("zorbix for rotas", "Zorbix for rotas"),
        ("zorbix", "Zorbix"),
        ("phones", "phones"),
        ("a label printer", "a label printer"),
    ],
)
def test_an_unknown_product_among_the_other_tools_is_asked_about(typed: str, name: str) -> None:
    asking, _ = changed(kept("standard", tools__others=typed), "capitals")
    assert asking.kept.items("tools.others") == [name]


@table(
    ("crm", "name"),
    [
        ("pestpac", "PestPac"),
        ("Pestpac", "PestPac"),
        ("zorbix", "Zorbix"),
        ("Zorbix", "Zorbix"),
        ("zorbix and outlook", "Zorbix and Outlook"),
        ("spreadsheet", "spreadsheet"),
        ("paper", "paper"),
    ],
)
def test_a_product_that_was_typed_small_as_a_tool_is_spelled_so_everywhere(
    crm: str, name: str
) -> None:
    given = {"tools__crm": crm, "tools__others": "", "role__duties": f"log each visit in {crm}"}
    asking, _ = changed(kept("standard", **given), "capitals")
    assert asking.kept.current("tools.crm") == name
    assert asking.kept.current("role.duties") == f"Log each visit in {name}"


def test_a_product_has_one_spelling_in_all_answers() -> None:
    given = {
        "tools__crm": "QBO, Printavo and Copper",
        "tools__others": "Email, Monday, Slack",
        "role__required": "two years in quickbooks online; orders in printavo",
        "role__duties": "use copper and email; monday calls; plan in monday",
    }
    asking, _ = changed(kept("standard", **given), "capitals")
    answers = asking.kept.answers()
    assert answers.tools.crm == "QuickBooks Online, Printavo and Copper"
    assert answers.role.required == ["Two years in QuickBooks Online; orders in Printavo"]
    assert answers.role.duties == ["Use Copper and email; Monday calls; plan in Monday"]


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ("We do it support. We like it.", "Brightwell IT"),
        ("We run managed IT for law firms.", "Brightwell IT"),
        ("We bake it ourselves.", "Brightwell It"),
    ],
)
def test_it_is_no_pronoun_beside_what_it_firms_do(about: str, name: str) -> None:
    text = kept("standard", company__name="brightwell it", company__about=about)
    asking, _ = changed(text, "capitals")
    assert asking.kept.answers().company.name == name
    assert asking.kept.answers().company.about == about.replace("it support", "IT support")


def test_it_stays_what_it_is_among_other_words() -> None:
    text = kept("standard", role__duties="managed it support; make it right; it's on you; fix it")
    asking, _ = changed(text, "capitals")
    duties = "Managed IT support; make it right; it's on you; fix it"
    assert "; ".join(asking.kept.answers().role.duties or ()) == duties


@table(
    ("typed", "raised"),
    [("last AM left in June, nobody since", "Last AM left in June, nobody since"),
     ("growth", "growth"), ("maternity cover until May", "maternity cover until May")],
)  # fmt: skip
def test_why_the_job_is_open_begins_as_a_sentence_where_it_is_one(typed: str, raised: str) -> None:
    asking, _ = changed(kept("standard", role__opening=typed), "capitals")
    assert asking.kept.current("role.opening") == raised
