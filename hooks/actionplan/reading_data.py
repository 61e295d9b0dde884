"""The files of data/ → records of a library: which kind of record stands in which file.

A record that can't be read is noted in the library's `broken`, a file in its `unread`. How bytes become text is not
known here, nor what records say of each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from . import article_records, frontmatter, records
from .frontmatter import Mapping, Node, Sequence
from .korean import with_particle
from .language import Text
from .library import Library
from .problem import Problem
from .schema import Reader
from .text import Source

T = TypeVar("T")

# What each file holds: a list of one record, or lists of records by key.
_LAYOUT: dict[str, Any] = {
    "data/sources.yml": (records.Source, "sources"),
    "data/timeline.yml": (records.Event, "events"),
    "data/changes.yml": (records.Change, "changes"),
    "data/quality.yml": (records.Figure, "figures"),
    "data/synonyms.yml": (records.Concept, "concepts"),
    "data/asides.yml": (records.Concept, "asides"),
    "data/plan.yml": {
        "document": (records.Plan, "plan"),
        "pillars": (records.Pillar, "pillars"),
        "sections": (records.Section, "sections"),
        "agencies": (records.Agency, "agencies"),
        "topics": (records.Topic, "topics"),
        "instruments": (records.Instrument, "instruments"),
    },
    "data/article.yml": {
        "parts": (article_records.Part, "parts"),
        "claims": (article_records.Claim, "claims"),
        "omissions": (article_records.Omission, "omissions"),
    },
    "data/glossary.yml": {
        "categories": (records.Category, "categories"),
        "kinds": (records.TermKind, "term_kinds"),
        "ambiguous": (records.Ambiguous, "ambiguous"),
    },
}


def add(library: Library, source: Source, before: Library) -> None:
    """The records of one file; what can't be read is noted and left out."""
    path, tree = source.path, _read_yaml(library, source, before)
    in_actions = path.startswith("data/actions/")
    layout = (records.Action, "actions") if in_actions else _LAYOUT.get(path)
    if tree is not None and layout is None:
        library.problems.append(_unknown_file(path))
    elif isinstance(tree, Sequence) and isinstance(layout, tuple):
        _load_list(library, path, tree, layout[0], getattr(library, layout[1]))
    elif isinstance(tree, Mapping) and isinstance(layout, dict):
        _load_parts(library, path, tree, layout)
    else:
        library.unread.update(_kinds_in(path))
        if tree is not None or (source.text and all(p.path != path for p in library.problems)):
            place = (tree.line, tree.column) if tree else (1, 1)
            library.problems.append(_wrong_form(path, *place, a_list=isinstance(layout, tuple)))


def _wrong_form(path: str, line: int, column: int, *, a_list: bool) -> Problem:
    """Says of a file, or of a part of one, that it is no list, or has no keys."""
    ko, en = (
        ("목록(- 로 시작하는 줄)이어야 합니다.", "must be a list (lines that begin with -)")
        if a_list
        else ("‘키: 값’ 줄이 필요합니다.", "must be 'key: value' lines")
    )
    return Problem(path, max(line, 1), max(column, 1), "field-type", ko, en)


def report_absent(library: Library) -> None:
    """Says which data files are missing, so that nothing is said of all that refers to them.

    What stands in a file's place but is none, such as a link, is left to the rules.
    """
    wanted = [*_LAYOUT, *(f"data/actions/{id}.yml" for id in library.sections)]
    for path in wanted:
        entry = library.entries.get(path)
        if entry is None or entry.kind != "file":
            library.unread.update(_kinds_in(path))
        if entry is None:
            library.problems.append(Problem(
                path, 1, 1, "file-missing", "이 파일이 없습니다. 지웠다면 되돌리세요.",
                "this file is missing; put it back",
            ))  # fmt: skip


def _read_yaml(library: Library, source: Source, before: Library) -> Node | None:
    """A data file's tree, None where it is no YAML; its problems go to the library."""
    path = source.path
    if path in before.trees and before.texts[path] is source:
        library.trees[path] = before.trees[path]
        return library.trees[path]
    tree, problems = frontmatter.parse(source.text, path)
    library.problems += problems
    if tree and not problems:
        library.trees[path] = tree
    return tree


def _load_parts(
    library: Library, path: str, tree: Mapping, layout: dict[str, tuple[type, str]]
) -> None:
    reader = Reader(path)
    reader.unknown_keys(tree, layout)
    for key, node in tree.items.items():
        if key in layout:
            _load_part(library, reader, node, *layout[key])
    library.problems += reader.problems


def _kinds_in(path: str) -> Iterator[str]:
    """The kinds of records that stand in a file."""
    layout = _LAYOUT.get(path, (records.Action, "actions"))
    names = {name for _, name in layout.values()} if isinstance(layout, dict) else {layout[1]}
    empty = Library(Path())
    yield from (
        kind
        for kind, records in empty.by_kind.items()
        for name in names
        if records is getattr(empty, name)
    )


def _load_part(library: Library, reader: Reader, node: Node, cls: type[Any], name: str) -> None:
    if cls is records.Plan:
        library.plan = reader.record(records.Plan, node)
    elif not isinstance(node, Sequence):
        wrong = _wrong_form(reader.path, node.line, node.column, a_list=True)
        library.problems.append(wrong)
    elif cls is records.Ambiguous:
        found = [reader.record(cls, item, {"path": reader.path}) for item in node.items]
        library.ambiguous += [record for record in found if record]
    else:
        _load_list(library, reader.path, node, cls, getattr(library, name))


def _load_list(
    library: Library, path: str, tree: Sequence, cls: type[T], into: dict[str, T]
) -> None:
    reader = Reader(path)
    for item in tree.items:
        _load_record(library, reader, item, cls, into)
    library.problems += reader.problems


def _load_record(
    library: Library, reader: Reader, node: Node, cls: type[T], into: dict[str, T]
) -> None:
    record = reader.record(cls, node, {"path": reader.path})
    if record is None:
        library.broken.update(_id_of(node))
        return
    id: Text = record.id  # type: ignore[attr-defined]
    if id in into:
        first: Any = into[id]
        reader.report(id, "id-unique", f"id {with_particle(f'‘{id}’', '은')} {first.path}:{first.id.line}에 이미 있습니다.",
                      f"id '{id}' is already in {first.path}:{first.id.line}")  # fmt: skip
        return
    into[id] = record


def _id_of(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        id = node.items.get(Text("id"))
        if isinstance(id, frontmatter.Scalar):
            yield str(id.text)
            yield re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKC", id.text).lower())


def _unknown_file(path: str) -> Problem:
    return Problem(
        path, 1, 1, "file-unknown",
        "data/에 이런 파일은 없습니다. 파일 이름을 확인하세요.",
        "no such file belongs in data/; check its name",
    )  # fmt: skip
