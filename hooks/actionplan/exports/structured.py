"""What search engines read of a page: schema.org in JSON-LD.

Every page has its place in the site; a term is a DefinedTerm of the glossary's DefinedTermSet, and the page
of the open data a Dataset. It must not know how a page is drawn.
"""

from __future__ import annotations

import json
from typing import Any

from .. import urls
from ..citing import SITE
from ..datasets import DATASETS, GLOSSARY_FILES, SCHEMA_VERSION
from ..language import Lang
from ..library import Library, Page
from ..plaintext import lead

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FORMATS = {"json": "application/json", "csv": "text/csv"}

Node = dict[str, Any]


def structured(library: Library, page: Page, root: str) -> str:
    """The page's JSON-LD. `<` is escaped, so that no text can end the script element."""
    nodes = [_web_page(library, page, root), *_subject(library, page, root)]
    if page.name != "index":
        nodes.append(_breadcrumbs(library, page, root))
    document = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _address(root: str, lang: Lang, name: str) -> str:
    return root + urls.address(lang, name)


def _web_page(library: Library, page: Page, root: str) -> Node:
    here = _address(root, page.lang, page.name)
    return {
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": str(page.title),
        "inLanguage": page.lang,
        "dateModified": library.changed_on(page.name),
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "@id": root, "name": SITE[page.lang]},
    }


def _subject(library: Library, page: Page, root: str) -> list[Node]:
    if page.kind == "term" and page.id in library.terms:
        return [_term(library, page, root)]
    if page.name == "glossary/index":
        return [_term_set(library, page, root)]
    return [_dataset(library, page, root)] if page.name == "data" else []


def _term(library: Library, page: Page, root: str) -> Node:
    facts = library.terms[page.id].facts
    node = {
        "@type": "DefinedTerm",
        "@id": _address(root, page.lang, page.name) + "#term",
        "name": str(page.title),
        "description": lead(library, page),
        "inDefinedTermSet": _address(root, page.lang, "glossary/index") + "#glossary",
        "url": _address(root, page.lang, page.name),
    }
    names = [str(name) for name in page.words.aliases]
    code = {"termCode": str(facts.abbreviation)} if facts.abbreviation else {}
    return node | code | ({"alternateName": names} if names else {})


def _term_set(library: Library, page: Page, root: str) -> Node:
    here = _address(root, page.lang, page.name)
    terms = [
        {"@id": _address(root, page.lang, term[page.lang].name) + "#term"}
        for term in library.terms.values()
    ]
    return {
        "@type": "DefinedTermSet",
        "@id": here + "#glossary",
        "name": str(page.title),
        "inLanguage": page.lang,
        "license": LICENCE,
        "hasDefinedTerm": terms,
    }


def _dataset(library: Library, page: Page, root: str) -> Node:
    glossary = [(name, media) for name, (_, media) in GLOSSARY_FILES.items()]
    tables = [(f"{d.id}.{ending}", form) for d in DATASETS for ending, form in FORMATS.items()]
    return {
        "@type": "Dataset",
        "name": f"{SITE[page.lang]}: {page.title}",
        "description": lead(library, page),
        "url": _address(root, page.lang, page.name),
        "inLanguage": ["ko", "en"],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "version": SCHEMA_VERSION,
        "dateModified": str(next(iter(library.changes.values())).date),
        "creator": {"@type": "Organization", "name": SITE[page.lang], "url": root},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": form,
                "contentUrl": f"{root}data/{name}",
            }
            for name, form in [*tables, *glossary]
        ],
    }


def _breadcrumbs(library: Library, page: Page, root: str) -> Node:
    trail = [name for name in (*_above(library, page), page.name) if (page.lang, name) in library.pages]  # fmt: skip
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(library.pages[page.lang, name].title),
                "item": _address(root, page.lang, name),
            }
            for position, name in enumerate(trail, start=1)
        ],
    }


def _above(library: Library, page: Page) -> list[str]:
    """Names of the pages above one, from the home page down."""
    folder = page.name.rpartition("/")[0]
    above = ["index"]
    if folder and page.name != f"{folder}/index":
        above.append(f"{folder}/index")
    if page.kind == "section":
        above.append(f"plan/{library.sections[page.id].pillar}")
    return above
