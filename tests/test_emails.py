from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.emails import is_address
from tables import table


def coded(word: str) -> str:
    return f"jobs@xn--{word.encode('punycode').decode()}.example"


@table(
    "text",
    [
        "jobs@tidewater.example",
        "Jobs@Tidewater.EXAMPLE",
        "first.last@company.example",
        "jobs+am@sub.company.example",
        "o'neil@company.example",
        "!#$%&'*+/=?^_`{|}~-@company.example",
        "-jobs-@company.example",
        "1@2.example",
        "jobs@a--b.example",
        "jobs@a.b.c.d.example",
        "jobs@company.co1a",
        "jobs@testing.example",
        "jobs@test.example",
        "jobs@mylocal.mytest",
        "j" * 64 + "@company.example",
        "jobs@" + "c" * 63 + ".example",
        "j@" + ".".join(["c" * 61] * 4) + ".com",
        "j@" + ".".join(["c" * 59] * 4) + ".xxxxxxxxxxxx",
        "jobs@company.xn--p1ai",
        "jobs@XN--CME-6CD.example",
    ],
)
def test_an_address_as_companies_publish_it_is_taken(text):
    assert is_address(text)


@table(
    "text",
    [
        "",
        "@",
        "jobs",
        "jobs@",
        "@company.example",
        "jobs@company",
        "jobs@@company.example",
        "jobs@company@company.example",
        ".jobs@company.example",
        "jobs.@company.example",
        "jobs..am@company.example",
        "jobs am@company.example",
        '"jobs"@company.example',
        '"jobs am"@company.example',
        "jobs(am)@company.example",
        "jobs\\@company.example",
        "jobs,am@company.example",
        "mailto:jobs@company.example",
        "<jobs@company.example>",
        "Dana <jobs@company.example>",
        "jobs@company.example.",
        "jobs@.company.example",
        "jobs@company..example",
        "jobs@-company.example",
        "jobs@company-.example",
        "jobs@company_name.example",
        "jobs@company.example, am@company.example",
        "jobs@company.example;am@company.example",
        "jobs@company.example\n",
        " jobs@company.example",
        "jobs@[127.0.0.1]",
        "jobs@127.0.0.1",
        "jobs@company.example1",
        "jobs@ab--c.example",
        "jobs@localhost",
        "jobs@my.localhost",
        "jobs@company.test",
        "jobs@company.LOCAL",
        "jobs@company.invalid",
        "jobs@company.onion",
        "jobs@1.in-addr.arpa",
        "j" * 65 + "@company.example",
        "jobs@" + "c" * 64 + ".example",
        "jj@" + ".".join(["c" * 59] * 4) + ".xxxxxxxxxxxx",
        "j\u00f6bs@company.example",
        "jobs@\u0430cme.example",
        "jobs@company.example\u0131",
        "jobs@\u212aompany.example",
    ],
)
def test_what_is_not_one_plain_address_is_refused(text):
    assert not is_address(text)


@table(
    "word",
    ["z\u00fcrich", "stra\u00dfe", "paral\u00b7lel", "\u043f\u0440\u0438\u043c\u0435\u0440",
     "\u03b5\u03bb\u03bb\u03ac\u03c2", "\u65e5\u672c\u8a9e", "\u30b3\u30fc\u30d2\u30fb\u8c46",
     "\u05e0\u05ea\u05e0", "\u0635\u062d\u062a\u0643", "\u0928\u092e\u0938\u094d\u0924\u0947"],
)  # fmt: skip
def test_a_word_of_another_alphabet_is_taken_in_its_code(word):
    assert is_address(coded(word))


@table(
    "address",
    [
        "jobs@xn--.example",
        "jobs@xn--a.example",
        "jobs@xn--0.example",
        "jobs@xn--99999999.example",
        "jobs@xn--company-.example",
        "jobs@xn---bbk.example",  # another code of "xn--bbk" than its own
        coded("Z\u00dcRICH"),
        coded("zu\u0308rich"),
        coded("\u0301a"),
        coded("a\u00b7b"),
        coded("\u2460"),
        coded("\u00bd"),
        coded("\U0001f600"),
        coded("a\u200bb"),
        coded("a\u00a0b"),
        coded("-\u00fc"),
        coded("\u00fc-"),
        coded("\u00fcb--c"),
        coded("a\u05d0"),
        coded("\u05d0a"),
        coded("1\u05d0"),
        coded("\u30fb"),
    ],
)
def test_a_code_that_stands_for_no_word_is_refused(address):
    assert not is_address(address)


@given(st.from_regex(r"[a-z0-9+_-]{1,20}(\.[a-z0-9]{1,9})?@([a-z0-9]{1,9}\.){1,3}[a-z]{2,3}",
                     fullmatch=True))  # fmt: skip
def test_every_everyday_address_is_taken(text):
    assert is_address(text)


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_judge(text):
    assert is_address(text) in (True, False)
    assert not is_address(f"a@{text}.b@company.example")
