"""The project's own content: it is clean, whole, and the plan's numbers are the plan's."""

from __future__ import annotations

from collections import Counter

from actionplan import rules
from actionplan.graph import Graph
from actionplan.language import LANGS
from actionplan.library import Library
from actionplan.problem import as_text
from actionplan.tallies import TALLIES

# Printed page 3 to 23: bullets under "Recommended Policy Actions" on each page of the plan.
ACTIONS_BY_PAGE = [5, 4, 7, 5, 4, 6, 5, 7, 6, 6, 3, 4, 5, 6, 6, 5, 3, 2, 4, 7, 3]


def test_the_content_has_no_problem(library: Library) -> None:
    assert [as_text(problem, "en") for problem in rules.check(library)] == []


def test_the_plan_has_3_pillars_30_sections_and_103_actions(library: Library) -> None:
    sections = Counter(section.pillar for section in library.sections.values())
    actions = Counter(action.pillar for action in library.actions.values())
    assert list(library.pillars) == ["pillar-1", "pillar-2", "pillar-3"]
    assert [sections[pillar] for pillar in library.pillars] == [15, 8, 7]
    assert [actions[pillar] for pillar in library.pillars] == [58, 29, 16]


def test_each_page_of_the_plan_has_its_number_of_actions(library: Library) -> None:
    pages = Counter(action.page for action in library.actions.values())
    assert [pages[page] for page in range(3, 24)] == ACTIONS_BY_PAGE


def test_102_actions_are_distinct_because_3_7_3_repeats_3_6_4(library: Library) -> None:
    repeated = {a.id: a.duplicate_of for a in library.actions.values() if a.duplicate_of}
    assert repeated == {"3.7.3": "3.6.4"}
    assert TALLIES["distinct-actions"](library) == 102


def test_every_page_exists_in_both_languages(library: Library) -> None:
    names = {lang: {name for code, name in library.pages if code == lang} for lang in LANGS}
    assert names["ko"] == names["en"]


def test_the_glossary_the_timeline_and_the_article_check_are_complete(library: Library) -> None:
    least = {"terms": 160, "events": 70, "claims": 62, "impacts": 17, "strategies": 7}
    assert {name: n for name, n in least.items() if TALLIES[name](library) < n} == {}


def test_the_counts_of_the_pillars_add_up_to_those_of_the_plan(library: Library) -> None:
    for whole in ("sections", "actions"):
        parts = [TALLIES[f"{pillar}-{whole}"](library) for pillar in library.pillars]
        assert sum(parts) == TALLIES[whole](library)


def test_every_action_of_direct_relevance_leads_through_an_impact_to_a_strategy(
    library: Library, graph: Graph
) -> None:
    direct = [a.id for a in library.actions.values() if a.korea.relevance == "direct"]
    for action in direct:
        impacts = graph.referring("action", action, "impact", "actions")
        assert any(graph.referring("impact", i, "strategy", "addresses") for i in impacts), action


def test_every_event_has_a_source_and_every_source_an_address(library: Library) -> None:
    assert all(event.sources for event in library.events.values())
    assert len({source.url for source in library.sources.values()}) == len(library.sources)
