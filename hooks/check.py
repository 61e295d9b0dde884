"""The command-line edge of the checks: `python hooks/check.py [--format text|github|json] [--lang ko|en] [paths…]`.

Runs every rule on the source, without MkDocs and without network. Exit status 1 with any problem.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from pathlib import Path

from actionplan import rules
from actionplan.guide import address
from actionplan.language import LANGS, Lang
from actionplan.locale import reader_language
from actionplan.problem import Problem, as_github, as_json, as_text
from actionplan.reading import load

ROOT = Path(__file__).resolve().parent.parent
CLEAN = {"ko": "문제가 없습니다.", "en": "No problems found."}
EXPLAINED = {"ko": "규칙의 설명과 예:", "en": "The rules, explained with examples:"}


def main(arguments: list[str] | None = None) -> int:
    """Prints the problems of the given paths (all without any) and returns the exit status."""
    options = _parser().parse_args(arguments)
    language: Lang = options.lang or reader_language(os.environ)
    problems = _within(rules.check(load(options.root)), options.paths)
    _print(problems, options.format, language, _site(options.root))
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


def _print(problems: list[Problem], form: str, language: Lang, site: str) -> None:
    if form == "json":
        print(as_json(problems))
        return
    for problem in problems:
        if form == "github":
            print(as_github(problem, {lang: site + address(problem.rule, lang) for lang in LANGS}))
        else:
            print(as_text(problem, language))
    if form == "text":
        _print_end({problem.rule for problem in problems}, language, site)


def _print_end(rules_broken: set[str], language: Lang, site: str) -> None:
    """Where each rule that was broken is explained, or that there is nothing to say."""
    print(f"\n{EXPLAINED[language]}" if rules_broken else CLEAN[language])
    for rule in sorted(rules_broken):
        print(f"  {site}{address(rule, language)}")


def _site(root: Path) -> str:
    """Address of the published site, as mkdocs.yml and SITE_URL give it; empty where neither does."""
    config = root / "mkdocs.yml"
    written = config.read_text(encoding="utf-8", errors="replace") if config.is_file() else ""
    found = re.search(r"(?m)^site_url:.*?(https?://[^\s\"'\]]+)", written)
    url = os.environ.get("SITE_URL") or (found[1] if found else "")
    return url.rstrip("/") + "/" if url else ""


if __name__ == "__main__":
    # What is read stays until the end, so looking for what is no longer needed takes time and finds nothing.
    gc.disable()
    sys.exit(main())
