"""Glossary terms in running text: finds them, links the first one in each section, prints both forms.

A term is found by its title, its shown aliases and its abbreviation, also with a Korean particle
attached (`수출통제를`) and with or without spaces. The first use on a page of a term that has an
abbreviation prints both forms once, and the particle after it is made to agree (style guide, first
use). Works on rendered HTML so that links, code and headings are left alone. It must not know MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from . import urls
from .korean import ENDINGS, PAIRS, has_hangul, particle
from .language import Lang
from .library import Library, Page, Unit
from .markup import element, escape

# A tag, a comment or a character reference: what stands between stretches of text.
TOKEN = re.compile(
    r"<!--.*?-->|&\#?\w+;|"
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>""",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""(?<!\S)(lang|class)=(["'])(.*?)\2""")
WORD_START = re.compile(r"(?<!\w)\w")
WORD = re.compile(r"\w*")
BLOCK = re.compile(r"<(?:p|li|dd|div|blockquote)\b[^>]*>\s*$")
# After these an English noun phrase begins; after an article, a possessive or an adjective it goes on.
BEFORE_ARTICLE = re.compile(
    r"(?:[.?!:;,]|\b(?:\d{4}|about|and|as|at|because|between|but|by|for|from|if|in|including|into|like|"
    r"of|on|or|than|that|through|to|under|unlike|via|when|where|which|while|with))\s+$",
    re.IGNORECASE,
)
# What follows a common noun that is part of a longer proper name: `Export Control Officer`.
NAME_GOES_ON = {"en": re.compile(r" [A-Z]"), "ko": re.compile(r" (?:특별|개혁|기본|진흥)법")}

# Elements whose text is never linked; the last line are generated parts that link by themselves.
SKIPPED = frozenset(
    [
        "a",
        "code",
        "pre",
        "kbd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "script",
        "style",
        "svg",
        "button",
        "summary",
        "time",
    ]
)
SKIPPED |= frozenset(["aside", "table", "nav", "dl"])
SKIPPED_CLASSES = frozenset(
    ["no-term", "references", "cards", "pillar-map", "checked-against", "term-list", "sources"]
)


@dataclass(frozen=True)
class Name:
    """One way to write a term. `key` is the spelling without spaces, folded unless it has capitals.

    `spaced`: the name may be written with spaces where it has none, and without where it has some.
    """

    term: str
    written: str
    key: str
    exact_case: bool
    spaced: bool


@dataclass(frozen=True)
class Mention:
    """A term in a text: offsets of its name, without the particle."""

    start: int
    end: int
    name: Name


@dataclass
class Lexicon:
    """All names of terms in one language, ready to be found."""

    library: Library
    lang: Lang

    @cached_property
    def names(self) -> dict[str, list[Name]]:
        """Names by the first three letters of their key, the longest first."""
        index: dict[str, list[Name]] = {}
        for term in self.library.terms.values():
            if term[self.lang].words.autolink:
                for written in self._written(term):
                    name = _name(term.id, written)
                    index.setdefault(name.key[:3].casefold(), []).append(name)
        for names in index.values():
            names.sort(key=lambda name: -len(name.key))
        return index

    def _written(self, term: Unit) -> Iterator[str]:
        shared = {entry.alias for entry in self.library.ambiguous}
        own = [term.title[self.lang], *term[self.lang].words.aliases, term.facts.abbreviation or ""]
        yield from (name for name in dict.fromkeys(own) if len(name) > 1 and name not in shared)

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention in a text, the longest name at each place, from left to right."""
        end = 0
        for match in WORD_START.finditer(text):
            if match.start() >= end:
                mention = self._at(text, match.start())
                if mention:
                    end = mention.end
                    yield mention

    def _at(self, text: str, start: int) -> Mention | None:
        first = "".join(text[start : start + 5].split())
        keys = (first[:3].casefold(), first[:2].casefold())
        for name in (name for key in keys for name in self.names.get(key, ())):
            end = _end_of(name, text, start)
            if end and _closed(text, end, self.lang) and not self._in_name(text, start, end, name):
                return Mention(start, end, name)
        return None

    def _in_name(self, text: str, start: int, end: int, name: Name) -> bool:
        """Whether a common noun is only a part of the name of a law, an office or a body."""
        if not NAME_GOES_ON[self.lang].match(text, end):
            return False
        words = text[start:end].split()
        return self.lang == "ko" or (not name.exact_case and all(w[0].isupper() for w in words))


def _name(term: str, written: str) -> Name:
    exact = sum(letter.isupper() for letter in written) > 1
    key = re.sub(r"\s", "", written)
    spaced = has_hangul(key) or " " in written
    return Name(term, written, key if exact else key.casefold(), exact, spaced)


def _end_of(name: Name, text: str, start: int) -> int:
    """Where the name ends if the text at `start` spells it, spaces aside; 0 where it doesn't."""
    end = start + len(name.key)
    found = text[start:end]
    if (found if name.exact_case else found.casefold()) == name.key:
        return end
    return _end_spaced(name, text, start) if name.spaced else 0


def _end_spaced(name: Name, text: str, start: int) -> int:
    """The same, letter by letter, with at most one space before each."""
    position = start
    for letter in name.key:
        if position > start and text[position : position + 1] in (" ", "\n"):
            position += 1
        found = text[position : position + 1]
        if (found if name.exact_case else found.casefold()) != letter:
            return 0
        position += 1
    return position


def _closed(text: str, end: int, lang: Lang) -> bool:
    """Whether a word ends here: with nothing, a Korean particle, or an English plural s."""
    rest = WORD.match(text, end)
    following = rest[0] if rest else ""
    if not following:
        return True
    return following in ENDINGS if lang == "ko" else following == "s"


def link(html: str, page: Page, lexicon: Lexicon) -> str:
    """A page's rendered HTML with the first mention of each term in each section linked."""
    return _Linker(page, lexicon).link(html)


@dataclass
class _Seen:
    """Terms already linked in this section, and terms whose two forms the page has printed."""

    section: set[str] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)


class _Linker:
    """Copies HTML and links mentions in its running text."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.written: list[str] = []
        self._seen = _Seen()
        self._skipping: list[str] = []

    def link(self, html: str) -> str:
        """The HTML with links; everything between stretches of text is copied as it stands."""
        end = 0
        for token in TOKEN.finditer(html):
            self._text(html[end : token.start()])
            self.written.append(token[0])
            if token["name"]:
                self._tag(token["name"].lower(), token)
            end = token.end()
        self._text(html[end:])
        return "".join(self.written)

    def _text(self, text: str) -> None:
        if text:
            self.written.append(text if self._skipping else self._linked(text))

    def _tag(self, name: str, token: re.Match[str]) -> None:
        """Begins to skip inside what is not running text; stops at the end tag of what began it."""
        if token["close"]:
            if self._skipping and name == self._skipping[0]:
                self._skipping.pop()
            return
        if name in ("h1", "h2", "h3"):
            self._seen.section.clear()
        if token["attributes"].endswith("/"):
            return
        if self._skipping:
            if name == self._skipping[0]:
                self._skipping.append(name)
        elif name in SKIPPED or _skipped(token["attributes"], self.page.lang):
            self._skipping.append(name)

    def _linked(self, text: str) -> str:
        pieces, end = [], 0
        for mention in self.lexicon.find(text):
            if mention.start < end or mention.name.term == self.page.id:
                continue
            new, stop = self._replacement(text, mention)
            if new is not None:
                pieces += [text[end : mention.start], new]
                end = stop
        return "".join([*pieces, text[end:]])

    def _replacement(self, text: str, mention: Mention) -> tuple[str | None, int]:
        """HTML for a mention, with the offset up to which it stands for the text."""
        term = self.lexicon.library.terms[mention.name.term]
        shown, end = self._first_use(text, mention, term)
        if shown is None and term.id in self._seen.section:
            return None, mention.end
        self._seen.section.add(term.id)
        where = urls.Target(urls.page_of("term", term.id))
        href = urls.relative(self.page.lang, self.page.name, self.page.lang, where)
        if shown is None and self.page.lang == "en" and text[end : end + 1] == "s":
            end += 1
        label = shown if shown is not None else text[mention.start : end]
        tail = _agreeing(text, mention.end, label) if shown is not None else ""
        return element("a", escape(unescape(label)), href=href, class_="term") + tail, end

    def _first_use(self, text: str, mention: Mention, term: Unit) -> tuple[str | None, int]:
        """Both forms of a term that has an abbreviation, at its first use on the page."""
        abbreviation, title = term.facts.abbreviation, term.title[self.page.lang]
        written = text[mention.start : mention.end]
        if not abbreviation or abbreviation == title or term.id in self._seen.introduced:
            return None, mention.end
        if written != abbreviation and mention.name.written != title:
            return None, mention.end
        self._seen.introduced.add(term.id)
        if re.match(r"s? ?\(", text[mention.end :]) or text[: mention.start].endswith("("):
            return None, mention.end
        full = written if written != abbreviation else _in_sentence(title, text, mention.start)
        if written == abbreviation and self.page.lang == "en" and term.facts.kind == "organisation":
            full = self._article(text[: mention.start]) + full
        plural = (
            "s" if self.page.lang == "en" and text[mention.end : mention.end + 1] == "s" else ""
        )
        space = " " if self.page.lang == "en" else ""
        ending = WORD.match(text, mention.end)
        stop = ending.end() if ending else mention.end
        return f"{full}{plural}{space}({abbreviation}{plural})", stop

    def _article(self, before: str) -> str:
        """The article that a body's full name takes in English, and its abbreviation doesn't."""
        if not before.strip():
            return "The " if BLOCK.search(self.written[-1] if self.written else "") else ""
        if BEFORE_ARTICLE.search(before):
            return "The " if before.rstrip()[-1] in ".?!:" else "the "
        return ""


def _agreeing(text: str, end: int, label: str) -> str:
    """The particle that stood after a name, made to agree with the label that replaces the name."""
    found = WORD.match(text, end)
    ending = found[0] if found else ""
    if not has_hangul(ending):
        return ""
    for pair in sorted(PAIRS, key=len, reverse=True):
        for form in sorted(PAIRS[pair], key=len, reverse=True):
            if ending.startswith(form) and ending in ENDINGS:
                return particle(label, pair) + ending[len(form) :]
    return ending


def _in_sentence(title: str, text: str, start: int) -> str:
    """An English title as it stands within a sentence: a common noun begins with a small letter."""
    before = text[:start].rstrip()
    common = title[1:] == title[1:].lower() and not has_hangul(title)
    within = bool(before) and before[-1] not in ".?!:"
    return title[0].lower() + title[1:] if common and within else title


def _skipped(attributes: str, lang: Lang) -> bool:
    """Whether an element is in the other language or of a class that is never linked in."""
    for name, _, value in ATTRIBUTE.findall(attributes):
        if value != lang if name == "lang" else not SKIPPED_CLASSES.isdisjoint(value.split()):
            return True
    return False
