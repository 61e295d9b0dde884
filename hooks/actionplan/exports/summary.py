"""What a proposal changes, page by page, and which of its pages still lack a change note.

Made for reviewers of a pull request, from the library as proposed and a list of edited files. It must not
know git; `tools/preview_summary.py` asks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from .. import urls
from ..language import LANGS, Lang
from ..library import Library

State = Literal["new", "changed", "deleted"]
Note = tuple[str, str]
"""Id of a change and the page that it names; `*` for the whole site."""

STATES = {"new": "새 쪽 · new", "changed": "고침 · changed", "deleted": "지움 · deleted"}


@dataclass(frozen=True)
class Edit:
    """A file that the proposal adds, changes or deletes."""

    path: str
    state: State


@dataclass(frozen=True)
class Touched:
    """A page, the files that change it, and whether the proposal explains it in data/changes.yml."""

    name: str
    edits: tuple[Edit, ...]
    explained: bool

    @property
    def state(self) -> State:
        """New or deleted where a file of its own is; else changed."""
        own = {edit.state for edit in self.edits if edit.path.startswith("docs/")}
        return own.pop() if len(own) == 1 else "changed"

    @property
    def lacks_note(self) -> bool:
        """A deleted page can't be named by a change; every other touched page must be."""
        return self.state != "deleted" and not self.explained


def notes(library: Library) -> set[Note]:
    """Every page that every change names."""
    return {(id, page) for id, change in library.changes.items() for page in change.pages or ("*",)}


def touched(library: Library, edits: Iterable[Edit], known: set[Note]) -> list[Touched]:
    """The pages that the edits change, in order of their names. `known`: notes that the base has."""
    explained = {page for _, page in notes(library) - known}
    by_page: dict[str, list[Edit]] = {}
    for edit in edits:
        name = page_of_file(edit.path)
        if name:
            by_page.setdefault(name, []).append(edit)
    return [
        Touched(name, tuple(by_page[name]), not explained.isdisjoint({name, "*"}))
        for name in sorted(by_page)
    ]


def page_of_file(path: str) -> str | None:
    """Name of the page that a content file changes, None for any other file."""
    parts = PurePosixPath(path).with_suffix("").parts
    if path.endswith(".md") and parts[:1] == ("docs",) and parts[1] in LANGS:
        return "/".join(parts[2:])
    if parts[:2] == ("data", "actions"):
        return f"plan/{parts[-1]}"
    return urls.PAGES_OF_DATA.get(path)


def summary(pages: list[Touched], others: int, site: str, day: str) -> str:
    """Markdown for reviewers.

    `others`: how many files of no page changed; `site`: address of the live site; `day`: that of a new note.
    """
    lines = ["## 바뀐 쪽 · Changed pages", ""]
    if pages:
        lines += [
            "| 쪽 · Page | 상태 · State | 지금 · Before | 한국어 | English | 변경 설명 · Note |",
            "|---|---|---|---|---|---|",
            *(_row(page, site) for page in pages),
        ]
    else:
        lines.append("없음 · none")
    if others:
        lines += ["", f"그 밖의 파일 · Other files: {others}"]
    missing = [page.name for page in pages if page.lacks_note]
    if missing:
        lines += ["", *_advice(missing, day)]
    return "\n".join(lines) + "\n"


def _row(page: Touched, site: str) -> str:
    before = "–" if page.state == "new" else f"[↗]({site}{urls.address('ko', page.name)})"
    note = (
        "–" if page.state == "deleted" else "있음 · yes" if page.explained else "**없음 · missing**"
    )
    cells = [f"`{page.name}`", STATES[page.state], before, *(_built(page, lang) for lang in LANGS)]
    return f"| {' | '.join([*cells, note])} |"


def _built(page: Touched, lang: Lang) -> str:
    """Where the page stands in the built site, bold where this language's file was edited."""
    if page.state == "deleted":
        return "–"
    path = f"`site/{urls.address(lang, page.name)}index.html`"
    source = urls.source_path(lang, page.name)
    return f"**{path}**" if any(edit.path == source for edit in page.edits) else path


def _advice(missing: list[str], day: str) -> list[str]:
    """What to paste into data/changes.yml; it passes the checks as it is."""
    pages = ", ".join(missing)
    return [
        "`data/changes.yml`의 첫 항목 위에 아래 글을 붙이고 두 문장을 바꾸세요. 뜻이 바뀌지 않았다면 note의 세 줄 대신 `minor: true` 한 줄을 적습니다.  ",
        "Paste this above the first entry of `data/changes.yml` and put in your two sentences; where no meaning changed, write the line `minor: true` instead of the three lines of note.",
        "",
        "```yaml",
        f"- id: {day}-{missing[0].rpartition('/')[2]}",
        f"  date: {day}",
        f"  pages: [{pages}]",
        "  note:",
        "    ko: 무엇이 바뀌었는지 한 문장으로 적는다.",
        "    en: One sentence on what changed.",
        "```",
    ]
