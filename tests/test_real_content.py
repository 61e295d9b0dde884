"""Mistakes made in files of the real content, chosen at random: each is found in its own file, by its own rule."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from actionplan import rules
from actionplan.problem import Problem
from actionplan.reading import load

ROOT = Path(__file__).resolve().parent.parent
SEED = 20261122

Edit = Callable[[str], str]


def swap(pattern: str, by: str) -> Edit:
    """Replaces the first match in a text; leaves a text without one alone."""
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.MULTILINE)


def append(more: str) -> Edit:
    return lambda text: f"{text.rstrip()}\n\n{more}\n"


KO, EN, DATA = "docs/ko/**/*.md", "docs/en/**/*.md", "data/**/*.yml"
MISTAKES: list[tuple[str, str, Edit]] = [
    ("link-target", EN, append("See [this part](no-such-page.md).")),
    ("link-rendered", KO, append("[이 부분](../glossary/export-control/)을 본다.")),
    ("link-language", EN, append("See [export control](../../ko/glossary/export-control.md).")),
    ("link-absolute", KO, append("[이 부분](/plan/)을 본다.")),
    ("url-scheme", EN, append("See [this part](javascript:alert).")),
    ("link-empty", KO, append("[이 부분]()을 본다.")),
    ("record-link", EN, append("See [](action:9.9.9).")),
    ("citation-source", KO, append("그렇다. [@no-such-source]")),
    ("page-range", EN, append("It does. [@plan, p. 77]")),
    ("citation-form", KO, append("그렇다. [plan, p. 7]")),
    ("html-raw", EN, append("<div>text")),
    ("html-raw", KO, append("<script>x</script>")),
    ("third-party", EN, append("![A chart of exports](https://example.org/a.png)")),
    ("heading-id", KO, append("## 새 제목\n\n글이다.")),
    ("heading-level", EN, append("##### Deep {#deep-part}\n\nText.")),
    ("heading-h1", EN, swap(r"^# .*$", "# Another title altogether")),
    ("fence-open", KO, append("```\n코드")),
    ("table-columns", EN, append("| a | b |\n|---|---|\n| 1 |")),
    ("list-blank", KO, append("두 가지다.\n- 하나\n- 둘")),
    ("list-form", EN, append("• One\n• Two")),
    ("admonition", KO, append("!!! notte\n    글이다.")),
    ("placeholder", EN, append("TODO: write this.")),
    ("placeholder", KO, append("{{ title }}")),
    ("conflict", EN, append("<<<<<<< HEAD\nText.")),
    ("language", EN, append("이 문단은 영어로 옮기지 않은 한국어 문단이다.")),
    ("language", KO, append("This paragraph of the page was left in English by mistake.")),
    ("ending", KO, swap(r"(^[^-#\n|<].*[가-힣])다\. ", r"\1다. 그렇습니다. ")),
    ("date-form", EN, append("It began on 2025-07-23.")),
    ("date-real", KO, append("2025년 2월 30일의 일이다.")),
    ("punctuation", KO, append("이것이 끝이다...")),
    ("translation-outline", KO, append("## 새 절 {#new-part}\n\n한국어에만 있는 글이다.")),
    ("translation-number", EN, swap(r"(?<=[a-z] )\d\d(?= percent)", "99")),
    ("translation-parts", EN, append("This paragraph has no counterpart.")),
    (
        "translation-agency",
        "docs/en/plan/*.md",
        swap(r"Department of (?:Commerce|Energy|Defense)", "Department of Labor"),
    ),
    ("spelling", EN, append("It asks for better defence.")),
    ("punctuation", KO, append("이 문단의 끝에는 마침표가 빠져 있다")),
    ("invisible", EN, swap(r"^(# .*)$", "\\1\u200b")),
    ("full-width", KO, append("ＡＩ의 일이다.")),
    ("look-alike", EN, append("The pl\u0430n says so.")),
    ("field-unknown", EN, swap(r"^title:", "titel:")),
    ("frontmatter", KO, swap(r"\A---\n", "\n---\n")),
    ("yaml-duplicate", EN, swap(r"^(title: .*)$", r"\1\n\1")),
    ("yaml-syntax", KO, swap(r"^title: (.*)$", r"title: \1: 부제")),
    ("reference", "docs/ko/glossary/*.md", swap(r"^category: .*$", "category: no-such-category")),
    ("field-value", "docs/ko/korea/*.md", swap(r"^kind: .*$", "kind: threat")),
    ("field-missing", "docs/ko/strategies/*.md", swap(r"^horizon: .*$", "horizon:")),
    ("field-type", "data/timeline.yml", swap(r"^  date: .*$", "  date: 2025-13-01")),
    ("yaml-syntax", "data/article.yml", swap(r"^    statement:$", "    statement: [")),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, list[Problem]]]:
    """Each mistake with the file in which it was made and all that is said of that file."""
    root = tmp_path_factory.mktemp("project")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    chance, taken, made = random.Random(SEED), set(), []
    for rule, where, edit in MISTAKES:
        path = _make(root, where, edit, taken, chance)
        taken.add(_pair(path))
        made.append((rule, path))
    problems = rules.check(load(root))
    return [
        (rule, path, [p for p in problems if _pair(p.path) == _pair(path)]) for rule, path in made
    ]


def _make(root: Path, where: str, edit: Edit, taken: set[str], chance: random.Random) -> str:
    """Makes a mistake in a file where nothing is wrong yet, and returns its path."""
    files = sorted(root.glob(where))
    chance.shuffle(files)
    for file in files:
        path, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        if _pair(path) not in taken and "index" not in path and edit(text) != text:
            file.write_text(edit(text), encoding="utf-8")
            return path
    raise AssertionError(f"no file for a mistake in {where}")


def _pair(path: str) -> str:
    return path.replace("docs/ko/", "docs/").replace("docs/en/", "docs/")


@pytest.mark.parametrize("number", range(len(MISTAKES)), ids=lambda n: f"{n}-{MISTAKES[n][0]}")
def test_a_mistake_in_the_real_content_is_said_once_by_its_rule(
    found: list[tuple[str, str, list[Problem]]], number: int
) -> None:
    rule, path, problems = found[number]
    assert {problem.rule for problem in problems} == {rule}, path


def test_the_real_content_itself_has_no_problem() -> None:
    assert rules.check(load(ROOT)) == []
