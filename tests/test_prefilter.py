"""A pattern is looked for wherever it can be found, and in few other texts."""

import importlib
import pkgutil
import re

import pytest

import amjd.review
from amjd.resources import folder
from amjd.review.rules import Rules
from amjd.text import patterns
from amjd.text.prefilter import may_find, spaced
from tables import table

EXAMPLES = [
    one.text.lower()
    for rule in Rules(folder("rules")).values()
    for one in (*rule.fires, *rule.silent)
]


@table(
    ("pattern", "text", "may"),
    [
        (r"quotas?\b", "carry a quota", True),
        (r"quotas?\b", "carry a bag", False),
        (r"\b(?:ai|ml)\b", "we use ai", True),
        (r"\b(?:ai|ml)\b", "maintain html", False),
        (r"\b(?:no|without) accents?\b", "nothing accented", True),  # "accent" stands there
        (r"cold[- ](?:call|e-?mail)", "cold-calling", True),
        (r"cold[- ](?:call|e-?mail)", "called", False),
        (r"(?:very )?(?:good|bad) english", "bad english", True),
        (r"(?:very )?(?:good|bad) english", "very bad", False),
        (r"(?:ab|cd){1,3}\b only", "abcd only", True),
        (r"\b(?:abc|def)+\b", "abcdef", True),
        (r"foo(?! bar)|\bbaz\.", "baz.", True),
        (r"foo(?! bar)|\bbaz\.", "ba z.", False),
        (r"you(?:'ll| will) need", "you'll need", True),
        (r"first\s+language", "first\nlanguage", True),
        (r"r&d\b", "in r&d", True),
        (r"sales(?:man|men){0,1}x|y{2}|z", "z", True),
        (r"[a-z]+ \d", "a 1", True),
        (r"(?P<word>abc) (?P=word)", "abc abc", True),
        (r"(?i)ABC", "abc", True),
        (r"(?i:ABC) d", "abc d", True),
        (r"(?:foo|bar)[a-z]", "foox", True),
        (r"(?:foo|bar).", "foox", True),
        (r"don\u2019t want", "don’t want", True),
        (r"a\x20bcd", "a bcd", True),
        (r"\N{EM DASH}foo", "—foo", True),
        (r"(a)bcd \1fgh", "abcd afgh", True),
    ],
)
def test_a_word_that_all_it_finds_would_hold_tells_where_it_may_be(pattern, text, may):
    assert may_find(re.compile(pattern), spaced(text)) == may
    assert may or not re.search(pattern, text)


def test_a_pattern_is_not_compiled_to_be_told():
    later = patterns.compile_later("(")
    assert patterns.given(later) == ("(", 0)
    with pytest.raises(re.error):
        later.search("")


def test_no_pattern_of_the_review_is_left_out_where_it_stands():
    """Try those of the rules and of all finders on every text of the rules."""
    modules = pkgutil.walk_packages(amjd.review.__path__, "amjd.review.")
    names = [vars(importlib.import_module(module.name)).values() for module in modules]
    words = {text: spaced(text) for text in EXAMPLES}
    found = [
        re.compile(finder.find, re.MULTILINE)
        for rule in Rules(folder("rules")).values()
        for finder in rule.words
    ]
    later = {one for each in names for one in each if isinstance(one, patterns._Later)}
    found += [re.compile(*patterns.given(one)) for one in later]
    wrong = [
        (pattern.pattern, text)
        for pattern in found
        for text in EXAMPLES
        if not may_find(pattern, words[text]) and pattern.search(text)
    ]
    assert len(found) > 200
    assert not wrong
