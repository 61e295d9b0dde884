"""Citations of a page and of an action in four styles, letter by letter."""

from __future__ import annotations

import json

import pytest

from actionplan.citing import STYLES, action_work, bibtex, csl_json, page_work
from actionplan.language import Lang
from actionplan.library import Library

ROOT = "https://example.org/ai-action-plan-korea/"

ACTION = {
    (
        "ko",
        "korean",
    ): "The White House, Winning the Race: America's AI Action Plan(2025. 7. 23.), 22면; “3.5.2 AI 글로벌 동맹을 위한 기술외교 전략계획”, AI 행동계획과 한국, <https://example.org/ai-action-plan-korea/plan/allied-alignment/#a-3-5-2>(2026. 6. 기준).",
    (
        "en",
        "bluebook",
    ): "The White House, Winning the Race: America's AI Action Plan 22 (July 23, 2025), https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=25; 3.5.2 Technology diplomacy plan for an AI alliance, The AI Action Plan and Korea (as of June 2026), https://example.org/ai-action-plan-korea/en/plan/allied-alignment/#a-3-5-2.",
    ("en", "bibtex"): """@misc{aapk-action-3.5.2-en,
  title = {{3.5.2 Technology diplomacy plan for an AI alliance}},
  author = {{The AI Action Plan and Korea}},
  year = {2026},
  note = {On: The White House, Winning the Race: America's AI Action Plan, p. 22. As of June 2026},
  url = {https://example.org/ai-action-plan-korea/en/plan/allied-alignment/#a-3-5-2},
  language = {english}
}""",
    ("en", "csl"): """{
 "id": "aapk-action-3.5.2-en",
 "type": "webpage",
 "title": "3.5.2 Technology diplomacy plan for an AI alliance",
 "container-title": "The AI Action Plan and Korea",
 "URL": "https://example.org/ai-action-plan-korea/en/plan/allied-alignment/#a-3-5-2",
 "issued": {
  "date-parts": [
   [
    2026,
    6
   ]
  ]
 },
 "language": "en",
 "note": "On: The White House, Winning the Race: America's AI Action Plan, p. 22"
}""",
}


@pytest.mark.parametrize(("lang", "style"), ACTION)
def test_an_action_is_cited_with_page_date_and_permalink(
    library: Library, lang: Lang, style: str
) -> None:
    page = library.pages[lang, "plan/allied-alignment"]
    _, write = STYLES[style]
    assert write(action_work(library, page, ROOT, "3.5.2")) == ACTION[lang, style]


def test_a_page_without_a_page_in_the_plan_is_cited_by_itself(library: Library) -> None:
    work = page_work(library, library.pages["ko", "glossary/backfill"], ROOT)
    _, write = STYLES["korean"]
    assert (
        write(work)
        == f"“{work.title}”, AI 행동계획과 한국, <{ROOT}glossary/backfill/>(2026. 6. 기준)."
    )


def test_every_page_and_action_has_valid_json_and_a_key_of_its_own(library: Library) -> None:
    works = [page_work(library, page, ROOT) for page in library.pages.values()]
    for lang in ("ko", "en"):
        for action in library.actions.values():
            page = library.pages[lang, f"plan/{action.section}"]
            works.append(action_work(library, page, ROOT, action.id))
    assert len({json.loads(csl_json(work))["id"] for work in works}) == len(works)
    assert all(bibtex(work).count("{") == bibtex(work).count("}") for work in works)
