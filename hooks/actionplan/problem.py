"""A finding about the content: where it is, which rule found it, what is wrong and what to write.

Rules yield problems; they never print, log, raise or stop at the first. This module sorts and prints
them. It must not know what the rules are about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from .language import LANGS, Lang


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place. `line` and `column` count from 1; line 1 where a file has no line.

    `ko` and `en` hold the same message: what is wrong; what to write instead. `about` names what is
    missing, so that all who miss the same thing can be heard as one; it isn't shown.
    """

    path: str
    line: int
    column: int
    rule: str
    ko: str
    en: str
    about: str = ""

    def message(self, lang: Lang) -> str:
        """The message in one language."""
        return self.ko if lang == "ko" else self.en


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without repetitions, by path, line and column."""
    return sorted(set(problems))


def as_text(problem: Problem, lang: Lang) -> str:
    """`path:line:column: rule: message`, the form that editors and terminals make clickable."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.rule}: {problem.message(lang)}"


def as_github(problem: Problem, explained: dict[Lang, str]) -> str:
    """A workflow command that GitHub shows beside the line of a pull request.

    In both languages, as nobody knows there which one the reader has. `explained`: addresses of the
    rule's explanation, which end the messages.
    """
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column}"
    messages = "\n".join(f"{problem.message(lang)} ({explained[lang]})" for lang in LANGS)
    return f"::error {place},title={problem.rule}::{_escaped(messages)}"


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON list with both messages, for tools."""
    shown = [asdict(problem) for problem in problems]
    for entry in shown:
        del entry["about"]
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _escaped(message: str) -> str:
    """GitHub's workflow commands end at a line end and read % as an escape."""
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
