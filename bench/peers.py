"""The engines beside which our build is measured, each set up for the pages of `corpus`.

The extensions of Markdown are those that our pages need, everywhere. Navigation is what an engine does
when it is told nothing: every page is in it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from .figure import ROOT
from .measure import Cost, run

EXTENSIONS = """
markdown_extensions:
  - attr_list
  - admonition
  - tables
  - toc:
      permalink: '#'
      toc_depth: 3
"""
MATERIAL = """
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, toc.follow]
"""
I18N = """
  - i18n:
      docs_structure: folder
      languages:
        - {locale: ko, name: 한국어, default: true, build: true}
        - {locale: en, name: English, build: true}
"""
CONFIGS = {
    "mkdocs": "theme: mkdocs\nplugins: []\n",
    "Material": f"{MATERIAL}plugins:\n  - search\n",
    "Material, static-i18n": f"{MATERIAL}plugins:\n  - search\n{I18N}",
}
"""mkdocs.yml of each engine of the MkDocs family, without what all of them share."""

HUGO = """baseURL: https://example.org/
defaultContentLanguage: ko
languages:
  ko: {contentDir: content/ko, languageName: 한국어}
  en: {contentDir: content/en, languageName: English}
disableKinds: [taxonomy, term, RSS]
markup:
  goldmark:
    renderer: {unsafe: true}
    parser: {attribute: {block: true}}
"""
HUGO_LAYOUT = """<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head><body>
<nav><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main>{{ .Content }}</main>{{ .TableOfContents }}</body></html>
"""


def mkdocs(folder: Path, name: str, runner: str = "mkdocs") -> Callable[[], Cost]:
    """A build by one engine of the MkDocs family. `folder` holds the pages in docs/."""
    file = config(folder, name)
    site = folder / f"site-{runner}-{file.stem}"
    command = [sys.executable, "-m", runner, "build", "-q", "-f", str(file), "-d", str(site)]
    return lambda: run(command, folder)


def config(folder: Path, name: str) -> Path:
    """Writes the configuration of one engine of the MkDocs family."""
    file = folder / f"{name.replace(', ', '-')}.yml"
    shared = f"site_name: Peer\nsite_url: https://example.org/\n{EXTENSIONS}"
    file.write_text(shared + CONFIGS[name], "utf-8")
    return file


def hugo(folder: Path) -> Callable[[], Cost] | None:
    """A build by Hugo with a small layout of its own; None where there is no Hugo."""
    program = shutil.which("hugo")
    if not program:
        return None
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(HUGO_LAYOUT, "utf-8")
    (folder / "config.yaml").write_text(HUGO, "utf-8")
    for file in (folder / "docs").rglob("*.md"):
        # To Hugo an index.md is a page that swallows its folder; _index.md is a folder's own page.
        name = "_index.md" if file.name == "index.md" else file.name
        copy = folder / "content" / file.relative_to(folder / "docs").with_name(name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            file.read_text("utf-8").replace("{{", "{ {"), "utf-8"
        )  # no shortcodes of Hugo's
    command = [program, "--quiet", "--cleanDestinationDir", "-d", str(folder / "site-hugo")]
    return lambda: run(command, folder)


def ours(site: Path) -> Callable[[], Cost]:
    """The build of this project with everything that it does."""
    return lambda: run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], ROOT)


def ours_without_hooks(folder: Path) -> Callable[[], Cost]:
    """Our configuration and templates on pages that are composed already."""
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    text = (
        (ROOT / "mkdocs.yml").read_text("utf-8").replace("hooks:\n  - hooks/mkdocs_hooks.py\n", "")
    )
    (folder / "without-hooks.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "without-hooks.yml"]
    return lambda: run([*command, "-d", str(folder / "site-without-hooks")], folder)
