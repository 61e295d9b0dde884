"""The look at external links, at a server of its own."""

from __future__ import annotations

import datetime
import http.server
import json
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from actionplan.library import Library

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import links  # noqa: E402


class Web(http.server.BaseHTTPRequestHandler):
    """`/404` is missing, `/403` refuses, `/once` fails the first time, `/wayback` knows a copy."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        Web.asked[self.path] += 1
        status = {"/404": 404, "/403": 403}.get(self.path, 200)
        if self.path == "/once" and Web.asked["/once"] == 1:
            status = 500
        self.send_response(status)
        self.end_headers()
        if self.path.startswith("/wayback"):
            copy = {"archived_snapshots": {"closest": {"url": "http://archive/copy"}}}
            self.wfile.write(json.dumps(copy).encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def web() -> Iterator[str]:
    Web.asked = Counter()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(("path", "wrong"), [("/", ""), ("/404", "404"), ("/403", ""), ("/값", "")])
def test_a_look_tells_a_missing_page_from_one_that_refuses_robots(
    web: str, path: str, wrong: str
) -> None:
    assert links.look(web + path) == wrong


def test_an_address_where_nobody_listens_is_dead() -> None:
    assert links.look("http://127.0.0.1:9/") == "ConnectionRefusedError"


def test_what_fails_once_and_opens_at_the_second_look_is_alive(web: str) -> None:
    waits: list[float] = []
    assert links.check([f"{web}/once", f"{web}/404"], links.look, waits.append) == {
        f"{web}/404": "404"
    }
    assert waits == [links.PAUSE, links.SECOND_LOOK, links.PAUSE]
    assert Web.asked == {"/once": 2, "/404": 2}


def test_hosts_do_not_wait_for_each_other() -> None:
    waits: list[float] = []
    failed = links.check(["https://a.kr/1", "https://b.kr/1"], lambda _: "", waits.append)
    assert (failed, waits) == ({}, [])


def test_a_dead_link_is_reported_with_its_places_and_its_copy(web: str) -> None:
    copy = links.archived("https://a.kr/gone", f"{web}/wayback?url=")
    dead = [links.Dead("https://a.kr/gone", "404", copy)]
    text = links.report(dead, {"https://a.kr/gone": ["data/sources.yml:3 (x)"]}, 1)
    assert text.splitlines()[2:] == [
        "- 404: <https://a.kr/gone>; [archive](http://archive/copy); data/sources.yml:3 (x)"
    ]


def test_a_report_fits_into_an_issue_and_says_how_many_it_leaves_out() -> None:
    urls = [f"https://a.kr/{number}" for number in range(links.MOST + 20)]
    places = {url: ["data/sources.yml:3 (x)"] for url in urls}
    text = links.report([links.Dead(url, "404", "") for url in urls], places, len(urls))
    assert text.count("- 404") == links.MOST
    assert text.endswith("- 그 밖에 20개 / 20 more\n")


def test_no_copy_is_named_when_the_archive_does_not_answer() -> None:
    assert links.archived("https://a.kr/", "http://127.0.0.1:9/?url=") == ""


@pytest.mark.parametrize(
    ("day", "fresh"), [("", False), ("2026-11-01", True), ("2026-10-01", False)]
)
def test_an_address_is_asked_again_after_a_month(day: str, fresh: bool) -> None:
    assert links.is_fresh(day, datetime.date(2026, 11, 22)) is fresh


def test_every_source_is_among_the_addresses(library: Library) -> None:
    found = links.addresses(library)
    assert {source.url.partition("#")[0] for source in library.sources.values()} <= set(found)
