"""Views of dated and documented things: the timeline, the article's claims, and the sources."""

from __future__ import annotations

from collections import Counter

from ..article_records import Claim
from ..dates import written_date
from ..markup import definitions, element, escape, in_language, items, marked, table
from ..records import Event, Source
from ..references import address, date
from . import words
from .scene import Scene


def timeline(scene: Scene) -> str:
    """All events in order of date, grouped by year."""
    events = sorted(scene.library.events.values(), key=lambda event: event.date)
    years = dict.fromkeys(event.date[:4] for event in events)
    return "\n\n".join(_year(scene, y, [e for e in events if e.date[:4] == y]) for y in years)


def _year(scene: Scene, year: str, events: list[Event]) -> str:
    title = f"{year}년" if scene.lang == "ko" else year
    entries = "\n".join(_event(scene, event) for event in events)
    return f"## {title} {{#year-{year}}}\n\n{element('ol', entries, class_='timeline')}"


def _event(scene: Scene, event: Event) -> str:
    when = element("time", written_date(event.date, scene.lang), datetime=event.date)
    badge = element("span", scene.say(words.JURISDICTION[event.jurisdiction]), class_="badge")
    title = element("a", scene.say(event.title), href=f"#{event.id}", class_="event-title")
    pairs = [
        (words.UNCERTAIN[scene.lang], scene.say(event.uncertain) if event.uncertain else ""),
        (words.DISAGREEMENT[scene.lang], scene.say(event.disagreement) if event.disagreement else ""),
        (words.RELATED_RECORDS[scene.lang], scene.joined(_related(scene, event))),
        (words.BASIS[scene.lang], scene.say(words.CONFIDENCE[event.confidence])),
        (words.SOURCES[scene.lang], scene.joined(scene.links("source", event.sources))),
    ]  # fmt: skip
    body = element("p", scene.say(event.summary)) + definitions(pairs, "event-meta")
    head = element("p", f"{when} {badge} {element('strong', title)}", class_="event-head")
    return element(
        "li", head + body, id=event.id, class_="event", data_jurisdiction=event.jurisdiction
    )


def _related(scene: Scene, event: Event) -> list[str]:
    pairs = [reference.split(":", 1) for reference in event.relates_to]
    return [scene.link(kind, id) for kind, id in pairs]


def claim_summary(scene: Scene) -> str:
    """How many claims of the article met each finding."""
    counted: Counter[str] = Counter(claim.verdict for claim in scene.library.claims.values())
    count = "건수" if scene.lang == "ko" else "Claims"
    rows = [
        [scene.badge(verdict, words.VERDICT), str(counted[verdict])] for verdict in words.VERDICT
    ]
    total = len(scene.library.claims)
    caption = f"기사 서술 {total}건의 판정" if scene.lang == "ko" else f"Findings on {total} claims"
    return table([scene.say(words.VERDICT_NAME), count], rows, caption=caption)


def claim_list(scene: Scene) -> str:
    """All claims of the article, part by part."""
    return "\n\n".join(
        f"### {part.title[scene.lang]} {{#part-{part.id}}}\n\n" + _claims(scene, part.id)
        for part in scene.library.parts.values()
    )


def _claims(scene: Scene, part: str) -> str:
    claims = [_claim(scene, c) for c in scene.library.claims.values() if c.part == part]
    return element("ol", "\n".join(claims), class_="claims")


def _claim(scene: Scene, claim: Claim) -> str:
    aspect = f" ({scene.say(words.ASPECT[claim.aspect])})" if claim.aspect else ""
    number = element("a", escape(claim.id), href=f"#{claim.id}", class_="claim-id")
    statement = element("p", f"{number} {scene.say(claim.statement)}", class_="claim-statement")
    where = scene.loci(claim.plan)
    compared = scene.loci(claim.compare)
    if compared:
        where = f"{where}; {scene.say(words.COMPARE)}: {compared}".removeprefix("; ")
    pairs = [
        (words.VERDICT_NAME[scene.lang], scene.badge(claim.verdict, words.VERDICT) + aspect),
        (words.WHERE[scene.lang], where),
        (words.DIFFERENCE[scene.lang], scene.say(claim.difference) if claim.difference else ""),
        (words.SINCE[scene.lang], scene.say(claim.since) if claim.since else ""),
        (words.SOURCES[scene.lang], scene.joined(scene.links("source", claim.sources))),
    ]
    body = statement + definitions(pairs, "claim-meta")
    return element("li", body, id=claim.id, class_="claim", data_verdict=claim.verdict)


def omission_table(scene: Scene) -> str:
    """What the article leaves out and a Korean reader may need."""
    point = "요지" if scene.lang == "ko" else "Point"
    rows = [[scene.loci(o.plan), scene.say(o.point)] for o in scene.library.omissions.values()]
    caption = "기사에 없는 내용" if scene.lang == "ko" else "What the article leaves out"
    return table([scene.say(words.WHERE), point], rows, caption=caption)


def source_list(scene: Scene) -> str:
    """All sources by kind, each with its permanent anchor and the places that cite it."""
    groups: dict[str, list[Source]] = {kind: [] for kind in words.SOURCE_KIND}
    for source in scene.library.sources.values():
        groups[source.kind].append(source)
    return "\n\n".join(
        f"## {words.SOURCE_KIND[kind][scene.lang]} {{#kind-{kind}}}\n\n"
        + element("ul", "\n".join(_source(scene, s) for s in sources), class_="sources")
        for kind, sources in groups.items()
        if sources
    )


def _source(scene: Scene, source: Source) -> str:
    title = element(
        "a", in_language(source.title, source.language, scene.lang), href=address(source, None)
    )
    publisher = marked(source.publisher, scene.lang)
    line = f"{publisher}, {title}, {date(source, scene.lang).rstrip('.')}."
    note = element("p", scene.say(source.note), class_="source-note") if source.note else ""
    pairs = [
        (words.VIA[scene.lang], scene.link("source", source.via) if source.via else ""),
        (words.USED_BY[scene.lang], _used_by(scene, source)),
    ]
    body = element("p", line) + note + definitions(pairs, "source-meta")
    return element("li", body, id=source.id)


CITING = ("impact", "strategy", "term", "event", "claim", "section", "pillar")


def _used_by(scene: Scene, source: Source) -> str:
    found = [
        scene.link(kind, id, escape(id) if kind == "claim" else None)
        for kind in CITING
        for id in scene.graph.referring("source", source.id, kind)
    ]
    if len(found) <= 12:
        return scene.joined(found)
    summary = f"{len(found)}곳" if scene.lang == "ko" else f"{len(found)} places"
    return element("details", element("summary", summary) + items(found))
