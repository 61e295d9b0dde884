"""The source article as records: its parts, its statements held against the plan, and what it leaves out.

Everything is in our own words. These are the records of data/article.yml; how it is read is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .language import Bilingual, Text
from .records import Locus, Slug, Sources
from .schema import Matches, To

Verdict = Literal["supported", "simplified", "differs", "own-reading", "other-source"]


@dataclass(frozen=True)
class Part:
    """A part of the source article."""

    path: str
    id: Slug
    title: Bilingual


@dataclass(frozen=True)
class Claim:
    """A statement of the source article, in our words, held against the plan."""

    path: str
    id: Annotated[Text, Matches(r"a-\d\d", "a-01과 같은 번호", "a number such as a-01")]
    part: Annotated[Text, To(("part",))]
    statement: Bilingual
    verdict: Verdict
    aspect: Literal["other-document", "translation"] | None = None
    plan: tuple[Locus, ...] = ()
    compare: tuple[Locus, ...] = ()
    difference: Bilingual | None = None
    since: Bilingual | None = None
    sources: Sources = ()


@dataclass(frozen=True)
class Omission:
    """Something in the plan that the article leaves out and a Korean reader may need."""

    path: str
    id: Slug
    plan: tuple[Locus, ...]
    point: Bilingual
