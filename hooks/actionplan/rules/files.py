"""Rules about files: their names, kinds, places and sizes, and whether anything uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .. import text
from ..language import LANGS
from ..library import Library
from ..problem import Problem
from ..tree import Entry, walk
from .finding import named

PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
FOLDERS = {
    "docs/ko/": (".md",),
    "docs/en/": (".md",),
    "docs/assets/": (
        ".css", ".js", ".mjs", ".svg", ".png", ".jpg", ".webp", ".avif", ".woff2", ".json", ".txt",
    ),
    "data/": (".yml",),
}  # fmt: skip
READ = frozenset({".md", ".yml", ".svg", ".css"})
"""Kinds that are read as text, where their size is noticed."""
AT_ROOT = frozenset({"docs/robots.txt", "docs/CNAME"})
SIGNATURES = {
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".woff2": (b"wOF2",),
}
"""First bytes of the binary kinds (their specifications: PNG 5.2, JPEG B.1.1, WebP, WOFF2 4)."""


def symlink(library: Library) -> Iterator[Problem]:
    """Nothing in docs/ or data/ is a symbolic link: a link would publish what it points to."""
    for entry in library.entries.values():
        if entry.kind == "link":
            target = (library.root / entry.path).readlink()
            yield _at(entry, "symlink", f"심볼릭 링크({target})입니다. 파일 자체를 넣으세요.",
                      f"a symbolic link (to {target}); put the file itself here")  # fmt: skip


def file_name(library: Library) -> Iterator[Problem]:
    """File and folder names hold only a-z, 0-9 and '-', and no two differ only in case or form."""
    groups: dict[str, list[Entry]] = {}
    for entry in library.entries.values():
        groups.setdefault(unicodedata.normalize("NFC", entry.path).casefold(), []).append(entry)
    for group in groups.values():
        kept, *others = sorted(group, key=lambda entry: _wrong_name(entry) is not None)
        for entry in others:
            yield _at(entry, "file-name", f"{named(kept.name, '과')} 대소문자나 조합 방식만 다릅니다. 하나만 남기세요.",
                      f"differs from '{kept.name}' only in case or form; keep one")  # fmt: skip
        wrong = _wrong_name(kept)
        if wrong:
            yield _at(kept, "file-name", *wrong)


def _wrong_name(entry: Entry) -> tuple[str, str] | None:
    parts = entry.path.split("/")[1:]
    if entry.path in AT_ROOT:
        return None
    if not unicodedata.is_normalized("NFC", entry.path):
        return (
            "이름이 풀어 쓴 한글(NFD)입니다. git mv로 a-z, 0-9, ‘-’만 쓴 이름으로 바꾸세요.",
            "decomposed Hangul (NFD) in the name; git mv it to a name of a-z, 0-9 and '-'",
        )
    if entry.name.lower() == "readme.md":
        return "README.md 대신 index.md를 쓰세요.", "write index.md instead of README.md"
    pattern = PAGE_NAME if entry.suffix.lower() == ".md" else NAME
    bad = next((part for part in parts[:-1] if not NAME.fullmatch(part)), "")
    if not bad and pattern.fullmatch(parts[-1]):
        return None
    better = _better(parts[-1]) if not bad else _better(bad)
    return (
        "이름에는 a-z, 0-9, ‘-’만 씁니다." + (f" ‘{better}’처럼 바꾸세요." if better else ""),
        "names hold a-z, 0-9 and '-' only" + (f"; rename it, say, '{better}'" if better else ""),
    )


def _better(name: str) -> str:
    """The name as it could be written, empty where nothing of it is left."""
    stem, dot, suffix = name.rpartition(".")
    stem, suffix = (stem, suffix) if dot else (name, "")
    stem = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return f"{stem}{dot}{suffix.lower()}" if stem else ""


def file_place(library: Library) -> Iterator[Problem]:
    """Every file is of a kind that its folder may hold."""
    for entry in library.entries.values():
        if entry.kind == "link" or entry.path in AT_ROOT:
            continue
        if entry.kind == "other":
            yield _at(
                entry,
                "file-type",
                "보통 파일이 아닙니다. 지우세요.",
                "not a regular file; remove it",
            )
            continue
        folder = next((f for f in FOLDERS if entry.path.startswith(f)), None)
        if folder is None:
            yield _at(entry, "file-place", f"이 자리에 둘 수 없습니다. {', '.join(FOLDERS)} 가운데 한 곳으로 옮기세요.",
                      f"no file belongs here; move it into {', '.join(FOLDERS)}")  # fmt: skip
        elif entry.suffix.lower() not in FOLDERS[folder]:
            kinds = ", ".join(FOLDERS[folder])
            yield _at(entry, "file-type", f"{folder}에는 {kinds} 파일만 둡니다. ‘{entry.name}’ 파일을 옮기거나 지우세요.",
                      f"{folder} holds {kinds} only; move or remove '{entry.name}'")  # fmt: skip


def file_size(library: Library) -> Iterator[Problem]:
    """A file is not empty and not larger than a reader should have to load."""
    for entry in library.entries.values():
        if entry.kind != "file":
            continue
        if entry.size == 0:
            yield _at(
                entry,
                "file-size",
                "빈 파일입니다. 내용을 넣거나 지우세요.",
                "an empty file; fill or remove it",
            )
        elif entry.size > text.MAX_BYTES and entry.suffix not in READ:
            yield _at(entry, "file-size", f"파일이 {text.MAX_BYTES // 1024} KiB보다 큽니다. 줄이세요.",
                      f"larger than {text.MAX_BYTES // 1024} KiB; make it smaller")  # fmt: skip


def file_content(library: Library) -> Iterator[Problem]:
    """A picture or font is what its suffix says."""
    for entry in library.entries.values():
        known = SIGNATURES.get(entry.suffix.lower())
        if entry.kind != "file" or not known or not entry.size:
            continue
        with (library.root / entry.path).open("rb") as file:
            first = file.read(8)
        if not first.startswith(known):
            yield _at(entry, "file-type", f"내용이 {entry.suffix} 형식이 아닙니다. 알맞은 형식으로 저장하세요.",
                      f"its content is no {entry.suffix} file; save it in that format")  # fmt: skip


def asset_unused(library: Library) -> Iterator[Problem]:
    """A file in docs/assets/ is used by a page, a template, a style sheet, a script or mkdocs.yml."""
    assets = [e for e in library.entries.values() if e.path.startswith("docs/assets/")]
    if not assets:
        return
    written = {path: source.text for path, source in library.texts.items()}
    written.update(_other_texts(library, assets))
    for entry in assets:
        if entry.kind == "file" and not any(
            entry.name in content for path, content in written.items() if path != entry.path
        ):
            yield _at(entry, "asset-unused", "아무 데서도 쓰지 않는 파일입니다. 쓰거나 지우세요.",
                      "nothing uses this file; use or remove it")  # fmt: skip


def _other_texts(library: Library, assets: list[Entry]) -> Iterator[tuple[str, str]]:
    """Texts that may name an asset: other assets, templates, the hooks, and the configuration."""
    paths = [e.path for e in assets if e.suffix in (".css", ".js", ".mjs", ".svg", ".json")]
    for folder, suffixes in (("overrides", (".html", ".json")), ("hooks", (".py",))):
        paths += [e.path for e in walk(library.root, folder) if e.suffix in suffixes]
    for path in [*paths, "mkdocs.yml"]:
        if (library.root / path).is_file():
            yield path, text.read(library.root, path)[0].text


def language_folder(library: Library) -> Iterator[Problem]:
    """Both language folders exist."""
    for lang in LANGS:
        if not any(path.startswith(f"docs/{lang}/") for path in library.entries):
            yield Problem(
                f"docs/{lang}",
                1,
                1,
                "file-place",
                "이 폴더에 쪽이 하나도 없습니다.",
                "this folder has no page",
            )


def _at(entry: Entry, rule: str, ko: str, en: str) -> Problem:
    path = entry.path.encode("utf-8", "replace").decode("utf-8")
    return Problem(path, 1, 1, rule, ko, en)


RULES = (symlink, file_name, file_place, file_size, file_content, asset_unused, language_folder)
