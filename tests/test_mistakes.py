"""Golden mistakes: for each change of a small site, exactly the lines that a contributor sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actionplan.guide import guide
from tests.mistakes.cases import HERE, Case, cases, name, said

MISTAKES = cases(HERE)
HARMLESS = cases(HERE.parent / "benign")
SHAPE = re.compile(r"^(?:docs|data|mkdocs\.yml)[^:]*:\d+:\d+: [a-z0-9-]+: .+", re.DOTALL)


@pytest.mark.parametrize("case", MISTAKES, ids=name)
def test_a_mistake_is_said_with_its_place_and_its_remedy_in_both_languages(
    case: Case, tmp_path: Path
) -> None:
    lines = said(case, tmp_path)
    assert lines["en"] == case["en"]
    assert lines["ko"] == case["ko"]
    assert all(SHAPE.match(line) for line in [*lines["en"], *lines["ko"]])


@pytest.mark.parametrize("case", HARMLESS, ids=name)
def test_a_harmless_edit_is_passed_over_in_silence(case: Case, tmp_path: Path) -> None:
    assert not said(case, tmp_path)["en"]


def test_the_clean_site_has_no_problem(tmp_path: Path) -> None:
    assert not said({"changes": []}, tmp_path)["en"]


def test_there_are_at_least_as_many_cases_as_promised() -> None:
    assert len(MISTAKES) >= 224
    assert len(HARMLESS) >= 40
    assert all(case["en"] for case in MISTAKES)


def test_the_guide_explains_exactly_the_rules_that_the_cases_break() -> None:
    broken = {line.split(": ")[1] for case in MISTAKES for line in case["en"]}
    # These need pages that were rendered or built; tests of their own break them.
    elsewhere = {"html-rendered", "site-active"}
    assert broken | elsewhere == set(guide().rules)
