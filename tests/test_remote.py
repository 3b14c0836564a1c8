"""Where remote work may be done: told with the place, asked where it is not, never guessed."""

from typing import Any

import pytest

from amjd.interview.kept import Kept
from amjd.interview.sentences import line_with
from interviews import interview, kept, stopped
from script import Script, example

UNSAID = dict.fromkeys(
    ("role__location", "role__workplace", "role__regions", "role__travel", "role__office_days",
     "role__hours", "role__employment"), ""
)  # fmt: skip


def at(field: str, *replies: Any, **changes: str) -> tuple[Kept, Script]:
    """Answer one question anew, from the list of all answers, beside answers on the place."""
    wants = {"review": [field, KeyboardInterrupt()], field: list(replies)}
    script = Script({}, wants)
    text = kept("standard", **(UNSAID | changes))
    return stopped(script, text, mode="errand")[0].kept, script


@pytest.mark.parametrize(
    ("typed", "where", "regions", "left"),
    [
        ("we're in denver but remote, anywhere in US", "Denver", ["United States"], ""),
        ("denver, remote anywhere in the US", "Denver", ["United States"], ""),
        ("we are in Denver, remote all over the US", "Denver", ["United States"], ""),
        ("Austin TX, remote, US only", "Austin, TX", ["United States"], ""),
        ("Austin, TX (remote, in Texas only)", "Austin, TX", ["Texas"], ""),
        ("Leeds but remote UK-wide", "Leeds", ["United Kingdom"], ""),
        ("Denver, CO. Remote, nationwide", "Denver, CO", ["United States"], ""),
        ("Denver. Remote, nationwide", "Denver", [], "nationwide"),
        ("Toronto, remote (Canada only)", "Toronto", ["Canada"], ""),
        ("remote - anywhere in US, office in Denver", "Denver", ["United States"], ""),
        ("remote, based in Denver CO", "Denver, CO", [], ""),
        ("Remote, near Boston", "Boston", [], ""),
        ("remote in Texas or Oklahoma", "Remote", ["Texas", "Oklahoma"], ""),
        ("remote (anywhere in all 50 states)", "Remote", ["United States"], ""),
        ("Portland OR, remote", "Portland, OR", [], ""),
        ("Denver CO, from home", "Denver, CO", [], ""),
        ("Boise, work from anywhere", "Boise", [], "from anywhere"),
        ("the office is in Cork, Ireland but the job is fully remote, EU", "Cork, Ireland", [],
         "EU"),
    ],
)  # fmt: skip
def test_a_place_is_offered_with_where_its_remote_work_may_be_done(
    typed: str, where: str, regions: list[str], left: str
) -> None:
    answers, script = at("role.location", typed, "keep", KeyboardInterrupt())
    assert script.asked[2].at == 0
    assert script.asked[2].note == (left and f"Left out: {left}.")
    assert answers.current("role.location") == where
    assert answers.current("role.workplace") == "remote"
    assert answers.items("role.regions") == regions


@pytest.mark.parametrize(
    "typed", ["leeds or remote", "boston ma, no remote", "Cork, remote possible", "Cork, hybrid"]
)
def test_what_is_not_all_of_the_work_is_no_remote_job(typed: str) -> None:
    found, _ = at("role.location", typed, "keep", KeyboardInterrupt())
    assert found.current("role.workplace") != "remote"
    assert not found.items("role.regions")


def test_the_state_of_the_office_is_asked_where_only_the_regions_are_told() -> None:
    typed = "we're in denver but remote, anywhere in US"
    found, script = at("role.location", typed, "keep", "CO")
    assert script.asked[3].part == "where"
    assert found.current("role.location") == "Denver, CO"


@pytest.mark.parametrize(
    ("town", "offer"),
    [("Cleveland", ("Cleveland, OH",)), ("Cork", ("Cork, Ireland",)), ("Springfield", ())],
)
def test_the_state_of_a_city_that_is_known_by_its_name_is_offered(
    town: str, offer: tuple[str, ...]
) -> None:
    found, script = at("role.location", town, *offer, KeyboardInterrupt(), role__location="")
    where = next(ask for ask in script.asked if ask.part == "where")
    assert where.offer == offer
    assert found.current("role.location") == (offer or (town,))[0]


@pytest.mark.parametrize(
    ("typed", "regions"),
    [
        ("anywhere in the US", ["United States"]), ("all over the US", ["United States"]),
        ("US only", ["United States"]), ("nationwide", ["United States"]),
        ("the whole country", ["United States"]), ("anywhere in the country", ["United States"]),
        ("all 50 states", ["United States"]), ("US wide", ["United States"]),
        ("UK-wide", ["United Kingdom"]), ("across the UK", ["United Kingdom"]),
        ("Colorado and Utah", ["Colorado", "Utah"]),
        ("US or Canada", ["United States", "Canada"]),
    ],
)  # fmt: skip
def test_regions_in_other_words_are_offered(typed: str, regions: list[str]) -> None:
    here = {"role__workplace": "remote", "role__location": "Denver, CO"}
    found, script = at("role.regions", typed, "keep", **here)
    assert script.asked[2].at == 0
    assert found.items("role.regions") == regions


@pytest.mark.parametrize("typed", ["anywhere", "worldwide", "US except California", "EU"])
def test_what_names_no_region_is_refused(typed: str) -> None:
    here = {"role__workplace": "remote", "role__location": "Denver, CO"}
    _, script = at("role.regions", typed, KeyboardInterrupt(), **here)
    assert script.asked[2].refused


@pytest.mark.parametrize(
    ("workplace", "offered"), [("remote", ()), ("on-site", ("Colorado",)), ("", ("Colorado",))]
)
def test_no_region_of_a_remote_job_is_offered_that_nobody_said(
    workplace: str, offered: tuple[str, ...]
) -> None:
    here = {"role__workplace": workplace, "role__location": "Denver, CO"}
    _, script = at("role.regions", KeyboardInterrupt(), **here)
    assert script.asked[1].offer == offered


def test_whoever_hires_for_remote_work_is_asked_from_where_it_may_be_done() -> None:
    for workplace, is_asked in (("remote", True), ("hybrid", False)):
        text = kept("standard", **(UNSAID | {"role__location": "Denver, CO", "tools__crm": ""}))
        script = Script({}, {"role.workplace": [workplace], "tools.crm": [KeyboardInterrupt()]})
        stopped(script, text, mode="essential")
        assert ("role.regions" in script.fields) == is_asked


@pytest.mark.parametrize(
    ("days", "label"),
    [("Mostly at home", "Office and home"), ("Home office one day a week", "Office and home"),
     ("Tuesdays and Thursdays", "Office days"), ("2 days a week", "Office days")],
)  # fmt: skip
def test_days_at_home_are_no_office_days(days: str, label: str) -> None:
    text = kept("standard", role__workplace="hybrid", role__office_days=days)
    found, _ = interview(Script({}), text)
    assert line_with(found.kept, "role.office_days", {}) == f"{label}: {days}"


def test_what_the_line_of_the_place_told_is_not_asked_again() -> None:
    typed = "we're in Denver but remote, anywhere in US"
    stop = {"tools.crm": [KeyboardInterrupt()]}
    script = Script(example("standard"), {"role.location": [typed, "keep", "CO"], **stop})
    asking, _ = stopped(script, mode="all")
    assert asking.kept.current("role.location") == "Denver, CO"
    assert "role.workplace" not in script.fields
    assert "role.regions" not in script.fields
    assert "role.reports_to" in script.fields
