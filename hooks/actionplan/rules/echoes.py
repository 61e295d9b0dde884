"""Leaves out what is only the echo of another problem, so that one mistake gives one message.

A garbled character breaks an id, an id a reference, a link its translation: only the first is said.
Works on problems by their rules and places, without knowing what they say.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..problem import Problem

# Problems of a file's bytes or form, after which little else that is said of the file can be trusted.
WHOLE_FILE = frozenset(
    {"conflict", "file-name", "file-place", "file-type", "symlink", "file-unreadable"}
)
# From cause to effect: on one line, only the problems of the rule that comes first here are kept.
CAUSES = (
    "encoding", "line-end", "control", "decomposed", "invisible", "look-alike", "full-width", "garbled",
    "conflict", "yaml-", "frontmatter", "placeholder", "include", "html-", "fence-", "code-", "field-",
    "id-", "link-", "url-scheme", "third-party", "image-", "record-link", "citation-", "view", "footnote",
    "attribute", "heading-", "table-", "list-", "admonition", "emphasis-", "markup-",
)  # fmt: skip
TRANSLATION = (
    "translation-outline",
    "translation-parts",
    "translation-links",
    "translation-number",
)
STALE = "translation-stale"
ABSENT = frozenset({"translation-missing", "nav-missing", "page-missing", "asset-unused"})


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are causes."""
    found = _causes_by_line(_trusted(list(dict.fromkeys(problems))))
    return _once_for_twins(found)


def _trusted(problems: list[Problem]) -> list[Problem]:
    """Without what is said of a file whose form is the problem, or of its missing twin."""
    spoiled = {_twinless(p.path): p.rule for p in problems if p.rule in WHOLE_FILE}
    missing = {_twinless(p.path) for p in problems if p.rule == "translation-missing"}
    return [
        p
        for p in problems
        if (p.rule in WHOLE_FILE or spoiled.get(_twinless(p.path)) is None)
        and not (p.rule == "nav-missing" and _twinless(p.path) in missing)
    ]


def _causes_by_line(problems: list[Problem]) -> list[Problem]:
    """On each line, the problems of the first rule in the order of causes."""
    first: dict[tuple[str, int], int] = {}
    for p in problems:
        place = (p.path, p.line)
        first[place] = min(first.get(place, len(CAUSES)), _rank(p.rule))
    return [p for p in problems if _rank(p.rule) == first[p.path, p.line] or p.rule in ABSENT]


def _rank(rule: str) -> int:
    return next((n for n, cause in enumerate(CAUSES) if rule.startswith(cause)), len(CAUSES))


def _once_for_twins(problems: list[Problem]) -> list[Problem]:
    """A pair of pages differs because of another problem on one of them, or is stale because it differs."""
    own = {_twinless(p.path) for p in problems if not p.rule.startswith("translation-")}
    differing = {_twinless(p.path) for p in problems if p.rule in TRANSLATION}
    return [
        p
        for p in problems
        if not (p.rule in TRANSLATION and _is_page(p) and _twinless(p.path) in own)
        and not (p.rule == STALE and _twinless(p.path) in own | differing)
    ]


def _is_page(problem: Problem) -> bool:
    return problem.path.startswith("docs/")


def _twinless(path: str) -> str:
    """A page's path without its language, the same for both twins."""
    return path.replace("docs/ko/", "docs/", 1).replace("docs/en/", "docs/", 1)
