"""llms.txt: what the site holds and where, for programs that read it for people (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from .. import urls
from ..citing import SITE
from ..datasets import DATASETS, GLOSSARY_FILES
from ..library import Library
from ..plaintext import first_sentence, lead

PAGES = ("plan/index", "plan/actions", "korea/index", "strategies/index", "trace", "timeline", "glossary/index", "article", "sources", "about")  # fmt: skip


def text(library: Library, root: str) -> str:
    """The whole file. `root` is the site's address, with a slash at its end."""
    lines = [
        f"# {SITE.en} · {SITE.ko}",
        "",
        f"> {lead(library, library.pages['en', 'index'])}",
        "",
        f"Every page exists in Korean (below {root}) and in English (below {root}en/), with the same paths and anchors. Facts have sources, analysis is labelled and hedged. Please cite the page and, for facts, its source. Text and data: CC BY 4.0. Not legal advice.",
        "",
        *_part("Main pages", (_line(library, root, name) for name in PAGES)),
        *_part("Sections of the plan", (_line(library, root, f"plan/{id}") for id in library.sections)),
        *_part("Impacts on Korea", (_line(library, root, unit.en.name) for unit in library.impacts.values())),
        *_part("Strategies", (_line(library, root, unit.en.name) for unit in library.strategies.values())),
        *_part("Open data", _data(root)),
    ]  # fmt: skip
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(title: str, entries: Iterator[str]) -> list[str]:
    return [f"## {title}", "", *entries, ""]


def _line(library: Library, root: str, name: str) -> str:
    page = library.pages["en", name]
    return f"- [{page.title}]({root}{urls.address('en', name)}): {first_sentence(lead(library, page))}"  # fmt: skip


def _data(root: str) -> Iterator[str]:
    for dataset in DATASETS:
        yield f"- [{dataset.title.en}]({root}data/{dataset.id}.json): also as CSV, with a JSON Schema"
    for name in GLOSSARY_FILES:
        yield f"- [{name}]({root}data/{name}): the glossary"
