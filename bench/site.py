"""The built site and stock Material's behind a web server on this machine, and a browser to look at them.

Each site is built once for all figures.
"""

from __future__ import annotations

import atexit
import functools
import gzip
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from tests.browser.chromium import launched, program

from . import corpus, peers
from .figure import ROOT, SkippedError
from .measure import run

SUB_PATH = "ai-action-plan-korea"

KINDS = {
    "home": "",
    "plan": "plan/",
    "pillar": "plan/pillar-1/",
    "section": "plan/red-tape/",
    "action explorer": "plan/actions/",
    "impact": "korea/hbm-memory-supply/",
    "strategy": "strategies/balanced-ecosystem/",
    "trace": "trace/",
    "timeline": "timeline/",
    "glossary": "glossary/",
    "term": "glossary/high-bandwidth-memory/",
    "article": "article/",
    "sources": "sources/",
}
"""A page of each kind. The English one stands under en/."""


@functools.cache
def built() -> Path:
    """Folder of a fresh build, named as its sub-path."""
    site = _kept_folder() / SUB_PATH
    run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(site)], ROOT)
    return site


@functools.cache
def stock() -> Path:
    """Folder of the same pages in Material with static-i18n, as both are delivered."""
    work = _kept_folder()
    corpus.write(work / "docs")
    peers.mkdocs(work, "Material, static-i18n")()
    return next(work.glob("site-*"))


def _kept_folder() -> Path:
    """A folder that goes when the program ends."""
    work = tempfile.mkdtemp(prefix="bench-site-")
    atexit.register(shutil.rmtree, work, ignore_errors=True)
    return Path(work)


class _Server(http.server.SimpleHTTPRequestHandler):
    """Sends texts compressed and lets browsers keep them for ten minutes, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """A file, or the index of a folder."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        kind, content = self.guess_type(str(file)), file.read_bytes()
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        content = gzip.compress(content, 6) if text else content
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


class _Quiet(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Says nothing when a browser goes away."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Address of a site's home page."""
    handler = functools.partial(_Server, directory=str(site.parent))
    with _Quiet(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


def chromium() -> str:
    """The browser's program. Raises SkippedError where there is none."""
    found = program()
    if not found:
        raise SkippedError("no Chromium; name one in CHROMIUM")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser. Raises SkippedError where there is none."""
    chromium()
    with launched() as opened:
        yield opened
