"""Says once that a page or record is gone, instead of once for each reference that still leads to it.

Works on what the other rules found: their problems name what is missing. A page that was moved or
renamed is known by its name, or by its being the only one of its kind that nothing leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..graph import graph_of
from ..language import LANGS
from ..library import Library
from ..nearest import nearest
from ..problem import Problem
from ..urls import kind_of_page, page_of, source_path
from .finding import named, twinless
from .language import WHOLE

RULE = "target-lost"
MANY = 3
"""References that are no slip of the pen, unless all of them stand on one page and its twin."""
AT_ONCE = 50
"""Missing targets that are looked into; where more are missed, each reference speaks for itself."""
SHOWN = 4
"""Places that a message names; one reads them again after the first are mended."""


@dataclass(frozen=True)
class _Found:
    """What stands where the lost thing is missed: its id or page, and its place."""

    name: str
    path: str
    line: int = 1
    moved: bool = False


def gathered(library: Library, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those about one missing target made into one."""
    found = list(problems)
    by_target: dict[str, list[Problem]] = {}
    for problem in found:
        if problem.about not in ("", WHOLE):
            by_target.setdefault(problem.about, []).append(problem)
    said_already = {p.path for p in found if p.rule in ("page-missing", "translation-missing")}
    # Actions are numbered, so that a gap says what is missing, and a near number is another action.
    numbered = any(p.rule in ("action-id", "action-file", "counts") for p in found)
    echoes: set[Problem] = set()
    most_missed = sorted(by_target.items(), key=lambda item: -len(item[1]))[:AT_ONCE]
    for target, references in most_missed:
        if source_path("ko", target) in said_already or (numbered and target.startswith("action:")):
            echoes.update(references)
            continue
        elsewhere = _elsewhere(library, target) if len(references) > 1 else None
        spread = len(references) >= MANY and len({twinless(p.path) for p in references}) > 1
        if elsewhere or (spread and not _typed_wrong(library, target)):
            echoes.update(references)
            found.append(_lost(library, target, sorted(references), elsewhere))
            if elsewhere and elsewhere.moved:
                paths = {source_path(lang, elsewhere.name) for lang in LANGS}
                echoes.update(p for p in found if p.path in paths and p.rule != RULE)
    return [problem for problem in found if problem not in echoes]


def _kind(target: str) -> tuple[str, str]:
    """Kind and id of a target, which is a page's name or `kind:id`."""
    kind, colon, id = target.partition(":")
    return (kind, id) if colon else kind_of_page(target)


def _typed_wrong(library: Library, target: str) -> bool:
    """Whether a thing that others refer to by its right id has nearly this one."""
    kind, id = _kind(target)
    return nearest(id, library.by_kind.get(kind, {})) is not None


def _elsewhere(library: Library, target: str) -> _Found | None:
    """Where the thing went: a page of the same name, or one nearly so called that nothing leads to."""
    kind, id = _kind(target)
    if ":" not in target:
        last = target.rpartition("/")[2]
        for _, name in library.pages:
            if name.rpartition("/")[2] == last != "index" and name != target:
                return _Found(name, source_path("ko", name), moved=True)
    if kind == "action":
        return None
    reached = _reached(library)
    near = nearest(
        id, [known for known in library.by_kind.get(kind, {}) if (kind, known) not in reached]
    )
    if near is None:
        return None
    record = library.by_kind[kind][near]
    return _Found(
        near if ":" in target else page_of(kind, near),
        record.path,
        getattr(getattr(record, "id", None), "line", 1) or 1,
    )


@lru_cache(maxsize=1)
def _reached(library: Library) -> frozenset[tuple[str, str]]:
    """Records to which a field, a link or a citation leads; that a text mentions a term doesn't count."""
    return frozenset(edge.target for edge in graph_of(library).edges if edge.by != "mentions")


def _lost(
    library: Library, target: str, references: list[Problem], elsewhere: _Found | None
) -> Problem:
    files = len({problem.path for problem in references})
    places = ", ".join(f"{problem.path}:{problem.line}" for problem in references[:SHOWN])
    more = len(references) - SHOWN
    ko = f"파일 {files}개의 {len(references)}곳({places}{f' 밖에 {more}곳' if more > 0 else ''})"
    en = f"{len(references)} references in {files} files ({places}{f' and {more} more' if more > 0 else ''})"
    if elsewhere and elsewhere.moved:
        asked = source_path("ko", target)
        return Problem(elsewhere.path, 1, 1, RULE, f"{ko}에서 이 쪽을 {named(asked, '으로')} 찾습니다. 두 언어의 파일을 그 폴더로 되돌리거나 모두 고치세요.",
                       f"{en} look for this page at '{asked}'; move the files of both languages back, or change all of them")  # fmt: skip
    if elsewhere:
        return Problem(elsewhere.path, elsewhere.line, 1, RULE, f"{ko}에서 {named(target, '을')} 찾지만 없고, 비슷한 {named(elsewhere.name, '은')} 아무도 찾지 않습니다. 이름을 되돌리거나 모두 고치세요.",
                       f"{en} lead to '{target}', which isn't there, and none to '{elsewhere.name}'; take the old name back, or change all of them")  # fmt: skip
    return Problem(_home(library, target), 1, 1, RULE, f"{named(target, '이')} 없는데 {ko}에서 찾습니다. 지웠다면 되돌리거나 모두 고치세요.",
                   f"'{target}' isn't there, but {en} lead to it; put it back, or change all of them")  # fmt: skip


def _home(library: Library, target: str) -> str:
    """The file in which a missing thing would stand."""
    if ":" not in target:
        return target if target.startswith(("docs/", "data/")) else source_path("ko", target)
    return next(_paths(library, target.partition(":")[0]), "data/plan.yml")


def _paths(library: Library, kind: str) -> Iterator[str]:
    return (record.path for record in library.by_kind.get(kind, {}).values())
