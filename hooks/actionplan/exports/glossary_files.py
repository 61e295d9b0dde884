"""The glossary in the formats of translators and of linked data: TBX in two editions, SKOS in two notations."""

from __future__ import annotations

from ..datasets import GLOSSARY_FILES
from ..library import Library
from . import skos, tbx


def files(library: Library, root: str) -> dict[str, str]:
    """The files by their names in /data/."""
    statements = skos.triples(library, root)
    texts = (
        tbx.document(library, root),
        tbx.document_of_2008(library, root),
        skos.as_turtle(statements),
        skos.as_json_ld(statements),
    )
    return dict(zip(GLOSSARY_FILES, texts, strict=True))
