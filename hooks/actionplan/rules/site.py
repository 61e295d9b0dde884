"""Rules about mkdocs.yml: keys that exist, a navigation that holds every page, nothing from elsewhere."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from typing import Any

import yaml

from .. import text, urls
from ..frontmatter import LOADER
from ..library import Library
from ..nearest import nearest
from ..problem import Problem
from .finding import meant, named

FILE = "mkdocs.yml"
MAX_DEPTH = 12
# MkDocs 1.6, user guide, "Configuration".
KEYS = frozenset(
    [
        "site_name",
        "site_url",
        "site_description",
        "site_author",
        "nav",
        "use_directory_urls",
        "repo_url",
        "repo_name",
        "edit_uri",
        "edit_uri_template",
        "docs_dir",
        "site_dir",
        "theme",
        "dev_addr",
        "copyright",
        "extra",
        "extra_css",
        "extra_javascript",
        "extra_templates",
        "markdown_extensions",
        "mdx_configs",
        "strict",
        "remote_branch",
        "remote_name",
        "watch",
        "plugins",
        "hooks",
        "validation",
        "not_in_nav",
        "exclude_docs",
        "draft_docs",
        "INHERIT",
    ]
)
# Material for MkDocs 9.8, "Setup"; and MkDocs' own theme keys.
THEME_KEYS = frozenset(
    [
        "name",
        "custom_dir",
        "language",
        "locale",
        "direction",
        "font",
        "favicon",
        "logo",
        "icon",
        "features",
        "palette",
        "static_templates",
        "include_search_page",
        "search_index_only",
    ]
)
NEEDED = ("site_name", "theme", "plugins", "nav")


class Config:
    """mkdocs.yml as a tree of nodes that know their lines, and what is wrong with it as YAML."""

    def __init__(self, library: Library) -> None:
        self.problems: list[Problem] = []
        self.root: yaml.Node | None = None
        if not (library.root / FILE).is_file():
            return
        source, self.problems = text.read(library.root, FILE)
        try:
            self.problems += _refused(source.text)
            if source.usable and not self.problems:
                self.root = yaml.compose(source.text, Loader=LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.problems.append(_at(
                mark.line if mark else 0, mark.column if mark else 0, "yaml-syntax",
                "YAML로 읽을 수 없습니다. 들여쓰기, 쌍점, 따옴표를 확인하세요.",
                "can't be read as YAML; check indentation, colons and quotes",
            ))  # fmt: skip

    def get(self, *keys: str) -> yaml.Node | None:
        """The node below these keys, None where there is none."""
        node = self.root
        for key in keys:
            node = next((value for name, value in _pairs(node) if name.value == key), None)
        return node


def _refused(written: str) -> Iterator[Problem]:
    """An alias, or nesting beyond what a configuration needs, either of which can grow without end."""
    depth = 0
    for event in yaml.parse(written, Loader=LOADER):
        mark: Any = event.start_mark
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if isinstance(event, yaml.AliasEvent):
            yield _at(
                mark.line,
                mark.column,
                "yaml-anchor",
                "별칭(*)은 쓸 수 없습니다. 값을 그대로 다시 적으세요.",
                "aliases (*) are not allowed; write the value out",
            )
            return
        if depth > MAX_DEPTH:
            yield _at(
                mark.line,
                mark.column,
                "yaml-depth",
                f"값이 {MAX_DEPTH}단계보다 깊이 겹쳐 있습니다. 구조를 줄이세요.",
                f"values nested more than {MAX_DEPTH} deep; flatten them",
            )
            return


def config(library: Library) -> Iterator[Problem]:
    """mkdocs.yml is YAML without repeated keys, and has the keys of MkDocs and its theme only."""
    found = Config(library)
    yield from found.problems
    if not (library.root / FILE).is_file():
        yield _at(
            0,
            0,
            "file-missing",
            "이 파일이 없습니다. 지웠다면 되돌리세요.",
            "this file is missing; put it back",
        )
    if found.root is None:
        return
    yield from _repeated(found.root)
    yield from _unknown(found.root, KEYS)
    yield from _unknown(found.get("theme"), THEME_KEYS)
    for key in NEEDED:
        if found.get(key) is None:
            yield _at(
                0,
                0,
                "config",
                f"{named(key, '이')} 없거나 비어 있습니다. 지웠다면 되돌리세요.",
                f"'{key}' is missing or empty; put it back",
            )


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _repeated(node: yaml.Node) -> Iterator[Problem]:
    """Keys that stand twice in one mapping, anywhere in the tree."""
    seen: dict[str, int] = {}
    for key, value in _pairs(node):
        line = key.start_mark.line
        if key.value in seen:
            yield _at(line, 0, "yaml-duplicate", f"{named(key.value, '이')} {seen[key.value]}행에 이미 있습니다. 하나만 남기세요.",
                      f"'{key.value}' is already on line {seen[key.value]}; keep one")  # fmt: skip
        seen.setdefault(str(key.value), line + 1)
        yield from _repeated(value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item)


def _unknown(node: yaml.Node | None, known: frozenset[str]) -> Iterator[Problem]:
    for key, _ in _pairs(node):
        if key.value not in known:
            ko, en = meant(key.value, known)
            yield _at(key.start_mark.line, key.start_mark.column, "config", f"{named(key.value, '은')} 없는 설정입니다.{ko or ' 지우세요.'}",
                      f"unknown key '{key.value}'{en or '; remove it'}")  # fmt: skip


def foreign(library: Library) -> Iterator[Problem]:
    """No setting makes the pages load or ask anything of other sites."""
    found = Config(library)
    repo = found.get("repo_url")
    if repo is not None:
        yield _at(repo.start_mark.line, 0, "third-party", "repo_url이 있으면 모든 쪽이 api.github.com에 물어봅니다. edit_uri만 쓰세요.",
                  "with repo_url every page asks api.github.com; use edit_uri only")  # fmt: skip
    font = found.get("theme", "font")
    if found.get("theme") is not None and (font is None or font.value != "false"):
        line = font.start_mark.line if font else found.get("theme").start_mark.line  # type: ignore[union-attr]
        yield _at(line, 0, "third-party", "theme.font가 false가 아니면 fonts.googleapis.com에서 글꼴을 불러옵니다. ‘font: false’로 두세요.",
                  "unless theme.font is false, pages load fonts from fonts.googleapis.com; write 'font: false'")  # fmt: skip
    for node, path in _extra_files(found):
        if "//" in path:
            yield _at(node.start_mark.line, node.start_mark.column, "third-party", f"다른 사이트의 파일({path})을 불러옵니다. docs/assets에 넣어 쓰세요.",
                      f"loads {path} from another site; keep it in docs/assets")  # fmt: skip
        elif f"docs/{path}" not in library.entries:
            ko, en = meant(
                path,
                [e.removeprefix("docs/") for e in library.entries if e.startswith("docs/assets/")],
            )
            yield _at(node.start_mark.line, node.start_mark.column, "config", f"파일이 없습니다: docs/{path}.{ko or ' 경로를 확인하세요.'}",
                      f"no file docs/{path}{en or '; check the path'}")  # fmt: skip


def _extra_files(found: Config) -> Iterator[tuple[yaml.Node, str]]:
    for key in ("extra_css", "extra_javascript"):
        listed = found.get(key)
        for item in listed.value if isinstance(listed, yaml.SequenceNode) else []:
            node = next((value for name, value in _pairs(item) if name.value == "path"), item)
            if isinstance(node, yaml.ScalarNode):
                yield node, node.value


# ---- navigation


def navigation(library: Library) -> Iterator[Problem]:
    """Every page stands in the navigation once, and every entry of it is a page."""
    found = Config(library)
    nav = found.get("nav")
    if nav is None:
        return
    names = {name for _, name in library.pages}
    seen: dict[str, int] = {}
    for node in _entries(nav):
        name = str(node.value).removesuffix(".md")
        if "://" in node.value:
            continue
        if not _exists(library, name):
            ko, en = meant(f"{name}.md", [f"{known}.md" for known in names])
            yield _at(node.start_mark.line, node.start_mark.column, "nav-target", f"내비게이션의 {named(node.value, '은')} 없는 쪽입니다.{ko or ' 파일 이름을 확인하세요.'}",
                      f"the navigation names '{node.value}', which doesn't exist{en or '; check the file name'}")  # fmt: skip
        elif name in seen:
            yield _at(node.start_mark.line, node.start_mark.column, "nav-target", f"{named(node.value, '은')} {seen[name]}행에 이미 있습니다. 하나만 남기세요.",
                      f"'{node.value}' is already on line {seen[name]}; keep one")  # fmt: skip
        seen.setdefault(name, node.start_mark.line + 1)
    meant_by = {nearest(name, names) for name in seen if not _exists(library, name)}
    yield from _outside(library, found, {*seen, *filter(None, meant_by)})


def _entries(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The pages of a navigation, at any depth."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    else:
        for _, value in _pairs(node):
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
    found = Config(library)
    nav, plugins = found.get("nav"), found.get("plugins")
    tables = list(_tables(plugins)) if plugins else []
    if nav is None or not tables:
        return
    labels = {label.value: label for label in _labels(nav)}
    for table in tables:
        known = {key.value: key for key, _ in _pairs(table)}
        for label, node in labels.items():
            if label not in known:
                ko, en = meant(label, known)
                yield _at(node.start_mark.line, node.start_mark.column, "nav-translation", f"내비게이션의 이름 ‘{label}’에 영어가 없습니다.{ko or ' nav_translations에 더하세요.'}",
                          f"the label '{label}' has no English{en or '; add it to nav_translations'}")  # fmt: skip
        for label, node in known.items():
            if label not in labels and not nearest(label, labels.keys() - known.keys()):
                yield _at(node.start_mark.line, node.start_mark.column, "nav-translation", f"nav_translations의 ‘{label}’ 항목은 내비게이션에 없습니다. 지우세요.",
                          f"'{label}' in nav_translations is no label of the navigation; remove it")  # fmt: skip


def _labels(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _labels(item)
    for key, value in _pairs(node):
        yield key
        yield from _labels(value)


def _tables(node: yaml.Node) -> Iterator[yaml.Node]:
    """Every `nav_translations` below the plugins."""
    for key, value in _pairs(node):
        if key.value == "nav_translations":
            yield value
        else:
            yield from _tables(value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _tables(item)


def _at(line: int, column: int, rule: str, ko: str, en: str) -> Problem:
    return Problem(FILE, line + 1, column + 1, rule, ko, en)


RULES = (config, foreign, navigation, nav_translation)
