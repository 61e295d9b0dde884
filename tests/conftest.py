"""What tests share: the project's root, its content read once, and a site built and served once."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from actionplan.graph import Graph
from actionplan.library import Library
from actionplan.reading import load

ROOT = Path(__file__).resolve().parent.parent
SUB_PATH = "ai-action-plan-korea"

# The same examples at every run, so that a red run says something of the change it tests.
# `pytest --hypothesis-profile=fuzz` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("fuzz", deadline=None, max_examples=5000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def library() -> Library:
    """All content of the project."""
    return load(ROOT)


@pytest.fixture(scope="session")
def graph(library: Library) -> Graph:
    """The relations of the project's content."""
    return Graph(library)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site. Its folder has the name of the sub-path under which it is served."""
    folder = tmp_path_factory.mktemp("built") / SUB_PATH
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: unknown addresses get 404.html."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, *rest: str | None) -> None:
        """Sends the site's own page for an unknown address."""
        page = Path(self.directory) / SUB_PATH / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, *rest)
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None


@dataclass(frozen=True)
class Served:
    """The site behind a web server on this machine."""

    url: str
    folder: Path


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    """The built site served under its sub-path on a free port."""
    handler = functools.partial(_Quiet, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/", site)
    server.shutdown()
    server.server_close()
    thread.join()
