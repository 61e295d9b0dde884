"""Follows the content: reads it anew after each change, then checks it.

Open pages are loaded again as soon as the content has been read; what the check finds comes after that,
in the terminal and in the page. Nothing in the content stops the server.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from actionplan import rules
from actionplan.library import Library
from actionplan.locale import reader_language
from actionplan.problem import Problem, as_text
from actionplan.reading import load

from .server import News, Server
from .site import Site

CONTENT = ("docs", "data")
THEME = ("overrides", "mkdocs.yml")
PAUSE = 0.2
"""Seconds between two looks at the files."""
CLEAN = {"ko": "문제가 없습니다.", "en": "No problems found."}

Times = dict[str, int]


def main(host: str, port: int, mount: str) -> None:
    """Serves below a path until it is stopped."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # What MkDocs warns of, the check says with place and remedy.
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    news, checks = News(), Checks()
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        site = Site(Path(folder))
        with Server((host, port), mount, site, news) as server:
            threading.Thread(target=checks.run, args=(news,), daemon=True).start()
            try:
                follow(site, news, checks, server)
            except KeyboardInterrupt:
                server.shutdown()


def follow(site: Site, news: News, checks: Checks, server: Server) -> None:
    """Reads the content now and after each change, for ever."""
    seen, theme, serving = times(), True, False
    library = None
    while True:
        try:
            library = load(Path(), library)
        except OSError:  # a file went while it was read
            time.sleep(PAUSE)
            continue
        site.renew(library, theme=theme)
        checks.wanted.put((library, news.renew()))
        if not serving:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            serving = True
        now = next_times(seen)
        theme = any(path.startswith(THEME) for path, _ in seen.items() ^ now.items())
        seen = now


def next_times(seen: Times) -> Times:
    """Waits until a file has changed, come or gone."""
    while (now := times()) == seen:
        time.sleep(PAUSE)
    return now


def times() -> Times:
    """When each file of the content and the theme was last changed."""
    found: Times = {}
    for top in (*CONTENT, *THEME):
        files = [top] if Path(top).is_file() else files_below(top)
        for file in files:
            with contextlib.suppress(OSError):  # gone since it was listed
                found[file] = Path(file).stat().st_mtime_ns
    return found


def files_below(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (f"{place}/{name}" for name in names)


class Checks:
    """Checks the newest content that is wanted, in a thread of its own."""

    def __init__(self) -> None:
        self.wanted: queue.Queue[tuple[Library, int]] = queue.Queue()

    def run(self, news: News) -> None:
        """Checks for ever, and tells what it found."""
        while True:
            library, version = self.wanted.get()
            while not self.wanted.empty():
                library, version = self.wanted.get()
            try:
                problems = rules.check(library)
            except Exception:  # a mistake in a rule; pages are shown all the same
                traceback.print_exc()
                continue
            news.judge(version, [problem.__dict__ for problem in problems])
            tell(problems)


def tell(problems: list[Problem]) -> None:
    """Prints the problems, or that there are none, with the time."""
    language = reader_language(os.environ)
    lines = [as_text(problem, language) for problem in problems] or [CLEAN[language]]
    print(time.strftime("%H:%M:%S"), "\n".join(lines), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
