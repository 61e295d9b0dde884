"""Golden queries through our search, stock Material's and Pagefind's: who finds what, on the same pages.

All three answer in Chromium, ours and Material's as workers that are asked as the page asks them. An
answer counts if its page is the one wanted, whatever the place on it: the others don't know actions.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from actionplan.language import LANGS, Lang
from actionplan.library import Library
from actionplan.reading import load

from .figure import ROOT, Figure, Say
from .measure import FailedError
from .site import browser, built, served, stock

GOLDEN = ROOT / "tests" / "search" / "golden"
FIVE = 5

Answers = list[list[str]]
"""For each query the addresses of the first pages found."""


@dataclass(frozen=True)
class Query:
    """A golden query with the addresses of the pages that answer it."""

    kind: str
    text: str
    wanted: frozenset[str]


def figure(say: Say) -> Figure:
    """Recall of each engine by kind of query."""
    queries = {code: list(golden(load(ROOT), code)) for code in LANGS}
    say("building stock Material, and Pagefind's index")
    theirs = stock()
    _pagefind(theirs)
    engines = {
        "ours": (built(), OURS),
        "stock Material": (theirs, MATERIAL),
        "Pagefind": (theirs, PAGEFIND),
    }
    ranks = {}
    with browser() as opened:
        for name, (site, script) in engines.items():
            say(name)
            ranks[name] = _ranks(opened, site, script, queries)
    kinds = list(dict.fromkeys(query.kind for code in LANGS for query in queries[code]))
    rows = [
        [kind, str(_count(queries, kind)), *(_shares(found, kind) for found in ranks.values())]
        for kind in kinds
    ]
    every = [
        "all",
        str(sum(map(len, queries.values()))),
        *(_shares(found) for found in ranks.values()),
    ]
    return Figure(
        "Search beside other engines",
        ["kind", "queries", *(f"{name}, first / among five" for name in ranks)],
        [*rows, every],
        "Percent of queries that find their page. Material's and Pagefind's indexes are made from the same pages.",
    )


def golden(library: Library, code: Lang) -> Iterator[Query]:
    """All golden queries of a language."""
    for file in sorted(GOLDEN.glob(f"{code}*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                kind, text, answers = line.split("\t")
                yield Query(
                    kind, text, frozenset(_address(library, code, id) for id in answers.split(","))
                )


def _address(library: Library, code: Lang, answer: str) -> str:
    kind, _, id = answer.rpartition(":")
    page = library.target(kind or "term", id).name
    return ("" if code == "ko" else f"{code}/") + f"{page}/"


def _pagefind(site: Path) -> None:
    """Adds Pagefind's index, of the article of each page, in the page's language."""
    options = ["--site", str(site), "--root-selector", "article"]
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", *options], capture_output=True, check=False
    )
    if done.returncode:
        raise FailedError(done.stderr.decode()[-2000:])


Ranks = list[tuple[str, int | None]]
"""The kind of each query, and at which place its page was found."""


def _ranks(opened: Browser, site: Path, script: str, queries: dict[Lang, list[Query]]) -> Ranks:
    found: Ranks = []
    with served(site) as base:
        for code, asked in queries.items():
            page = opened.new_page()
            page.goto(base + ("" if code == "ko" else f"{code}/"))
            answers: Answers = page.evaluate(script, [query.text for query in asked])
            root = page.evaluate(
                "new URL(JSON.parse(document.getElementById('__config').textContent).base, location).pathname"
            )
            page.close()
            found += [
                (query.kind, _rank(query, urls, root))
                for query, urls in zip(asked, answers, strict=True)
            ]
    return found


def _rank(query: Query, urls: list[str], root: str) -> int | None:
    pages = list(dict.fromkeys(url.split("#")[0].split("?")[0].removeprefix(root) for url in urls))
    return next((place for place, page in enumerate(pages[:FIVE]) if page in query.wanted), None)


def _count(queries: dict[Lang, list[Query]], kind: str) -> int:
    return sum(query.kind == kind for asked in queries.values() for query in asked)


def _shares(ranks: Ranks, kind: str | None = None) -> str:
    places = [place for name, place in ranks if kind in (None, name)]
    return f"{_percent(places, lambda place: place == 0)} / {_percent(places, lambda place: place is not None)}"


def _percent(places: list[int | None], counts: Callable[[int | None], bool]) -> str:
    return f"{100 * sum(map(counts, places)) / len(places):.0f}"


_WORKER = """
    const config = JSON.parse(document.getElementById("__config").textContent);
    const worker = new Worker(new URL(config.search, location));
    const heard = (type) => new Promise((resolve) => {
        const listen = ({ data }) => {
            if (data.type !== type) return;
            worker.removeEventListener("message", listen);
            resolve(data.data);
        };
        worker.addEventListener("message", listen);
    });
    const ask = (query) => {
        const answer = heard(3);
        worker.postMessage({ type: 2, data: query });
        return answer;
    };
    const answers = async () => {
        const found = [];
        for (const query of queries)
            found.push((await ask(query)).items.slice(0, 10).map(([{ location: place }]) => new URL(place, new URL(config.base, location)).pathname));
        return found;
    };
"""
OURS = f"""async (queries) => {{{_WORKER}
    const first = ask("수출통제");
    await first;
    await heard(3);
    return answers();
}}"""
"""Our worker answers again when the texts have arrived."""
MATERIAL = f"""async (queries) => {{{_WORKER}
    const index = await (await fetch(new URL("search/search_index.json", new URL(config.base, location)))).json();
    const ready = heard(1);
    worker.postMessage({{ type: 0, data: {{ ...index, options: {{ suggest: false }} }} }});
    await ready;
    return answers();
}}"""
PAGEFIND = """async (queries) => {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const pagefind = await import(new URL("pagefind/pagefind.js", new URL(base, location)));
    await pagefind.init();
    const found = [];
    for (const query of queries) {
        const { results } = await pagefind.search(query);
        found.push((await Promise.all(results.slice(0, 5).map((result) => result.data()))).map(({ url }) => url));
    }
    return found;
}"""
