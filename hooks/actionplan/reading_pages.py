"""The files of docs/ko and docs/en → pages of a library, and units of those that stand in both languages.

A page that can't be read is noted in the library's `broken`, and so is one without its twin. How bytes become text
is not known here, nor what a page's body says.
"""

from __future__ import annotations

from typing import Any

from . import frontmatter, page_records, urls
from .frontmatter import Mapping
from .language import DEFAULT_LANG, Lang, other
from .library import Library, Page, Unit
from .outline import Outline
from .problem import Problem
from .schema import Reader, hints
from .text import Source

# Words (one language) and facts (neutral) that a page's front matter may hold, by kind of page.
FIELDS: dict[str, tuple[type[page_records.PageWords], type]] = {
    "term": (page_records.TermWords, page_records.TermFacts),
    "impact": (page_records.SearchWords, page_records.ImpactFacts),
    "strategy": (page_records.StrategyWords, page_records.StrategyFacts),
    "section": (page_records.SearchWords, page_records.Nothing),
    "pillar": (page_records.SearchWords, page_records.Nothing),
    "page": (page_records.SearchWords, page_records.Nothing),
}


def add(library: Library, lang: Lang, source: Source, before: Library) -> None:
    """The page of one file; what can't be read is noted and left out."""
    name = source.path.removeprefix(f"docs/{lang}/").removesuffix(".md")
    page = _page(library, lang, name, source, before)
    if page is not None:
        library.pages[lang, name] = page


def _page(library: Library, lang: Lang, name: str, source: Source, before: Library) -> Page | None:
    path = source.path
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


def pair(library: Library) -> None:
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
