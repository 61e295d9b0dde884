"""The scorecard shows what is counted and measured, and what was measured still holds."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from actionplan.graph import Graph
from actionplan.library import Library
from actionplan.tallies import TALLIES
from actionplan.views import quality
from tests.mistakes.cases import cases

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import scorecard  # noqa: E402


def shown(site: Path, lang: str) -> str:
    page = site / ("" if lang == "ko" else "en") / "about/quality/index.html"
    return page.read_text("utf-8")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_number_on_the_page_is_counted_by_the_build(
    site: Path, library: Library, lang: str
) -> None:
    html = shown(site, lang)
    for id, label in quality.COUNTS.items():
        row = rf"{re.escape(str(label[lang]))}</th><td>{TALLIES[id](library)}</td>"  # type: ignore[index]
        assert re.search(row, html), id


def test_no_number_is_typed_into_the_page_itself() -> None:
    for lang in ("ko", "en"):
        text = (ROOT / f"docs/{lang}/about/quality.md").read_text("utf-8")
        assert not re.search(r"\d", text.split("---")[2])


def test_every_page_has_its_twin_and_everything_that_must_be_covered_is(graph: Graph) -> None:
    shares = {label.en: count(graph) for label, count in quality.COVERAGE}
    for name in (
        "Pages with their twin in the other language",
        "Actions of direct relevance that reach an impact",
        "Impacts that a strategy answers",
        "Events with a source",
    ):
        part, whole = shares[name]
        assert part == whole > 0, name


def test_a_share_is_a_hundred_percent_only_when_nothing_is_missing() -> None:
    assert quality.percent(999, 1000) == "99 %"
    assert quality.percent(1000, 1000) == "100 %"
    assert quality.percent(1, 1000) == "< 1 %"
    assert quality.percent(0, 1000) == "0 %"
    assert quality.percent(0, 0) == "–"


def test_every_figure_that_the_page_explains_was_measured(library: Library) -> None:
    assert set(library.figures) == set(quality.FIGURES)


def test_the_measured_numbers_flatter_nobody(site: Path, library: Library) -> None:
    """They may lag behind an improvement; `make scorecard` measures them anew."""
    figures = {id: float(figure.value) for id, figure in library.figures.items()}
    for id, value, _ in scorecard.search_figures(scorecard.golden(site)):
        assert figures[id] <= float(value) + 1, id
    assert float(scorecard.weight(site)) <= figures["home-kilobytes"] * 1.05
    assert figures["mistakes-caught"] <= len(cases(ROOT / "tests/mistakes"))
