"""The guide says what is true: commands exist, its YAML examples fit the schema, its pictures are both there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from actionplan.library import Library
from actionplan.page_records import ImpactFacts, PageWords, TermFacts, TermWords
from actionplan.records import Change, Event, Source
from actionplan.schema import hints

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*/contribute/*.md"))
GUIDES = [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "README.md", ROOT / "README.en.md"]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_guide_names_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE))
    assert named <= targets


def examples(lang: str, name: str) -> dict[str, dict[str, object]]:
    """The YAML examples of a page by the heading that they stand under."""
    text = (ROOT / f"docs/{lang}/contribute/{name}.md").read_text("utf-8")
    found = {}
    for part in re.split(r"(?m)^## ", text)[1:]:
        for block in re.findall(r"```yaml\n(.*?)```", part, re.DOTALL):
            read = yaml.safe_load(block)
            found[part.split("{#")[1].split("}")[0]] = read[0] if isinstance(read, list) else read
    return found


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_examples_have_only_fields_of_the_schema(lang: str) -> None:
    found = examples(lang, "add") | examples(lang, "publishing")
    allowed = {
        "source": set(hints(Source)),
        "term": {*hints(TermFacts), *hints(TermWords)},
        "impact": {*hints(ImpactFacts), *hints(PageWords)},
        "event": set(hints(Event)),
        "change-notes": set(hints(Change)),
    }
    assert set(found) == set(allowed)
    for name, example in found.items():
        assert set(example) <= allowed[name]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_examples_name_records_that_exist(library: Library, lang: str) -> None:
    found = examples(lang, "add")
    assert found["event"]["sources"] == ["eo-14320"]
    assert "eo-14320" in library.sources
    assert set(found["impact"]["actions"]) <= set(library.actions)
    assert set(found["term"]["related"]) <= set(library.terms)


def test_each_picture_of_the_guide_is_there_for_both_languages() -> None:
    folder = ROOT / "docs/assets/images/guide"
    names = {lang: sorted(path.name for path in (folder / lang).iterdir()) for lang in ("ko", "en")}
    assert names["ko"] == names["en"]
    for lang in ("ko", "en"):
        text = "".join(path.read_text("utf-8") for path in PAGES if f"/{lang}/" in path.as_posix())
        assert sorted(re.findall(rf"images/guide/{lang}/([a-z]+\.png)", text)) == names[lang]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_the_guide_tells_to_press_is_called_so_on_the_page(site: Path, lang: str) -> None:
    """GitHub's labels can't be known here; the site's own can."""
    guide = (ROOT / f"docs/{lang}/contribute/index.md").read_text("utf-8")
    page = (site / ("" if lang == "ko" else "en") / "plan/red-tape/index.html").read_text("utf-8")
    tools = page.partition('class="page-tools"')[2].partition("</aside>")[0]
    labels = re.findall(r"<a [^>]*>([^<]*)</a>", tools)[1:]
    assert len(labels) == 4
    assert [label for label in labels if label not in guide] == []
