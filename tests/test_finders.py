"""What a posting states, on lines as strangers write them: each a kind of fault once made."""

import pytest

from amjd import resources
from amjd.review import facts
from amjd.review.readers import opened
from tables import table


def facts_of(text, name="posting.txt"):
    posting = opened.read(name, text.encode())
    return facts.as_values(posting, facts.find(posting))


def said_of(line, section=""):
    head = f"\n{section}\n" if section else ""
    return facts_of(f"Account Manager\n\nWe sell doors.\n{head}\n- {line}\n")


DUTIES, ASKED, ABOUT, BENEFITS = "Responsibilities", "Requirements", "About us", "Benefits"

PAY = {
    "We match your 401k and pay 14K+ families a year": None,
    "401K/RRSP matching on top of pay": None,
    "We pay at the 65th percentile of the market": None,
    "The salary is paid in 12 installments": None,
    "18 vacation days with full pay in a year": None,
    "$200/month health and wellness stipend": None,
    "£200 per annum for your wellbeing": None,
    "Recommend a friend and earn 700 EUR!": None,
    "Joining bonus: $5,000": None,
    "Our top reps make over $350K a year": None,
    "Reps averaged $985 a week last year": None,
    "Loans of up to $500,000": None,
    "You sell at the $50k-$100k price point": None,
    "$3,500 per year in educational funds": None,
    "_The range for this role is _$98,450-$120,113_ a year": (98450, 120113),
    "Salary: $110-145,000": (110000, 145000),
    "A minimum salary of $60,000 to a maximum salary of $75,000": (60000, 75000),
    "Base pay between USD 61,000 in the cheapest town and USD 88,000 in the dearest": (
        61000,
        88000,
    ),
    "USD $93,000~$125,800 a year": (93000, 125800),
    "salary_range: 28000-32000": (28000, 32000),
    "The day rate is £500-600": (500, 600),
    "Salary: $60.00 USD hourly - $65.00 USD hourly": (60, 65),
    "Paid days off: 18 vacation days in a year": None,
    "We cover up to $350 per month of your rent": None,
    "$80,000. - $100,000. per year": (80000, 100000),
    "Pay: ¥410,000 per month": (410000, 410000),
    "Salary: SEK 41,000 to SEK 45,000 a month": (41000, 45000),
    # money of the work, the clients and the company
    "Annual sales target: $500,000": None,
    "Own an annual target of $500k": None,
    "You have a yearly target of $800,000": None,
    "Target: $500k ARR": None,
    "Monthly target: $40,000": None,
    "A $50,000 annual marketing budget": None,
    "Save clients $20,000 a year": None,
    "Save clients time and $20,000 a year": None,
    "Our clients earn $20,000 a year with us": None,
    "Clients pay us $50,000 a year": None,
    "We bill clients $150 an hour": None,
    "Base pay is $5,000,000 per year": (5000000, 5000000),
    "Pay is $5,000,000 per year.": (5000000, 5000000),
    "Clients pay $5,000,000 per year.": None,
    "Base pay is $5,000,000 to $6,000,000 per year": (5000000, 6000000),
    "You are paid to grow $5,000,000 a year": None,
    "Our packages start at $15,000 a year": None,
    "Each account brings in $20,000 a year": None,
    "You own $800,000 in annual revenue": None,
    "Territory: $800,000": None,
    "Our seed round: $900,000": None,
    "Workers' compensation premiums of $20,000 a year": None,
    # what comes on top of pay
    "Bonus: $5,000 a year": None,
    "Commission: $20,000 a year at target": None,
    "Employer HSA contribution: $1,000 per year": None,
    # and beside it
    "Salary: $60,000 plus a car allowance of $600 per month.": (60000, 60000),
    "Base pay is $60,000. Health stipend: $400/month.": (60000, 60000),
    "Monthly stipend: $300. Salary: $58,000.": (58000, 58000),
    "$58,000 salary and $300 monthly stipend": (58000, 58000),
    "$400/month health stipend on top of a $60,000 salary": (60000, 60000),
    "Car allowance: $600 per month; base pay: $60,000": (60000, 60000),
    "Salary: $60,000 | Car allowance: $600/month | Bonus: $5,000 a year": (60000, 60000),
    "| Salary | $60,000 | Car allowance | $600 a month |": (60000, 60000),
    "You earn $55,000 a year and a mileage allowance of $0.67 a mile": (55000, 55000),
    "Quota $300,000, salary $60,000": (60000, 60000),
    "You carry a $300,000 quota and earn a base of $60,000": (60000, 60000),
    "Pay: $55,000, with $3,000 a year to spend on learning": (55000, 55000),
    "Base salary + potential bonuses, which is: $45-65k": (45000, 65000),
    "Full-time, you start at $60,000 a year": (60000, 60000),
    "$62K-$78K depending on experience, plus 5% of new premium commission": (62000, 78000),
    "You will see $22 - $26 DOE": (22, 26),
    "$62K-$78K, plus 5% of new premium commission": (62000, 78000),
    "A bonus of $5,000-$10,000 depending on experience": None,
    "Clients pay $500-$900 depending on their experience": None,
    "Salary: approx. $60,000": (60000, 60000),
    "Up to $5,250 a year for tuition": None,
    "The salary budget for this role is $60,000-$70,000": (60000, 70000),
    "Hourly: $22 - $26": (22, 26),
    "CTC: 12L": (1200000, 1200000),
    "CTC 12-15L": (1200000, 1500000),
    "CTC up to 12L": (1200000, 1200000),
    "10-12L CTC": (1000000, 1200000),
    "10L-12L (CTC)": (1000000, 1200000),
    "CTC: 8-10": None,
    "CTC: up to 12L": (1200000, 1200000),
    "CTC - upto 12L": (1200000, 1200000),
    "CTC (fixed): 8-12L": (800000, 1200000),
    "CTC: 8,00,000 - 12,00,000": (800000, 1200000),
    "CTC: 60k": (60000, 60000),
    "Package: 12L": (1200000, 1200000),
    "Package up to 12L": (1200000, 1200000),
    "Package: 60-70k": (60000, 70000),
    "Annual package: 12L": (1200000, 1200000),
    "Salary upto 8 LPA": (800000, 800000),
    "Upto 8 LPA": (800000, 800000),
    "Budget: 12 LPA": (1200000, 1200000),
    "Budget for this role: up to 12L": (1200000, 1200000),
    "Salary: max 8L": (800000, 800000),
    "Salary - 6 to 8L": (600000, 800000),
    "Salary (CTC): approx. 8L": (800000, 800000),
    "Compensation: up to 12L": (1200000, 1200000),
    "Earn up to 12L a year": (1200000, 1200000),
    "Fixed: 8L, variable: 2L": (800000, 800000),
    "8L fixed + 2L variable": (800000, 800000),
    "Base: 8L": (800000, 800000),
    "8-12L per annum": (800000, 1200000),
    "Salary 50k with bonus": (50000, 50000),
    "Salary c. 30k neg": (30000, 30000),
    "Salary up to 30k (OTE 45k)": (30000, 30000),
    "A fund of up to 12L": None,
    "Funding: up to 12L": None,
    "Budget: up to 12L": None,
    "Quota: 12L": None,
    "Fixed costs: 8L": None,
    "Medical cover: up to 5L": None,
    "Package: 12L bottles a day": None,
    "Client package: 12L": None,
    "Insurance package up to 5L": None,
    "Relocation package: $5,000": None,
    "Base: 12L tank": None,
    "8L base tank": None,
    "Pay loans of up to 12L": None,
    "Earn 12L a month for clients": None,
    "Earn $12,000 a month for clients": None,
    "We pour 20L a year": None,
    "We sell 12L tanks": None,
    "You will be eligible for$130,000 - $160,000 base salary": (130000, 160000),
}


@table(("line", "wanted"), PAY.items())
def test_pay_is_what_this_job_pays(line, wanted):
    base = said_of(line)["base"]
    assert (base and (base["min"], base["max"])) == wanted


def test_a_range_that_stands_alone_among_what_is_given_is_the_pay():
    assert said_of("$62K - $78K", BENEFITS)["base"]["max"] == 78000
    assert said_of("$62,000 – $78,000 (depending on experience)", BENEFITS)["base"]["min"] == 62000
    assert said_of("$5,000 - $9,000", BENEFITS)["base"] is None


def test_a_generous_package_of_benefits_is_no_pay():
    assert said_of("A generous benefits package", BENEFITS)["pay"] == "none"
    assert said_of("A generous pay package", BENEFITS)["pay"] == "vague"


def test_a_total_that_is_the_base_again_is_no_total():
    found = facts_of("Account Manager\n\nSalary: $60,000\n\nTotal pay: $60,000 and a bonus\n")
    assert (found["base"]["min"], found["ote"]) == (60000, None)


def test_what_is_called_base_goes_before_a_boards_label():
    found = facts_of(
        "Account Manager\n\nsalary_range: 30000-40000\n\nBenefits\n"
        "Basic salary of £20,000 to £25,000Uncapped, OTE of £30,000 - £40,000\n"
    )
    assert (found["base"]["min"], found["base"]["max"]) == (20000, 25000)
    assert (found["ote"]["min"], found["ote"]["max"]) == (30000, 40000)


def test_on_target_earnings_are_told_by_the_line_above_too():
    found = facts_of("Account Manager\n\nTotal Targeted Cash\n\n$129,000 - $206,000 USD\n")
    assert found["base"] is None
    assert found["ote"] == {"min": 129000, "max": 206000, "currency": "USD", "period": "year"}


def test_earnings_that_come_on_top_make_no_total_of_the_base():
    found = said_of("We offer a starting salary of $50,000 USD + OTE")
    assert (found["base"]["min"], found["ote"]) == (50000, None)


@table("said", ["OTE: 12L", "OTE: up to 12L", "OTE up to 12L", "Salary 8L (OTE 12L)"])
def test_on_target_earnings_may_be_in_lakhs(said):
    assert said_of(said)["ote"]["max"] == 1200000


def test_what_stands_behind_a_bar_is_of_another_amount():
    found = facts_of("Account Manager\n\nBase: $65k-$75k | OTE: $90k-$105k\n")
    assert (found["base"]["min"], found["ote"]["min"]) == (65000, 90000)


def test_base_and_on_target_earnings_may_be_glued():
    found = facts_of(
        "Account Manager\n\nBase Salary: $51,500On Target Earnings: $86,500+ (Uncapped)"
    )
    assert (found["base"]["min"], found["ote"]["min"]) == (51500, 86500)


def test_a_boards_own_fields_are_read_when_nothing_else_is_said():
    head = (
        "title: Account Manager\nbaseSalary:\n  currency: USD\n  minValue: 62330\n  maxValue: 79329"
    )
    found = facts_of(f"---\n{head}\n  unitText: YEAR\n---\n\nYou keep clients.\n", "a.md")
    assert found["base"] == {"min": 62330, "max": 79329, "currency": "USD", "period": "year"}
    assert found["title"] == "Account Manager"
    assert facts_of("Account Manager\n\nsalary_range: 0-0\n")["pay"] == "none"


@pytest.mark.parametrize("alone", ["commission only", "no base salary", "100% commission"])
def test_where_commission_is_all_no_amount_is_the_base(alone):
    found = said_of(f"Earn $80k-$150k your first year ({alone})")
    assert (found["base"], found["ote"] and found["ote"]["min"]) == (None, 80000)
    assert said_of("This is not commission only: salary $50,000 a year")["base"]["min"] == 50000


def test_a_dollar_is_that_of_the_place_where_one_is_named():
    said = "Account Manager\n\nSalary: $60,000 a year\n\n{}\n"
    for words, currency in (("We sell doors.", "USD"), ("Australian working rights", None),
                            ("You sell to the US and Canada.", "USD"),
                            ("Location: Toronto, ON", "CAD")):  # fmt: skip
        assert facts_of(said.format(words))["base"]["currency"] == currency


MONEYS = {
    "Base pay is \u00a54,500,000 to \u00a55,000,000 per year": (4500000, 5000000, "JPY", "year"),
    "Base pay is KRW 40000000 per year": (40000000, 40000000, "KRW", "year"),
    "Salary: \u20a940,000,000 a year": (40000000, 40000000, "KRW", "year"),
    "Base pay is COP 60,000,000 per year": (60000000, 60000000, "COP", "year"),
    "Base pay is HUF 9 000 000 per year": (9000000, 9000000, "HUF", "year"),
    "Base pay is KWD 12,000 to KWD 14,000 per year": (12000, 14000, "KWD", "year"),
    "Pay: KWD 950.500 per month": (950.5, 950.5, "KWD", "month"),
    "Pay: BHD 1,200.250 a month": (1200.25, 1200.25, "BHD", "month"),
    "Pay: TND 1.200,250 a month": (1200.25, 1200.25, "TND", "month"),
    "Pay: 1200.250 OMR a month": (1200.25, 1200.25, "OMR", "month"),
    "Base pay is KWD 12,000.500 to KWD 14,000 per year": (12000.5, 14000, "KWD", "year"),
    "48.000 - 56.000 \u20ac fixed plus up to 10% bonus": (48000, 56000, "EUR", "year"),
    "Salary: 48.000 \u20ac - 56.000 \u20ac": (48000, 56000, "EUR", "year"),
    "Salary: 48.000\u20ac a year": (48000, 48000, "EUR", "year"),
    "Salary: 75K Euro": (75000, 75000, "EUR", "year"),
    "We sell tickets at 1.200 \u20ac": None,
    "Revenue of 900.000 \u20ac": None,
    "Base pay is EUR 12.000 per year": (12000, 12000, "EUR", "year"),
    "Base pay is IQD 12.000.000 per year": (12000000, 12000000, "IQD", "year"),
    "Base pay is $85,000.125 per year": (85000.125, 85000.125, "USD", "year"),
    "Salary: TRY 900,000": (900000, 900000, "TRY", None),
    "Salary: S$4,500 - S$6,000 per month": (4500, 6000, "SGD", "month"),
    "Remuneration: R25 000 - R35 000 per month CTC": (25000, 35000, "ZAR", "month"),
    "CTC: 12-18 LPA": (1200000, 1800000, "INR", "year"),
    "Salary: 12 lakhs per annum": (1200000, 1200000, "INR", "year"),
    "Salary: 1.2 crore per annum": (12000000, 12000000, "INR", "year"),
    "Salary: Rs 1.2 Cr a year": (12000000, 12000000, "INR", "year"),
    "Salary: \u20b980 lakh - 1.2 crore a year": (8000000, 12000000, "INR", "year"),
    "Salary: 10L - 15L a year": (1000000, 1500000, "INR", "year"),
    "Salary: \u20b910L-\u20b915L per annum": (1000000, 1500000, "INR", "year"),
    "Salary: Rs 80L to 1.2 Cr a year": (8000000, 12000000, "INR", "year"),
    "Base pay is INR 4.5 L": (450000, 450000, "INR", None),
    "Salary: 10-15L a year": (1000000, 1500000, "INR", "year"),
    "We pay for 10L tanks, and 5L - 8L drums": None,
    "Salary: \u20ac60,000 a year, and 20 l of oil": (60000, 60000, "EUR", "year"),
    "Salary: Rs 8 lakh to 12 lakh a year": (800000, 1200000, "INR", "year"),
    "Base pay of Rs 8 lakh and 5 days of leave a month": (800000, 800000, "INR", None),
    "We are a Rs 500 crore company with 12 crore users": None,
    "Salary: \u00a345,000 Group life assurance": (45000, 45000, "GBP", "year"),
    "Salary: \u00a345,000 company laptop": (45000, 45000, "GBP", "year"),
    "Base \u00a345,000 company share scheme": (45000, 45000, "GBP", "year"),
    "Salary: \u00a345,000 company bonus": (45000, 45000, "GBP", "year"),
    "Salary: $60,000 annual bonus of 10%": (60000, 60000, "USD", "year"),
    "Salary: \u00a345,000 group webinars and a firm handshake": (45000, 45000, "GBP", "year"),
    "Base pay is \u00a345,000 car allowance \u00a3300 a month": (45000, 45000, "GBP", "year"),
    "On top of base salary $20,000 bonus": None,
    "Salary in a \u00a3900,000 turnover firm": None,
    "Salary paid by a \u00a3900,000 family business": None,
    "Rs 500 crore company, pay on time": None,
    "Join our Rs 200 Cr brand": None,
    "Salary of Rs 9 lakhs company car": (900000, 900000, "INR", None),
    "We pay for R2 and R290 certificates, and 12 lakes": None,
    "We pay in all 50 states and try 3 ways": None,
    "We pay out on loans of all $40,000,000": None,
}


@table(("line", "wanted"), MONEYS.items())
def test_pay_is_known_in_every_currency(line, wanted):
    base = said_of(line)["base"]
    assert (base and tuple(base.values())) == wanted


def test_a_quota_is_known_in_every_currency():
    found = said_of("Quota: KRW 300,000,000 per quarter", DUTIES)
    assert (found["quota"], found["quota_target"]) == ("yes", 300_000_000)
    found = said_of("Quota: KWD 300,000.500 per quarter", DUTIES)
    assert (found["quota"], found["quota_target"]) == ("yes", 300_000.5)
    assert said_of("Be in the quota top 10,000", DUTIES)["quota_target"] is None


QUOTA = {
    ("Meet or exceed revenue and key account goals", DUTIES): "yes",
    ("Manage partners to meet or exceed quarterly business goals", DUTIES): "yes",
    ("Enough in the pipeline to exceed your targets", DUTIES): "yes",
    ("Help clients reach their sales targets", DUTIES): None,
    ("Support Bluebell's growth goals", DUTIES): None,
    ("Work with the team to support our growth goals", DUTIES): None,
    ("A record of over-achieving quotas", ASKED): None,
    ("Must have a track record in exceeding quotas", DUTIES): None,
    ("Define corporate revenue objectives", DUTIES): None,
    ("Meet monthly sales goals", ASKED): "yes",
    ("We have grown past our sales targets", ABOUT): None,
    ("Coordinate trucks to meet quality and delivery targets", DUTIES): None,
    ("You enjoy meeting target-based milestones", DUTIES): None,
    ("Create territories, quotas and plans for the team", DUTIES): None,
    ("You set your own monthly goals", DUTIES): None,
    ("Consult with clients to achieve national sales goals", DUTIES): None,
    ("Set and exceed sales targets", DUTIES): "yes",
    ("Reach the ARR target of your towns", DUTIES): "yes",
    ("Own quota setting and planning for the team", DUTIES): None,
    ("Write budgets based on the board's goals and growth objectives", DUTIES): None,
    ("You do not have a sales target", DUTIES): "no",
    ("You don't carry a target", DUTIES): "no",
    ("There is no target to hit, and nobody hits a target alone", DUTIES): "no",
    ("Never miss a target date", DUTIES): None,
    ("Two reps bring in new sites; no individual target", DUTIES): "no",
    ("You carry a number", DUTIES): "yes",
}


@table(("line", "wanted"), QUOTA.items())
def test_a_quota_is_one_to_be_met_here(line, wanted):
    assert said_of(*line)["quota"] == wanted


# The figure of the target, and its words.
TARGETS = {
    "Budget for FY27 $3.4M, +12% on LY": (3400000, "$3.4M, +12% on LY"),
    "Your sales budget is $4.2m for the year": (4200000, "$4.2m"),
    "You have a marketing budget for 2027 of $40,000": (None, None),
    "Fill 12 reqs/mo or $25k GP/mo by month 6": (None, "12 reqs/mo or $25k GP/mo by month 6"),
    "15 new distribution points p/m.": (None, "15 new distribution points p/m"),
    "Book 8 meetings a week": (None, None),
    "Quarterly target of Rs 40 lakhs": (4000000, "Rs 40 lakhs"),
    "Quarterly target of Rs 4 Cr": (40000000, "Rs 4 Cr"),
    "Quarterly target of \u20b940L": (4000000, "\u20b940L"),
    "Target: R400 000 GP per quarter": (400000, "R400 000"),
    "Quota: $300,000 per quarter": (300000, "$300,000"),
    "You carry a $1.2M annual quota": (1200000, "$1.2M"),
    "Quota: 12 renewals per month": (None, "12 renewals per month"),
    "Reach your quota: 20 new fridges a month": (None, "20 new fridges a month"),
    "The quota is 12 to 15 renewals a month": (None, "12 to 15 renewals a month"),
    "Target: $500k ARR": (500000, "$500k"),
    "You have a yearly target of $800,000": (800000, "$800,000"),
    "Monthly target: $40,000": (40000, "$40,000"),
    "Salary of $60,000, a quota of $300,000 and a car": (300000, "$300,000"),
    "You carry a $300,000 quota and earn a base of $60,000": (300000, "$300,000"),
    "Carry a quota and a base of $60,000": (None, None),
    "Quota: at least $300,000 a quarter": (300000, "$300,000"),
    "Pay comes to $63,000 per year when you reach the quota": (None, None),
    "Commission brings pay to $63,000 when you reach your quota": (None, None),
    "Reach the quota, which brings pay to $63,000 per year": (None, None),
    "Reach your quota: $600,000 in renewals plus $150,000 in expansion per year": (
        None,
        "$600,000 in renewals plus $150,000 in expansion per year",
    ),
    "Quota: about \u00a3600k in renewed ARR, 150k of upsells and 12 logos a year": (
        None,
        "\u00a3600k in renewed ARR, 150k of upsells and 12 logos a year",
    ),
    "Quota: 12 renewals plus $150,000 in expansion per quarter": (
        None,
        "12 renewals plus $150,000 in expansion per quarter",
    ),
    "Quota: $750,000 in all: $600,000 in renewals plus $150,000 in expansion per year": (
        750000,
        "$750,000",
    ),
    "Quota: 1.2m in bookings per year": (None, "1.2m in bookings per year"),
    "A quota of $300,000 a year plus $60,000 base pay": (300000, "$300,000"),
    "A quota of $300,000 in sales and $60,000 base pay": (300000, "$300,000"),
    "Meet a quarterly sales quota": (None, None),
    "Exceed your quota 4 quarters in a row": (None, None),
    "Annual growth target: +12% on last year": (None, "+12% on last year"),
    "You carry a number: \u00a3220k expansion a year": (220000, "\u00a3220k"),
    "Production goal for 2027: 14,200 room nights": (None, "14,200 room nights"),
    "Round out accounts (umbrella, cyber) - $40k/yr in new premium expected": (
        None,
        "$40k/yr in new premium",
    ),
    "You are expected to write $40k in new premium a year": (None, "$40k in new premium a year"),
    "£8k of new MRR per month is expected": (None, "£8k of new MRR per month"),
    "A pay rise of $4k a year in your second year is expected": (None, None),
    "Targets: £8k new MRR per month, 25 customer meetings a month": (8000, "£8k"),
    "Targets: 25 meetings a month, £8k new MRR per month": (8000, "£8k"),
    "Targets: $2 Mn a year": (2000000, "$2 Mn"),
    "Achieve monthly sellin and sellout targets of AED 1.8 Mn": (1800000, "AED 1.8 Mn"),
    "Quarterly target of EUR 2.5 mio": (2500000, "EUR 2.5 mio"),
    "Your sales budget is $4 mn for the year": (4000000, "$4 mn"),
    "Targets: a base of £30k and a bonus": (None, None),
    "Sales budget of Rs 40 lakh": (4000000, "Rs 40 lakh"),
    "Sales budget of \u20b940L": (4000000, "\u20b940L"),
    "Sales budget: R25 000": (25000, "R25 000"),
    "Your sales budget is AED 1.8 Mn": (1800000, "AED 1.8 Mn"),
    "Your sales budget is 1.8 Mn AED": (1800000, "1.8 Mn AED"),
    "Win Rs 40k gross profit a month": (None, "Rs 40k gross profit a month"),
    "Win R40 000 gross profit a month": (None, "R40 000 gross profit a month"),
    "Rs 40k/month in new premium expected": (None, "Rs 40k/month in new premium"),
    "Targets: keep 80 of the 85; Rs 40 lakh sales": (4000000, "Rs 40 lakh"),
    "Win 30 orders a month": (None, "30 orders a month"),
    "Place 30 orders a month with suppliers": (None, None),
    "Fill 30 orders a week": (None, None),
    "Sign 12 contracts a month with suppliers": (None, None),
}


@table(("line", "wanted"), TARGETS.items())
def test_a_target_is_what_is_to_be_reached_and_no_pay(line, wanted):
    posting = opened.read("a.txt", f"Account Manager\n\nDuties\n\n- {line}\n".encode())
    found = facts.find(posting).quota
    words = found.target_words
    assert (found.target, words and posting.said(words)) == wanted


ACCOUNTS = {
    ("You'll take on 65 hotel and contract catering accounts", DUTIES): 65,
    ("You will steward 55 corporate partners", DUTIES): 55,
    ("Manage a portfolio of approx 120 plumbers and drainlayers", DUTIES): 120,
    ("Take on 12 printing and cleaning visits", DUTIES): None,
    ("Manage a portfolio of 25-35 business customers", DUTIES): 25,
    ("Look after about forty accounts across the county", DUTIES): 40,
    ("Look after eleven accounts in the valley", DUTIES): 11,
    ("You look after 1,200 accounts by phone", DUTIES): 1200,
    ("Look after about 55 managed-service clients", DUTIES): 55,
    ("Be the main contact for 8 to 10 retainer clients", DUTIES): 8,
    ("Manage and grow a territory of 120 growers", DUTIES): 120,
    ("You'll take over 55 contractor accounts", DUTIES): 55,
    ("You look after 34 farm-equipment dealers", DUTIES): 34,
    ("You will be the main point of contact for 220 clinics in Ohio", DUTIES): 220,
    ("Be the one they call for about 60 vet clinics", DUTIES): 60,
    ("Look after 34 farm-equipment dealers", DUTIES): 34,
    ("Be the contact for 3 internal teams", DUTIES): None,
    ("You'll take over 45 caf\u00e9s, farm shops and hotels", DUTIES): 45,
    ("You'd own 6-7 D2C clients", DUTIES): 6,
    ("Service 30 estates & office parks", DUTIES): 30,
    ("You will service 250 small-business policies", DUTIES): 250,
    ("Calling on farmers & co-ops across the midlands - approx 200 accounts", DUTIES): 200,
    ("Service 30 boilers", DUTIES): None,
    ("Take over 12 leads a day", DUTIES): None,
    ("We take over 40 shops", DUTIES): None,
    ("You call on 8 stores a day", DUTIES): None,
    ("We look after 900 clinics", DUTIES): None,
    ("Cover a territory of three states", DUTIES): None,
    ("You will service approx. 350 personal lines clients", DUTIES): 350,
    ("You'll own 6 of our largest enterprise accounts", DUTIES): 6,
    ("At Bluebell you sell to about 110 accounts of hospitals, ASCs", DUTIES): 110,
    ("You start with 24 accounts: inns", DUTIES): 24,
    ("At Bluebell you become the one to call for 40 accounts: inns", DUTIES): 40,
    ("At Bluebell you keep one account of your own: inns", DUTIES): 1,
    ("We sell to 500 accounts in Ohio", DUTIES): None,
    ("Keep and grow our 48 regular print clients", DUTIES): 48,
    ("Help us grow to 100 clients", DUTIES): None,
    ("Working with 12-15 accounts", DUTIES): 12,
    ("Accounts: 45", DUTIES): 45,
    ("45-50 accounts", DUTIES): 45,
    ("10 new clients", DUTIES): None,
    ("A portfolio of two hundred accounts", DUTIES): None,
    ("Serve the 1,200 customers of the company", DUTIES): None,
    ("Manage relationships with 15 to 20 enterprise accounts", DUTIES): 15,
    ("Plan outreach on newly found Tier 2 accounts", DUTIES): None,
    ("Sell to Fortune 500 companies", DUTIES): None,
    ("Named one of the top 50 companies to watch", DUTIES): None,
    ("Manage a team of 6-12 account executives", DUTIES): None,
    ("Lead 4 active client projects", DUTIES): None,
    ("Serving 240 million customers weekly", DUTIES): None,
    ("Reach out to 100-150 potential customers a week", DUTIES): None,
    ("Manage a 1 to many customer engagement", DUTIES): None,
    ("Onboard 60-80 new customers monthly", DUTIES): None,
    ("Experience owning a book of 100+ accounts", ASKED): None,
    ("Over 10,000 companies rely on us", ABOUT): None,
    ("You look after between 20 and 30 accounts", DUTIES): 20,
    ("A book of between 100 and 120 dealers", DUTIES): 100,
    ("Look after 20 or 30 accounts", DUTIES): 20,
    ("Look after twenty-five accounts", DUTIES): 25,
    ("Look after 12 key accounts and 40 smaller accounts", DUTIES): 52,
    ("Look after 12 key and 40 smaller accounts", DUTIES): 52,
    ("Own 10 enterprise accounts, 30 mid-size accounts and 100 small ones", DUTIES): 140,
    ("Manage 30 accounts and add 5 new clients a month", DUTIES): 30,
    ("Look after 40 accounts and 12 accounts a week by phone", DUTIES): 40,
    ("No quota. 20 accounts.", DUTIES): 20,
    ("Full-time \u00b7 40 accounts \u00b7 no quota", DUTIES): 40,
    ("Founded 1962. 900 customers. Profitable.", DUTIES): None,
    ("Quota: none. Accounts: 25.", DUTIES): 25,
    ("Accounts: 45 in Ohio", DUTIES): 45,
    ("Accounts: 12 key, 40 small", DUTIES): 52,
    ("Accounts: 3 years of experience", DUTIES): None,
    ("Manage 1,200 accounts", DUTIES): 1200,
    ("Manage and grow 1200 small accounts", DUTIES): 1200,
    ("Manage the company's 1,200 accounts", DUTIES): None,
    ("Manage a desk of around 35 industrial & warehouse clients", DUTIES): 35,
    ("Look after 40 industrial, warehouse and office clients", DUTIES): 40,
    ("You are responsible for 60 restaurants, hotels & wine bars, of which 8 matter", DUTIES): 60,
    ("You have 25 hotels and 12 spas", DUTIES): 37,
    ("Manage 5 visits and clients", DUTIES): None,
    ("Fill orders for 18-22 warehouse, packing and food plants", DUTIES): 18,
    ("You take over a run of 85 cafes, takeaways and care homes", DUTIES): 85,
    ("Responsible for 4 automotive and 2 chemical accounts", DUTIES): 6,
    ("Look after 55 plumbers and 8 builders", DUTIES): 63,
    ("You'd pick up Hannah's six retainers", DUTIES): 6,
    ("Manage 30 accounts and 5 agencies", DUTIES): 30,
    ("Ontario: 140 active accounts", "THE TERRITORY"): 140,
    ("Manage 5 account managers and cover 3 counties", DUTIES): None,
    ("You'll be the day-to-day lead on four clients with billings of about $11m", ""): 4,
    ("Managing a ledger of c.250 plumbers merchants and independent showrooms", DUTIES): 250,
    ("Looking after 250 plumbers merchants and independent showrooms", DUTIES): 250,
    ("Manage c. 80 accounts and ca.12 agencies", DUTIES): 80,
    ("Lead on four projects", DUTIES): None,
    ("In charge of 30 dealers", DUTIES): 30,
    ("Run a stable of 8 retainers", DUTIES): 8,
    ("Work across four clients", DUTIES): 4,
    ("Work across four countries", DUTIES): None,
    ("Keep a list of 40 suppliers", DUTIES): None,
    ("We serve 60 restaurants, hotels and bars", DUTIES): None,
}


@table(("line", "wanted"), ACCOUNTS.items())
def test_a_count_is_that_of_the_book(line, wanted):
    assert said_of(*line)["accounts"] == wanted


HUNTING = {
    ("Prospect 20% of the time", DUTIES): "some",
    ("Generate sales leads and meet with prospects", DUTIES): "some",
    ("Turning prospects into clients", DUTIES): "some",
    ("Recruit new agency partners", DUTIES): "some",
    ("Run the sales cycle from lead to close", DUTIES): "some",
    ("Run the sales cycle for renewals", DUTIES): "none",
    ("Win no new clients; they are handed to you", DUTIES): "none",
    ("Prospecting experience", ASKED): "none",
    ("Prospect, qualify and close business", ASKED): "some",
    ("Identifying new leads and reaching out to them", DUTIES): "some",
    ("Take over new customers from sales", DUTIES): "none",
    ("Run the operations of new clients who were signed", DUTIES): "none",
    ("Make cold calls, visit prospective customers and win new accounts", DUTIES): "mostly",
    ("Engage potential buyers, qualify leads and build a pipeline", DUTIES): "mostly",
    ("Sign up new inns and call on prospective innkeepers", DUTIES): "some",
    ("About 80% existing accounts, 20% new business", DUTIES): "some",
    ("New business (70% of your time), renewals (30%)", DUTIES): "mostly",
    ("Look after them so that 98% of new customers stay", DUTIES): "some",
    ("Design new features and write new business logic", DUTIES): "none",
    ("Acquire new skills and pass new leads on to the sales team", DUTIES): "none",
    ("Are you on the hunt for new challenges?", ""): "none",
    ("Configure what we deliver to the offices and sites of new clients", DUTIES): "none",
    ("Work beside our new business development manager", DUTIES): "none",
    ("Interview prospective applicants, report on pipeline development", DUTIES): "none",
    ("Run five accounts; new business is done by our two founders", DUTIES): "none",
    ("The founders win new clients, and our owner does new business", DUTIES): "none",
    ("New accounts are opened by the sales team", DUTIES): "none",
    ("New business is not your job", DUTIES): "none",
    ("New business is your job", DUTIES): "some",
    ("Tenders with our sales colleagues, who find and win new customers", DUTIES): "none",
    ("Work with 3 AEs who bring new logos", DUTIES): "none",
    ("Win new clients with our sales team", DUTIES): "some",
    ("Win new farmers", DUTIES): "some",
    ("Win new awards", DUTIES): "none",
    ("70+ outbound calls per day to lapsed and existing trade accounts", DUTIES): "none",
    ("Outbound calls to our existing, lapsed or dormant clients", DUTIES): "none",
    ("70+ outbound calls per day to lapsed and new accounts", DUTIES): "some",
    ("Outbound calls to existing and potential clients", DUTIES): "some",
    ("Outbound calls to warm leads", DUTIES): "some",
    ("New business: about half your time", DUTIES): "mostly",
    ("New business: about a fifth", DUTIES): "some",
}


@table(("line", "wanted"), HUNTING.items())
def test_hunting_is_a_duty_to_find_clients(line, wanted):
    assert said_of(*line)["new_business"] == wanted


TOOLS = {
    ("Use Outreach, Gong and Salesforce daily", DUTIES): ["Outreach", "Gong", "Salesforce"],
    ("MS Dynamics CRM and G-Suite", DUTIES): ["MS Dynamics", "G-Suite"],
    ("Strong excel and CRM capabilities", ASKED): ["excel", "CRM"],
    ("Answer chats (Intercom) and disputes in Stripe", DUTIES): ["Intercom", "Stripe"],
    ("Use HubSpot to log each visit", DUTIES): ["HubSpot"],
    ("Sell HubSpot to dentists", DUTIES): [],
    ("Keep our CRM (Jobber) up to date", DUTIES): ["Jobber"],
    ("Funded by Slack Fund, Intercom founder Des and Notion Capital", DUTIES): [],
    ("Excel at building sales force talent", DUTIES): [],
    ("Nielsen/Circana, Excel", ASKED): ["Nielsen", "Circana", "Excel"],
    ("Winmo, Excel", ASKED): ["Excel"],
    ("You use Salesforce/Asana/HubSpot", DUTIES): ["Salesforce", "Asana", "HubSpot"],
    ("Look at https://bluebell.example/hubspot and bluebell.example/zoom", DUTIES): [],
    ("Brands such as Nielsen", DUTIES): [],
    ("Listen, Learn and Excel", ASKED): [],
    ("Understand market dynamics and front-end work", DUTIES): [],
    ("Close deals and slack off never", DUTIES): [],
    ("We use HubSpot", ABOUT): [],
    ("Keep versions in a repository (we use git)", DUTIES): ["git"],
    ("Good skills: word, excel, powerpoint", ASKED): ["word", "excel", "powerpoint"],
    ("Word of mouth is how we excel", DUTIES): [],
    ("Keep calm through a long workday", DUTIES): [],
    ("Keep hours in Workday, files in SharePoint", DUTIES): ["Workday", "SharePoint"],
    ("Help partners to succeed with the Google suite of products", DUTIES): [],
    ("Proficient in the MS Office suite of products", ASKED): ["MS Office suite"],
    ("Proficiency with Google Apps products", ASKED): ["Google Apps"],
    ("Know our partners such as SAP, Marketo and Tableau", DUTIES): [],
    ("Grow the bond with partners such as SAP", DUTIES): [],
    ("Coach a salesforce; sell WordPress hosting", DUTIES): [],
    ("Tools: a Planboard n teams", ABOUT): ["a Planboard n teams"],
    ("Tools: Planboard and HubSpot", "## The role"): ["Planboard", "HubSpot"],
}


@table(("line", "wanted"), TOOLS.items())
def test_tools_are_names_that_are_meant_as_such(line, wanted):
    assert said_of(*line)["tools"] == wanted


REPORTS = {
    "You report to Bluebell's Manager, Client Care.": "Bluebell’s Manager, Client Care",
    "This person will report directly to the Head of Sales and Enablement and respond to clients":
        "the Head of Sales and Enablement",
    "Reporting to our Director of Marketplace this is a great opportunity":
        "our Director of Marketplace",
    "Reporting into the CFO, you own renewals": "the CFO",
    "Reports to: Agency owner": "Agency owner",
    "Reporting into a US based team leader": "a US based team leader",
    "You will report to an Engineering manager who helps you": "an Engineering manager",
    "Grow the team reporting to you": None,
    "You report to and work with the owner": None,
    "Keep a pipeline with weekly reports to sales management": None,
    "Develop customer success reporting to the board": None,
    "Reporting to the owner and other relevant teams": None,
    "Test reports to ensure they are right": None,
    "Data analytics & reporting: develop dashboards": None,
    "Help your direct reports to create plans": None,
}  # fmt: skip


@table(("line", "wanted"), REPORTS.items())
def test_a_line_of_command_is_no_paper(line, wanted):
    found = said_of(line, DUTIES)["reports_to"]
    assert (found and found.replace("'", "’")) == wanted


DEADLINE = {
    "The job listing will close on April 28, 2027.": "April 28, 2027",
    "Application deadline: October 2027": "October 2027",
    "We review applications on a rolling basis.": "on a rolling basis",
    "To apply, email your resume to kim@ott.example by December 15, 2026.": "December 15, 2026",
    "Apply at https://ott.example/apply/4471 before 31 January 2027.": "31 January 2027",
    "Apply here by Jan 8, 2027": "Jan 8, 2027",
    "Write to ron@ott.example before Dec 20.": "Dec 20",
    "Apply with the link. Rolling review.": "Rolling review",
    "Write to us no later than 5pm on Friday 22 January 2027": "22 January 2027",
    "Apply via SEEK. Closes 20/12.": "20/12",
    "Applications accepted thru 1/15/2027.": "1/15/2027",
    "Applications are accepted through 1/15.": "1/15",
    "Open thru January 15": "January 15",
    "Apply till 15 January 2027.": "15 January 2027",
    "Résumés are taken till the position is filled.": "till the position is filled",
    "Learn new technology on an ongoing basis.": None,
}


@pytest.mark.parametrize(("line", "wanted"), DEADLINE.items())
def test_a_deadline_is_one_of_applying(line, wanted):
    assert said_of(line)["deadline"] == wanted


CONTACT = {
    "Please contact us at help@bluebell.example to request accommodation.": None,
    "For accommodations please send an email to hr@bluebell.example.": None,
    "Questions about your data: dpo@bluebell.example": None,
    "For the fellowship please apply here: https://bluebell.example/apply": None,
    "We only reach out from jobs@bluebell.example, all else is a scam": None,
    "Send your résumé to kim@bluebell.example": "kim@bluebell.example",
    "Look at our projects first: https://bluebell.example/": None,
    "To learn more about us, visit https://bluebell.example/about": None,
    "For our benefits click here: https://bluebell.example/benefits": None,
    "Apply now: visit https://bluebell.example/jobs/am": "https://bluebell.example/jobs/am",
}


@table(("line", "wanted"), CONTACT.items())
def test_a_way_in_is_one_to_apply(line, wanted):
    found = said_of(line)
    assert {found["email"], found["url"]} - {None} == {wanted} - {None}


CALLED = {
    "Call us at (207) 555-0134 or write to jobs@tidewater.example.": "(207) 555-0134",
    "To apply, phone Ray on 020 7946 0018": "020 7946 0018",
    "Tel.: +44 (0)20 7946 0018": "+44 (0)20 7946 0018",
    "Text 2075550134 and we call back": "2075550134",
    "How to apply:\n\nCall 555-0138 and ask for Ray": "555-0138",
    "How to apply:\n\nKim Ott, (207) 555-0134": "(207) 555-0134",
    "How to apply:\n\nCall before 12.01.2027, 9.00 - 17.00": None,
    "How to apply:\n\nName job no 555-0134": None,
    "Cold call 50 prospects a day": None,
    "Call 20 clients a week, 1,500 2,000 4,000 in all": None,
    "If you need assistance in applying, call (207) 555-0134": None,
    "About us\n\nCall us at (207) 555-0134 for a quote": None,
    "Pay & benefits\n\nText ROUTE to (806) 555-0117 or come by before noon.": "(806) 555-0117",
    "Perks\n\nText 806-555-0117.": "806-555-0117",
}


@table(("line", "wanted"), CALLED.items())
def test_a_telephone_number_is_one_to_apply_at(line, wanted):
    posting = opened.read("a.txt", f"Account Manager\n\nWe sell doors.\n\n{line}\n".encode())
    found = facts.find(posting)
    assert (found.phone and posting.said(found.phone)) == wanted
    if wanted and not found.email:
        assert facts.questions(found)["apply"] == found.phone


def test_a_last_day_may_have_its_hour_in_a_zone():
    said = facts_of("Account Manager\n\nApplications close 5pm AEDT Friday 15 January.\n")
    assert said["deadline"] == "15 January"


def test_calls_of_the_work_are_no_way_to_apply():
    posting = opened.read("a.txt", b"Account Manager\n\n- Cold call 50 prospects a day\n")
    assert facts.questions(facts.find(posting))["apply"] is None


ASKED_TO_APPLY = {
    "How to apply:": "How to apply",
    "How to apply:\n\nCall us and ask for Ray": "Call us",
    "To start: please send us your résumé": "please send us your",
    "Step 1: Complete the application below": "Complete the application",
    "We want only the best to apply for this chance": None,
    "For the fellowship apply here": None,
    "Come by 1400 Erskine St. any weekday": "Come by 1",
    "Drop in at our depot": "Drop in at our depot",
    "Apply in person at 1400 Erskine St.": "Apply in person",
    "Bring your CV to the front desk.": "Bring your CV",
    "Responsibilities\n\nDrop in at the depot when a client asks": None,
}


@pytest.mark.parametrize(("line", "wanted"), ASKED_TO_APPLY.items())
def test_what_an_applicant_is_told_to_do_answers_how_to_apply(line, wanted):
    posting = opened.read("a.txt", f"Account Manager\n\nBenefits\n\n{line}\n".encode())
    found = facts.find(posting).instruction
    assert (found and posting.said(found)) == wanted


VARIABLE = {
    "CTC: 8L fixed + variable": True,
    "Pay: 58-66k base + 2% of repair work you quote": True,
    "A base of $50,000, with variable hours": False,
    "You earn a commission on renewals": True,
    "French is definitely a bonus": False,
    "There is a bonus, and there is a commission": True,
    "Know the standards of the Joint Commission": False,
    "You share in our equity incentive plan": False,
    "On-target earnings are reviewed yearly": True,
    "Research on target accounts": False,
    "Find people to sell for us on a commission basis": False,
    "Our resellers receive a commission": False,
    "Arrange how we are paid, whether by fee or commission": False,
    "The standard clauses (Commission Decision C(2010)593)": False,
    "Keywords: sales, direct, commission, door": False,
    "Bonus: up to 10% of base, paid each quarter": True,
    "Bonus: you speak French": False,
    "Commission: 5%-15% of the margin": True,
}


@table(("line", "wanted"), VARIABLE.items())
def test_pay_varies_where_this_job_is_paid_so(line, wanted):
    assert said_of(line, DUTIES)["variable"] is wanted


MEASURES = {
    ("You are measured and compensated based on renewals and calls returned", DUTIES): 2,
    ("This can be measured through renewals, growth and satisfaction", DUTIES): 3,
    ("We look at pay for each individual and base our offer on experience", DUTIES): 0,
    ("Track growth metrics including DAU and MAU", DUTIES): 0,
    ("Impact measurement: skill in it", ASKED): 0,
    ("Your KPIs: renewals, calls", DUTIES): 2,
    ("Hit weekly KPIs: 40 calls, 5 visits, 10 CVs out", DUTIES): 3,
    ("We measure you on fill rate (95%), turnover and margin", DUTIES): 3,
    ("Our customers stay: 97% gross retention", DUTIES): 0,
    ("Your success is measured in terms of renewals and growth", ABOUT): 2,
    ("Candidates are evaluated based on skills, not race", DUTIES): 0,
    ("We look at this: revenue kept and grown (net revenue retention) and calls", DUTIES): 2,
    ("We look at this: tea and cake; milk, sugar; beans.", DUTIES): 3,
    ("You keep churn below 1% a month and run webinars", DUTIES): 1,
    ("Hold renewals at 95%", DUTIES): 1,
    ("Keep at least 95% of the clinics over the year", DUTIES): 1,
    ("Bring clients to 90 percent occupancy", DUTIES): 1,
    ("We have a 98% retention", DUTIES): 0,
    ("Our churn is below 1%", DUTIES): 0,
    ("A record of 95% retention", ASKED): 0,
    ("Bring churn down", DUTIES): 0,
}


@pytest.mark.parametrize(("line", "count"), MEASURES.items())
def test_measures_are_what_the_person_is_judged_by(line, count):
    assert len(said_of(*line)["measures"]) == count


WORKPLACES = {
    "A fully remote team, from any corner of the world": "remote",
    "Our office is in Salem, remote working is possible": None,
    "You write to our remote teams": None,
    "The job is remote": "remote",
    "Work Location: In person": "on-site",
    "Remote 2 days after 6 months": "hybrid",
    "Two days a week from home": "hybrid",
}


@pytest.mark.parametrize(("line", "wanted"), WORKPLACES.items())
def test_the_workplace_is_where_this_work_is_done(line, wanted):
    assert said_of(line)["workplace"] == wanted


PLACES = {
    "Account Manager\n\nOtt Foods, Cork | Permanent | \u20ac48k-\u20ac54k + 10% bonus": "Cork",
    "Account Manager\n\nOtt Live Pte Ltd, Singapore": "Singapore",
    "Trade Account Manager \u2013 Plumbing \u2013 Tauranga": "Tauranga",
    "Account Manager \u2013 Brisbane & Gold Coast": "Brisbane & Gold Coast",
    "Regional Manager - West": None,
    "Account Manager - Ohio": "Ohio",
    "Account Manager\n\nAtlanta, Georgia": "Atlanta, Georgia",
    "Account Manager\n\nRemote (Ohio, Michigan or Indiana)": None,
    "Account Manager\n\nWork from anywhere in Qld, NSW or Victoria": None,
    "Account Manager\n\nNew York, New York": "New York, New York",
    "Account Manager\n\nlocation: 'Salem, OR'": "Salem, OR",
    "Account Manager\n\nLocation: Leeds, UK (hybrid, 3 days in the office)": "Leeds, UK",
    "Account Manager\n\nWhere: Salem, OR \u2014 in the shop most days": "Salem, OR",
    "Key Account Manager (Ho.Re.Ca.) - Denver / Boulder": "Denver / Boulder",
    "Account Manager\n\nDenver and Boulder": "Denver and Boulder",
    "Account Manager (Leeds, LS1)": "Leeds",
    "Account Manager, London (hybrid)": "London",
    "Account Manager \u2013 Media Agency | Surry Hills": "Surry Hills",
    "Account Manager | Surrey Hill Bank": None,
    "Account Manager, Boulder Brands": None,
    "Account Manager\n\nBay Street Plumbing, Geelong VIC": "Geelong VIC",
    "Account Manager\n\nLocation: Richmond, VA. Remote 2 days later": "Richmond, VA",
    "Account Manager\n\nLocation: Ely (depot) and on the road": "Ely",
}


@pytest.mark.parametrize(("text", "wanted"), PLACES.items())
def test_a_word_of_the_title_is_a_place_only_if_it_is_one(text, wanted):
    assert facts_of(f"{text}\n\nYou keep clients.\n")["place"] == wanted


def test_a_quoted_place_and_washington_are_known():
    for place, code in (("'Salem, OR'", "US-OR"), ("Washington D.C. area", "US-DC"),
                        ("Denver CO", "US-CO"), ("Salem OR 97301", "US-OR"),
                        ("Denver / Boulder", "US-CO"), ("Boulder or Denver", "US-CO"),
                        ("Denver metro area", "US-CO"), ("Denver / Chicago", None)):  # fmt: skip
        posting = opened.read("a.txt", f"Account Manager\n\nLocation: {place}\n".encode())
        assert facts.find(posting).place.region == code


def test_a_view_of_360_degrees_is_no_degree():
    assert said_of("A 360 degree view of our clients", ASKED)["degree"] is None
    assert said_of("A degree in any field", ASKED)["degree"] == "required"


@pytest.mark.parametrize("money", ["$300,000", "CA$300,000", "¥300,000", "CHF 300,000", "€300,000"])
def test_a_quota_is_a_figure_in_any_money(money):
    text = f"Account Manager\n\n- Quota: {money} per quarter\n"
    posting = opened.read("a.txt", text.encode())
    found = facts.find(posting).quota
    assert (found.target, posting.said(found.target_words)) == (300000, money)


def test_a_target_is_its_own_and_no_bonus():
    said = "Your target is $25,000 a month in renewals"
    assert said_of(said, DUTIES)["quota_target"] == 25000
    assert said_of("Reach your targets: a $5,000 bonus is yours", DUTIES)["quota_target"] is None


def test_what_the_head_and_the_duties_say_alike_is_said_once():
    twice = "Responsibilities\n- You look for prospective clients\n\nMore about the work\n"
    found = facts_of(f"Account Manager\n\n{twice}- All year you look for prospective clients\n"
                     "- Each month you look for prospective clients\n")  # fmt: skip
    assert found["new_business"] == "some"


def test_a_label_opens_what_follows_where_breaks_were_lost():
    text = "We sell doors.Key Duties: Cold call people. Requirements: A sense of tactPatience\n"
    found = facts_of(f"Account Manager\n\nAbout us\n{text}")
    assert found["new_business"] == "some"
    assert [one.strip() for one in found["required"]] == [
        "Requirements: A sense of tact",
        "Patience",
    ]


def test_a_plan_for_old_age_is_named_to_its_end():
    assert said_of("401(k) and dental insurance", BENEFITS)["benefits"] == [
        "401(k)",
        "dental",
        "insurance",
    ]


@pytest.mark.parametrize("line", ["Account Manager (Insurance)", "Share our vision"])
def test_what_a_company_sells_or_sees_is_no_benefit(line):
    assert facts_of(f"{line}\n\nYou keep clients.\n")["benefits"] == []
    assert facts_of("Account Manager\n\nWe offer health insurance.\n")["benefits"] != []
    assert facts_of("Account Manager\n\nMedical, dental, vision\n")["benefits"] != []


def test_years_among_the_musts_are_of_experience():
    assert said_of("7+ years in enterprise account management", ASKED)["years"] == 7
    assert said_of("2-4 yrs. in freight", ASKED)["years"] == 2
    assert said_of("3+ years' account management", ASKED)["years"] == 3
    assert said_of("We have been here 20 years in a row", DUTIES)["years"] is None


def test_what_to_send_is_told_to_the_end_of_an_address():
    line = "Send a note on an account you have grown to kim@ott.example"
    assert said_of(line)["evidence"] == line


def test_a_sales_goal_that_was_reached_is_what_to_send():
    line = "Send us your resume and your last sales goal, with how much of it you reached"
    assert said_of(line)["evidence"] == line


# -- layouts --------------------------------------------------------------------------------------

ITEMS = ["Manage 25 accounts for us", "Visit each twice a year", "Report to the owner"]


# The last are what Word's bullets become when they are pasted.
MARKS = ["• ", "* ", "- ", "· ", "− ", "✓ ", "1. ", "-\n", "·\n", "", "→ ", "👉 ", "✔️ ", "1️⃣ ",
         "\uf0b7 ", "o\t"]  # fmt: skip


@table("mark", MARKS)
@table("heading", ["Responsibilities", "YOUR ROLE AND DUTIES:", "**What you'll do**"])
def test_duties_are_read_whatever_marks_them(mark, heading):
    lines = "\n".join(mark + item for item in ITEMS)
    found = facts_of(f"Account Manager\n\n{heading}\n{lines}\n\nRequirements\n- **Tact**\n")
    assert found["accounts"] == 25
    assert [one.strip() for one in found["duties"]][-2:] == ITEMS[1:]
    assert found["required"] == ["Tact"]


OURS = [
    line.removeprefix("### ").upper()
    for path in sorted((resources.folder("templates") / "posting").glob("[!_]*.md"))
    for line in path.read_text("utf-8").splitlines()
    if line.startswith("### ")
]


@table("heading", [*OURS, "Account management:", "SALES & REPORTING", "## Client care"])
def test_a_group_of_duties_is_of_them_though_its_heading_looks_like_any_other(heading):
    said = f"Account Manager\n\nDUTIES\n\n- Call inns\n\n{heading}\n\n- Visit inns\n- Bill inns\n"
    assert len(facts_of(said)["duties"]) == 3


@table("heading", ["OUR VALUES", "WORKING HOURS", "ABOUT US", "PAY", "## Our team culture"])
def test_another_heading_ends_the_duties(heading):
    said = f"Account Manager\n\nDUTIES\n\n- Call inns\n\n{heading}\n\n- Visit inns\n- Bill inns\n"
    assert len(facts_of(said)["duties"]) == 1


HEADINGS = {
    "What we need": "required",
    "You bring 💪": "required",
    "🎯 Requirements": "required",
    "You": "required",
    "Core competencies": "required",
    "Essential": "required",
    "What we need you to do": "duties",
    "You are responsible for": "duties",
    "What the job is": "duties",
    "You'll thrive here if you have": "required",
    "Bonus points if": "preferred",
    "You'll enjoy this job if you are": "required",
    "How we'll judge it": "measures",
}


@table(("heading", "section"), HEADINGS.items())
def test_a_heading_says_what_stands_below_it(heading, section):
    found = facts_of(f"# Account Manager\n\n## {heading}\n\n- Tact\n", "a.md")
    assert found[section] == ["Tact"]


@table(
    "heading", ["What\u2019s on offer", "On offer", "Our offer", "In it for you", "You'll enjoy"]
)
def test_a_heading_of_what_is_given_has_many_names(heading):
    found = facts_of(f"Account Manager\n\nAbout you\n- Tact\n\n{heading}\n- A laptop\n")
    assert found["required"] == ["Tact"]


def test_a_label_is_no_part_of_the_title():
    assert facts_of("Job title: Account Manager\n\nDenver, CO\n")["title"] == "Account Manager"


def test_what_stands_over_any_posting_is_no_title():
    rows = "Department: Sales\n\nJob Title: Account Manager\n\nReports to: the owner\n"
    found = facts_of(f"JOB DESCRIPTION\n\n{rows}\nDuties\n- Call clients\n")
    assert (found["title"], found["duties"]) == ("Account Manager", ["Call clients"])
    assert facts_of("We are hiring!\n\nAccount Manager\n\nTact\n")["title"] == "Account Manager"
    assert facts_of("Account Manager\n\nPosition: full-time\n")["title"] == "Account Manager"


ITEMS_ASKED = ["License required", "Sales experience (preferred)", "Spanish a plus", "Some school"]


def test_an_item_that_says_how_far_it_is_asked_for_is_no_heading():
    found = facts_of("Account Manager\n\nQualifications\n" + "\n".join(ITEMS_ASKED) + "\n")
    assert (found["required"], found["preferred"]) == (ITEMS_ASKED, [])
    found = facts_of("Account Manager\n\nSkills and experience preferred\nSpanish\n")
    assert found["preferred"] == ["Spanish"]


def test_a_picture_stands_before_headings_and_items():
    found = facts_of("Account Manager\n\n🎯 What you'll do 👇\n👉 Call\n\n💪 You bring\n✨ Tact\n")
    assert (found["duties"], found["required"]) == (["Call"], ["Tact"])


def test_bullets_under_the_job_are_duties():
    job = "- Renew contracts\n- Hold two reviews a year\n- Call each client\n- A van and a phone\n"
    found = facts_of(f"# Account Manager\n\n## The job\n\n{job}", "a.md")
    assert found["duties"] == ["Renew contracts", "Hold two reviews a year", "Call each client"]


def test_bullets_under_the_job_are_duties_whatever_form_the_verb_has():
    job = "* 100+ calls a day\n* Winning back clients\n* Managing a desk\n* Wearing many hats\n"
    found = facts_of(f"Account Manager\n\nThe Role:\n{job}* Training\n\nPackage:\n* 22 days off\n")
    assert len(found["duties"]) == 4


def test_what_the_job_gives_is_no_duty_of_it():
    job = "- Account reviews twice a year\n- Complaints from call to credit\n- Write offers\n"
    given = "- Full time, Monday to Friday\n- Competitive salary\n- 25 days of holiday\n"
    found = facts_of(f"Account Manager\n\nThe role\n{job}{given}")
    assert found["duties"] == [
        "Account reviews twice a year", "Complaints from call to credit", "Write offers",
    ]  # fmt: skip


def test_a_week_in_one_line_has_a_duty_a_sentence():
    week = "Mon - onboarding calls. Tue to Thu - check-ins, about 12 a day. Fri - reports."
    for label in ("Your week", "A typical week", "Responsibilities"):
        assert len(facts_of(f"Account Manager\n\n{label}: {week}\n")["duties"]) == 3


GLUED = (
    "Bluebell sells doors.Responsibilities:Manage a portfolio of 25 accounts"
    "Meet quarterly sales targets"
    "Travel up to 50%General tidiness.Requirements:Experience with HubSpotBachelor's degree"
)


def test_glued_sentences_are_cut_at_headings_and_items():
    found = facts_of(f"Account Manager\n\nDescription\n{GLUED}\n")
    assert found["accounts"] == 25
    assert found["quota"] == "yes"
    assert "General tidiness." in found["duties"]
    assert found["required"] == ["Experience with HubSpot", "Bachelor's degree"]


def test_bullets_within_a_line_are_items_of_their_own():
    found = facts_of("Account Manager\n\nDuties\n• Call clients• Visit them • Write to them\n")
    assert found["duties"] == ["Call clients", "Visit them", "Write to them"]


def test_names_written_in_one_are_no_glue():
    found = facts_of(
        "Account Manager\n\nDuties\n- Keep HubSpot and LinkedIn Sales Navigator tidy\n"
    )
    assert found["duties"] == ["Keep HubSpot and LinkedIn Sales Navigator tidy"]


@pytest.mark.parametrize("heading", ["- Requirements", "• Requirements:", "* **Requirements**"])
def test_a_heading_may_be_a_bullet(heading):
    found = facts_of(f"Account Manager\n\n- Responsibilities\n- Call\n{heading}\n- Tact\n")
    assert found["required"] == ["Tact"]
    assert found["duties"] == ["Call"]


def test_statements_that_every_posting_ends_with_are_in_no_list():
    fair = "We are an equal opportunity employer and hire without regard to race or age.\n"
    help_ = "Write to kim@bluebell.example to ask for reasonable accommodations in applying.\n"
    found = facts_of(f"Account Manager\n\nRequirements\n- Tact\n\n{fair}{help_}")
    assert found["required"] == ["Tact"]
    assert found["email"] is None


def test_an_equal_opportunities_employer_says_so_as_the_british_do():
    fair = "We are an equal opportunities employer.\n"
    found = facts_of(f"Account Manager\n\nRequirements\n- Tact\n\n{fair}")
    assert found["equal_opportunity"]
    assert found["required"] == ["Tact"]


def test_sales_that_a_commission_is_taken_of_are_no_pay():
    line = "You earn 5% of the first year's orders of a new client, about $100,000 in a usual year."
    assert said_of(line)["base"] is None
    assert said_of("Base salary of $50,000 and 5% of each order")["base"]["min"] == 50000


OPEN = {
    "Salary: $50,000+ a year": True,
    "Salary: $50,000+": True,
    "Salary: $50,000+ depending on experience": True,
    "Salary: $50,000 and up": True,
    "Salary: at least $50,000": True,
    "Salary: $50,000 a year minimum": True,
    "Salary from a minimum of $50,000 to a maximum of $60,000": False,
    "Salary: $50,000+ bonus": False,
    "Salary: $50,000+ quarterly commission": False,
    "Salary: $50,000 + car": False,
}


@pytest.mark.parametrize(("line", "is_open"), OPEN.items())
def test_a_plus_without_anything_added_has_no_upper_end(line, is_open):
    posting = opened.read("a.txt", f"Account Manager\n\n{line}\n".encode())
    assert facts.find(posting).pay.base.open_ is is_open


PERIODS = {
    "A base salary of $50,000 annually plus monthly commission": "year",
    "The weekly salary: $3,800": "week",
    "Monthly salary: $3,800": "month",
    "Pay is $52,000 ($25 an hour).": "year",
    "Base pay of $100,000+ plus monthly commission": "year",
    "A rate of $30/h": "hour",
    "Salary: $4,000 a month, paid weekly": "month",
    "Salary: $4,500 paid monthly": "month",
    "Salary: $4,500, monthly": "month",
    "Salary: $60,000 (paid monthly)": "year",
    "Salary: $60,000, with monthly reviews": "year",
    "Salary: $60,000 | phone $50/month": "year",
    "Base pay is $4,500. Health stipend: $400/month.": None,
}


@pytest.mark.parametrize(("line", "period"), PERIODS.items())
def test_the_period_is_the_one_that_stands_next_to_the_figure(line, period):
    assert said_of(line)["base"]["period"] == period


SEATS = {
    "Acme Linen, Denver, CO": ("Denver, CO", "US-CO"),
    "Lakeside Foodservice, Chicago, IL (hybrid)": ("Chicago, IL", "US-IL"),
    "Acme, Toronto, ON": ("Toronto, ON", "CA-ON"),
    "Our office is in Denver, CO.": ("Denver, CO", "US-CO"),
    "Our clients are in Denver, CO.": (None, None),
    "Worcester MA (on-site)": ("Worcester MA", "US-MA"),
    "Sydney, NSW (on-site)": ("Sydney, NSW", "AU-NSW"),
    "Leeds, West Yorkshire (hybrid)": ("Leeds, West Yorkshire", "GB-ENG"),
    "Denver (remote)\n\n- **Work from:** Colorado": ("Colorado", "US-CO"),
    "- **Work from:** home": (None, None),
    "Utrecht, the Netherlands (remote)": ("Utrecht, the Netherlands", "NL"),
    "Remote (US)": ("Remote (US)", "US"),
    "Remote (US only), full-time": ("Remote (US only)", "US"),
    "Manager of Key Accounts (hybrid)": (None, None),
}


@table(("line", "wanted"), SEATS.items())
def test_a_place_is_known_by_its_state_wherever_the_head_has_it(line, wanted):
    posting = opened.read("a.md", f"# Account Manager\n\n{line}\n\nYou keep clients.\n".encode())
    found = facts.find(posting)
    assert (facts.as_values(posting, found)["place"], found.place.region) == wanted


REGIONS = {
    "Leeds City Centre | \u00a326,000 - \u00a330,000": ("GB",),
    "Pay: AU$78,000 base": ("AU",),
    "Pay: ZAR 28,000 to ZAR 32,000 a month": ("ZA",),
    "Pay: \u20ac40,000 a year": ("EU",),
    "Pay: $60,000 a year": (),
    "Work from anywhere in Qld, NSW or Victoria.": ("AU-QLD", "AU-NSW", "AU-VIC"),
    "Work from anywhere in WA or Vic, at hours of your own": ("AU-WA", "AU-VIC"),
    "Remote anywhere in California or Washington": ("US-CA", "US-WA"),
    "Remote (UK or Ireland)": ("GB", "IE"),
    "Remote within Canada": ("CA",),
    "Remote in or near our office": (),
    "Remote or hybrid": (),
    "Location: Wisconsin, Minnesota and Iowa": ("US-WI", "US-MN", "US-IA"),
    "Location: Ontario, CA": ("US-CA",),
    "Location: Leeds, UK": ("GB",),
    "You have the right to work in the UK.": ("GB",),
    "A full UK driving licence": ("GB",),
    "Australian working rights are needed": ("AU",),
    "You are authorized to work in the United States": (),
    "Our 220 clinics are in Australia & NZ": (),
}


@table(("line", "wanted"), REGIONS.items())
def test_the_law_of_a_place_is_known_by_money_and_permits_too(line, wanted):
    posting = opened.read("a.txt", f"Account Manager\n\nYou keep clients.\n\n{line}\n".encode())
    assert facts.find(posting).regions == wanted


def test_a_line_behind_a_list_is_no_more_of_it():
    job = "You will\n- call clients\n- write offers\n\nMust: 2 years in hotel sales, Cvent.\n\n"
    pay = "$68,000 + up to 20% quarterly incentive. 401k, medical.\n\n"
    found = facts_of(f"Account Manager\n\n{job}{pay}Send us the account you are proudest of.\n")
    assert (found["base"]["min"], found["benefits"]) == (68000, ["401k", "medical"])
    assert found["evidence"] == "Send us the account you are proudest of"
    assert (found["duties"], found["years"]) == (["call clients", "write offers"], 2)


def test_a_paragraph_of_what_is_given_ends_the_musts_above_it():
    musts = "What we're looking for:\nTwo years in telecoms\nMaths and English\n\n"
    given = "In return: 25 days off, 5% matched pension, private healthcare after a year.\n\n"
    rest = "Permanent, full time, Monday to Friday. Start: ASAP.\n\nA call with me, then we meet.\n"
    found = facts_of(f"Account Manager\n\n{musts}{given}{rest}")
    assert found["required"] == ["Two years in telecoms", "Maths and English"]
    row = "Salary: $60,000\nA driving licence\n"
    assert facts_of(f"Account Manager\n\n{musts}{row}")["required"][-1] == "A driving licence"


def test_lines_without_a_heading_are_told_by_their_first_words():
    week = "The week\nMonday: plan\nTues - Thurs: 12 calls a day\nFriday: complaints\n"
    rest = "Targets: keep 80 of the 85; \u00a31.9m sales; bad debt below 0.5%.\n"
    rest += (
        "You need a driving licence.\n22 days + bank hols, pension.\nRing Jas on 01902 555 018.\n"
    )
    found = facts_of(f"Account Manager\n\n{week}{rest}")
    assert len(found["duties"]) == 3
    assert found["measures"] == ["keep 80 of the 85", "\u00a31.9m sales", "bad debt below 0.5%"]
    assert (found["quota_target"], found["benefits"]) == (1900000, ["pension"])
    assert found["required"] == ["You need a driving licence."]


def test_what_is_offered_is_no_must_whatever_stands_above_it():
    musts = "About you\n- 3+ years in media\n- 10 days on site a month\n\n"
    given = "- $95,000 - $105,000 plus super, depending on experience\n- 5 weeks' leave\n"
    found = facts_of(f"Account Manager\n\n{musts}Something else\n{given}- 9 day fortnight\n")
    assert found["required"] == ["3+ years in media", "10 days on site a month"]
    assert (found["pay"], found["base"]["max"]) == ("range", 105000)


def test_a_paragraph_of_musts_is_one_for_each_sentence():
    musts = "Required: 5 years wine sales; WSET 3; able to sell."
    found = facts_of(f"Account Manager\n\nYou help.\n\n{musts}\n")
    assert found["required"] == ["5 years wine sales", "WSET 3", "able to sell"]
    assert found["years"] == 5


def test_a_page_is_one_to_apply_without_its_scheme():
    for line, wanted in (
        ("Apply at tillpost.example/careers. No agencies.", "tillpost.example/careers"),
        ("Read more at tillpost.example/team", None),
        ("Apply with Node.js/React", None),
    ):
        assert facts_of(f"Account Manager\n\n{line}\n")["url"] == wanted


def test_a_name_beside_tools_is_one_and_a_day_of_the_week_is_none():
    found = facts_of("Account Manager\n\nMonday stand-up. You'd use Asana, Slack and Streamtime.\n")
    assert found["tools"] == ["Asana", "Slack", "Streamtime"]


def test_every_city_with_its_state_is_a_place_whose_law_is_looked_at():
    text = "Account Manager\n\nLaval, QC / Ottawa, ON\n\nYou help.\n"
    assert facts.find(opened.read("a.txt", text.encode())).regions == ("CA-QC", "CA-ON")


SHARES = {
    "New business: about a fifth": 20,
    "A third of your week is new business": 33,
    "New business, half your time": 50,
    "New business is a quarter of the job": 25,
    "Win 5 new accounts a quarter": None,
    "New business, with half an hour of calls": None,
    "New business with a third party": None,
    "Open new accounts, a third of them in Ohio": None,
}


@table(("line", "share"), SHARES.items())
def test_a_part_of_the_work_is_a_share(line, share):
    posting = opened.read("a.txt", f"Account Manager\n\nResponsibilities\n- {line}\n".encode())
    assert facts.find(posting).hunting.share == share


def test_one_in_ten_calls_is_a_share():
    posting = opened.read(
        "a.md", b"# Account Manager\n\nNew customers are 1 in 10 of your calls.\n"
    )
    assert facts.find(posting).hunting.share == 10


def test_a_degree_that_nobody_asks_for_is_none():
    assert facts_of("Account Manager\n\nWe don't ask for a degree.\n")["degree"] is None


@table(
    ("line", "region"),
    [
        ("$85-95k + super", "AU"), ("A current QLD drivers licence", "AU"),
        ("KiwiSaver at 3%", "NZ"), ("RRSP matching", "CA"), ("CTC: 12-18 LPA", "IN"),
        ("A super team, and a matron", None), ("KiwiSaver or superannuation", None),
    ],
)  # fmt: skip
def test_what_is_given_in_one_country_alone_tells_it(line, region):
    posting = opened.read("a.txt", f"Account Manager\n\n{line}\n".encode())
    assert facts.find(posting).regions == ((region,) if region else ())


def test_measures_of_one_line_are_parted_at_their_semicolons():
    said = "How we'll know it's going well: 85% of partners renew; reports in 60 days."
    assert said_of(said)["measures"] == ["85% of partners renew", "reports in 60 days"]


MEASURES_IN_LINES = {
    "What counts: renewals, growth, calls, visits, churn and answers on time.": 6,
    "What counts: renewals and growth.": 2,
    "What counts: speed and accuracy; renewals; margin.": 3,
    "Renewals, growth, calls, visits, churn and answers on time": 6,
    "We sit down, look at your month and tell you how it went.": 1,
}


@table(("line", "count"), MEASURES_IN_LINES.items())
def test_measures_of_one_line_are_those_of_its_list(line, count):
    said = f"# Account Manager\n\n## How we measure success\n\n{line}\n"
    assert len(facts_of(said, "posting.md")["measures"]) == count


def test_a_brokers_name_is_no_benefit():
    said = "Ott Insurance Brokers - Hybrid (2 days at home)"
    assert said_of(said)["benefits"] == []
