"""What an interview costs somebody: no more screens, questions, words and keys than it may."""

import importlib.util
from pathlib import Path

import pytest

from conftest import CATALOG, CHECKOUT, PROMPTS

spec = importlib.util.spec_from_file_location("walk", CHECKOUT / "benchmarks" / "walk.py")
assert spec
assert spec.loader
walk = importlib.util.module_from_spec(spec)
spec.loader.exec_module(walk)

OWN = [path for path in walk.ANSWERS if path.parent.name == "walks"]


@pytest.mark.parametrize("path", walk.ANSWERS, ids=lambda path: path.stem)
def test_a_walk_takes_few_screens_questions_and_words(path: Path) -> None:
    cost, _ = walk.walk(path, CATALOG, PROMPTS)
    assert cost.screens <= 18
    assert cost.asks <= 26 + ("workplace: remote" in path.read_text())  # from where it may be done
    assert cost.words <= 1_400
    assert cost.minutes <= 11


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_short_answers_of_an_owner_take_ten_minutes(path: Path) -> None:
    cost, _ = walk.walk(path, CATALOG, PROMPTS)
    assert cost.keys <= 600
    assert cost.minutes <= 10


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_nothing_of_an_owner_s_short_answers_is_refused(path: Path) -> None:
    _, walker = walk.walk(path, CATALOG, PROMPTS)
    assert not any(ask.refused for ask in walker.asks)
