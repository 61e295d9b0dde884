"""Leaves out what is only the echo of another problem, so that one mistake gives one message.

A garbled character breaks an id, an id a reference, a link its translation: only the first is said.
Works on problems by their rules and places, without knowing what they say.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..problem import Problem
from .finding import twinless
from .language import WHOLE

# Problems of a file's bytes or form, after which little else that is said of the file can be trusted.
WHOLE_FILE = frozenset(
    {"conflict", "file-name", "file-place", "file-type", "file-size", "symlink", "fence-open"}
)
# From cause to effect: on one line, only the problems of the rule that comes first here are kept.
CAUSES = (
    "file-type", "encoding", "line-end", "control", "decomposed", "invisible", "link-host", "look-alike", "full-width",
    "garbled", "conflict", "yaml-", "frontmatter", "html-", "fence-", "code-", "placeholder", "include", "field-",
    "id-", "link-", "url-scheme", "third-party", "image-", "record-link", "citation-", "view", "footnote",
    "attribute", "date-", "heading-form", "heading-id", "heading-level",
    "table-", "list-", "admonition", "emphasis-", "markup-", "language", "punctuation", "heading-h1",
)  # fmt: skip
TRANSLATION = (
    "translation-outline",
    "translation-parts",
    "translation-links",
    "translation-number",
    "translation-name",
    "translation-agency",
)
STALE = "translation-stale"
ABSENT = frozenset({"translation-missing", "nav-missing", "page-missing", "asset-unused"})
# What is not used or reached, most often because the reference to it is broken.
UNREACHED = frozenset({"coverage", "event-links", "source-unused", "asset-unused"})
# What follows when an id was overwritten with another's: the first one is missing now.
OF_A_LOST_ID = frozenset(
    {"reference", "record-link", "citation-source", "action-id", "counts", "coverage"}
)
BREAKS_REFERENCES = (
    "target-lost", "reference", "record-link", "citation-", "link-", "image-", "config", "file-missing", "fence-open", "html-comment",
    *CAUSES[: CAUSES.index("conflict")],
)  # fmt: skip
HOMES = {"source": "data/sources.yml", "event": "data/timeline.yml", "claim": "data/article.yml"}
"""Where the records stand that many refer to; what can't be read there is missed everywhere."""
NEAR = 5
"""Lines of a data file that mostly belong to one record."""


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are causes."""
    found = _causes_by_line(_trusted(_once_for_records(dict.fromkeys(problems))))
    return _once_for_twins(found)


def _once_for_records(problems: Iterable[Problem]) -> list[Problem]:
    """Without all but the first field of a record that is read into the one above it, for want of a '-'."""
    doubled: dict[str, int] = {}
    found = []
    for problem in sorted(problems):
        if problem.rule == "yaml-duplicate":
            before = doubled.get(problem.path, -NEAR)
            doubled[problem.path] = problem.line
            if problem.line - before <= NEAR + 1:
                continue
        found.append(problem)
    return found


def _trusted(problems: list[Problem]) -> list[Problem]:
    """Without what is said of a file whose form is the problem, of its missing twin, or of its users."""
    spoiled = {twinless(p.path) for p in problems if p.rule in WHOLE_FILE}
    pasted = {p.path for p in problems if p.about == WHOLE}
    folders = {_folder(p.path) for p in problems if p.rule in ("file-name", "symlink")}
    missing = {twinless(p.path) for p in problems if p.rule == "translation-missing"}
    doubled = any(p.rule == "id-unique" and p.path.startswith("data/") for p in problems)
    in_plan = any(p.rule == "reference" and p.path == "data/plan.yml" for p in problems)
    misread = {p.path for p in problems if p.rule in ("reference", "field-type")}
    unread = {p.path for p in problems if p.rule.startswith("yaml-")}
    astray = any(p.rule == "nav-target" for p in problems)
    lacking = {p.path for p in problems if p.rule == "field-missing"}
    foreign = {p.path for p in problems if p.rule == "language"}
    broken = any(p.rule.startswith(BREAKS_REFERENCES) for p in problems)
    return [
        p
        for p in problems
        if not (p.rule not in WHOLE_FILE and twinless(p.path) in spoiled)
        and not (p.rule == "translation-missing" and _folder(p.path) in folders)
        and not (p.rule == "nav-missing" and twinless(p.path) in missing)
        and not (p.rule in UNREACHED and broken)
        and not (p.rule == "coverage" and p.path in lacking)
        and not (p.rule == "event-confidence" and p.path in misread)
        and not (p.rule == "target-lost" and p.path in unread)
        and not (p.about and HOMES.get(p.about.partition(":")[0]) in unread)
        and not (p.rule == "nav-translation" and astray)
        and not (p.rule == "translation-agency" and in_plan)
        and not (p.rule == "counts" and in_plan)
        and not (p.rule in OF_A_LOST_ID and doubled)
        and not (p.rule == "heading-h1" and p.path in foreign)
        and not (p.path in pasted and p.about != WHOLE)
    ]


def _folder(path: str) -> str:
    return twinless(path).rpartition("/")[0]


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
    """A pair differs because of another problem on one side, or is stale because it differs."""
    own = [p for p in problems if not p.rule.startswith("translation-")]
    pages = {twinless(p.path) for p in own}
    differing = {twinless(p.path) for p in problems if p.rule in TRANSLATION}
    return [
        p
        for p in problems
        if not (p.rule in TRANSLATION and _beside(p, own, pages))
        and not (p.rule == STALE and twinless(p.path) in pages | differing)
    ]


def _beside(problem: Problem, own: list[Problem], pages: set[str]) -> bool:
    """Whether a problem of another kind is on the same pair of pages, or near in the same data file."""
    if problem.path.startswith("docs/"):
        return twinless(problem.path) in pages
    return any(p.path == problem.path and abs(p.line - problem.line) <= NEAR for p in own)
