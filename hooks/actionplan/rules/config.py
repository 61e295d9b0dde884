"""Rules about the settings in mkdocs.yml: keys and values that exist, all that the site needs, nothing from elsewhere.

The navigation has rules of its own. What MkDocs does with a setting is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from ..language import LANGS
from ..library import Library
from ..problem import Problem
from .finding import meant, named
from .mkdocs_yml import FILE, Config, config_of, in_config, pairs

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
NEEDED = (
    "site_name",
    "site_url",
    "theme",
    "plugins",
    "nav",
    "hooks",
    "markdown_extensions",
    "validation",
)
# Material 9.8, the features that its templates ask for.
FEATURES = frozenset(
    [
        "announce.dismiss",
        "content.action.edit",
        "content.action.view",
        "content.code.annotate",
        "content.code.copy",
        "content.code.select",
        "content.footnote.tooltips",
        "content.tabs.link",
        "content.tooltips",
        "header.autohide",
        "navigation.expand",
        "navigation.footer",
        "navigation.indexes",
        "navigation.instant",
        "navigation.path",
        "navigation.prune",
        "navigation.sections",
        "navigation.tabs",
        "navigation.tabs.sticky",
        "navigation.top",
        "navigation.tracking",
        "search.highlight",
        "search.share",
        "search.suggest",
        "toc.follow",
        "toc.integrate",
    ]
)
# What the pages are written for and what the checks read them by: no more and no less.
LISTS: dict[tuple[str, ...], frozenset[str]] = {
    ("markdown_extensions",): frozenset({"attr_list", "admonition", "tables", "toc"}),
    ("plugins",): frozenset({"search", "i18n"}),
    ("hooks",): frozenset({"hooks/mkdocs_hooks.py"}),
}


def config(library: Library) -> Iterator[Problem]:
    """mkdocs.yml is YAML without repeated keys, and has the keys of MkDocs and its theme only."""
    found = config_of(library)
    yield from found.problems
    if not (library.root / FILE).is_file():
        yield in_config(
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
        if _empty(found.get(key)):
            line = next((k.start_mark.line for k, _ in pairs(found.root) if k.value == key), 0)
            yield in_config(
                line,
                0,
                "config",
                f"{named(key, '이')} 없거나 비어 있습니다. 지웠다면 되돌리세요.",
                f"'{key}' is missing or empty; put it back",
            )


def _empty(node: yaml.Node | None) -> bool:
    return node is None or not node.value or node.value in ("null", "~")


def _repeated(node: yaml.Node) -> Iterator[Problem]:
    """Keys that stand twice in one mapping, anywhere in the tree."""
    seen: dict[str, int] = {}
    for key, value in pairs(node):
        line = key.start_mark.line
        if key.value in seen:
            yield in_config(line, 0, "yaml-duplicate", f"{named(key.value, '이')} {seen[key.value]}행에 이미 있습니다. 하나만 남기세요.",
                      f"'{key.value}' is already on line {seen[key.value]}; keep one")  # fmt: skip
        seen.setdefault(str(key.value), line + 1)
        yield from _repeated(value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item)


def _unknown(node: yaml.Node | None, known: frozenset[str]) -> Iterator[Problem]:
    for key, _ in pairs(node):
        if key.value not in known:
            ko, en = meant(key.value, known)
            yield in_config(key.start_mark.line, key.start_mark.column, "config", f"{named(key.value, '은')} 없는 설정입니다.{ko or ' 지우세요.'}",
                      f"unknown key '{key.value}'{en or '; remove it'}")  # fmt: skip


def foreign(library: Library) -> Iterator[Problem]:
    """No setting makes the pages load or ask anything of other sites."""
    found = config_of(library)
    repo = found.get("repo_url")
    if repo is not None:
        yield in_config(repo.start_mark.line, 0, "third-party", "repo_url이 있으면 모든 쪽이 api.github.com에 물어봅니다. edit_uri만 쓰세요.",
                  "with repo_url every page asks api.github.com; use edit_uri only")  # fmt: skip
    font = found.get("theme", "font")
    if found.get("theme") is not None and (font is None or font.value != "false"):
        line = font.start_mark.line if font else found.get("theme").start_mark.line  # type: ignore[union-attr]
        yield in_config(line, 0, "third-party", "theme.font가 false가 아니면 fonts.googleapis.com에서 글꼴을 불러옵니다. ‘font: false’로 두세요.",
                  "unless theme.font is false, pages load fonts from fonts.googleapis.com; write 'font: false'")  # fmt: skip
    for node, path in _extra_files(found):
        if "//" in path:
            yield in_config(node.start_mark.line, node.start_mark.column, "third-party", f"다른 사이트의 파일({path})을 불러옵니다. docs/assets에 넣어 쓰세요.",
                      f"loads {path} from another site; keep it in docs/assets")  # fmt: skip
        elif f"docs/{path}" not in library.entries:
            ko, en = meant(
                path,
                [e.removeprefix("docs/") for e in library.entries if e.startswith("docs/assets/")],
            )
            yield in_config(node.start_mark.line, node.start_mark.column, "config", f"파일이 없습니다: docs/{path}.{ko or ' 경로를 확인하세요.'}",
                      f"no file docs/{path}{en or '; check the path'}")  # fmt: skip


def _extra_files(found: Config) -> Iterator[tuple[yaml.Node, str]]:
    """Files that settings name, from docs/."""
    for key in ("favicon", "logo"):
        picture = found.get("theme", key)
        if isinstance(picture, yaml.ScalarNode):
            yield picture, picture.value
    for key in ("extra_css", "extra_javascript"):
        listed = found.get(key)
        for item in listed.value if isinstance(listed, yaml.SequenceNode) else []:
            node = next((value for name, value in pairs(item) if name.value == "path"), item)
            if isinstance(node, yaml.ScalarNode):
                yield node, node.value


def needed(library: Library) -> Iterator[Problem]:
    """The extensions, plugins and hooks are those that the pages need, and features are the theme's own."""
    found = config_of(library)
    for keys, wanted in LISTS.items():
        listed = found.get(*keys)
        if isinstance(listed, yaml.SequenceNode):
            yield from _exactly(keys[-1], listed, wanted)
    for node in _items(found.get("theme", "features")):
        if node.value not in FEATURES:
            ko, en = meant(node.value, FEATURES)
            yield _value(node, f"테마에 {named(node.value, '이')} 없습니다.{ko or ' 지우세요.'}",
                         f"the theme has no feature '{node.value}'{en or '; remove it'}")  # fmt: skip


def _exactly(key: str, listed: yaml.SequenceNode, wanted: frozenset[str]) -> Iterator[Problem]:
    nodes = {node.value: node for node in _items(listed)}
    missing = wanted - nodes.keys()
    for name in sorted(nodes.keys() - wanted):
        ko, en = meant(name, missing)
        yield _value(nodes[name], f"{key}에 {named(name, '을')} 쓰지 않습니다.{ko or ' 지우세요.'}",
                     f"'{name}' is not used in {key}{en or '; remove it'}")  # fmt: skip
    for name in sorted(missing):
        if not meant(name, nodes.keys() - wanted)[0]:
            yield _value(listed, f"{key}에 {named(name, '이')} 없습니다. 되돌리세요.",
                         f"{key} lacks '{name}'; put it back")  # fmt: skip


def _items(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The entries of a list: words, and the keys of entries with options."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        name = next((key for key, _ in pairs(item)), item)
        if isinstance(name, yaml.ScalarNode):
            yield name


def strict(library: Library) -> Iterator[Problem]:
    """No check of MkDocs is turned down, no language is left unbuilt, and the theme's own folder exists."""
    found = config_of(library)
    for key, node in pairs(found.get("validation")):
        if node.value != "warn":
            yield _value(node, f"validation의 ‘{key.value}’ 값은 warn이어야 합니다. 고치세요.",
                         f"'{key.value}' of validation stays 'warn'; write that")  # fmt: skip
    for node in _settings(found.get("plugins"), "build"):
        if node.value != "true":
            yield _value(node, "두 언어를 모두 만듭니다. ‘build: true’로 두세요.",
                         "both languages are built; write 'build: true'")  # fmt: skip
    theme = found.get("theme", "name")
    if theme is not None and theme.value != "material":
        yield _value(theme, f"테마는 ‘material’입니다. ‘{theme.value}’를 고치세요.",
                     f"the theme is 'material', not '{theme.value}'; correct it")  # fmt: skip
    locales = list(_settings(found.get("plugins"), "locale"))
    for node in locales:
        if node.value not in LANGS:
            yield _value(node, f"이 사이트의 언어는 {', '.join(LANGS)}입니다. ‘{node.value}’를 고치세요.",
                         f"the languages of this site are {' and '.join(LANGS)}, not '{node.value}'; correct it")  # fmt: skip
    if locales and len(locales) < len(LANGS):
        yield _value(locales[0], f"두 언어({', '.join(LANGS)})가 모두 있어야 합니다. 빠진 언어를 되돌리세요.",
                     f"both languages ({', '.join(LANGS)}) are needed; put the missing one back")  # fmt: skip
    folder = found.get("theme", "custom_dir")
    if folder is not None and not (library.root / str(folder.value)).is_dir():
        near = meant(
            str(folder.value), [path.name for path in library.root.iterdir() if path.is_dir()]
        )
        yield _value(folder, f"폴더 {named(folder.value, '이')} 없습니다.{near[0] or ' 이름을 확인하세요.'}",
                     f"no folder '{folder.value}'{near[1] or '; check its name'}")  # fmt: skip


def _settings(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    """Every value of this key below a node."""
    for name, value in pairs(node):
        if name.value == key:
            yield value
        yield from _settings(value, key)
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        yield from _settings(item, key)


def _value(node: yaml.Node, ko: str, en: str) -> Problem:
    return in_config(node.start_mark.line, node.start_mark.column, "config", ko, en)


RULES = (config, needed, strict, foreign)
