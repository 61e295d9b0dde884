"""Hostile input: each makes a problem line with its file, none a traceback, none takes two seconds."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from actionplan import rules
from actionplan.problem import Problem
from actionplan.reading import load
from tests.mistakes.cases import changed_site

PAGE = "docs/en/timeline.md"
DATA = "data/timeline.yml"
HEAD = "---\ntitle: Timeline\ntwin: 00000000\n---\n\n# Timeline\n\n"
SECONDS = 2.0

Harm = Callable[[Path], None]


def page(body: str) -> Harm:
    return lambda root: (root / PAGE).write_bytes((HEAD + body).encode()) and None


def raw(path: str, data: bytes) -> Harm:
    return lambda root: (root / path).write_bytes(data) and None


def loop(root: Path) -> None:
    (root / "docs" / "en" / "loop").symlink_to(root / "docs" / "en")


def self_link(root: Path) -> None:
    (root / PAGE).unlink()
    (root / PAGE).symlink_to("timeline.md")


def folder(root: Path) -> None:
    (root / "docs" / "en" / "folder.md").mkdir()
    (root / "docs" / "en" / "folder.md" / "x.txt").write_text("x")


def pipe(root: Path) -> None:
    os.mkfifo(root / "docs" / "en" / "pipe.md")


BOMB = "a: &a [x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}, *{chr(97 + n)}]\n"
    for n in range(20)
)
CASES: dict[str, tuple[Harm, str]] = {
    "a YAML bomb in front matter": (raw(PAGE, f"---\n{BOMB}---\n".encode()), PAGE),
    "a YAML bomb in data": (raw(DATA, BOMB.encode()), DATA),
    "a YAML bomb in mkdocs.yml": (raw("mkdocs.yml", BOMB.encode()), "mkdocs.yml"),
    "lists nested 4,000 deep in YAML": (raw(PAGE, b"---\na: " + b"[" * 4000 + b"\n---\n"), PAGE),
    "keys nested 400 deep in YAML": (raw(DATA, b"".join(b" " * n + b"a:\n" for n in range(400))), DATA),
    "a line of 10 MB in a page": (page("x" * 10_000_000), PAGE),
    "a line of 10 MB in data": (raw(DATA, b"- id: " + b"x" * 10_000_000), DATA),
    "a line of 10 MB in mkdocs.yml": (raw("mkdocs.yml", b"a: " + b"x" * 10_000_000), "mkdocs.yml"),
    "a binary page": (raw(PAGE, random.Random(1).randbytes(200_000)), PAGE),
    "a page of NUL characters": (raw(PAGE, HEAD.encode() + b"\0" * 1000), PAGE),
    "a picture named as a page": (raw(PAGE, b"\x89PNG\r\n\x1a\n" + b"\xff" * 1000), PAGE),
    "an empty page": (raw(PAGE, b""), PAGE),
    "a folder that links to its parent": (loop, "docs/en/loop"),
    "a page that links to itself": (self_link, PAGE),
    "a folder named as a page": (folder, "docs/en/folder.md/x.txt"),
    "a named pipe": (pipe, "docs/en/pipe.md"),
    "quotations nested 300 deep": (page("> " * 300 + "text"), PAGE),
    "lists nested 300 deep": (page("".join(" " * 4 * n + "- a\n" for n in range(300))), PAGE),
    "a hundred thousand open brackets": (page(("[" * 5000 + "\n") * 20), PAGE),
    "a hundred thousand open comments": (page("<!-- " * 1800), PAGE),
    "backticks in runs of every length": (page(" ".join("`" * n for n in range(1, 130))), PAGE),
    "open tags without an end": (page("<a " * 3000), PAGE),
    "open emphasis without an end": (page("**a " * 2000), PAGE),
    "a table of ten thousand columns": (page("|" * 9000 + "\n|-|\n"), PAGE),
    "a code fence that holds the page": (page("```\n" + "x\n" * 15_000), PAGE),
    "twenty thousand links to no page": (page("\n\n".join(["[a](b.md) " * 100] * 200)), PAGE),
    "twenty thousand links by unknown names": (page("\n\n".join(f"[a][b{n}] " * 40 for n in range(500))), PAGE),
    "a page of half a million empty lines": (page("\n" * 500_000), PAGE),
    "a page of lines that are all doubled words": (page("a\n" * 15_000), PAGE),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_hostile_input_is_named_quickly(name: str, tmp_path: Path) -> None:
    harm, path = CASES[name]
    root = changed_site({"changes": []}, tmp_path)
    harm(root)
    start = time.process_time()
    problems = rules.check(load(root))
    assert time.process_time() - start < SECONDS
    assert any(problem.path == path for problem in problems), problems
    assert all(_is_there(problem) for problem in problems)


def test_of_one_mistake_made_over_and_over_a_hundred_are_told(tmp_path: Path) -> None:
    root = changed_site({"changes": []}, tmp_path)
    page("".join(f"[the page](nowhere-{n}.md)\n\n" for n in range(500)))(root)
    problems = rules.check(load(root))
    assert sum(problem.rule == "link-target" for problem in problems) == 100


def _is_there(problem: Problem) -> bool:
    return problem.line >= 1 and problem.column >= 1 and bool(problem.ko) and bool(problem.en)
