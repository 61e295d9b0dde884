"""Looks at every external link of the site and prints those that are dead: `make links`.

Polite: one request at a time to a host, with a pause; what was alive in the last month is not asked
again; what fails is looked at twice. A host that refuses robots is not called dead. For a dead link the
Internet Archive's nearest copy is named. Exit status 1 with any dead link.
"""

from __future__ import annotations

import datetime
import http.client
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from actionplan.library import Library
from actionplan.reading import load

CACHE = Path(".cache/links.json")
FRESH = datetime.timedelta(days=30)
PAUSE = 3.0
"""Seconds between two requests to one host."""
SECOND_LOOK = 120.0
"""Seconds before what failed is looked at again."""
HOSTS_AT_ONCE = 8
TIMEOUT = 30
AGENT = "Mozilla/5.0 (compatible; ai-action-plan-korea link check)"
REFUSES_ROBOTS = frozenset({401, 403, 405, 406, 418, 429, 451, 503, 999})
"""Answers that say nothing about whether a reader's browser gets the page."""
MOST = 100
"""Dead links that a report lists; GitHub takes no issue of more than 65,536 characters."""
ARCHIVE = "https://archive.org/wayback/available?url="

Look = Callable[[str], str]
"""Takes an address; returns what is wrong with it, nothing where it is alive."""


@dataclass(frozen=True)
class Dead:
    """An address that leads nowhere, what was answered, and the nearest archived copy."""

    url: str
    answer: str
    copy: str


def main() -> int:
    """Prints a Markdown list of dead links and returns the exit status."""
    places = addresses(load(Path()))
    alive = json.loads(CACHE.read_text("utf-8")) if CACHE.exists() else {}
    today = datetime.datetime.now(datetime.UTC).date()
    due = [url for url in places if not is_fresh(alive.get(url, ""), today)]
    failed = check(due, look, time.sleep)
    alive |= {url: today.isoformat() for url in due if url not in failed}
    CACHE.parent.mkdir(exist_ok=True)
    CACHE.write_text(json.dumps(alive, indent=0, sort_keys=True), encoding="utf-8")
    dead = [Dead(url, answer, archived(url)) for url, answer in sorted(failed.items())]
    print(report(dead, places, len(due)), end="")
    return int(bool(dead))


def addresses(library: Library) -> dict[str, list[str]]:
    """Every external address with the places where it stands, fragments aside."""
    found: dict[str, list[str]] = {}
    for url, place in _places(library):
        found.setdefault(urllib.parse.urldefrag(url).url, []).append(place)
    return found


def _places(library: Library) -> Iterator[tuple[str, str]]:
    for source in library.sources.values():
        yield source.url, f"{source.path}:{source.url.line} ({source.id})"
    for page in library.pages.values():
        for link in page.outline.links:
            if link.target.startswith(("https://", "http://")):
                yield link.target, f"{page.path}:{link.place.line}"


def is_fresh(day: str, today: datetime.date) -> bool:
    """Whether an address was alive on a day (empty for never) that is recent enough."""
    return bool(day) and today - datetime.date.fromisoformat(day) < FRESH


def check(urls: list[str], look: Look, sleep: Callable[[float], None]) -> dict[str, str]:
    """Addresses that fail twice, with the second answer."""
    failed = _look_at_all(urls, look, sleep)
    if failed:
        sleep(SECOND_LOOK)
    return _look_at_all(list(failed), look, sleep)


def _look_at_all(urls: list[str], look: Look, sleep: Callable[[float], None]) -> dict[str, str]:
    """Hosts side by side, each host's addresses one after another."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urllib.parse.urlsplit(url).netloc, []).append(url)

    def one_host(urls: list[str]) -> dict[str, str]:
        failed = {}
        for number, url in enumerate(urls):
            if number:
                sleep(PAUSE)
            answer = look(url)
            if answer:
                failed[url] = answer
        return failed

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return {url: text for found in pool.map(one_host, hosts.values()) for url, text in found.items()}  # fmt: skip


def look(url: str) -> str:
    """What is wrong with an address: a status or an error's name; nothing where it opens."""
    request = urllib.request.Request(_ascii(url), headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        error.close()
        return "" if error.code in REFUSES_ROBOTS else str(error.code)
    except urllib.error.URLError as error:
        return type(error.reason).__name__ if isinstance(error.reason, Exception) else "URLError"
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__


def _ascii(url: str) -> str:
    """The address with characters outside ASCII percent-encoded, as HTTP wants it."""
    return urllib.parse.quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def archived(url: str, archive: str = ARCHIVE) -> str:
    """Address of the nearest archived copy, empty where none is known."""
    query = archive + urllib.parse.quote(url, safe="")
    try:
        with urllib.request.urlopen(query, timeout=TIMEOUT) as answer:
            found = json.load(answer)
    except (OSError, ValueError, http.client.HTTPException):
        return ""
    return str(found.get("archived_snapshots", {}).get("closest", {}).get("url", ""))


def report(dead: list[Dead], places: dict[str, list[str]], asked: int) -> str:
    """A Markdown list for an issue."""
    head = f"링크 {len(places)}개 가운데 {asked}개를 확인했고 {len(dead)}개가 두 번 열리지 않았습니다. / Of {len(places)} links, {asked} were looked at and {len(dead)} failed twice."
    lines = [_line(link, places[link.url]) for link in dead[:MOST]]
    if len(dead) > MOST:
        lines.append(f"- 그 밖에 {len(dead) - MOST}개 / {len(dead) - MOST} more")
    return "\n".join([head, "", *lines]) + "\n"


def _line(link: Dead, places: list[str]) -> str:
    copy = f"; [archive]({link.copy})" if link.copy else ""
    return f"- {link.answer}: <{link.url}>{copy}; {', '.join(places)}"


if __name__ == "__main__":
    sys.exit(main())
