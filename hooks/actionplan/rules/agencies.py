"""The rule about agencies in two languages: a body that one side names, the other names too.

The names are those of data/plan.yml and of the glossary's terms for the same bodies. It must not know
what a page says of an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..language import LANGS, Lang, other
from ..library import Library
from ..problem import Problem
from ..records import Agency
from .alignment import Item, Pair, Stretch, Subject, compared, compared_texts
from .finding import any_of
from .texts import bilinguals

NAME = Subject("translation-agency", "기관", "the agency")
OF = re.compile(
    r"^(?:U\.S\. )?(?:(?:Department|Bureau|Office|Center|National Institutes?) (?:of|for) (?:the )?)?"
)
KO_HEADS = re.compile(
    r"(?:위원회|협의회|연구소|센터|재단|정책실|국장실|사무국|공동체|회의|은행|공사|단위|그룹|부|국|청|처|원)$"
)
EN_HEADS = re.compile(
    r"\b(Department|Bureau|Office|Center|Institutes?|Council|Commission|Agency|Administration|Foundation|Bank|Corporation|Laboratories|Community|Group|Units|Centers)\b"
)
KO_POINTING = "이|그|두|세|같은|각|해당|다른|관계|양"
EN_POINTING = "the|this|that|these|those|its|both|each|two|three|other|another"


@dataclass(frozen=True)
class Names:
    """What one agency is called in a language, and the pattern that finds it as words of their own."""

    written: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first of the names. Most texts hold none, which is seen at once without the pattern."""
        return self.pattern.search(text) if any(map(text.__contains__, self.written)) else None


@dataclass(frozen=True)
class Agencies:
    """The names of every agency in both languages, ready to be found: all of them, in full and in short.

    `above` holds the agencies to which each belongs.
    """

    some: dict[Lang, re.Pattern[str]]
    full: dict[Lang, dict[str, Names]]
    short: dict[Lang, dict[str, re.Pattern[str]]]
    above: dict[str, set[str]]

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, library: Library) -> Agencies:
        """The agencies of data/plan.yml."""
        known = library.agencies
        names = {id: _names(library, agency) for id, agency in known.items()}
        every = {lang: [n for named in names.values() for n in named[lang]] for lang in LANGS}
        return cls(
            some={lang: _any(every[lang]).pattern for lang in LANGS},
            full={lang: {id: _any(named[lang]) for id, named in names.items()} for lang in LANGS},
            short={
                "ko": {id: _pointed_ko(agency) for id, agency in known.items()},
                "en": {id: _pointed_en(agency) for id, agency in known.items()},
            },
            above={id: set(_above(library, agency)) for id, agency in known.items()},
        )

    def differing(self, pairs: list[Pair]) -> Iterator[Problem]:
        """A body that one side of a block names is named on the other, in full or in short."""
        for pair in pairs:
            sides = [list(self._items(pair[n], pair[1 - n].prose)) for n in (0, 1)]
            yield from compared(NAME, pair, sides)

    def _items(self, here: Stretch, there: str) -> Iterator[Item]:
        for id, match in self.unnamed(here.prose, here.page.lang, there):
            if not self.full[here.page.lang][id].pattern.fullmatch(here.page.title):
                start = here.start + match.start()
                yield Item(id, match[0], here.page.outline.place(start, start))

    def unnamed(self, text: str, lang: Lang, there: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Agencies that a text names and its text in the other language doesn't, each once."""
        if not self.some[lang].search(text):
            return
        far = other(lang)
        for id, names in self.full[lang].items():
            match = names.search(text)
            if match and not self._named(id, far, there):
                yield id, match

    def _named(self, id: str, lang: Lang, text: str) -> bool:
        """Whether a text names an agency, in full, in short, or by a body that belongs to it."""
        below = (lower for lower, above in self.above.items() if id in above)
        return bool(
            self.full[lang][id].search(text)
            or self.short[lang][id].search(text)
            or any(self.full[lang][lower].search(text) for lower in below)
        )


def _above(library: Library, agency: Agency) -> Iterator[str]:
    """The agencies to which an agency belongs."""
    seen = {agency.id}
    while agency.parent and agency.parent not in seen and agency.parent in library.agencies:
        seen.add(agency.parent)
        yield agency.parent
        agency = library.agencies[agency.parent]


def _names(library: Library, agency: Agency) -> dict[Lang, list[str]]:
    """What an agency is called: its abbreviation, its name, and the names of the term for it."""
    found: dict[Lang, list[str]] = {lang: [agency.id, agency.name[lang]] for lang in LANGS}
    department = OF.sub("", agency.name.en)
    if "Department of" in agency.name.en:
        found["en"] += [f"Department of {department}", f"{department} Department"]
    for term in library.terms.values():
        if agency.id == term.facts.abbreviation or agency.name.ko in (
            term.title.ko, *term["ko"].words.aliases):  # fmt: skip
            for lang in LANGS:
                found[lang] += [term.title[lang], *term[lang].words.aliases]
    return found


def _any(names: Iterable[str]) -> Names:
    written = tuple(set(names))
    return Names(written, re.compile(rf"(?:{any_of(written)})s?(?![A-Za-z0-9-])"))


def _pointed_ko(agency: Agency) -> re.Pattern[str]:
    """Words that stand for an agency once it was named: 위원회는, 이 부처."""
    head = KO_HEADS.search(agency.name.ko)
    kinds = {"부처", "기관", *([head[0]] if head else [])}
    return re.compile(rf"(?<![가-힣])(?:(?:{KO_POINTING}) ?(?:{'|'.join(kinds)})|위원회)")


def _pointed_en(agency: Agency) -> re.Pattern[str]:
    """Words that stand for an agency once it was named: Commerce, the bureau, both agencies."""
    core = OF.sub("", agency.name.en)
    head = EN_HEADS.search(agency.name.en)
    kinds = ["agency", "agencies", *([f"{head[1].lower().rstrip('s')}s?"] if head else [])]
    pointed = rf"\b(?i:{EN_POINTING}) (?:\w+ )?(?:{'|'.join(kinds)})\b(?! of\b)"
    return re.compile(rf"\b{re.escape(core)}\b|{pointed}")


def agencies_in_data(library: Library) -> Iterator[Problem]:
    """Both languages of a text in data/ name the same agencies."""
    agencies = Agencies.of(library)
    for path, both in bilinguals(library):
        only = [
            [match[0] for _, match in agencies.unnamed(both.ko, "ko", both.en)],
            [match[0] for _, match in agencies.unnamed(both.en, "en", both.ko)],
        ]
        yield from compared_texts(path, both, NAME, only)


RULES = (agencies_in_data,)
