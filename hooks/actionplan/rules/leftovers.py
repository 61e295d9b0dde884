"""Rules about what was left in a text: placeholders, marks of a merge conflict, inclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..library import Library, Page
from ..problem import Problem
from ..text import Source
from .finding import at, on_pages

MARKS = (
    "TODO",
    "FIXME",
    "TBD",
    "TBA",
    "XXX+",
    "HACK",
    "WIP",
    "LOREM IPSUM",
    "Lorem ipsum",
    "lorem ipsum",
)
TO_DO = r"(?:필요|예정|요망|바람)"
AT_END = r"(?=[\s.)\]]|$)"
MACHINES = ("Google", "Papago", "DeepL", "ChatGPT", "Claude", "AI", "Bing")
# Each alternative begins with the very character to look for, so that the search can leap to it.
PLACEHOLDER = re.compile(
    "|".join(
        (
            *(rf"{mark[0]}(?<![\w/.#-]{mark[0]}){mark[1:]}(?![\w/-])" for mark in MARKS),
            r"\{\{.*?\}\}", r"\{%.*?%\}", r"<%.*?%>", r"\$\{[^}\n]*\}", r"\?\?\?+(?!\+? ?\w)",
            r"\[(?:insert|your|title|name|here|link|내용|제목|입력)[^\]\n]*\](?!\()",
            r"\[(?:citation needed|source\?|출처\?)\]",
            *(rf"{what}\s?{TO_DO}{AT_END}" for what in ("작성", "추가", "번역", "수정", "입력")),
            r"여기에 (?:내용|글|설명)을? ?(?:입력|작성|적)", r"추후 (?:작성|추가|보완)", rf"번역 ?(?:안 ?됨|중){AT_END}",
            r"\((?:작성|준비|공사|수정|집필) ?중\)", r"to be (?:written|translated|added|completed)\b", r"coming soon\b",
            *(rf"{opening}(?:(?:출처|사실|수치|날짜|번역|원문)[은는을를이가]?)? ?(?:재?확인|검토|보완) ?(?:{TO_DO}|중)\??[)\]]" for opening in (r"\(", r"\[")),
            r"\((?:[Tt]o be|[Nn]eeds to be|[Pp]lease) (?:check|confirm|verif)\w*\)", r"\((?:[Ss]ource|[Ff]act|[Dd]ate|[Nn]umber)s? to be \w+\)",
            r"\((?:[Cc]heck|[Vv]erify|[Cc]onfirm) (?:this|source|date|number)s?\)",
            *(rf"{letter}ranslated (?:by|with|using) (?:{'|'.join(MACHINES)})\b" for letter in "Tt"),
            r"\((?:파파고|구글|딥엘|DeepL|ChatGPT|챗GPT|기계|AI) ?번역\)", r"As an AI language model",
            *(rf"{word}[!.,] [Hh]ere(?:’s|'s| is| are)\b" for word in ("Sure", "Certainly", "Of course")), r"Here(?:’s|'s| is) (?:the|a|your) (?:translat\w+|revised|improved|summary)\b",
            r"요청하신 (?:번역|내용|글|요약)", r"번역(?:문|본|은|하면)? ?(?:은|는)? ?다음과 같습니다", r"XX*월 ?XX*일", r"XX*년 ?X*월?", r"X(?<!\wX)XX*(?=,? (?:19|20)\d{2}\b)",
            r"\[(?:NAME|DATE|TITLE|NUMBER|SOURCE|COMPANY|AMOUNT|LINK|TEXT|YEAR|INSERT)\b[^\]\n]*\](?!\()",
            "ㅇㅇ+", r"_(?<= _)__+(?=[\s.,)은는이가을를])", "○○+", "XX쪽", "YYYY-MM-DD", "00쪽", r"p(?<!\wp)\. ?(?:XX|\?\?)",
        )
    )
)  # fmt: skip
CONFLICT = re.compile(r"^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?|\|{7}(?: .*)?)$", re.MULTILINE)
INCLUDE = re.compile(
    r"^[ \t]*(?:-{1,2}8<-{1,2}|\{!.*!\}|!include\b|@import\b|\.\. include::).*$", re.MULTILINE
)


def placeholder(library: Library) -> Iterator[Problem]:
    """Nothing is left in the text that was to be written later."""
    pages = _page_of(library)
    for path, source in library.texts.items():
        if path == "mkdocs.yml":
            continue
        page = pages.get(path)
        yield from source.once(placeholder, page, partial(_left, source, page))


def _left(source: Source, page: Page | None) -> Iterator[Problem]:
    """Placeholders of a file, outside code where it is a page."""
    head = len(source.text) - len(page.outline.body) if page else len(source.text)
    yield from _placeholders(source, _uncommented(source.text[:head], source.path), 0)
    if page:
        yield from _placeholders(source, page.outline.codeless, head)


def _uncommented(text: str, path: str) -> str:
    return (
        re.sub(r"(?m)^[ \t]*#.*$", lambda m: " " * len(m[0]), text)
        if path.endswith(".yml")
        else text
    )


def _placeholders(source: Source, text: str, shift: int) -> Iterator[Problem]:
    for match in PLACEHOLDER.finditer(text):
        yield Problem(source.path, *source.place(match.start() + shift), "placeholder", f"‘{match[0]}’: 채우지 않은 자리입니다. 내용을 쓰거나 지우세요.",
                      f"'{match[0]}' left in the text; write what belongs there or delete it")  # fmt: skip


def _page_of(library: Library) -> dict[str, Page]:
    return {page.path: page for page in library.pages.values()}


def conflict(library: Library) -> Iterator[Problem]:
    """No mark of a merge conflict is left."""
    known = _page_of(library)
    for path, source in library.texts.items():
        page = known.get(path)
        shift = len(source.text) - len(page.outline.body) if page else 0
        text = page.outline.unfenced if page else source.text
        if "<<<<<<<" not in text and ">>>>>>>" not in text and "=======" not in text:
            continue
        first = next((m for m in CONFLICT.finditer(text)), None)
        if first and not _underlines(text, first):
            yield Problem(path, *source.place(first.start() + shift), "conflict", "병합 충돌 표시가 남아 있습니다. 한쪽을 고르고 ‘<<<<<<<’, ‘=======’, ‘>>>>>>>’ 줄을 지우세요.",
                          "marks of a merge conflict; choose a side and delete the '<<<<<<<', '=======' and '>>>>>>>' lines")  # fmt: skip


def _underlines(text: str, mark: re.Match[str]) -> bool:
    """Whether a row of = stands under a line of text, which it makes a heading of another form."""
    above = text[: mark.start()].rpartition("\n")[0].rpartition("\n")[2]
    return mark[0].startswith("=") and bool(above.strip()) and len(CONFLICT.findall(text)) == 1


@on_pages
def include(page: Page) -> Iterator[Problem]:
    """A page holds its own text; other files are not included into it."""
    for match in INCLUDE.finditer(page.outline.masked):
        start = match.end() - len(match[0].lstrip())
        outside = ".." in match[0] or "/etc" in match[0]
        yield at(page, page.outline.place(start, match.end()), "include", "다른 파일을 끼워 넣을 수 없습니다" + (" (docs/ 밖의 파일입니다)" if outside else "") + ". 필요한 글을 직접 적으세요.",
                 "files can't be included" + (" (and this one is outside docs/)" if outside else "") + "; write the text itself")  # fmt: skip


RULES = (placeholder, conflict, include)
