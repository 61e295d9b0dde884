"""Bytes → text: what every reader of a file needs to hold before anything else can be said of it.

Reads UTF-8 files with LF line ends and no byte-order mark and reports what is not so. It must not
know what the text means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .problem import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Source:
    """A text file: its path from the project's root, with `/`, and its text with `\\n` line ends."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; the first line is `lines[0]`."""
        return self.text.split("\n")

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character offset."""
        line = self.text.count("\n", 0, offset)
        return line + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1


def read(root: Path, path: str) -> tuple[Source, list[Problem]]:
    """The file at `path` below `root`, and what is wrong with its bytes.

    The text is always usable: what can't be decoded is replaced, so that later readers can go on.
    Raises OSError where the file can't be read.
    """
    return decode(path, (root / path).read_bytes())


def decode(path: str, data: bytes) -> tuple[Source, list[Problem]]:
    """Bytes of the file named `path` → its text and problems of encoding."""
    problems = list(_encoding_problems(path, data))
    text = data.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace")
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n")), problems


def _encoding_problems(path: str, data: bytes) -> Iterator[Problem]:
    """Not UTF-8, a byte-order mark, or line ends other than LF: one problem for each."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield _not_utf8(path, data, error.start)
    if data.startswith(BYTE_ORDER_MARK):
        yield Problem(
            path, 1, 1, "encoding",
            "파일이 바이트 순서 표시(BOM)로 시작합니다. ‘UTF-8(BOM 없음)’으로 저장하세요.",
            "starts with a byte-order mark; save the file as UTF-8 without BOM",
        )  # fmt: skip
    if b"\r" in data:
        yield Problem(
            path, data[: data.index(b"\r")].count(b"\n") + 1, 1, "encoding",
            "줄 끝이 CRLF(Windows)입니다. LF로 저장하세요.",
            "Windows line ends (CRLF); save the file with LF",
        )  # fmt: skip


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    """Says where the first undecodable byte is, and whether the file looks like CP949."""
    line = data.count(b"\n", 0, start) + 1
    try:
        data.decode("cp949")
        ko, en = "(CP949로 보입니다)", " (looks like CP949)"
    except UnicodeDecodeError:
        ko, en = "", ""
    return Problem(
        path, line, 1, "encoding",
        f"UTF-8이 아닙니다{ko}. 편집기에서 UTF-8로 다시 저장하세요.",
        f"not UTF-8{en}; save the file as UTF-8",
    )  # fmt: skip
