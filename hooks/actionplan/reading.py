"""data/ and docs/ → a library: how files become records and pages.

Reading never stops at a mistake: what can't be read is left out, noted in `broken` so that nothing
that refers to it is reported as well, and listed in `problems`. It must not know rules about
relations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from . import frontmatter, page_records, text, tree, urls
from .frontmatter import Mapping, Node, Sequence
from .korean import with_particle
from .language import DEFAULT_LANG, LANGS, Lang, Text, other
from .library import Library, Page, Unit
from .outline import Outline
from .problem import Problem
from .records import (
    Action,
    Agency,
    Ambiguous,
    Category,
    Change,
    Claim,
    Concept,
    Event,
    Figure,
    Instrument,
    Omission,
    Part,
    Pillar,
    Plan,
    Section,
    Source,
    TermKind,
    Topic,
)
from .schema import Reader, hints

T = TypeVar("T")

# Words (one language) and facts (neutral) that a page's front matter may hold, by kind of page.
FIELDS: dict[str, tuple[type[page_records.PageWords], type]] = {
    "term": (page_records.TermWords, page_records.TermFacts),
    "impact": (page_records.SearchWords, page_records.ImpactFacts),
    "strategy": (page_records.StrategyWords, page_records.StrategyFacts),
    "section": (page_records.SearchWords, page_records.Nothing),
    "pillar": (page_records.SearchWords, page_records.Nothing),
    "page": (page_records.SearchWords, page_records.Nothing),
}


def load(root: Path, before: Library | None = None) -> Library:
    """Everything below `root`/data and `root`/docs.

    Of files that still say what they said in an earlier reading, `before`, its trees and pages are taken.
    """
    library, before = Library(root), before or Library(root)
    library.entries = {e.path: e for folder in ("data", "docs") for e in tree.walk(root, folder)}
    for path in _files(library, "data/", ".yml"):
        _load_data(library, path, before)
    _report_absent(library)
    for lang in LANGS:
        _load_pages(library, lang, before)
    _pair_units(library)
    return library


def _report_absent(library: Library) -> None:
    """Says which data files are missing, so that nothing is said of all that refers to them."""
    wanted = [*_LAYOUT, *(f"data/actions/{id}.yml" for id in library.sections)]
    for path in wanted:
        if path not in library.entries:
            library.unread.update(_kinds_in(path))
            library.problems.append(Problem(
                path, 1, 1, "file-missing", "이 파일이 없습니다. 지웠다면 되돌리세요.",
                "this file is missing; put it back",
            ))  # fmt: skip


def _files(library: Library, folder: str, suffix: str) -> list[str]:
    """Real files below a folder; links and whatever else is no file are left to the rules."""
    return [
        entry.path
        for entry in library.entries.values()
        if entry.kind == "file" and entry.path.startswith(folder) and entry.suffix == suffix
    ]


def _read(library: Library, path: str, before: Library) -> text.Source:
    """A file's text, kept for the rules; what is wrong with its bytes goes to the library."""
    source, problems = text.read(library.root, path)
    library.problems += problems
    if before.texts.get(path) == source:
        source = before.texts[path]
    library.texts[path] = source
    return source


# ---- data/


def _load_data(library: Library, path: str, before: Library) -> None:
    tree = _read_yaml(library, path, before)
    folder = path.split("/")[1]
    if tree is None:
        library.unread.update(_kinds_in(path))
    elif folder == "actions":
        _load_list(library, path, tree, Action, library.actions)
    elif path not in _LAYOUT:
        library.problems.append(_unknown_file(path))
    elif isinstance(_LAYOUT[path], tuple):
        cls, name = _LAYOUT[path]
        _load_list(library, path, tree, cls, getattr(library, name))
    else:
        _load_parts(library, path, tree, _LAYOUT[path])


def _load_parts(
    library: Library, path: str, tree: Node, layout: dict[str, tuple[type, str]]
) -> None:
    reader = Reader(path)
    if isinstance(tree, Mapping):
        reader.unknown_keys(tree, layout)
        for key, node in tree.items.items():
            if key in layout:
                _load_part(library, reader, node, *layout[key])
    library.problems += reader.problems


# What each file holds: a list of one record, or lists of records by key.
_LAYOUT: dict[str, Any] = {
    "data/sources.yml": (Source, "sources"),
    "data/timeline.yml": (Event, "events"),
    "data/changes.yml": (Change, "changes"),
    "data/quality.yml": (Figure, "figures"),
    "data/synonyms.yml": (Concept, "concepts"),
    "data/plan.yml": {
        "document": (Plan, "plan"),
        "pillars": (Pillar, "pillars"),
        "sections": (Section, "sections"),
        "agencies": (Agency, "agencies"),
        "topics": (Topic, "topics"),
        "instruments": (Instrument, "instruments"),
    },
    "data/article.yml": {
        "parts": (Part, "parts"),
        "claims": (Claim, "claims"),
        "omissions": (Omission, "omissions"),
    },
    "data/glossary.yml": {
        "categories": (Category, "categories"),
        "kinds": (TermKind, "term_kinds"),
        "ambiguous": (Ambiguous, "ambiguous"),
    },
}


def _read_yaml(library: Library, path: str, before: Library) -> Node | None:
    """A data file's tree, None where it is no YAML; its problems go to the library."""
    source = _read(library, path, before)
    if path in before.trees and before.texts[path] is source:
        library.trees[path] = before.trees[path]
        return library.trees[path]
    tree, problems = frontmatter.parse(source.text, path)
    library.problems += problems
    if tree and not problems:
        library.trees[path] = tree
    return tree


def _kinds_in(path: str) -> Iterator[str]:
    """The kinds of records that stand in a file."""
    layout = _LAYOUT.get(path, (Action, "actions"))
    names = {name for _, name in layout.values()} if isinstance(layout, dict) else {layout[1]}
    empty = Library(Path())
    yield from (
        kind
        for kind, records in empty.by_kind.items()
        for name in names
        if records is getattr(empty, name)
    )


def _load_part(library: Library, reader: Reader, node: Node, cls: type[Any], name: str) -> None:
    if cls is Plan:
        library.plan = reader.record(Plan, node)
    elif cls is Ambiguous:
        if isinstance(node, Sequence):
            found = [reader.record(Ambiguous, item, {"path": reader.path}) for item in node.items]
            library.ambiguous += [record for record in found if record]
    else:
        _load_list(library, reader.path, node, cls, getattr(library, name))


def _load_list(library: Library, path: str, tree: Node, cls: type[T], into: dict[str, T]) -> None:
    reader = Reader(path)
    if isinstance(tree, Sequence):
        for item in tree.items:
            _load_record(library, reader, item, cls, into)
    else:
        reader.report(tree, "field-type", "목록(- 로 시작하는 줄)이어야 합니다.",
                      "must be a list (lines that begin with -)")  # fmt: skip
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


# ---- docs/


def _load_pages(library: Library, lang: Lang, before: Library) -> None:
    folder = f"docs/{lang}/"
    for path in _files(library, folder, ".md"):
        name = path.removeprefix(folder).removesuffix(".md")
        page = _load_page(library, lang, name, before)
        if page is not None:
            library.pages[lang, name] = page


def _load_page(library: Library, lang: Lang, name: str, before: Library) -> Page | None:
    path = urls.source_path(lang, name)
    source = _read(library, path, before)
    kept = before.pages.get((lang, name))
    if kept and before.texts[path] is source and path not in before.unsound:
        return kept
    document, problems = frontmatter.split(source)
    if source.usable:
        library.problems += problems
    kind, id = urls.kind_of_page(name)
    words, facts = (None, None) if problems else _meta(library, document.meta, path, kind, lang)
    if words is None or (facts is None and lang == DEFAULT_LANG):
        library.broken.add(id)
        return None
    outline = Outline(document.body, document.body_line)
    return Page(path, lang, name, kind, id, words, facts, outline)


def _meta(library: Library, meta: Mapping, path: str, kind: str, lang: Lang) -> tuple[Any, Any]:
    """Words and facts of a page; facts stand in the Korean file only."""
    words_class, facts_class = FIELDS[kind]
    reader = Reader(path)
    words_node, facts_node = _divide(meta, reader, words_class, facts_class, lang)
    words = reader.record(words_class, words_node)
    facts = reader.record(facts_class, facts_node) if lang == DEFAULT_LANG else None
    library.problems += reader.problems
    return words, facts


def _divide(
    meta: Mapping, reader: Reader, words: type, facts: type, lang: Lang
) -> tuple[Mapping, Mapping]:
    """Splits front matter into the fields of one language and the neutral ones."""
    parts = Mapping(meta.line, meta.column), Mapping(meta.line, meta.column)
    reader.unknown_keys(meta, [*hints(words), *hints(facts)])
    for key, node in meta.items.items():
        if key in hints(words):
            parts[0].items[key] = node
        elif key in hints(facts) and lang == DEFAULT_LANG:
            parts[1].items[key] = node
        elif key in hints(facts):
            reader.report(key, "field-neutral",
                          f"‘{key}’ 항목은 한국어 파일에만 적습니다. 여기서 지우세요.",
                          f"'{key}' stands only in the Korean file; delete it here")  # fmt: skip
    return parts


def _pair_units(library: Library) -> None:
    """Makes units of the pages that exist in both languages and reports the others."""
    unpaired = [
        p for (lang, name), p in library.pages.items() if (other(lang), name) not in library.pages
    ]
    for page in unpaired:
        _report_missing(library, page, unpaired)
        library.broken.add(page.id)
    for (lang, name), page in library.pages.items():
        if lang == DEFAULT_LANG and page.kind in ("term", "impact", "strategy"):
            twin = library.pages.get(("en", name))
            if twin:
                unit = Unit(page.kind, page.id, page.facts, page, twin)
                library.by_kind[page.kind][page.id] = unit
    _put_in_order(library.impacts, "kind", page_records.IMPACT_KINDS)
    _put_in_order(library.strategies, "horizon", page_records.HORIZONS)


def _put_in_order(units: dict[str, Unit], name: str, order: tuple[str, ...]) -> None:
    """Sorts units by a field whose values have an order of their own; ids stay in order within."""
    units_in_order = sorted(
        units.items(), key=lambda item: order.index(getattr(item[1].facts, name))
    )
    units.clear()
    units.update(units_in_order)


def _report_missing(library: Library, page: Page, unpaired: list[Page]) -> None:
    """Says which page lacks its twin; a renamed twin lies alone in the same folder and is named instead."""
    path = urls.source_path(other(page.lang), page.name)
    if (library.root / path).exists():
        return
    folder = page.name.rpartition("/")[0]
    alone = [p for p in unpaired if p.lang != page.lang and p.name.rpartition("/")[0] == folder]
    if alone and page.lang != DEFAULT_LANG:
        return
    ko, en = ("영어", "English") if page.lang == "ko" else ("한국어", "Korean")
    remedy = (f"같은 이름으로 {alone[0].path} 파일을 바꾸세요.", f"rename {alone[0].path}") if alone else (
        "같은 이름으로 만드세요.", "add one of this name")  # fmt: skip
    library.problems.append(
        Problem(
            path, 1, 1, "translation-missing",
            f"{page.path}에 맞는 {ko} 쪽이 없습니다. {remedy[0]}",
            f"no {en} page for {page.path}; {remedy[1]}",
        )
    )  # fmt: skip
