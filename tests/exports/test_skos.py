"""The glossary as SKOS, read by rdflib and held against SKOS's own conditions and the records."""

from __future__ import annotations

import pytest
from rdflib import Graph as Rdf
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

from actionplan.exports.skos import Name, Words, as_turtle
from actionplan.library import Library

from .conftest import ROOT


@pytest.fixture(scope="module")
def rdf(files: dict[str, str]) -> Rdf:
    return Rdf().parse(data=files["data/glossary.ttl"], format="turtle")


def name(id: str) -> URIRef:
    return URIRef(f"{ROOT}glossary/{id}/")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_turtle_and_json_ld_say_the_same(rdf: Rdf, files: dict[str, str]) -> None:
    assert isomorphic(rdf, Rdf().parse(data=files["data/glossary.jsonld"], format="json-ld"))


def test_written_again_and_read_it_says_the_same(rdf: Rdf) -> None:
    assert isomorphic(rdf, Rdf().parse(data=rdf.serialize(format="xml"), format="xml"))


def test_every_term_is_a_concept_with_its_labels(library: Library, rdf: Rdf) -> None:
    assert set(rdf.subjects(RDF.type, SKOS.Concept)) == {name(id) for id in library.terms}
    for id, term in library.terms.items():
        preferred = {Literal(str(term[lang].title), lang) for lang in ("ko", "en")}
        assert set(rdf.objects(name(id), SKOS.prefLabel)) == preferred
        others = {str(o) for o in rdf.objects(name(id), SKOS.altLabel)}
        assert {str(alias) for alias in term.ko.words.aliases} - {str(term.ko.title)} <= others


def test_broader_terms_are_those_of_the_records(library: Library, rdf: Rdf) -> None:
    expected = {
        (name(id), name(term.facts.broader))
        for id, term in library.terms.items()
        if term.facts.broader
    }
    assert set(rdf.subject_objects(SKOS.broader)) == expected
    assert {(o, s) for s, o in rdf.subject_objects(SKOS.narrower)} == expected


def test_labels_of_a_concept_are_disjoint(rdf: Rdf) -> None:
    """SKOS S13 and S14: no label is of two kinds, and one is preferred in each language."""
    for concept in rdf.subjects(RDF.type, SKOS.Concept):
        kinds = [set(rdf.objects(concept, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]  # fmt: skip
        assert len(kinds[0]) == 2
        assert len(set.union(*kinds)) == sum(map(len, kinds))


def test_related_is_mutual_and_never_also_broader(rdf: Rdf) -> None:
    """SKOS S23 and S27."""
    for one, other in rdf.subject_objects(SKOS.related):
        assert (other, SKOS.related, one) in rdf
        assert other not in set(rdf.transitive_objects(one, SKOS.broader))
        assert one not in set(rdf.transitive_objects(other, SKOS.broader))


def test_every_concept_is_below_a_top_concept_of_the_scheme(rdf: Rdf) -> None:
    tops = set(rdf.objects(URIRef(f"{ROOT}glossary/"), SKOS.hasTopConcept))
    assert tops == set(rdf.subjects(SKOS.topConceptOf))
    for concept in rdf.subjects(RDF.type, SKOS.Concept):
        assert tops & set(rdf.transitive_objects(concept, SKOS.broader))


@pytest.mark.parametrize("text", ['"', "\\", "줄\n바꿈", "탭\t", "<b>", "‘말’", "\u0007"])
def test_any_text_survives_turtle(text: str) -> None:
    statements = [("https://a.kr/1", "skos:prefLabel", Words(text, "ko")), ("https://a.kr/1", "rdf:type", Name("skos:Concept"))]  # fmt: skip
    read = Rdf().parse(data=as_turtle(statements), format="turtle")
    assert list(read.objects(URIRef("https://a.kr/1"), SKOS.prefLabel)) == [Literal(text, "ko")]
