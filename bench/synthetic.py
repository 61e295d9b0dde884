"""A project with a quarter of the content or several times as much, made from the content itself.

Every copied unit keeps its real length, links and mentions: copies get ids with a suffix, and in their
texts each name of a term gets one letter more, so that mentions find the copy's own terms. A quarter
keeps every fourth unit; whatever refers to another one refers to its neighbour. What such content says
is nonsense, and rules about counts and wording find problems in it, so it is built by `grown_build`.
It must not know how it is measured.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from actionplan.language import LANGS, Lang
from actionplan.library import Library
from actionplan.mentions import Lexicon
from actionplan.reading import load
from actionplan.text import MAX_BYTES

from .figure import ROOT

PARTS = ("data", "docs", "hooks", "overrides", "mkdocs.yml")
FOLDERS = {"term": "glossary", "impact": "korea", "strategy": "strategies", "section": "plan"}
KIND_OF = {folder: kind for kind, folder in FOLDERS.items()}
KINDS = (*FOLDERS, "event")
FIELDS = {
    "related": "term", "broader": "term", "ids": "term",
    "section": "section", "sections": "section", "addresses": "impact",
}  # fmt: skip
"""Fields that hold ids, with the kind of these."""
SHIFT, TIMES = 20, 5
"""Copies add multiples of 20 to the section or the number in the ids of actions, which have two digits."""
LETTERS = {"ko": "가나다라마바사아자차카타파하거너더러머버", "en": "qzxwjkvyfubpgmcldthr"}

TYPED = re.compile(rf"\b({'|'.join(KINDS)}):([a-z0-9-]+)")
FILE = re.compile(r"(?:(glossary|korea|strategies|plan)/|(?<=\())([a-z0-9-]+)(?=\.md)")
PAGE = re.compile(r"\b(glossary|korea|strategies|plan)/([a-z0-9-]+)\b")
KEY = re.compile(r"[ -]*([a-z_]+):(?= |$)")
SLUG = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])")
ACTION = re.compile(r"(?<![\d.])([1-3])\.(\d{1,2})\.(\d{1,2})(?![\d.])")
CODE = re.compile(r"(\]\([^)]*\)|\{[^}]*\}|\[@[^\]]*\]|<[^>]*>)")
ENTRY = re.compile(r" +- ([a-z]+)/([a-z0-9-]+)\.md")
RECORD = re.compile(r"(?m)^(?=- id: )|^(?=[^\s-])")

Ids = Mapping[tuple[str, str], str]
"""New ids by kind and old id; one id may be of several kinds."""
Replace = Callable[[re.Match[str]], str]


def write(folder: Path, factor: float) -> int:
    """Writes a project of `factor` (1/4, 1, 2, 3 …) times the content; returns its number of pages."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    library = load(ROOT)
    if factor < 1:
        _shrink(folder, library, round(1 / factor))
    for number in range(1, round(factor)):
        _Copy(folder, library, number).write()
    _allow_large_files(folder)
    return sum(1 for _ in (folder / "docs").rglob("*.md"))


def _allow_large_files(folder: Path) -> None:
    """Lifts the limit on a data file: people would make several of what is one here."""
    reader = folder / "hooks" / "actionplan" / "text.py"
    text = reader.read_text("utf-8")
    limit = f"MAX_BYTES = {MAX_BYTES // 1024} * 1024"
    if limit not in text:
        raise ValueError(f"no {limit!r} in {reader}")
    reader.write_text(text.replace(limit, f"MAX_BYTES = {10 * MAX_BYTES}"), "utf-8")


def units(library: Library) -> dict[str, list[str]]:
    """Ids of what is multiplied, by kind."""
    return {kind: [str(id) for id in library.by_kind[kind]] for kind in KINDS}


def page_with(text: str, home: str, ids: Ids, action: Replace) -> tuple[str, str]:
    """Front matter and body of a page in a folder with ids replaced."""
    _, meta, body = text.split("---\n", 2)

    def link(match: re.Match[str]) -> str:
        folder = match[1] or home
        new = ids.get((KIND_OF.get(folder, ""), match[2]), match[2])
        return f"{match[1]}/{new}" if match[1] else new

    return data_with(meta, ids, action), FILE.sub(link, references_with(body, ids, action))


def references_with(text: str, ids: Ids, action: Replace) -> str:
    """A text with ids replaced in typed references."""
    text = TYPED.sub(lambda m: f"{m[1]}:{ids.get((m[1], m[2]), m[2])}", text)
    return ACTION.sub(action, text)


def data_with(text: str, ids: Ids, action: Replace, own: str = "") -> str:
    """YAML with ids replaced in references and in fields that hold them; `own`: kind of its records."""
    lines, key = [], ""
    for line in references_with(text, ids, action).split("\n"):
        found = KEY.match(line)
        key = found[1] if found else key
        start = found.end() if found else 0
        kind = own if key == "id" else FIELDS.get(key, "")
        value = _renamed(line[start:], kind, ids) if key != "pages" else _pages(line[start:], ids)
        lines.append(line[:start] + value)
    return "\n".join(lines)


def _pages(value: str, ids: Ids) -> str:
    """Names of pages, those of units with new ids."""
    return PAGE.sub(lambda m: f"{m[1]}/{ids.get((KIND_OF[m[1]], m[2]), m[2])}", value)


def _renamed(value: str, kind: str, ids: Ids) -> str:
    return SLUG.sub(lambda m: ids.get((kind, m[0]), m[0]), value) if kind else value


class _Copy:
    """One more copy of all units, written beside the others."""

    def __init__(self, folder: Path, library: Library, number: int) -> None:
        self.folder, self.library, self.number = folder, library, number
        self.ids = {
            (kind, id): f"{id}-c{number}" for kind, ids in units(library).items() for id in ids
        }
        self.names = {lang: _names(library, lang) for lang in LANGS}

    def write(self) -> None:
        """Pages, records and navigation."""
        for kind in FOLDERS:
            for id in units(self.library)[kind]:
                for lang in LANGS:
                    self._page(lang, kind, id)
        for file in (ROOT / "data" / "actions").glob("*.yml"):
            copy = self.folder / "data" / "actions" / f"{self.ids['section', file.stem]}.yml"
            copy.write_text(self._records(file.read_text("utf-8"), ""), "utf-8")
        events = self._records((ROOT / "data/timeline.yml").read_text("utf-8"), "event")
        self._add("data/timeline.yml", "", events)
        head, sections = _sections((ROOT / "data/plan.yml").read_text("utf-8"))
        self._add("data/plan.yml", head, self._records(sections, "section"))
        self._navigation()

    def _page(self, lang: Lang, kind: str, id: str) -> None:
        home = FOLDERS[kind]
        text = (ROOT / "docs" / lang / home / f"{id}.md").read_text("utf-8")
        parts = page_with(text, home, self.ids, self._action)
        meta, body = (self._named(part, lang) for part in parts)
        copy = self.folder / "docs" / lang / home / f"{self.ids[kind, id]}.md"
        copy.write_text(f"---\n{meta}---\n{body}", "utf-8")

    def _records(self, text: str, kind: str) -> str:
        """Records of a kind with new ids and names; languages stand in lines of their own."""
        lines = data_with(text, self.ids, self._action, kind).split("\n")
        texts = {f"{lang}: ": lang for lang in LANGS}
        return "\n".join(
            self._named(line, texts[line.strip()[:4]]) if line.strip()[:4] in texts else line
            for line in lines
        )

    def _add(self, path: str, after: str, text: str) -> None:
        """Puts text into a file after a line (at its end where the line is empty)."""
        file = self.folder / path
        before, line, rest = file.read_text("utf-8").partition(after) if after else ("", "", "")
        grown = before + line + text.rstrip("\n") + "\n" + rest
        file.write_text(grown if after else file.read_text("utf-8") + "\n" + text, "utf-8")

    def _navigation(self) -> None:
        file, lines = self.folder / "mkdocs.yml", []
        for line in file.read_text("utf-8").split("\n"):
            lines.append(line)
            found = ENTRY.fullmatch(line)
            new = self.ids.get((KIND_OF.get(found[1], ""), found[2])) if found else None
            if found and new:
                lines.append(line.replace(f"/{found[2]}.md", f"/{new}.md"))
        file.write_text("\n".join(lines), "utf-8")

    def _action(self, match: re.Match[str]) -> str:
        more, section = divmod(self.number, TIMES)
        return f"{match[1]}.{int(match[2]) + SHIFT * section}.{int(match[3]) + SHIFT * more}"

    def _named(self, text: str, lang: Lang) -> str:
        """A text in which every name of a term has one letter more."""
        parts = CODE.split(text)
        more = rf"\g<0>{LETTERS[lang][self.number]}"
        parts[::2] = [self.names[lang].sub(more, part) for part in parts[::2]]
        return "".join(parts)


def _names(library: Library, lang: Lang) -> re.Pattern[str]:
    """All names of terms in a language, the longest first."""
    names = {name.written for names in Lexicon(library, lang).names.values() for name in names}
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))


def _sections(text: str) -> tuple[str, str]:
    """The line that begins the list of sections, and the list."""
    head = "\nsections:\n"
    rest = text[text.index(head) + len(head) :]
    end = re.search(r"(?m)^[a-z]", rest)
    return head, rest[: end.start()] if end else rest


def _shrink(folder: Path, library: Library, part: int) -> None:
    """Keeps every `part`-th unit of each kind; what referred to another refers to the one before."""
    ids = {
        (kind, id): all_ids[position - position % part]
        for kind, all_ids in units(library).items()
        for position, id in enumerate(all_ids)
    }
    actions = {
        str(action.id): _action_of(library, ids["section", action.section], action.number[2])
        for action in library.actions.values()
    }
    _delete(folder, {(kind, id) for (kind, id), kept in ids.items() if id != kept})

    def action(match: re.Match[str]) -> str:
        return actions.get(match[0], match[0])

    for file in folder.glob("data/**/*.yml"):
        file.write_text(data_with(file.read_text("utf-8"), ids, action), "utf-8")
    for file in folder.glob("docs/**/*.md"):
        meta, body = page_with(file.read_text("utf-8"), file.parent.name, ids, action)
        file.write_text(f"---\n{meta}---\n{body}", "utf-8")


def _action_of(library: Library, section: str, number: int) -> str:
    own = [str(action.id) for action in library.actions_of(section)]
    return own[min(number, len(own)) - 1]


def _delete(folder: Path, gone: set[tuple[str, str]]) -> None:
    """Takes out pages, records and lines of the navigation."""
    for kind, id in gone:
        for file in folder.glob(f"docs/*/{FOLDERS.get(kind)}/{id}.md"):
            file.unlink()
        if kind == "section":
            (folder / "data" / "actions" / f"{id}.yml").unlink(missing_ok=True)
    for kind, name in (("event", "timeline"), ("section", "plan")):
        file = folder / "data" / f"{name}.yml"
        records = RECORD.split(file.read_text("utf-8"))
        kept = [record for record in records if (kind, _id_of(record)) not in gone]
        file.write_text("".join(kept), "utf-8")
    config = folder / "mkdocs.yml"
    lines = config.read_text("utf-8").split("\n")
    config.write_text("\n".join(line for line in lines if _entry(line) not in gone), "utf-8")


def _entry(line: str) -> tuple[str, str]:
    """Kind and id of the unit that a line of the navigation leads to."""
    found = ENTRY.fullmatch(line)
    return (KIND_OF.get(found[1], ""), found[2]) if found else ("", "")


def _id_of(record: str) -> str:
    return record.partition("\n")[0].removeprefix("- id: ")
