"""Bytes → text: what every reader of a file needs to hold before anything else can be said of it.

Reads UTF-8 files with LF line ends, no byte-order mark and no control characters, of a size that a
person can have written, and reports what is not so. It must not know what the text means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from .memory import Remembering
from .problem import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MAX_BYTES = 512 * 1024
MAX_LINE = 10_000
"""Characters in a line: more is no text that somebody wrote, and reading it would take long."""
MAX_LINES = 20_000
"""As many make no page that somebody reads, and each may be a mistake of its own."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LINE_END = re.compile("\r\n?")


@dataclass(frozen=True)
class Source(Remembering):
    """A text file: its path from the project's root, with `/`, and its text with `\\n` line ends.

    A file that can't be read as text at all is not `usable` and its text is empty.
    """

    path: str
    text: str
    usable: bool = True

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; the first line is `lines[0]`."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def read(root: Path, path: str) -> tuple[Source, list[Problem]]:
    """The file at `path` below `root`, and what is wrong with its bytes; never raises OSError."""
    file = root / path
    try:
        if file.stat().st_size > MAX_BYTES:
            return Source(path, "", usable=False), [_too_big(path)]
        return decode(path, file.read_bytes())
    except OSError as error:
        problem = Problem(
            path, 1, 1, "file-type",
            f"파일을 읽을 수 없습니다({error.strerror}). 권한과 종류를 확인하세요.",
            f"can't be read ({error.strerror}); check its permissions and kind",
        )  # fmt: skip
        return Source(path, "", usable=False), [problem]


def decode(path: str, data: bytes) -> tuple[Source, list[Problem]]:
    """Bytes of the file named `path` → its text and problems of encoding.

    Control characters become spaces, so that later readers stumble over nothing.
    """
    fatal = _fatal(path, data)
    if fatal:
        return Source(path, "", usable=False), [fatal]
    written = data.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    source = Source(path, LINE_END.sub("\n", written))
    problems = [*_form_problems(path, data), *_control_problems(source)]
    long = next((n for n, line in enumerate(source.lines, 1) if len(line) > MAX_LINE), 0)
    if long:
        return Source(path, "", usable=False), [_too_long(path, long)]
    if len(source.lines) > MAX_LINES:
        return Source(path, "", usable=False), [_too_many_lines(path)]
    return Source(path, CONTROL.sub(" ", source.text)), problems


def _fatal(path: str, data: bytes) -> Problem | None:
    """Why the bytes are no text: too many, binary, or not UTF-8."""
    if len(data) > MAX_BYTES:
        return _too_big(path)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(
            path, data[: data.index(b"\0")].count(b"\n") + 1, 1, "encoding",
            "글이 아니라 이진 파일입니다. 알맞은 확장자로 저장하거나 지우세요.",
            "a binary file, not text; give it its own suffix or remove it",
        )  # fmt: skip
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    return None


def _form_problems(path: str, data: bytes) -> Iterator[Problem]:
    """A byte-order mark, or line ends other than LF: one problem for each."""
    if data.startswith(BYTE_ORDER_MARK):
        yield Problem(
            path, 1, 1, "encoding",
            "파일이 바이트 순서 표시(BOM)로 시작합니다. ‘UTF-8(BOM 없음)’으로 저장하세요.",
            "starts with a byte-order mark; save the file as UTF-8 without BOM",
        )  # fmt: skip
    if b"\r" in data:
        yield Problem(
            path, data[: data.index(b"\r")].count(b"\n") + 1, 1, "line-end",
            "줄 끝이 CRLF(Windows)입니다. LF로 저장하세요.",
            "Windows line ends (CRLF); save the file with LF",
        )  # fmt: skip


def _control_problems(source: Source) -> Iterator[Problem]:
    """The first control character of each line."""
    last = 0
    for match in CONTROL.finditer(source.text):
        line, column = source.place(match.start())
        if line == last:
            continue
        last = line
        yield Problem(
            source.path, line, column, "control",
            f"보이지 않는 제어 문자 U+{ord(match[0]):04X}가 있습니다. 지우세요.",
            f"control character U+{ord(match[0]):04X}; delete it",
        )  # fmt: skip


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    """Says where the first undecodable byte is, and which encoding the file looks like."""
    name = _looks_like(data)
    return Problem(
        path, data.count(b"\n", 0, start) + 1, 1, "encoding",
        f"UTF-8이 아닙니다{f'({name}로 보입니다)' if name else ''}. 편집기에서 UTF-8로 다시 저장하세요.",
        f"not UTF-8{f' (looks like {name})' if name else ''}; save the file as UTF-8",
    )  # fmt: skip


def _looks_like(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("cp949")
    except UnicodeDecodeError:
        return ""
    return "CP949"


def _too_big(path: str) -> Problem:
    return Problem(
        path, 1, 1, "file-size",
        f"파일이 {MAX_BYTES // 1024} KiB보다 큽니다. 나누거나 줄이세요.",
        f"larger than {MAX_BYTES // 1024} KiB; split or shorten it",
    )  # fmt: skip


def _too_long(path: str, line: int) -> Problem:
    return Problem(
        path, line, MAX_LINE + 1, "line-length",
        f"한 줄이 {MAX_LINE:,}자를 넘습니다. 줄을 나누세요.",
        f"a line of more than {MAX_LINE:,} characters; break it",
    )  # fmt: skip


def _too_many_lines(path: str) -> Problem:
    return Problem(
        path, MAX_LINES + 1, 1, "file-size",
        f"파일이 {MAX_LINES:,}줄을 넘습니다. 나누거나 줄이세요.",
        f"more than {MAX_LINES:,} lines; split or shorten it",
    )  # fmt: skip
