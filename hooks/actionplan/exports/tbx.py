"""The glossary as TBX for translators' tools: ISO 30042:2019, dialect TBX-Basic, style DCA, and its elder.

Titles are preferred terms, aliases and abbreviations admitted ones, discouraged words deprecated ones; a
definition comes with its sources. Many tools still read only the edition of 2008 (TBX 2), whose TBX-Basic has
the same data categories under other names of elements. It must not know where the files are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .. import urls
from ..language import LANGS, Lang
from ..library import Library, Unit
from ..plaintext import lead

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMAS = (
    ("https://raw.githubusercontent.com/LTAC-Global/TBX_Core_RNG/master/TBXcoreStructV03.rng", "http://relaxng.org/ns/structure/1.0"),
    ("https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch", "http://purl.oclc.org/dsdl/schematron"),
)  # fmt: skip
"""Where the dialect's schemas are; a file names them so that an editor checks it."""

NAMES_OF_2008 = {
    "tbx": "martif", "tbxHeader": "martifHeader", "conceptEntry": "termEntry", "langSec": "langSet", "termSec": "tig",
}  # fmt: skip
"""Elements of the edition of 2019 by what the edition of 2008 calls them; the others have kept their names."""

PREFERRED, ADMITTED, DEPRECATED = (f"{kind}Term-admn-sts" for kind in ("preferred", "admitted", "deprecated"))  # fmt: skip


def document(library: Library, root: str) -> str:
    """The whole glossary by the edition of 2019. `root` is the site's address, with a slash at its end."""
    tbx = _glossary(library, root)
    tbx.attrib.update({"xmlns": NAMESPACE, "style": "dca"})
    models = "".join(
        f'<?xml-model href="{href}" type="application/xml" schematypens="{namespace}"?>\n'
        for href, namespace in SCHEMAS
    )
    return _written(tbx, models)


def document_of_2008(library: Library, root: str) -> str:
    """The same glossary by the edition of 2008."""
    tbx = _glossary(library, root)
    for element in tbx.iter():
        element.tag = NAMES_OF_2008.get(element.tag, element.tag)
    return _written(tbx)


def _written(tbx: Element, models: str = "") -> str:
    indent(tbx, " ")
    text = tostring(tbx, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{models}{text}\n'


def _glossary(library: Library, root: str) -> Element:
    tbx = Element("tbx", {"type": "TBX-Basic", LANG: "ko"})
    _header(tbx, library, root)
    body = SubElement(SubElement(tbx, "text"), "body")
    for term in library.terms.values():
        _entry(body, library, term, root)
    return tbx


def _header(tbx: Element, library: Library, root: str) -> None:
    file = SubElement(SubElement(tbx, "tbxHeader"), "fileDesc")
    published = SubElement(file, "publicationStmt")
    SubElement(published, "p").text = "AI 행동계획과 한국: 용어집 / The AI Action Plan and Korea: glossary"  # fmt: skip
    SubElement(published, "p").text = "CC BY 4.0"
    changed = next(iter(library.changes.values())).date
    SubElement(SubElement(file, "sourceDesc"), "p").text = f"{root}glossary/ ({changed})"


def _entry(body: Element, library: Library, term: Unit, root: str) -> None:
    """One concept with its two languages."""
    entry = SubElement(body, "conceptEntry", id=term.id)
    category = library.categories[term.facts.category].name
    _typed(entry, "descrip", "subjectField", f"{category.ko} / {category.en}")
    _typed(entry, "xref", "externalCrossReference", "", target=root + urls.address("ko", term.ko.name)).text = term.title.ko  # fmt: skip
    for id in dict.fromkeys([*filter(None, [term.facts.broader]), *term.facts.related]):
        _typed(entry, "ref", "crossReference", library.terms[id].title.ko, target=id)
    for lang in LANGS:
        _language(entry, library, term, lang)


def _language(entry: Element, library: Library, term: Unit, lang: Lang) -> None:
    section = SubElement(entry, "langSec", {LANG: lang})
    group = SubElement(section, "descripGrp")
    _typed(group, "descrip", "definition", lead(library, term[lang]))
    for id in term.facts.sources:
        source = library.sources[id]
        _typed(group, "admin", "source", f"{source.publisher}, {source.title}, {source.url}")
    for text, status, form in _names(term, lang):
        one = SubElement(section, "termSec")
        SubElement(one, "term").text = text
        _typed(one, "termNote", "partOfSpeech", "noun")
        _typed(one, "termNote", "termType", form)
        _typed(one, "termNote", "administrativeStatus", status)


def _names(term: Unit, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Every name that readers may meet: text, status and form; none of them twice."""
    words = term[lang].words
    names = [(str(words.title), PREFERRED, "fullForm")]
    if term.facts.abbreviation:
        names.append((str(term.facts.abbreviation), ADMITTED, "abbreviation"))
    names += [(str(name), ADMITTED, "variant") for name in words.aliases]
    names += [(str(name), DEPRECATED, "variant") for name in words.discouraged]
    seen: set[str] = set()
    for name in names:
        if name[0] not in seen:
            seen.add(name[0])
            yield name


def _typed(parent: Element, tag: str, type: str, text: str, **more: str) -> Element:  # noqa: A002
    child = SubElement(parent, tag, {"type": type, **more})
    child.text = text
    return child
