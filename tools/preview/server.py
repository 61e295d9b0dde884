"""The web server of the preview: pages under the site's own path, and news of changes to open pages.

Each page gets one script of ours, which listens for news, loads the page again and shows problems. The
script is a file of this server, so that pages keep their content security policy. It must not know how
pages are drawn or what a problem is.
"""

from __future__ import annotations

import contextlib
import html
import json
import mimetypes
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

OWN = "/__preview__/"
"""Path of the preview's own script, style and news."""

FILES = Path(__file__).parent
PATIENCE = 15.0
"""Seconds after which a page that waits for news is told that there is none."""


class Source(Protocol):
    """Where pages come from."""

    def content(self, path: str) -> bytes | None: ...
    def unknown(self) -> bytes: ...


class News:
    """The state of the content: a number that grows with each change, and its problems once known."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.version = time.time_ns() // 1_000_000
        self.problems: list[dict[str, Any]] | None = None

    def renew(self) -> int:
        """A new version, not checked yet."""
        with self._changed:
            self.version += 1
            self.problems = None
            self._changed.notify_all()
            return self.version

    def judge(self, version: int, problems: list[dict[str, Any]]) -> None:
        """The problems of a version; nothing where a newer one has come meanwhile."""
        with self._changed:
            if version == self.version:
                self.problems = problems
                self._changed.notify_all()

    def after(self, seen: str) -> str:
        """The state as JSON as soon as it differs from the one seen, or else when patience ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._as_json() != seen, PATIENCE)
            return self._as_json()

    def _as_json(self) -> str:
        return json.dumps({"version": self.version, "problems": self.problems}, ensure_ascii=False)


class Server(ThreadingHTTPServer):
    """Serves a source below a path."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], mount: str, source: Source, news: News) -> None:
        super().__init__(address, _Handler)
        self.mount, self.source, self.news = mount, source, news

    def handle_error(self, *_: object) -> None:
        """Says nothing when a browser goes away."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        """Says nothing; problems are what the terminal is for."""

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == f"{OWN}news":
            self._tell()
        elif path.startswith(OWN):
            file = FILES / Path(path).name
            self._send(200, file.read_bytes(), file.name) if file.is_file() else self._send(404)
        elif path.startswith(self.server.mount):
            self._page(path.removeprefix(self.server.mount))
        else:
            self._send(302, location=self.server.mount)

    def _page(self, path: str) -> None:
        version = self.server.news.version
        try:
            content = self.server.source.content(path)
            status = 200 if content is not None else 404
            if content is None:
                content = self.server.source.unknown()
        except Exception as error:  # whatever a half-written page makes the build raise
            status, content = 500, _failure(error)
        is_page = status != 200 or path.endswith("/") or not path
        self._send(status, with_script(content, version) if is_page else content, "x.html" if is_page else path)  # fmt: skip

    def _tell(self) -> None:
        """A stream of states, until the page is gone."""
        self._head(200, "text/event-stream")
        seen = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        with contextlib.suppress(OSError):
            while True:
                state = self.server.news.after(seen)
                self.wfile.write(f"data: {state}\n\n".encode() if state != seen else b":\n\n")
                seen = state

    def _send(self, status: int, content: bytes = b"", name: str = "", location: str = "") -> None:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self._head(status, f"{kind}; charset=utf-8" if text else kind, len(content), location)
        self.wfile.write(content)

    def _head(self, status: int, kind: str, length: int | None = None, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        if length is not None:
            self.send_header("Content-Length", str(length))
        if location:
            self.send_header("Location", location)
        self.end_headers()


def with_script(page: bytes, version: int) -> bytes:
    """A page with the script that listens for news; `version` says what the page shows."""
    script = f'<script type="module" src="{OWN}overlay.js?version={version}"></script>'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + script + body + after if body else page + script


def _failure(error: Exception) -> bytes:
    """What stands in place of a page that can't be drawn; the script adds the problems."""
    said = html.escape(f"{type(error).__name__}: {error}")
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>!</title><body><p>{said}</p></body></html>'.encode()
