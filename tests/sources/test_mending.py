"""`amjd mend` does what problems say to write, tells each change, and leaves all else alone."""

import pytest
import yaml

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS as SET
from amjd.sources.mending import followed, mend
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError, Put, Say
from conftest import CATALOG, EXAMPLES
from tables import table

FIELDS = [field for field in SET if "." in field]
STANDARD = (EXAMPLES / "standard.yaml").read_text("utf-8")


def mended(text):
    return mend(parse(text.encode(), "a.yaml"), CATALOG.ids, CATALOG.names)


def with_lines(**lines):
    """Return the standard example with other answers in the place of its own."""
    text = STANDARD
    tree = yaml.load(text, yaml.BaseLoader)
    for name, value in lines.items():
        section, field = name.split("__")
        tree.setdefault(section, {})[field] = value
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


def test_a_form_is_written_where_the_answer_stood_and_nothing_else_changes():
    opening = next(line for line in STANDARD.splitlines() if "employment:" in line)
    text = STANDARD.replace(opening, "  employment: FT  # for now", 1)
    found = mended(text)
    assert found.changes == (("role.employment", "FT", "full-time"),)
    assert found.sheet.text == text.replace("FT  #", "full-time  #")


@table(
    ("section", "field", "typed", "home", "now"),
    [
        ("role", "employment", "FT, exempt", "role.employment", "full-time"),
        ("apply", "url", "tidewater.example/jobs", "apply.url", "https://tidewater.example/jobs"),
        ("apply", "deadline", "20/12/26", "apply.deadline", "2026-12-20"),
        ("portfolio", "retention", "we lost none in 3 yrs", "portfolio.retention", ""),
    ],
)
def test_a_cure_that_leaves_nothing_to_choose_is_followed(section, field, typed, home, now):
    found = mended(with_lines(**{f"{section}__{field}": typed}))
    changed = {one.field: one.now for one in found.changes}
    assert changed[home] == now
    tree = yaml.load(found.sheet.text, yaml.BaseLoader)
    assert tree[section].get(field, "") == now


def test_words_are_put_where_they_belong_beside_what_stands_there():
    tree = yaml.load(with_lines(portfolio__retention="we lost none in 3 yrs"), yaml.BaseLoader)
    for there in (
        [],
        "",
        "orders on time, complaints answered, visits",
        ["orders on time", "complaints"],
    ):
        found = mended(yaml.safe_dump({**tree, "metrics": there}))
        *before, last = yaml.load(found.sheet.text, yaml.BaseLoader)["metrics"]
        assert before == (there.split(", ") if isinstance(there, str) and there else [*there])
        assert "none in 3 yrs" in last


@pytest.mark.parametrize("typed", ["retainers and projects", "n/a, or maybe"])
def test_what_leaves_a_choice_is_left(typed):
    found = mended(with_lines(portfolio__basis=typed))
    assert "portfolio.basis" not in [one.field for one in found.changes]
    assert yaml.load(found.sheet.text, yaml.BaseLoader)["portfolio"]["basis"] == typed


def test_what_a_cure_says_besides_is_told():
    found = mended(with_lines(portfolio__revenue="approx. $2.1M in fees"))
    assert found.changes[0].now == "approx. $2.1M"
    (said,) = found.told
    assert said.startswith("portfolio.revenue: ")
    assert '"fees"' in said
    told = mended(with_lines(pay__base="58k plus bonus")).told
    assert told == ("pay.base: Say in pay.bonus how the bonus is earned.",)


@table(
    "typed",
    ["35-40", "no, but soon", "60k-ish + car", "?", "none", "95%+", "12-16 LPA fixed", "a: '"],
)
def test_whatever_is_typed_a_file_is_mended_once_and_can_be_read(typed):
    found = mended(with_lines(**{field.replace(".", "__"): typed for field in FIELDS}))
    assert found.changes or found.sheet.text
    assert not mended(found.sheet.text).changes


@table(
    ("field", "typed", "items"),
    [
        ("role__duties", "tastings w/ chefs, price list 2x/yr, shorts by 9am",
         ["tastings w/ chefs", "price list 2x/yr", "shorts by 9am"]),
        ("tools__others", "Bullhorn, Excel, Indeed/Reed", ["Bullhorn", "Excel", "Indeed/Reed"]),
        ("apply__steps", "call; half a day here; offer", ["call", "half a day here", "offer"]),
    ],
)  # fmt: skip
def test_a_list_in_one_text_becomes_one_and_the_change_is_told(field, typed, items):
    found = mended(with_lines(**{field: typed}))
    name = field.replace("__", ".")
    assert found.changes == ((name, typed, items),)
    section, key = name.split(".")
    assert yaml.load(found.sheet.text, yaml.BaseLoader)[section][key] == items


@pytest.mark.parametrize("typed", ["tastings, and offers", "we visit, so bring a car, and smile"])
def test_a_text_that_seems_no_list_stays(typed):
    assert not mended(with_lines(role__duties=typed)).changes


@pytest.mark.parametrize("text", ['company: {name: "Tidewater', "role: {car: no, car: yes}"])
def test_a_text_with_slips_of_its_own_is_left_to_its_author(text):
    with pytest.raises(InvalidAnswersError):
        mended(text)


def fault(field, *also, write="Write x.", forms=("x",), items=(), at=()):
    return Fault((*field.split("."), *at), "is wrong.", write, forms=forms, items=items, also=also)


TREE = {
    "role": {
        "hours": "40",
        "team": "Two reps.",
        "regions": "Ohio\nTexas",
        "start": "US only",
        "duties": ["a", "b", "c"],
    },
    "pay": {"base": {"min": "1"}},
}


@table(
    ("wrong", "becomes"),
    [
        (fault("role.start"), {"role.start": "x"}),
        (fault("role.start", forms=("x", "y")), None),
        (fault("role.start", forms=()), None),
        (fault("role.start", forms=(), write="Leave it empty."), {"role.start": ""}),
        (fault("role.duties", at=(1,)), {"role.duties": ["a", "x", "c"]}),
        (fault("role.duties", items=("x", "y"), at=(1,)), {"role.duties": ["a", "x", "y", "c"]}),
        (fault("role.start", at=(0,)), {"role.start": ["x"]}),
        (fault("role.regions", at=(1,)), {"role.regions": ["Ohio", "x"]}),
        (fault("role.start", forms=(), write="Leave it empty, or write yes or no."), None),
        (fault("role.start", Put("w", "role.team", way="add")), None),
        (fault("role.duties", forms=(), items=("x", "y")), {"role.duties": ["x", "y"]}),
        (fault("pay.base", at=("min",)), {"pay.base.min": "x"}),
        (fault("role.start", "Say so.", Say("role.hours", "how many")), {"role.start": "x"}),
        (fault("role.start", Put("w", "role.car", "Or leave it empty, and")), {"role.start": "x"}),
        (fault("role.start", Put("w", "role.hours", way="there")), {"role.start": "x"}),
        (fault("role.start", Put("w", "role.travel")), {"role.start": "x", "role.travel": "w"}),
        (fault("role.start", Put("w", "role.hours")), None),
        (fault("role.start", Put("w", "role.hours", way="add")),
         {"role.start": "x", "role.hours": "40, w"}),
        (fault("role.start", Put("w", "role.hours", way="add"), Put("v", "role.hours", way="add")),
         {"role.start": "x", "role.hours": "40, w, v"}),
        (fault("role.start", Put("w", "role.hours", behind=', in place of "40"')), None),
        (fault("role.start", Put("w", "pay.base")), None),
        (fault("role.start", Put("w", "role.duties")),
         {"role.start": "x", "role.duties": ["a", "b", "c", "w"]}),
        (fault("role.start", Put("w", "role.duties", way="join", joined="b")),
         {"role.start": "x", "role.duties": ["a", "b, w", "c"]}),
        (fault("role.start", Put("w", "metrics", "Leave it empty, and"), forms=(), write=""),
         {"role.start": "", "metrics": ["w"]}),
        (fault("role.starts")._replace(reason="key"), None),
    ],
)  # fmt: skip
def test_a_cure_changes_what_it_names(wrong, becomes):
    assert followed(wrong, TREE) == becomes


def test_a_file_is_written_and_every_change_is_told(amjd, tmp_path):
    rough, clean = tmp_path / "rough.yaml", tmp_path / "clean.yaml"
    rough.write_text(with_lines(role__employment="FT", portfolio__basis="retainers and projects"))
    ended = amjd("mend", rough, "-o", clean)
    said = ended.err.splitlines()
    assert (ended.code, ended.out) == (0, b"")
    assert f'{clean}: role.employment: "full-time", in place of "FT"' in said
    assert f"{clean}: one answer changed; one problem is left to you" in said
    assert said[-1].startswith(f"{clean}:")
    assert "portfolio.basis" in said[-1]
    assert amjd("draft", clean).code == 3
    clean.write_text(clean.read_text().replace("retainers and projects", "contracts"))
    assert amjd("draft", clean).code == 0


def test_a_file_without_a_problem_goes_through_byte_for_byte(amjd):
    ended = amjd("mend", EXAMPLES / "standard.yaml")
    assert ended.out == (EXAMPLES / "standard.yaml").read_bytes()
    assert ended.err == f"{EXAMPLES / 'standard.yaml'}: nothing to change\n"
    assert amjd("mend", "-q", "-", stdin=STANDARD.encode()).err == ""


def test_quietly_only_problems_are_told(amjd, tmp_path):
    rough = tmp_path / "rough.yaml"
    rough.write_text(with_lines(role__employment="FT", portfolio__basis="retainers and projects"))
    (line,) = amjd("mend", rough, "-q").err.splitlines()
    assert "portfolio.basis" in line


def test_the_answers_that_are_read_are_never_written_over(amjd, tmp_path):
    rough = tmp_path / "rough.yaml"
    rough.write_text(with_lines(role__employment="FT"))
    before = rough.read_bytes()
    (tmp_path / "link.yaml").symlink_to(rough)
    for output in (rough, tmp_path / "link.yaml", f"{tmp_path}/"):
        assert amjd("mend", rough, "-o", output, "--force").code == 2
    (tmp_path / "there.yaml").write_text("kept")
    assert amjd("mend", rough, "-o", tmp_path / "there.yaml").code == 4
    assert ((tmp_path / "there.yaml").read_text(), rough.read_bytes()) == ("kept", before)


def test_many_files_go_into_a_folder_and_one_that_is_no_yaml_stops_no_other(amjd, tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "a.yaml").write_text(with_lines(role__employment="FT"))
    (notes / "b.yaml").write_text('company: {name: "Tidewater')
    (notes / "c.yaml").write_text(STANDARD)
    assert amjd("mend", notes).code == 2
    assert amjd("mend", notes, tmp_path / "none", "-o", tmp_path / "out/").code == 4
    ended = amjd("mend", notes, "-o", tmp_path / "out2/")
    assert ended.code == 3
    assert sorted(path.name for path in (tmp_path / "out2").iterdir()) == ["a.yaml", "c.yaml"]
    assert amjd("draft", tmp_path / "out2", "-o", tmp_path / "postings/").code == 0


def test_two_files_of_one_name_are_refused(amjd, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yaml").write_text(STANDARD)
    ended = amjd("mend", tmp_path / "a", tmp_path / "b", "-o", tmp_path / "out/")
    assert ended.code == 2
    assert not (tmp_path / "out").exists()
