"""The glossary as TBX: valid by a schema, its categories those of TBX-Basic, and read back whole, also by others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from actionplan.library import Library

NAMES = {"t": "urn:iso:std:iso:30042:ed-2"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASIC = {
    "admin": {"customerSubset", "projectSubset", "source"},
    "descrip": {"subjectField", "context", "definition"},
    "ref": {"crossReference"},
    "xref": {"externalCrossReference", "xGraphic"},
    "termNote": {
        "administrativeStatus", "partOfSpeech", "geographicalUsage", "grammaticalGender",
        "termLocation", "termType",
    },
}  # fmt: skip
"""Data categories that the dialect allows, by element (TBX-Basic 1.2.1)."""
LEVELS = {
    "source": {"conceptEntry", "langSec", "termSec"},
    "subjectField": {"conceptEntry"},
    "definition": {"conceptEntry", "langSec"},
    "crossReference": {"conceptEntry", "termSec"},
    "externalCrossReference": {"conceptEntry", "langSec", "termSec"},
    "administrativeStatus": {"termSec"},
    "partOfSpeech": {"termSec"},
    "termType": {"termSec"},
}
"""Where the dialect allows those of its categories that we use; a group counts as what holds it."""
VALUES = {
    "administrativeStatus": {
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts",
    },
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}  # fmt: skip
"""What the dialect allows a category to say, where it is not free."""
STATUS = {"preferredTerm-admn-sts": "title", "admittedTerm-admn-sts": "aliases", "deprecatedTerm-admn-sts": "discouraged"}  # fmt: skip


@pytest.fixture(scope="module")
def tbx(files: dict[str, str]) -> etree._Element:
    return etree.fromstring(files["data/glossary.tbx"].encode())


def test_the_file_has_the_structure_of_the_core(tbx: etree._Element) -> None:
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("tbx-core.rng")))
    assert schema.validate(tbx), schema.error_log


def test_the_schema_refuses_a_term_without_a_language(tbx: etree._Element) -> None:
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("tbx-core.rng")))
    broken = etree.fromstring(etree.tostring(tbx))
    del broken.find(".//t:langSec", NAMES).attrib[LANG]
    assert not schema.validate(broken)


def test_only_the_dialect_s_data_categories_are_used(tbx: etree._Element) -> None:
    assert (tbx.get("type"), tbx.get("style")) == ("TBX-Basic", "dca")
    for element in tbx.iter("{*}*"):
        kind = element.get("type")
        if kind and element is not tbx:
            assert kind in BASIC[etree.QName(element).localname]


def test_categories_stand_at_their_level_and_say_what_they_may(tbx: etree._Element) -> None:
    for element in tbx.iterfind(".//t:body//*[@type]", NAMES):
        kind = element.get("type")
        levels = [etree.QName(one).localname for one in element.iterancestors()]
        assert next(level for level in levels if not level.endswith("Grp")) in LEVELS[kind]
        assert element.text in VALUES.get(kind, {element.text})


def test_every_reference_names_an_entry(tbx: etree._Element) -> None:
    ids = set(tbx.xpath("//t:conceptEntry/@id", namespaces=NAMES))
    assert set(tbx.xpath("//t:ref/@target", namespaces=NAMES)) <= ids


def test_read_back_it_has_every_name_of_every_term(library: Library, tbx: etree._Element) -> None:
    entries = tbx.findall(".//t:conceptEntry", NAMES)
    assert [entry.get("id") for entry in entries] == list(library.terms)
    for entry in entries:
        term = library.terms[entry.get("id")]
        for section in entry.findall("t:langSec", NAMES):
            assert names(section) == expected(term, section.get(LANG))


def names(section: etree._Element) -> set[tuple[str, str]]:
    """Texts with what their status makes them."""
    return {
        (one.findtext("t:term", None, NAMES), STATUS[one.findtext("t:termNote[@type='administrativeStatus']", None, NAMES)])
        for one in section.findall("t:termSec", NAMES)
    }  # fmt: skip


def expected(term, lang):
    words = term[lang].words
    title = str(words.title)
    found = {(title, "title")}
    other = [("aliases", name) for name in (*words.aliases, *filter(None, [term.facts.abbreviation]))]  # fmt: skip
    other += [("discouraged", name) for name in words.discouraged]
    seen = {title}
    for kind, name in sorted(other, key=lambda pair: pair[0]):
        if str(name) not in seen:
            seen.add(str(name))
            found.add((str(name), kind))
    return found


def test_every_definition_names_its_sources(library: Library, tbx: etree._Element) -> None:
    for entry in tbx.findall(".//t:conceptEntry", NAMES):
        sources = library.terms[entry.get("id")].facts.sources
        for group in entry.findall("t:langSec/t:descripGrp", NAMES):
            assert group.findtext("t:descrip", None, NAMES)
            assert len(group.findall("t:admin[@type='source']", NAMES)) == len(sources)


def test_translate_toolkit_reads_the_elder_edition(library: Library, files: dict[str, str]) -> None:
    file = BytesIO(files["data/glossary-tbx2.tbx"].encode())
    units = tbxfile(file, sourcelanguage="ko", targetlanguage="en").units
    assert [unit.getid() for unit in units] == list(library.terms)
    for unit, term in zip(units, library.terms.values(), strict=True):
        for shown, lang in ((unit.get_source_terms(), "ko"), (unit.get_target_terms("en"), "en")):
            assert shown[0].text == str(term[lang].title)
            avoided = [one.text for one in shown if one.deprecated]
            assert avoided == [str(name) for name in term[lang].words.discouraged]


def test_both_editions_say_the_same(tbx: etree._Element, files: dict[str, str]) -> None:
    elder = etree.fromstring(files["data/glossary-tbx2.tbx"].encode())
    texts = [
        [(element.text or "").strip() for element in root.iter("{*}*")] for root in (tbx, elder)
    ]
    assert texts[0] == texts[1]
