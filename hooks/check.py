"""The command-line edge of the checks: `python hooks/check.py [--format text|github|json] [--lang ko|en] [paths…]`.

Runs every rule on the source, without MkDocs and without network. Exit status 1 with any problem.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from actionplan import rules
from actionplan.language import LANGS, Lang
from actionplan.locale import reader_language
from actionplan.problem import Problem, as_github, as_json, as_text
from actionplan.reading import load

ROOT = Path(__file__).resolve().parent.parent
CLEAN = {"ko": "문제가 없습니다.", "en": "No problems found."}


def main(arguments: list[str] | None = None) -> int:
    """Prints the problems of the given paths (all without any) and returns the exit status."""
    options = _parser().parse_args(arguments)
    language: Lang = options.lang or reader_language(os.environ)
    problems = _within(rules.check(load(options.root)), options.paths)
    _print(problems, options.format, language)
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Checks all content of the site.")
    parser.add_argument("paths", nargs="*", help="show only problems of these files and folders")
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument("--lang", choices=LANGS, help="language of the messages")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with data/ and docs/")
    return parser


def _within(problems: list[Problem], paths: list[str]) -> list[Problem]:
    """Problems whose file is one of the paths or lies below one; all where none is given."""
    wanted = [path.removeprefix("./").rstrip("/") for path in paths]
    return [
        problem
        for problem in problems
        if not wanted or any(f"{problem.path}/".startswith(f"{path}/") for path in wanted)
    ]


def _print(problems: list[Problem], form: str, language: Lang) -> None:
    if form == "json":
        print(as_json(problems))
        return
    write = as_github if form == "github" else as_text
    for problem in problems:
        print(write(problem, language))
    if not problems and form == "text":
        print(CLEAN[language])


if __name__ == "__main__":
    sys.exit(main())
