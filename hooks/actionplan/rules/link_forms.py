"""Rules about how links are written: their words, their brackets, their names, and what is no link.

Where a link leads is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..library import Library, Page
from ..nearest import nearest
from ..parts import Link
from ..problem import Problem
from .addresses import ALLOWED_SCHEMES
from .finding import RECORDS, at, meant, named, on_pages

VAGUE = frozenset(
    [
        "여기",
        "여기서",
        "여기를",
        "여기에서",
        "이곳",
        "이곳을",
        "이",
        "쪽",
        "페이지",
        "링크",
        "링크를",
        "클릭",
        "클릭하기",
        "바로가기",
        "더보기",
        "자세히",
        "보기",
        "a",
        "click",
        "for",
        "here",
        "learn",
        "link",
        "more",
        "page",
        "read",
        "see",
        "the",
        "this",
        "to",
    ]
)
"""Words that say nothing, also several of them together: 'click here', '여기를 클릭'."""


def image_alt(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """An image has alternative text that says what it shows, or is marked as decorative."""
    if not link.image:
        return
    after = page.outline.body[link.place.end : link.place.end + 40]
    text = link.text.strip()
    if not text and "alt=" not in after and ".decorative" not in after:
        yield at(page, link.place, "image-alt", "그림에 대체 텍스트가 없습니다. ‘![무엇을 보여 주는지](…)’처럼 적거나, 장식이면 뒤에 {.decorative}를 붙이세요.",
                 "the image has no alternative text; write '![what it shows](…)', or mark it {.decorative}")  # fmt: skip
    elif re.fullmatch(r"(?i)[\w-]+\.(?:png|svg|jpg|webp)|image|picture|그림|이미지|사진", text):
        yield at(page, link.place, "image-alt", f"대체 텍스트 {named(text, '은')} 아무것도 알려 주지 않습니다. 무엇을 보여 주는지 적으세요.",
                 f"the alternative text '{text}' says nothing; say what the image shows")  # fmt: skip


def link_text(_: Library, page: Page, link: Link) -> Iterator[Problem]:
    """The text of a link says where it leads."""
    text = re.sub(r"[*_`]", "", link.text).strip()
    if link.image or (link.typed and not text):
        return
    if not text:
        yield at(page, link.place, "link-text", "링크에 글이 없습니다. 어디로 가는지 적으세요.",
                 "the link has no text; say where it leads")  # fmt: skip
    elif VAGUE.issuperset(text.lower().split()):
        yield at(page, link.place, "link-text", f"링크 글 ‘{text}’만으로는 어디로 가는지 알 수 없습니다. 가는 곳의 이름을 적으세요.",
                 f"the link text '{text}' doesn't say where it leads; name the target")  # fmt: skip


@on_pages
def link_reference(page: Page) -> Iterator[Problem]:
    """A reference link has its definition, and a definition its link; both names are the same."""
    known = [definition.name.lower() for definition in page.outline.definitions]
    used = {name.lower() for _, _, _, name in page.outline.references}
    for place, _, _, name in page.outline.references:
        if name.lower() not in known:
            ko, en = meant(name, known)
            yield at(page, place, "link-reference", f"{named(f'[{name}]', '을')} 정한 줄 ‘[{name}]: 주소’가 없습니다.{ko}",
                     f"'[{name}]' has no line '[{name}]: address'{en}")  # fmt: skip
    for number, definition in enumerate(page.outline.definitions):
        if definition.name.lower() in known[:number]:
            yield at(page, definition.place, "link-reference", f"‘[{definition.name}]:’ 줄이 두 번 나옵니다. 하나만 남기세요.",
                     f"'[{definition.name}]:' is defined twice; keep one")  # fmt: skip
        elif definition.name.lower() not in used and _suspicious(known, used, definition.name):
            yield at(page, definition.place, "link-reference", f"‘[{definition.name}]:’ 줄을 쓰는 곳이 없습니다. 지우거나 쓰세요.",
                     f"'[{definition.name}]:' is never used; delete or use it")  # fmt: skip


def _suspicious(known: list[str], used: set[str], name: str) -> bool:
    """Whether an unused definition is a mistake of its own, not the end of a misspelled reference."""
    return not any(nearest(name.lower(), [missing]) for missing in used - set(known))


_RECORD = f"{RECORDS}|count"
_TARGET = rf"(?:https?:|\.\.?/|[\w/-]+\.md|(?:{_RECORD}):)"
LINK_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(rf"\[[^\[\]\n]*\] \({_TARGET}[^()\s]*\)"),
     "대괄호와 괄호 사이에 빈칸이 있어 링크가 되지 않습니다. ‘[글](주소)’처럼 붙여 쓰세요.",
     "the space between ] and ( breaks the link; write [text](address)"),
    (re.compile(rf"(?<!\])\([^()\n]+\)\[{_TARGET}[^\[\]\s]*\]"),
     "괄호가 뒤바뀌었습니다. ‘[글](주소)’처럼 적으세요.", "the brackets are swapped; write [text](address)"),
    (re.compile(r"\[[^\[\]\n]+\]\((?:https?:|\.\.?/|[\w/-]+\.md|[a-z]+:)[^()\s]*(?:[ \t]+[^()\s\"'<][^()\n]*(?=\(|$)|$)", re.MULTILINE),
     "링크의 닫는 괄호가 없습니다. 주소 뒤에 ‘)’를 넣으세요.", "the link is never closed; put ')' after the address"),
    (re.compile(r"\[[^\[\]\n]+\]\((?!\s*<)[^()\"'\n]*\.(?:md|png|svg|html) ?[^()\"'\n]* [^()\"'\n]*\)|\[[^\[\]\n]+\]\((?!\s*<)[^()\"'\n:]* [^()\"'\n]*\.(?:md|png|svg)[^()\n]*\)"),
     "주소에 빈칸이 있어 링크가 되지 않습니다. 빈칸을 없애세요.", "a space in the address breaks the link; remove it"),
    (re.compile(r"\[[^\[\]\n]*\[[^\[\]\n]*\]\((?!count:)[^()\n]*\)[^\[\]\n]*\]\("),
     "링크 안에 링크가 있습니다. 하나만 남기세요.", "a link within a link; keep one of them"),
    (re.compile(r"\[[^\[\]\n]*\]\([a-z]+: +[\w.-]+\)|\[[^\[\]\n]*\]\([a-z]+ +:[\w.-]+\)"),
     "쌍점 옆에 빈칸이 있어 링크가 되지 않습니다. ‘(action:3.1.1)’처럼 붙여 쓰세요.", "a space beside the colon breaks the link; write it as in '(action:3.1.1)'"),
)  # fmt: skip
UNOPENED = re.compile(rf"(?:^|\](?!\())[^\[\]\n]*(\])\({_TARGET}[^()\s]*\)", re.MULTILINE)


@on_pages
def link_form(page: Page) -> Iterator[Problem]:
    """A link is written `[text](address)`, without spaces between or in its parts."""
    if "[" not in page.outline.masked:
        return
    for pattern, ko, en in LINK_FORMS:
        for match in pattern.finditer(page.outline.masked):
            yield at(page, page.outline.place(*match.span()), "link-form", ko, en)
    ends = {link.place.end for link in page.outline.links}
    for match in UNOPENED.finditer(page.outline.masked):
        if match.end() not in ends:
            yield at(page, page.outline.place(match.start(1), match.end()), "link-form", "링크를 여는 ‘[’가 없습니다. ‘[글](주소)’처럼 적으세요.",
                     "the '[' that opens the link is missing; write [text](address)")  # fmt: skip


@on_pages
def bare_address(page: Page) -> Iterator[Problem]:
    """An address in the text is a link with words, not the bare address."""
    if "://" not in page.outline.masked:
        return
    taken = [(link.place.start, link.place.end) for link in page.outline.links]
    taken += [(d.place.start, d.place.end) for d in page.outline.definitions]
    for match in re.finditer(r"<?https?://[^\s<>)\]\"”’]+", page.outline.masked):
        if not any(start <= match.start() < end for start, end in taken):
            yield at(page, page.outline.place(*match.span()), "link-bare", "주소만 적혀 있습니다. ‘[어디로 가는지](주소)’처럼 적거나 출처로 인용하세요.",
                     "a bare address; write [where it leads](address) or cite it as a source")  # fmt: skip


AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*):[^<>\s]*>")


@on_pages
def autolink(page: Page) -> Iterator[Problem]:
    """An address in angle brackets begins with https: or mailto:."""
    for match in AUTOLINK.finditer(page.outline.masked):
        if re.fullmatch(_RECORD, match[1]):
            yield at(page, page.outline.place(*match.span()), "url-scheme", f"기록으로 가는 링크는 ‘[]({match[0][1:-1]})’처럼 적으세요.",
                     f"a link to a record is written '[]({match[0][1:-1]})'")  # fmt: skip
        elif match[1].lower() not in {*ALLOWED_SCHEMES, "http"}:
            yield at(page, page.outline.place(*match.span()), "url-scheme", f"{named(match[1] + ':', '은')} 쓸 수 없습니다. https나 mailto를 쓰세요.",
                     f"'{match[1]}:' is not allowed; write https or mailto")  # fmt: skip


@on_pages
def footnote(page: Page) -> Iterator[Problem]:
    """Sources are cited as `[@source-id]`; footnotes are not shown on this site."""
    marks = list(re.finditer(r"\[\^([^\]\s]+)\](:?)", page.outline.masked))
    defined = {m[1] for m in marks if m[2]}
    used = {m[1] for m in marks if not m[2]}
    for match in marks:
        place = page.outline.place(*match.span())
        if not match[2]:
            lacks = match[1] not in defined
            yield at(page, place, "footnote", f"각주 ‘[^{match[1]}]’" + ("에 맞는 ‘[^" + match[1] + "]:’도 없고, " if lacks else ": ") + "이 사이트는 각주를 쓰지 않습니다. 출처는 [@출처-id]로 인용하세요.",
                     (f"'[^{match[1]}]' has no '[^{match[1]}]:', and " if lacks else f"'[^{match[1]}]': ") + "this site has no footnotes; cite a source as [@source-id]")  # fmt: skip
        elif match[1] not in used:
            yield at(page, place, "footnote", f"‘[^{match[1]}]:’를 가리키는 곳이 없고, 이 사이트는 각주를 쓰지 않습니다. 출처는 [@출처-id]로 인용하세요.",
                     f"'[^{match[1]}]:' is never referred to, and this site has no footnotes; cite a source as [@source-id]")  # fmt: skip


RULES = (link_reference, link_form, bare_address, autolink, footnote)
