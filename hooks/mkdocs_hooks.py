"""The MkDocs edge: each event hands its work to one plain function of the model.

The only file that imports mkdocs. MkDocs runs it once for each language in one process, with the same
configuration object, so what is loaded for the first language serves the second.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from actionplan import aside, gates, rules, urls
from actionplan.exports import beside, faces
from actionplan.exports.structured import structured
from actionplan.graph import Graph, graph_of
from actionplan.language import LANGS, Lang, lang
from actionplan.library import Library
from actionplan.library import Page as LibraryPage
from actionplan.locale import reader_language
from actionplan.mentions import Lexicon, link
from actionplan.problem import Problem, as_text
from actionplan.reading import load
from actionplan.search.site import Search
from actionplan.views.pages import compose, description
from link_cards import Store

log = logging.getLogger("mkdocs.hooks.actionplan")

AFTER_ALL = -200
"""Later than static-i18n (-100), which builds the second language in its own on_post_build."""


THEME_FILES = ("assets/javascripts/bundle.", "assets/stylesheets/main.")
"""What pages load of the theme's own files; its search, source maps and other languages stay out."""


def refuse(problems: Sequence[Problem]) -> None:
    """Stops the build where there are problems, with a line for each in the reader's language."""
    if problems:
        reader = reader_language(os.environ)
        lines = [as_text(problem, reader) for problem in problems]
        raise PluginError("\n" + "\n".join(lines))


class State:
    """What one build knows: the library's graph and a lexicon for each language."""

    graph: Graph
    lexicons: dict[Lang, Lexicon]
    search: Search

    def load(self, root: Path) -> None:
        """Reads and checks everything. Raises PluginError with every problem."""
        library = load(root)
        refuse(rules.check(library))
        self.adopt(library)
        # It stays until the end of the build, so the collector need not walk through it again and again.
        gc.freeze()

    def adopt(self, library: Library) -> None:
        """Takes content that has been read elsewhere."""
        self.graph = graph_of(library)
        self.lexicons = {code: Lexicon(library, code) for code in LANGS}
        try:
            self.search = Search.of(library)
        except ValueError as error:
            raise PluginError(str(error)) from error

    @property
    def library(self) -> Library:
        return self.graph.library

    def page(self, page: Any) -> LibraryPage:
        """The library's page behind a page of MkDocs."""
        code, _, name = page.file.src_uri.partition("/")
        return self.library.pages[lang(code), name.removesuffix(".md")]


state = State()


def on_config(config: Any) -> None:
    """Checks all content before MkDocs touches the site, once for both languages."""
    if not config.plugins["i18n"].building:
        state.load(Path(config.config_file_path).parent)


def on_env(env: Any, **_: Any) -> None:
    """Keeps compiled templates, which are the same for both languages and in the next build."""
    folder = state.library.root / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))


def on_files(files: Any, config: Any) -> None:
    """Leaves out the theme's files that no page loads."""
    ours = (config.docs_dir, config.theme.custom_dir)
    for file in list(files):
        loaded = file.src_uri.startswith(THEME_FILES) and not file.src_uri.endswith(".map")
        if file.src_dir not in ours and not loaded:
            files.remove(file)


def on_page_markdown(_markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Puts in what the build adds to a page."""
    known = state.page(page)
    page.meta["description"] = description(state.library, known)
    page.meta["structured"] = structured(state.library, known, config.site_url)
    page.meta["records_url"] = records_url(known.name, config.edit_uri)
    page.meta["link_card"] = faces.address(config.site_url, known)
    page.update_date = state.library.changed_on(known.name)
    # Material's own index stays empty: search reads the packs that on_post_build writes.
    page.meta["search"] = {"exclude": True}
    markdown, page.blocks = aside.take_out(compose(state.graph, known, config.site_url))
    return markdown


def records_url(name: str, edit_uri: str) -> str | None:
    """Where the records that a page shows are edited; None for a page without any."""
    path = urls.records_path(name)
    return path and edit_uri.removesuffix("docs/") + path


@event_priority(AFTER_ALL)
def on_post_build(config: Any) -> None:
    """Writes what stands beside the pages, once both languages are built."""
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    beside_pages(config)
    write(site, link_cards())
    refuse(gates.built(site))


def beside_pages(config: Any) -> None:
    """Writes downloads, feeds, hover cards and what search reads."""
    files = beside.files(state.graph, config.site_url)
    write(Path(config.site_dir), {path: text.encode() for path, text in files.items()})
    state.search.write(Path(config.site_dir), config.site_url)


def link_cards() -> dict[str, bytes]:
    """The picture of every page for those who pass on its address, by its path in the site."""
    store = Store(state.library.root / ".cache" / "link-cards")
    return {
        faces.path(code, name): store.card(faces.face(state.library, page))
        for (code, name), page in state.library.pages.items()
    }


def write(site: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their path below the site's root."""
    for path, content in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Points the page's search to our worker."""
    try:
        return state.search.point(output, state.page(page).lang)
    except ValueError as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from error


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Refuses HTML that we don't know, and links the first mention of each glossary term."""
    known = state.page(page)
    html = aside.put_back(html, page.blocks)
    page.present_anchor_ids |= aside.ids(page.blocks)
    refuse(gates.rendered(html, known))
    return link(html, known, state.lexicons[known.lang])
