"""The scorecard: how complete, matched, sourced and quick the site is, counted when it is built.

What only a run of tests or a browser can tell (search, weight, mistakes caught) is measured by `make
scorecard` into data/quality.yml; nothing here is typed by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from ..dates import written_date
from ..graph import Graph, impacts_of_action, strategies_of_impact
from ..language import Bilingual, both
from ..library import Library, Page
from ..markup import element, escape, table
from ..outlook import outlooks
from ..tallies import TALLIES
from ..twins import fingerprint, twin
from . import words
from .scene import Scene

COUNTS = {
    "sections": both("절", "Sections"),
    "actions": both("권고 조치", "Recommended actions"),
    "impacts": both("한국에 미치는 영향", "Impacts on Korea"),
    "strategies": both("대응 전략", "Strategies"),
    "terms": both("용어", "Terms"),
    "events": both("사건", "Events"),
    "sources": both("출처", "Sources"),
    "claims": both("기사의 서술", "Statements of the article"),
}
WHAT = both("무엇", "What")
NUMBER = both("수", "Number")
HOW_MANY = both("얼마나", "How many")
SHARE = both("비율", "Share")
DATE = both("날짜", "Date")
NAMED_BY = both("적은 곳", "Named by")
NOTHING_DUE = both("다시 확인할 것이 없다.", "Nothing is due.")
REVIEW_YEARS = 1
"""Years after the as-of date by which dated facts are to be looked at again."""

Share = tuple[int, int]
"""How many of how many."""


def scorecard(scene: Scene) -> str:
    """All tables of the scorecard, each under its heading."""
    return "\n\n".join(
        f"## {heading[scene.lang]} {{#{id}}}\n\n{draw(scene, caption)}"
        for id, heading, caption, draw in PARTS
    )


def _counts(scene: Scene, caption: Bilingual) -> str:
    rows = [[scene.say(label), str(TALLIES[id](scene.library))] for id, label in COUNTS.items()]
    rows.append([scene.say(both("쪽의 짝", "Pairs of pages")), str(len(scene.library.pages) // 2)])
    return _table(scene, caption, (WHAT, NUMBER), rows)


def _coverage(scene: Scene, caption: Bilingual) -> str:
    rows = [
        [scene.say(label), f"{part} / {whole}", escape(percent(part, whole))]
        for label, count in COVERAGE
        for part, whole in [count(scene.graph)]
    ]
    return _table(scene, caption, (WHAT, HOW_MANY, SHARE), rows)


def percent(part: int, whole: int) -> str:
    """A share in percent, rounded down, so that 100 % means all."""
    if not whole:
        return "–"
    share = 100 * part // whole
    return "< 1 %" if part and not share else f"{share} %"


def _count(entries: Iterable[bool]) -> Share:
    found = list(entries)
    return sum(found), len(found)


def _paired(graph: Graph) -> Share:
    return _count(twin(graph.library, page) is not None for page in graph.library.pages.values())


def _matched(graph: Graph) -> Share:
    return _count(_is_matched(graph, page) for page in graph.library.pages.values())


def _is_matched(graph: Graph, page: Page) -> bool:
    other = twin(graph.library, page)
    return other is not None and page.words.twin == fingerprint(other)


def _direct(graph: Graph) -> Share:
    actions = graph.library.actions.values()
    return _count(bool(impacts_of_action(graph, a.id)) for a in actions if a.korea.relevance == "direct")  # fmt: skip


def _answered(graph: Graph) -> Share:
    return _count(bool(strategies_of_impact(graph, id)) for id in graph.library.impacts)


def _cited(graph: Graph) -> Share:
    targets = {edge.target for edge in graph.edges}
    return _count(("source", id) in targets for id in graph.library.sources)


COVERAGE: tuple[tuple[Bilingual, Callable[[Graph], Share]], ...] = (
    (both("다른 언어의 짝이 있는 쪽", "Pages with their twin in the other language"), _paired),
    (both("짝과 맞추었다고 적힌 쪽", "Pages recorded as matched to their twin"), _matched),
    (both("한국과 관련된 조치에 붙인 설명", "Notes on the actions that concern Korea"), lambda g: _count(bool(a.korea.note) for a in g.library.actions.values() if a.korea.relevance != "low")),
    (both("영향으로 이어지는, 한국에 직접 관련된 조치", "Actions of direct relevance that reach an impact"), _direct),
    (both("전략이 답하는 영향", "Impacts that a strategy answers"), _answered),
    (both("출처가 있는 사건", "Events with a source"), lambda g: _count(bool(e.sources) for e in g.library.events.values())),
    (both("확인한 자료를 밝힌 용어", "Terms that name what they were checked against"), lambda g: _count(bool(t.facts.sources) for t in g.library.terms.values())),
    (both("쪽이나 기록이 인용한 출처", "Sources that a page or record cites"), _cited),
)  # fmt: skip


def _sources(scene: Scene, caption: Bilingual) -> str:
    kinds: Counter[str] = Counter(source.kind for source in scene.library.sources.values())
    whole = len(scene.library.sources)
    rows = [
        [scene.say(label), str(kinds[kind]), escape(percent(kinds[kind], whole))]
        for kind, label in words.SOURCE_KIND.items()
        if kinds[kind]
    ]
    return _table(scene, caption, (WHAT, NUMBER, SHARE), rows)


def _freshness(scene: Scene, caption: Bilingual) -> str:
    library = scene.library
    as_of = str(library.document.as_of)
    due = f"{int(as_of[:4]) + REVIEW_YEARS}{as_of[4:]}"
    changed = _changed(library)
    events = list(library.events.values())
    ahead = outlooks(library)
    rows = [
        (both("자료를 확인한 기준일", "Sources were read as of"), written_date(as_of, scene.lang)),
        (both("모두 다시 확인할 때", "All to be looked at again by"), written_date(due, scene.lang)),
        (both("사이트가 마지막으로 바뀐 날", "The site last changed"), written_date(changed, scene.lang)),
        (both("기준일 뒤의 날짜를 적은 곳", "Statements that name a date after that"), str(len(ahead))),
        (both("그 가운데 날짜가 지나 다시 확인할 곳", "Of these, past and to be looked at again"), str(sum(one.has_passed(changed) for one in ahead))),
        (both("불확실하다고 적은 사건", "Events marked uncertain"), str(sum(bool(e.uncertain) for e in events))),
        (both("자료 하나로만 확인한 사건", "Events with a single source"), str(sum(e.confidence == "one-source" for e in events))),
    ]  # fmt: skip
    return _table(
        scene, caption, (WHAT, NUMBER), [[scene.say(label), value] for label, value in rows]
    )


def _review(scene: Scene, caption: Bilingual) -> str:
    """What names a date that has passed since the sources were read, by date."""
    changed = _changed(scene.library)
    past = [one for one in outlooks(scene.library) if one.has_passed(changed)]
    rows = [
        [element("time", escape(written_date(date, scene.lang)), datetime=date), scene.joined(scene.link(one.kind, one.id) for one in group)]
        for date, group in groupby(past, key=lambda one: one.date)
    ]  # fmt: skip
    if not rows:
        return element("p", scene.say(NOTHING_DUE))
    return _table(scene, caption, (DATE, NAMED_BY), rows)


def _changed(library: Library) -> str:
    """Day of the newest change, which stands for today: a commit always builds to the same bytes."""
    return str(next(iter(library.changes.values())).date)


FIGURES = {
    "search-names-first": both("용어를 그 이름의 여러 꼴로 찾을 때 첫째에 나오는 비율(%)", "Terms found first by forms of their names (%)"),
    "search-other-first": both("이름이 아닌 말로 찾을 때 첫째에 나오는 비율(%)", "Answers found first by other words (%)"),
    "search-other-five": both("이름이 아닌 말로 찾을 때 다섯째 안에 나오는 비율(%)", "Answers found among five by other words (%)"),
    "mistakes-caught": both("실수 목록에서 검사가 잡아낸 것", "Catalogued mistakes that the checks catch"),
    "home-kilobytes": both("첫 화면이 받는 HTML, CSS, JavaScript(kB, gzip)", "HTML, CSS and JavaScript of the home page (kB, gzip)"),
}  # fmt: skip


def _measured(scene: Scene, caption: Bilingual) -> str:
    figures = scene.library.figures
    rows = [
        [scene.say(label), escape(figures[id].value), str(figures[id].of or "–")]
        for id, label in FIGURES.items()
        if id in figures
    ]
    out_of = both("잰 것의 수", "Out of")
    return _table(scene, caption, (WHAT, NUMBER, out_of), rows)


def _table(
    scene: Scene, caption: Bilingual, head: tuple[Bilingual, ...], rows: list[list[str]]
) -> str:
    shown = table([scene.say(cell) for cell in head], rows, caption=caption[scene.lang])
    return element("div", shown, class_="scorecard no-term")


PARTS = (
    ("counts", both("건수", "Counts"), both("사이트를 만들 때 센 기록과 쪽", "Records and pages, counted by the build"), _counts),
    ("coverage", both("빠짐없음", "Completeness"), both("있어야 할 것 가운데 있는 것", "What is there of what should be"), _coverage),
    ("sources", both("출처의 종류", "Sources by kind"), both("인용한 자료를 종류로 나눈 수", "Cited documents by kind"), _sources),
    ("freshness", both("새로움", "Freshness"), both("날짜가 있는 사실의 기준일과 다시 볼 때", "As-of date of dated facts, and when to look again"), _freshness),
    ("review", both("다시 확인할 곳", "To be looked at again"), both("기준일에는 앞날이었으나 그 뒤에 지난 날짜", "Dates that lay ahead at the as-of date and have passed since"), _review),
    ("measured", both("재어 본 것", "Measured"), both("명령으로 잰 값", "Values measured by a command"), _measured),
)  # fmt: skip
"""The parts in order: id, heading, caption of the table, and what draws it."""
