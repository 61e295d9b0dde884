"""data/ and docs/ → every record and every page, Korean and English side by side.

Reading never stops at a mistake: what can't be read is left out, noted in `broken` so that nothing
that refers to it is reported as well, and listed in `problems`. This module must not know rules about
relations; it knows only how files become records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from . import frontmatter, records, text, urls
from .frontmatter import Mapping, Node, Sequence
from .language import DEFAULT_LANG, LANGS, Bilingual, Lang, Text, other
from .outline import Outline
from .problem import Problem
from .records import (
    Action, Agency, Ambiguous, Category, Claim, Event, Instrument, Omission, Part, Pillar, Plan,
    Section, Source, TermKind, Topic,
)  # fmt: skip
from .schema import Reader, hints

T = TypeVar("T")

# Words (one language) and facts (neutral) that a page's front matter may hold, by kind of page.
FIELDS: dict[str, tuple[type[records.PageWords], type]] = {
    "term": (records.TermWords, records.TermFacts),
    "impact": (records.SearchWords, records.ImpactFacts),
    "strategy": (records.StrategyWords, records.StrategyFacts),
    "section": (records.SearchWords, records.Nothing),
    "pillar": (records.SearchWords, records.Nothing),
    "page": (records.SearchWords, records.Nothing),
}


@dataclass(frozen=True)
class Page:
    """One Markdown file: its words and facts (facts in the Korean file only) and its body."""

    path: str
    lang: Lang
    name: str
    kind: str
    id: str
    words: Any
    facts: Any
    outline: Outline

    @property
    def title(self) -> Text:
        title: Text = self.words.title
        return title


@dataclass(frozen=True)
class Unit:
    """A term, impact or strategy: a pair of pages with the facts of the Korean one."""

    kind: str
    id: str
    facts: Any
    ko: Page
    en: Page

    def __getitem__(self, lang: Lang) -> Page:
        return self.ko if lang == "ko" else self.en

    @property
    def path(self) -> str:
        """File that holds the facts."""
        return self.ko.path

    @cached_property
    def title(self) -> Bilingual:
        return Bilingual(self.ko.title, self.en.title)


@dataclass
class Library:
    """All content. Records stand in dictionaries by id, in the order of their files."""

    root: Path
    plan: Plan | None = None
    pillars: dict[str, Pillar] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    omissions: dict[str, Omission] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    term_kinds: dict[str, TermKind] = field(default_factory=dict)
    ambiguous: list[Ambiguous] = field(default_factory=list)
    pages: dict[tuple[Lang, str], Page] = field(default_factory=dict)
    terms: dict[str, Unit] = field(default_factory=dict)
    impacts: dict[str, Unit] = field(default_factory=dict)
    strategies: dict[str, Unit] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def by_kind(self) -> dict[str, dict[str, Any]]:
        """The dictionaries of records by the name of their kind."""
        return {
            "pillar": self.pillars, "section": self.sections, "action": self.actions,
            "agency": self.agencies, "topic": self.topics, "instrument": self.instruments,
            "source": self.sources, "event": self.events, "part": self.parts,
            "claim": self.claims, "category": self.categories, "term-kind": self.term_kinds,
            "term": self.terms, "impact": self.impacts, "strategy": self.strategies,
        }  # fmt: skip

    @property
    def document(self) -> Plan:
        """The plan's own record. Raises ValueError where data/plan.yml could not be read."""
        if self.plan is None:
            raise ValueError("data/plan.yml has no readable 'document'")
        return self.plan

    def actions_of(self, section: str) -> list[Action]:
        """Actions of a section in the plan's order."""
        return [action for action in self.actions.values() if action.section == section]

    def sections_of(self, pillar: str) -> list[Section]:
        """Sections of a pillar in the plan's order."""
        found = [section for section in self.sections.values() if section.pillar == pillar]
        return sorted(found, key=lambda section: section.order)

    def resolve(self, kinds: tuple[str, ...], text: str) -> tuple[str, str] | None:
        """The kind and id that a relation's text names, None where no such record exists.

        `kinds` are those of `schema.To`; with `*` the text is `kind:id`.
        """
        if "*" in kinds:
            kind, _, id = text.partition(":")
            return (kind, id) if kind in kinds and id in self.by_kind[kind] else None
        return next(((kind, str(text)) for kind in kinds if text in self.by_kind.get(kind, {})), None)

    def title(self, kind: str, id: str) -> Bilingual:
        """Title or name of a record. Raises KeyError where there is none."""
        record = self.by_kind[kind][id]
        if isinstance(record, Source):
            return Bilingual(record.title, record.title)
        if isinstance(record, Claim):
            return record.statement
        named: Bilingual = getattr(record, "title", None) or record.name
        return named

    def target(self, kind: str, id: str) -> urls.Target:
        """Page and fragment of a record. Raises KeyError where there is none."""
        record = self.by_kind[kind][id]
        if isinstance(record, Action):
            return urls.Target(urls.page_of("section", record.section), record.anchor)
        page = urls.PAGES_OF_RECORDS.get(kind)
        return urls.Target(page, id) if page else urls.Target(urls.page_of(kind, id))


def load(root: Path) -> Library:
    """Everything below `root`/data and `root`/docs."""
    library = Library(root)
    for path in sorted((root / "data").rglob("*.yml")):
        _load_data(library, path.relative_to(root).as_posix())
    for lang in LANGS:
        _load_pages(library, lang)
    _pair_units(library)
    return library


# ---- data/


def _load_data(library: Library, path: str) -> None:
    tree = read_yaml(library, path)
    folder = path.split("/")[1]
    if folder == "actions":
        return _load_list(library, path, tree, Action, library.actions)
    layout = _LAYOUT.get(path)
    if layout is None:
        return library.problems.append(_unknown_file(path))
    if isinstance(layout, tuple):
        return _load_list(library, path, tree, layout[0], getattr(library, layout[1]))
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


def read_yaml(library: Library, path: str) -> Node | None:
    """A data file's tree; its problems go to the library."""
    source, problems = text.read(library.root, path)
    tree, more = frontmatter.parse(source.text, path)
    library.problems += problems + more
    return tree


def _load_part(library: Library, reader: Reader, node: Node, cls: type[Any], name: str) -> None:
    if cls is Plan:
        library.plan = reader.record(Plan, node)
    elif cls is Ambiguous:
        if isinstance(node, Sequence):
            found = [reader.record(Ambiguous, item, {"path": reader.path}) for item in node.items]
            library.ambiguous += [record for record in found if record]
    else:
        _load_list(library, reader.path, node, cls, getattr(library, name))


def _load_list(
    library: Library, path: str, tree: Node | None, cls: type[T], into: dict[str, T]
) -> None:
    reader = Reader(path)
    if isinstance(tree, Sequence):
        for item in tree.items:
            _load_record(library, reader, item, cls, into)
    elif tree is not None:
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
        reader.report(id, "id-unique", f"id ‘{id}’는 {first.path}:{first.id.line}에 이미 있습니다.",
                      f"id '{id}' is already in {first.path}:{first.id.line}")  # fmt: skip
        return
    into[id] = record


def _id_of(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        id = node.items.get(Text("id"))
        if isinstance(id, frontmatter.Scalar):
            yield str(id.text)


def _unknown_file(path: str) -> Problem:
    return Problem(
        path, 1, 1, "file-unknown",
        "data/에 이런 파일은 없습니다. 파일 이름을 확인하세요.",
        "no such file belongs in data/; check its name",
    )  # fmt: skip


# ---- docs/


def _load_pages(library: Library, lang: Lang) -> None:
    folder = library.root / "docs" / lang
    for file in sorted(folder.rglob("*.md")):
        name = file.relative_to(folder).with_suffix("").as_posix()
        page = _load_page(library, lang, name)
        if page is not None:
            library.pages[lang, name] = page


def _load_page(library: Library, lang: Lang, name: str) -> Page | None:
    path = urls.source_path(lang, name)
    source, problems = text.read(library.root, path)
    document, more = frontmatter.split(source)
    library.problems += problems + more
    kind, id = urls.kind_of_page(name)
    if more:
        library.broken.add(id)
        return None
    return _make_page(library, document, path, lang, name, kind, id)


def _make_page(
    library: Library, document: frontmatter.Document, path: str,
    lang: Lang, name: str, kind: str, id: str,
) -> Page | None:  # fmt: skip
    words_class, facts_class = FIELDS[kind]
    reader = Reader(path)
    words_node, facts_node = _divide(document.meta, reader, words_class, facts_class, lang)
    words = reader.record(words_class, words_node)
    facts = reader.record(facts_class, facts_node) if lang == DEFAULT_LANG else None
    library.problems += reader.problems
    if words is None or (facts is None and lang == DEFAULT_LANG):
        library.broken.add(id)
        return None
    outline = Outline(document.body, document.body_line)
    return Page(path, lang, name, kind, id, words, facts, outline)


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
    for lang, name in list(library.pages):
        if (other(lang), name) not in library.pages:
            _report_missing(library, library.pages[lang, name])
    for (lang, name), page in library.pages.items():
        if lang == DEFAULT_LANG and page.kind in ("term", "impact", "strategy"):
            twin = library.pages.get(("en", name))
            if twin is None:
                library.broken.add(page.id)
                continue
            library.by_kind[page.kind][page.id] = Unit(page.kind, page.id, page.facts, page, twin)


def _report_missing(library: Library, page: Page) -> None:
    path = urls.source_path(other(page.lang), page.name)
    if (library.root / path).exists():
        return
    library.problems.append(
        Problem(
            path, 1, 1, "translation-missing",
            f"{page.path}에 맞는 {'영어' if page.lang == 'ko' else '한국어'} 쪽이 없습니다. 같은 이름으로 만드세요.",
            f"no {'English' if page.lang == 'ko' else 'Korean'} page for {page.path}; add one of this name",
        )  # fmt: skip
    )
