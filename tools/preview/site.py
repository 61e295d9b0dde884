"""Pages of the site drawn one at a time, by MkDocs' own steps, when somebody asks for them.

`mkdocs serve` builds every page of both languages after each saved file. Here a change costs reading
the content anew, and the one page that is looked at is drawn by the same functions, templates and
hooks as in a build; so nothing can be out of date, and no cache has to know what depends on what. It
must not know about the web server or about what changed.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from actionplan.language import Lang
from actionplan.library import Library

HOOKS = "hooks/mkdocs_hooks.py"


class Pages:
    """What MkDocs knows of one language before it draws pages."""

    def __init__(self, config: Any, env: Any) -> None:
        self.config = config
        files = get_files(config)
        self.env = env or config.theme.get_env()
        files.add_files_from_theme(self.env, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        nav = get_navigation(self.files, config)
        self.nav = config.plugins.on_nav(nav, config=config, files=self.files)
        self.documents = self.files.documentation_pages()
        for file in self.documents:
            if file.page is None:
                Page(None, file, config)
        for page in self.nav.pages:
            page.read_source(config)
        if not env:
            self.env = config.plugins.on_env(self.env, config=config, files=self.files)
        self.by_url: dict[str, File] = {file.url: file for file in self.files}
        self._drawn: set[str] = set()

    def content(self, url: str) -> bytes | None:
        """A page as it would be built, or a file that stands beside the pages; None where neither is."""
        file = self.by_url.get(url or "./") or self.by_url.get(url)
        if file is None:
            return None
        if file.page is None:
            return file.content_bytes
        if url not in self._drawn:
            _populate_page(file.page, self.config, self.files)
            _build_page(file.page, self.config, self.documents, self.nav, self.env)
            self._drawn.add(url)
        return Path(file.abs_dest_path).read_bytes()

    def unknown(self) -> bytes:
        """The page for unknown addresses."""
        _build_theme_template("404.html", self.env, self.files, self.config, self.nav)
        return Path(self.config.site_dir, "404.html").read_bytes()


class Site:
    """Both languages, each read when its first page is asked for. Safe to ask from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._library: Library | None = None
        self._configs: dict[Lang, Any] = {}
        self._pages: dict[Lang, Pages] = {}
        self._envs: dict[Lang, Any] = {}
        self._has_extras = False

    def renew(self, library: Library, *, theme: bool) -> None:
        """Forgets what was drawn; with `theme`, also configuration and templates."""
        with self._lock:
            self._library = library
            self._pages.clear()
            self._has_extras = False
            if theme:
                self._configs.clear()
                self._envs.clear()

    def content(self, path: str) -> bytes | None:
        """What stands at a path below the site's root. Raises whatever drawing it raises."""
        with self._lock:
            lang: Lang = "en" if path.startswith("en/") else "ko"
            found = self._of(lang).content(path)
            return self._extra(path) if found is None else found

    def unknown(self) -> bytes:
        """The page for unknown addresses."""
        with self._lock:
            return self._of("ko").unknown()

    def _of(self, lang: Lang) -> Pages:
        if lang not in self._pages:
            self._pages[lang] = Pages(self._config(lang), self._envs.get(lang))
            self._envs[lang] = self._pages[lang].env
        return self._pages[lang]

    def _config(self, lang: Lang) -> Any:
        """MkDocs' configuration as in the build of one language, with our content in the hooks."""
        if lang not in self._configs:
            config = load_config("mkdocs.yml", site_dir=str(self._folder))
            config.plugins.on_startup(command="serve", dirty=False)
            self._configs[lang] = config
        config = self._configs[lang]
        config.hooks[HOOKS].state.adopt(self._library)
        # As in the later of two builds, in which our hooks take the content as read and checked.
        i18n = config.plugins["i18n"]
        i18n.building, i18n.current_language = True, lang
        config.plugins.on_config(config)
        return config

    def _extra(self, path: str) -> bytes | None:
        """A file that the build writes beside the pages."""
        if not self._has_extras:
            config = self._of("ko").config
            config.hooks[HOOKS].beside_pages(config)
            self._has_extras = True
        file = self._folder / path
        inside = file.resolve().is_relative_to(self._folder.resolve())
        return file.read_bytes() if inside and file.is_file() else None
