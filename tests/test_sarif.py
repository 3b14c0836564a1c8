"""`amjd check --sarif`, and the hook and the workflow that run the review for others."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from amjd import __version__, resources
from amjd.review.rules import Rules
from conftest import CHECKOUT, EXAMPLES

RULES = Rules(resources.folder("rules"))
POSTING = """# Account Manager

Salary: TBD, or [amount]

<!-- amjd: ignore ROLE-06 because we ask later -->
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "an ad.md").write_text(POSTING)
    return tmp_path


def log_of(amjd, *arguments, code):
    ended = amjd("check", *arguments, "--sarif")
    assert ended.code == code
    return json.loads(ended.out)


def test_a_log_has_one_run_with_every_rule_and_its_help(amjd, here):
    log = log_of(amjd, "an ad.md", code=1)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (log["version"], driver["name"], driver["version"]) == ("2.1.0", "amjd", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for rule in driver["rules"]:
        assert RULES[rule["id"]].cure in rule["help"]["text"]
        assert RULES[rule["id"]].why in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_a_result_marks_the_words(amjd, here):
    (run,) = log_of(amjd, "an ad.md", code=1)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    first, second = run["results"][:2]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "an%20ad.md"}
    assert place["region"] == {
        "startLine": 3, "startColumn": 9, "endColumn": 12, "snippet": {"text": "TBD"}
    }  # fmt: skip
    assert first["message"]["text"].startswith("A word stands for what is still open. ")
    assert second["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "[amount]"}
    for one in run["results"]:
        region = one["locations"][0]["physicalLocation"]["region"]
        words = POSTING.splitlines()[region["startLine"] - 1]
        if "snippet" in region:
            marked = words[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert marked == region["snippet"]["text"]


def test_a_result_without_words_has_its_column(amjd, here):
    (run,) = log_of(amjd, "an ad.md", code=1)["runs"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert all("startColumn" in one for one in regions)
    assert [one for one in regions if "snippet" not in one]


def test_what_is_ignored_is_suppressed_with_its_reason(amjd, here):
    (run,) = log_of(amjd, "an ad.md", code=1)["runs"]
    by_rule = {one["ruleId"]: one.get("suppressions") for one in run["results"]}
    assert by_rule["ROLE-06"] == [{"kind": "inSource", "justification": "because we ask later"}]
    assert by_rule["TEXT-01"] is None


def test_what_could_not_be_reviewed_is_told(amjd, here):
    (run,) = log_of(amjd, "gone.md", "an ad.md", code=4)["runs"]
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 4)
    (told,) = invocation["toolExecutionNotifications"]
    assert "gone.md cannot be read" in told["message"]["text"]
    assert run["results"]


@pytest.mark.parametrize(
    ("name", "uri"), [("an ad.md", "an%20ad.md"), ("./an ad.md", "an%20ad.md")]
)
def test_a_file_is_named_from_here(amjd, here, name, uri):
    for given in (name, str(here / "an ad.md")):
        (run,) = log_of(amjd, given, code=1)["runs"]
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri


def test_a_file_elsewhere_is_named_in_full(amjd, here, monkeypatch):
    (here / "in").mkdir()
    monkeypatch.chdir(here / "in")
    (run,) = log_of(amjd, str(here / "an ad.md"), code=1)["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (here / "an ad.md").as_uri()


def test_two_forms_at_once_are_refused(amjd, here):
    assert amjd("check", "an ad.md", "--json", "--sarif").code == 2


@pytest.mark.readers
def test_the_log_is_valid_against_the_published_schema(amjd, here):
    found = "tests/sarif/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    schema = Draft7Validator(json.loads((CHECKOUT / found).read_text("utf-8")))
    examples = [str(path) for path in EXAMPLES.glob("*.yaml")]
    for arguments, code in ((["an ad.md"], 1), ([*examples, "gone.md"], 4), (["-"], 0)):
        assert list(schema.iter_errors(log_of(amjd, *arguments, code=code))) == []


# -- for others ------------------------------------------------------------------------------------


def run(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a hook does, with this project's program for the installed one."""
    program, *others = shlex.split(words)
    assert program == "amjd"
    command = [sys.executable, "-m", "amjd", *others]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_hook_reviews_what_is_committed(here):
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["id"], hook["language"]) == ("amjd-check", "python")
    ended = run(f"{hook['entry']} 'an ad.md'", here)
    assert ended.returncode == 1
    assert "an ad.md:3:9: error TEXT-01" in ended.stdout
    (here / "good.yaml").write_bytes((EXAMPLES / "standard.yaml").read_bytes())
    assert run(f"{hook['entry']} good.yaml", here).returncode == 0


def test_the_workflow_writes_what_annotates_a_pull_request(here):
    """Run the commands of the workflow, but those that fetch something, in its order."""
    workflow = yaml.safe_load((CHECKOUT / "docs" / "review.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    steps = [step["run"] for step in job["steps"] if "run" in step]
    (review,) = [step for step in steps if step.startswith("amjd check")]
    (here / "postings").mkdir()
    (here / "postings" / "ad.md").write_text(POSTING)
    script = review.replace("amjd check", f"{shlex.quote(sys.executable)} -m amjd check")
    ended = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=here, check=False)
    assert ended.returncode == 1
    upload = next(step for step in job["steps"] if "upload-sarif" in step.get("uses", ""))
    log = json.loads((here / upload["with"]["sarif_file"]).read_text("utf-8"))
    uris = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in log["runs"][0]["results"]
    }
    assert uris == {"postings/ad.md"}
    assert upload["if"] == "always()"
    assert workflow["permissions"]["security-events"] == "write"
