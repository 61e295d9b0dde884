"""The glossary as SKOS for linked data: the same statements in Turtle and in JSON-LD.

Concepts are named by their pages' addresses. Follows the SKOS Reference (W3C, 2009): the labels of a concept
are disjoint (S13), and what is related is not also broader (S27). It must not know where files are written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .. import urls
from ..language import LANGS, Bilingual, both
from ..library import Library, Unit
from ..plaintext import lead

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TITLE = both("AI 행동계획과 한국: 용어집", "The AI Action Plan and Korea: glossary")


@dataclass(frozen=True)
class Name:
    """A resource by its address."""

    uri: str


@dataclass(frozen=True)
class Words:
    """A text in a language, or a plain value of a type such as `xsd:date`."""

    text: str
    lang: str = ""
    type: str = ""


Triple = tuple[str, str, Name | Words]
"""Subject's address, predicate with its prefix, object."""


def triples(library: Library, root: str) -> list[Triple]:
    """Every statement about the glossary, each subject's together."""
    found = [*_scheme(library, root), *_collections(library, root)]
    for term in library.terms.values():
        found += _concept(library, term, root)
    return found


def concept(root: str, id: str) -> str:
    """Address that names a concept: its Korean page."""
    return root + urls.address("ko", f"glossary/{id}")


def _said(subject: str, predicate: str, text: Bilingual) -> Iterator[Triple]:
    return ((subject, predicate, Words(str(text[lang]), lang)) for lang in LANGS)


def _scheme(library: Library, root: str) -> Iterator[Triple]:
    scheme = f"{root}glossary/"
    yield scheme, "rdf:type", Name("skos:ConceptScheme")
    yield from _said(scheme, "dcterms:title", TITLE)
    yield from _said(scheme, "skos:prefLabel", TITLE)
    yield scheme, "dcterms:license", Name(LICENCE)
    changed = str(next(iter(library.changes.values())).date)
    yield scheme, "dcterms:modified", Words(changed, type="xsd:date")
    for term in library.terms.values():
        if not term.facts.broader:
            yield scheme, "skos:hasTopConcept", Name(concept(root, term.id))


def _collections(library: Library, root: str) -> Iterator[Triple]:
    """A collection for each category."""
    for category in library.categories.values():
        subject = f"{root}glossary/#category-{category.id}"
        yield subject, "rdf:type", Name("skos:Collection")
        yield from _said(subject, "skos:prefLabel", category.name)
        for term in library.terms.values():
            if term.facts.category == category.id:
                yield subject, "skos:member", Name(concept(root, term.id))


def _concept(library: Library, term: Unit, root: str) -> Iterator[Triple]:
    subject = concept(root, term.id)
    yield subject, "rdf:type", Name("skos:Concept")
    yield subject, "skos:inScheme", Name(f"{root}glossary/")
    yield from _labels(subject, term)
    for lang in LANGS:
        yield subject, "skos:definition", Words(lead(library, term[lang]), lang)
    if term.facts.abbreviation:
        yield subject, "skos:notation", Words(str(term.facts.abbreviation))
    yield from _relations(library, term, subject, root)
    for id in term.facts.sources:
        yield subject, "dcterms:source", Name(_uri(library.sources[id].url))


def _labels(subject: str, term: Unit) -> Iterator[Triple]:
    """One preferred label, then others that are shown, then those that only search knows."""
    for lang in LANGS:
        words = term[lang].words
        shown = [words.title, *filter(None, [term.facts.abbreviation]), *words.aliases]
        hidden = [*words.hidden, *words.discouraged]
        labels = dict.fromkeys([*shown, *hidden])
        for place, label in enumerate(labels):
            kind = "pref" if place == 0 else "alt" if label in shown else "hidden"
            yield subject, f"skos:{kind}Label", Words(str(label), lang)


def _relations(library: Library, term: Unit, subject: str, root: str) -> Iterator[Triple]:
    facts, terms = term.facts, library.terms
    if facts.broader:
        yield subject, "skos:broader", Name(concept(root, facts.broader))
    else:
        yield subject, "skos:topConceptOf", Name(f"{root}glossary/")
    for other in terms.values():
        if other.facts.broader == term.id:
            yield subject, "skos:narrower", Name(concept(root, other.id))
        elif _related(term, other) and not _in_line(library, term.id, other.id):
            yield subject, "skos:related", Name(concept(root, other.id))


def _related(one: Unit, other: Unit) -> bool:
    """SKOS reads the relation both ways (S23), whichever page names it."""
    return other.id in one.facts.related or one.id in other.facts.related


def _in_line(library: Library, one: str, other: str) -> bool:
    return _above(library, one, other) or _above(library, other, one)


def _above(library: Library, id: str, ancestor: str) -> bool:
    """Whether one term is broader than another, directly or over others."""
    broader = library.terms[id].facts.broader
    return bool(broader) and (broader == ancestor or _above(library, broader, ancestor))


def as_turtle(statements: Iterable[Triple]) -> str:
    """The statements as Turtle (W3C, 2014), one block for each subject."""
    lines = [f"@prefix {prefix}: <{uri}> ." for prefix, uri in PREFIXES.items()]
    for subject, group in groupby(statements, key=lambda triple: triple[0]):
        said = [f"    {predicate} {_turtle(thing)}" for _, predicate, thing in group]
        lines += ["", f"<{subject}>", " ;\n".join(said) + " ."]
    return "\n".join(lines) + "\n"


def _turtle(thing: Name | Words) -> str:
    if isinstance(thing, Name):
        prefixed = thing.uri.partition(":")[0] in PREFIXES
        return thing.uri if prefixed else f"<{thing.uri}>"
    text = json.dumps(thing.text, ensure_ascii=False)  # the escapes of JSON are among Turtle's
    if thing.type:
        return f"{text}^^{thing.type}"
    return f"{text}@{thing.lang}" if thing.lang else text


def _uri(address: str) -> str:
    """An address without characters that an IRI can't hold (RFC 3987)."""
    return "".join(f"%{ord(c):02X}" if c in '<>"{}|\\^` ' else c for c in address)


def as_json_ld(statements: Iterable[Triple]) -> str:
    """The statements as a graph in JSON-LD 1.1 (W3C, 2020)."""
    nodes: dict[str, dict[str, Any]] = {}
    for subject, predicate, thing in statements:
        node = nodes.setdefault(subject, {"@id": subject})
        node.setdefault("@type" if predicate == "rdf:type" else predicate, []).append(_json(predicate, thing))  # fmt: skip
    document = {"@context": PREFIXES, "@graph": list(nodes.values())}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json(predicate: str, thing: Name | Words) -> Any:
    if isinstance(thing, Name):
        return thing.uri if predicate == "rdf:type" else {"@id": thing.uri}
    value = {"@value": thing.text}
    return value | ({"@type": thing.type} if thing.type else {"@language": thing.lang} if thing.lang else {})  # fmt: skip
