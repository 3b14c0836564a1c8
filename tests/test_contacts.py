"""Ways to apply, as people type and paste them."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.contacts import EMAIL, PHONE
from amjd.answers.kinds import Context
from amjd.answers.links import LINK
from amjd.answers.phone_hours import HOURS
from amjd.text.errors import UnreadableError
from tables import table


def read(kind, typed):
    context = Context()
    return kind.read(typed, context), context.messages


def unreadable(kind, typed):
    with pytest.raises(UnreadableError) as caught:
        read(kind, typed)
    return caught.value


@pytest.mark.parametrize(
    "typed",
    [
        "jobs@company.example", "jobs+am@sub.company.example", "jobs@xn--cme-6cd.com",
        "o'neil@company.example",
    ],
)  # fmt: skip
def test_an_address_is_read_as_it_stands(typed):
    assert read(EMAIL, typed) == (typed, [])


@pytest.mark.parametrize(
    "typed",
    ["mailto:jobs@company.example", "MAILTO: jobs@company.example", "<jobs@company.example>",
     "mailto:<jobs@company.example>"],
)  # fmt: skip
def test_what_only_leads_to_an_address_is_dropped_and_told(typed):
    told = [f'"{typed}" is read as jobs@company.example']
    assert read(EMAIL, typed) == ("jobs@company.example", told)


_WHOLE = "Write the address whole and alone: its name, the @, and its domain with the ending."


@table(
    ("typed", "says", "cure"),
    [
        ("jobs", "not an e-mail", "Write it as jobs@company.example."),
        ("jobs@", "not an e-mail", _WHOLE),
        ("@company.example", "not an e-mail", _WHOLE),
        ("Dana x@y", "not an e-mail", _WHOLE),
        ("jobs@x,example", "not an e-mail", "Write jobs@x.example."),
        ("jobs (at) x.example", "not an e-mail", "Write jobs@x.example."),
        ("Dana Ruiz jobs@x.example", "a name beside", "Write jobs@x.example."),
        ("a@b.example.", 'ends in "."', 'Leave out the "." at its end.'),
        ("a@b.example,", 'ends in ","', 'Leave out the "," at its end.'),
        ("Jobs <a@b.example>", "a name beside", "Write a@b.example."),
        ("Zo\u00eb (a@b.example)", "a name beside", "Write a@b.example."),
        ("o'neil <o'neil@b.example>", "a name beside", "Write o'neil@b.example."),
        ("a@b.example, c@d.example", "holds 2 addresses", "Write a@b.example or c@d.example."),
        ("a@b.example; c@d.example.", "holds 2 addresses", "Write a@b.example or c@d.example."),
        ("a@b.example or c@d.example", "holds 2 addresses", "Write a@b.example or c@d.example."),
        ("jobs @b.example", "a space inside", "Write jobs@b.example."),
        ("jobs@b. example", "a space inside", "Write jobs@b.example."),
        ("a c@b.example", "a space inside", "Write c@b.example or ac@b.example."),
        ("mailto:a@b.example?cc=x", "more behind the address", "Write a@b.example."),
        (
            "jobs@\u0430cme.com",
            "U+0430 CYRILLIC SMALL LETTER A, outside ASCII",
            "Write jobs@xn--cme-5cd.com, its ASCII form.",
        ),
        (
            "\uff2aobs@b.example",
            "outside ASCII",
            "Take an address whose letters are plain: not every program can write to this one.",
        ),
        ("jobs\u200b@b.example", "U+200B", "Take it out."),
    ],
)
def test_what_is_wrong_with_an_address_is_said(typed, says, cure):
    error = unreadable(EMAIL, typed)
    assert says in error.message
    assert error.cure == cure


@pytest.mark.parametrize(
    "typed",
    [
        "https://company.example/jobs", "http://company.example", "HTTPS://Company.Example/x",
        "https://company.example:8443/a_(b)?c=d&e=%20#f", "https://company.example/a_[b]",
        "https://8.8.8.8/jobs", "https://company.example/jobs/", "https://xn--fr-hia.example",
    ],
)  # fmt: skip
def test_a_link_is_read_as_it_stands(typed):
    assert read(LINK, typed) == (typed, [])


def test_a_link_without_its_scheme_is_read_where_it_begins_with_www():
    told = ['"www.company.example/jobs" is read as https://www.company.example/jobs']
    assert read(LINK, "www.company.example/jobs") == ("https://www.company.example/jobs", told)
    assert "ends in" in unreadable(LINK, "www.company.example.").message


_EXAMPLE = "Write it as https://company.example/jobs."
_WHOLE_LINK = "Write the address whole and alone, as a browser shows it to anybody."


@table(
    ("typed", "says", "cure"),
    [
        ("company.example/jobs", "not a web link", "Write https://company.example/jobs."),
        ("<https://c.example>", "not a web link", "Write https://c.example."),
        ("ftp://company.example", "not a web link", _WHOLE_LINK),
        ("javascript:alert(1)", "not a web link", _EXAMPLE),
        ("mailto:jobs@company.example", "not a web link", _WHOLE_LINK),
        ("file:///etc/passwd", "not a web link", _WHOLE_LINK),
        ("//company.example", "not a web link", "Write https://company.example."),
        ("htp:/c.example", "not a web link", "Write https://c.example."),
        ("see https://c.example.", "a space inside", "Write https://c.example."),
        ("at https://c.example", "a space inside", "Write https://c.example."),
        ("\\\\evil\\share", "not a web link", _EXAMPLE),
        ("https://", "not a web link", _WHOLE_LINK),
        ("https:///jobs", "not a web link", _WHOLE_LINK),
        ("https://c.example/a b", "a space inside", "Write https://c.example/a%20b or https://c.example/a."),
        ("https://c.example https://d.example", "several links", "Write one of them alone."),
        ("https://c.example/<b>", "not a web link", _WHOLE_LINK),
        ("https://c.example:port/", "not a web link", _WHOLE_LINK),
        ("https://c.example:99999/", "not a web link", _WHOLE_LINK),
        ("https://[::1/", "not a web link", _WHOLE_LINK),
        ("https://u:pw@c.example", "a user name", "Leave out what stands before the @."),
        ("https://bank.example@c.example/", "a user name", None),
        ("https://@c.example/", "a user name", None),
        *((f"https://c.example/jobs{end}", f'ends in "{end}"', f'Leave out the "{end}" at its end.')
          for end in (".", ",", ";", ":", "!", "?", ")", "]", ").", "...", "\u2026", "\u201d")),
        ("https://c.example.", 'ends in "."', None),
        ("https://c.example./jobs", "an empty part", _WHOLE_LINK),
        ("https://c..example/jobs", "an empty part", _WHOLE_LINK),
        ("https://.c.example/jobs", "an empty part", _WHOLE_LINK),
        ("https://intranet/jobs", "no dot", _WHOLE_LINK),
        *((f"http://{host}/jobs", "a private address", _WHOLE_LINK) for host in (
            "localhost", "localhost:8080", "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.9",
            "[::1]", "printer.local", "jobs.localhost", "0.0.0.0", "169.254.1.1",
        )),
        ("https://1.2.3/", "not a web link", _WHOLE_LINK),
        ("https://2130706433/", "not a web link", _WHOLE_LINK),
        ("https://\u0430cme.com", "U+0430 CYRILLIC SMALL LETTER A, outside ASCII",
         "Write https://xn--cme-5cd.com."),
        ("https://c.example/f\u00fcr-g\u00e4ste.", "U+00FC",
         "Write https://c.example/f%C3%BCr-g%C3%A4ste."),
        ("https://w\u00e4sche.example:8080/\u00fc?\u00e4=1#\u00f6", "U+00E4",
         "Write https://xn--wsche-gra.example:8080/%C3%BC?%C3%A4=1#%C3%B6."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_link_is_said(typed, says, cure):
    error = unreadable(LINK, typed)
    assert says in error.message
    assert cure is None or error.cure == cure


@given(st.text("https://w.cé()[]@:?#!. 1\u2019", max_size=24).map("https://c.example/".__add__))
def test_the_cure_of_a_link_is_accepted_the_first_time(typed):
    try:
        read(LINK, typed)
    except UnreadableError as error:
        if match := re.fullmatch(r"Write (\S+)\.", error.cure):
            assert read(LINK, match[1]) == (match[1], [])
        elif match := re.fullmatch('Leave out the "(.*)" at its end.', error.cure):
            shorter = typed.strip().removesuffix(match[1])
            assert read(LINK, shorter)[1] == []


@pytest.mark.parametrize(
    "typed",
    [
        "555-0100", "+1 (503) 555-0100", "503.555.0100", "+44 20 7946 0000", "5550100",
        "123456789012345", "555\u20130100", "\uff15\uff15\uff15 0100",
    ],
)  # fmt: skip
def test_a_telephone_number_is_shown_as_typed(typed):
    assert read(PHONE, typed) == (typed, [])


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("555-010", "has 6 digits"), ("1234567890123456", "has 16 digits"),
        ("call us", "not a telephone number"), ("1-800-LINEN", "not a telephone number"),
        ("555-0100 ext. 5", "not a telephone number"), ("+", "has 0 digits"),
    ],
)  # fmt: skip
def test_what_is_no_telephone_number_is_a_problem(typed, says):
    assert says in unreadable(PHONE, typed).message


@table("unit", ["a", "@", "a@", ".", ")", "(", "a b ", "\u00fc", "://", "x.", "1"])
@table("kind", [EMAIL, LINK, PHONE])
@table("start", ["", "https://", "https://a.example/", "a@"])
def test_no_way_to_apply_is_slow(kind, unit, start):
    text = (start + unit * 20_000)[:20_000]
    began = time.process_time()
    try:
        kind.read(text, Context())
    except UnreadableError as error:
        assert len(error.message) < 200
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("typed", ["after 4, ", "mon, tue - ", "ring after ", " " * 90, "9 to 5, "])
def test_hours_are_looked_for_in_no_time(typed):
    text, start = typed * 3000, time.monotonic()
    for pattern in (HOURS, rf"^{HOURS}$"):
        re.search(pattern, text, re.IGNORECASE)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "typed",
    ["after 4", "Mon-Fri 9 to 5", "no calls after 16h00", "before 9 or after 5", "8:30-16.00",
     "evenings, weekends any time", "mornings only", "9\u20135", "after four", "not on weekends"],
)  # fmt: skip
def test_hours_of_a_day_are_known_as_people_write_them(typed):
    assert re.fullmatch(HOURS, typed, re.IGNORECASE)
