"""Golden queries through the worker of the built site, by kind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "docs" / "assets" / "javascripts" / "search"
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"

HARDER = {"descr", "section", "action", "question", "impact", "strategy", "confusable", "twoerr"}
"""Kinds that don't type a name, or type it with two errors."""


@pytest.fixture(scope="module")
def report(site: Path) -> dict[str, Any]:
    """What golden.mjs prints for all queries of both languages."""
    files = sorted(str(path) for path in (HERE / "golden").iterdir())
    command = [NODE, str(HERE / "golden.mjs"), str(site), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


def share(report: dict[str, Any], rank: str, kinds: set[str]) -> float:
    """Queries of these kinds that find an answer within a rank, as a share."""
    counted = [report["kinds"][kind] for kind in kinds]
    return float(sum(kind[rank] for kind in counted) / sum(kind["n"] for kind in counted))


def test_a_term_is_found_by_every_form_of_its_name(report: dict[str, Any]) -> None:
    names = set(report["kinds"]) - HARDER
    assert share(report, "first", names) >= 0.98
    assert share(report, "five", names) >= 0.995


def test_an_answer_is_found_by_other_words_than_its_name(report: dict[str, Any]) -> None:
    assert share(report, "first", HARDER) >= 0.9
    assert share(report, "five", HARDER) >= 0.97


def test_what_the_site_does_not_speak_of_finds_nothing(report: dict[str, Any]) -> None:
    assert report["silent"]["nothing"] / report["silent"]["n"] >= 0.9


def test_there_are_enough_queries_to_mean_something(report: dict[str, Any]) -> None:
    assert sum(kind["n"] for kind in report["kinds"].values()) >= 300
    assert report["silent"]["n"] >= 40


def test_hostile_queries_neither_inject_nor_break_nor_freeze(site: Path) -> None:
    command = [NODE, str(HERE / "hostile.mjs"), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == ""
    assert len(json.loads((HERE / "hostile.json").read_text())) >= 40


def test_every_name_of_every_term_finds_it_first(site: Path) -> None:
    command = [NODE, str(HERE / "every-name.mjs"), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == ""


def test_the_modules_answer_as_the_one_file_that_is_shipped(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "search", tmp_path / "search")
    shutil.copytree(SOURCES, tmp_path / "assets" / "javascripts" / "search")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    assert len(list((site / "assets/javascripts/search").iterdir())) == 1
    assert answers(tmp_path) == answers(site)


def answers(site: Path) -> list[str]:
    """What the worker of a site answers to some queries of both languages."""
    files = sorted(str(path) for path in (HERE / "golden").glob("*-fourth.tsv"))
    command = [NODE, str(HERE / "answers.mjs"), str(site), *files]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) > 100
    return lines
