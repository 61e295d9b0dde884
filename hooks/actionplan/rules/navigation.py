"""Rules about the navigation in mkdocs.yml: every page once, every entry a page, every label in English too."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator

import yaml

from .. import urls
from ..library import Library
from ..nearest import nearest
from ..problem import Problem
from .finding import meant, missing_file, named
from .mkdocs_yml import Config, config_of, in_config, pairs


def navigation(library: Library) -> Iterator[Problem]:
    """Every page stands in the navigation once, and every entry of it is a page."""
    found = config_of(library)
    nav = found.get("nav")
    if nav is None:
        return
    names = {name for _, name in library.pages}
    seen: dict[str, int] = {}
    for node in _entries(nav):
        name = str(node.value).removesuffix(".md")
        if "://" in node.value:
            continue
        if not (node.value.endswith(".md") and _exists(library, name)):
            ko, en = _meant(f"{name}.md", {f"{known}.md" for known in names})
            problem = in_config(node.start_mark.line, node.start_mark.column, "nav-target", f"내비게이션의 {named(node.value, '은')} 없는 쪽입니다.{ko or ' 파일 이름을 확인하세요.'}",
                      f"the navigation names '{node.value}', which doesn't exist{en or '; check the file name'}")  # fmt: skip
            yield missing_file(problem, f"docs/ko/{name}.md")
        elif name in seen:
            yield in_config(node.start_mark.line, node.start_mark.column, "nav-target", f"{named(node.value, '은')} {seen[name]}행에 이미 있습니다. 하나만 남기세요.",
                      f"'{node.value}' is already on line {seen[name]}; keep one")  # fmt: skip
        seen.setdefault(name, node.start_mark.line + 1)
    lost = [name for name in seen if not _exists(library, name)]
    meant_by = {nearest(name, names) for name in lost}
    meant_by |= {
        known for known in names for name in lost if name.endswith((f"/{known}", f" {known}"))
    }
    yield from _outside(library, found, {*seen, *filter(None, meant_by)})


def _meant(file: str, files: set[str]) -> tuple[str, str]:
    """What to write instead, which is the file itself where only its ending is missing."""
    if file in files:
        return f" {named(file, '으로')} 적으세요.", f"; write '{file}'"
    return meant(file, files)


def _entries(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The pages of a navigation, at any depth."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    else:
        for _, value in pairs(node):
            yield from _entries(value)


def _exists(library: Library, name: str) -> bool:
    return any(urls.source_path(lang, name) in library.entries for lang in ("ko", "en"))


def _outside(library: Library, found: Config, inside: set[str]) -> Iterator[Problem]:
    excused = found.get("not_in_nav")
    patterns = (
        [line.strip().strip("/") for line in str(excused.value).splitlines() if line.strip()]
        if excused
        else []
    )
    for (lang, name), page in library.pages.items():
        path = f"{lang}/{name}.md"
        if (
            lang == "ko"
            and name not in inside
            and not any(fnmatch.fnmatch(path, pattern) for pattern in patterns)
        ):
            yield Problem(page.path, 1, 1, "nav-missing", f"내비게이션에 없는 쪽입니다. mkdocs.yml의 nav에 {named(name + '.md', '을')} 넣으세요.",
                          f"in no navigation; add '{name}.md' to nav in mkdocs.yml")  # fmt: skip


def nav_translation(library: Library) -> Iterator[Problem]:
    """Every Korean label of the navigation has its English one, and every English one its Korean."""
    found = config_of(library)
    nav, plugins = found.get("nav"), found.get("plugins")
    tables = list(_tables(plugins)) if plugins else []
    if nav is None or not tables:
        return
    labels = {label.value: label for label in _labels(nav)}
    for table in tables:
        known = {key.value: key for key, _ in pairs(table)}
        for label, node in labels.items():
            if label not in known:
                ko, en = meant(label, known)
                yield in_config(node.start_mark.line, node.start_mark.column, "nav-translation", f"내비게이션의 이름 ‘{label}’에 영어가 없습니다.{ko or ' nav_translations에 더하세요.'}",
                          f"the label '{label}' has no English{en or '; add it to nav_translations'}")  # fmt: skip
        # A label that was renamed lacks its English, which is said; its old entry is the echo.
        renamed = bool(labels.keys() - known.keys())
        for label, node in known.items():
            if label not in labels and not renamed:
                yield in_config(node.start_mark.line, node.start_mark.column, "nav-translation", f"nav_translations의 ‘{label}’ 항목은 내비게이션에 없습니다. 지우세요.",
                          f"'{label}' in nav_translations is no label of the navigation; remove it")  # fmt: skip


def _labels(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _labels(item)
    for key, value in pairs(node):
        yield key
        yield from _labels(value)


def _tables(node: yaml.Node) -> Iterator[yaml.Node]:
    """Every `nav_translations` below the plugins."""
    for key, value in pairs(node):
        if key.value == "nav_translations":
            yield value
        else:
            yield from _tables(value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _tables(item)


RULES = (navigation, nav_translation)
