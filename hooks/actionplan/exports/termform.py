"""A filled term form → the pair of pages of a new term, or the reasons why it can't be.

The form is the body of an issue as GitHub writes it: each field's label as a heading, then the answer. What
the pages say is checked afterwards by the same rules as every page. It must not know where forms are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..language import LANGS, Lang
from ..schema import SLUG
from ..urls import source_path

EMPTY = "_No response_"
"""What GitHub writes for a field without an answer (docs: syntax for issue forms)."""

UNMATCHED = "twin: '00000000'"
"""Stands where a page has not been matched to its twin."""

WHY = {"ko": "왜 중요한가", "en": "Why it matters"}


@dataclass(frozen=True)
class Field:
    """A field of the form: its id, whether it must be filled, and its labels in both languages."""

    id: str
    required: bool
    labels: tuple[str, ...]


class RefusedError(Exception):
    """The form can't become pages; `reasons` in both languages say why."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def answers(text: str, fields: Iterable[Field]) -> dict[str, str]:
    """The answers by field id, empty ones left out. Raises RefusedError for unknown or missing fields."""
    fields = list(fields)
    labels = {label: field.id for field in fields for label in field.labels}
    found: dict[str, str] = {}
    reasons = []
    for label, answer in _sections(text):
        if label not in labels:
            reasons.append(f"‘{label}’ 칸은 양식에 없습니다. / the form has no field '{label}'")
        elif answer and answer != EMPTY:
            found[labels[label]] = answer
    reasons += [
        f"‘{field.labels[0]}’ 칸이 비어 있습니다. / the field '{field.labels[-1]}' is empty"
        for field in fields
        if field.required and field.id not in found
    ]
    if reasons:
        raise RefusedError(reasons)
    return found


def _sections(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"(?m)^### +(.+?) *$", text.replace("\r\n", "\n"))
    return [(label, answer.strip()) for label, answer in zip(parts[1::2], parts[2::2], strict=True)]


def pages(form: dict[str, str]) -> dict[str, str]:
    """The two files by their paths. Raises RefusedError for an id or a place that can't be read."""
    if not re.fullmatch(SLUG.pattern, form["id"]):
        raise RefusedError([f"‘{form['id']}’: {SLUG.ko}가 와야 합니다. / '{form['id']}' must be {SLUG.en}"])  # fmt: skip
    name = f"glossary/{form['id']}"
    return {source_path(lang, name): _page(form, lang) for lang in LANGS}


def _page(form: dict[str, str], lang: Lang) -> str:
    title = form[f"title_{lang}"]
    head = [
        f"title: {scalar(title)}",
        *(_facts(form) if lang == "ko" else []),
        *_list("aliases", lines(form.get(f"aliases_{lang}", ""))),
        UNMATCHED,
    ]
    definition = _cited(form[f"definition_{lang}"], _citation(form))
    body = [f"# {title}", definition, f"## {WHY[lang]} {{#why}}", form[f"why_{lang}"]]
    return "\n".join(["---", *head, "---", "", "\n\n".join(body)]) + "\n"


def _facts(form: dict[str, str]) -> list[str]:
    """The neutral fields, which stand in the Korean file only."""
    facts = [f"kind: {choice(form['kind'])}", f"category: {choice(form['category'])}"]
    facts += [f"{k}: {scalar(form[k])}" for k in ("abbreviation", "broader") if k in form]
    facts += _list("related", lines(form.get("related", "")))
    places = [_place(line) for line in lines(form.get("plan", ""))]
    if places:
        facts.append("plan:")
        facts += [part for section, page in places for part in (f"  - section: {section}", f"    page: {page}")]  # fmt: skip
    return facts + _list("sources", lines(form["sources"]))


def _list(name: str, values: list[str]) -> list[str]:
    return [f"{name}:", *(f"  - {scalar(value)}" for value in values)] if values else []


def _place(line: str) -> tuple[str, str]:
    match = re.fullmatch(r"([a-z][a-z0-9-]*)\D*?(\d{1,2})\D*", line)
    if not match:
        raise RefusedError([f"‘{line}’에서 절과 쪽을 읽을 수 없습니다. compute-controls 21처럼 적으세요. / '{line}' is no place; write it as compute-controls 21"])  # fmt: skip
    return match[1], match[2]


def _cited(definition: str, citation: str) -> str:
    """The definition on one line for each paragraph, with the citation where it has none."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", definition)
    return text if "[@" in text else f"{text} {citation}"


def _citation(form: dict[str, str]) -> str:
    """The first source, the plan with its page where the form names one."""
    source = lines(form["sources"])[0]
    places = [_place(line) for line in lines(form.get("plan", ""))]
    return f"[@plan, p. {places[0][1]}]" if source == "plan" and places else f"[@{source}]"


def lines(text: str) -> list[str]:
    """One value for each line or comma, without list marks."""
    values = [re.sub(r"^[-*] +", "", line.strip()) for line in re.split(r"[\n,]", text)]
    return [value for value in values if value]


def choice(text: str) -> str:
    """The id of a drop-down's option: `concept — 개념` → `concept`."""
    return text.partition(" — ")[0].strip()


def scalar(text: str) -> str:
    """A text as a YAML value, quoted wherever a plain one could be read as something else."""
    plain = re.fullmatch(r"[^\W\d_][\w ()·/&.+-]*", text) and text == text.strip()
    reserved = text.lower() in {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
    return text if plain and not reserved else "'" + text.replace("'", "''") + "'"


def change_note(form: dict[str, str], day: str) -> str:
    """The entry that data/changes.yml gets for the new term."""
    ko, en = form["title_ko"], form["title_en"]
    return "\n".join([
        f"- id: {day}-term-{form['id']}",
        f"  date: {day}",
        f"  pages: [glossary/{form['id']}]",
        "  note:",
        f"    ko: {scalar(f'용어집에 ‘{ko}’ 항목을 더했다.')}",
        f"    en: {scalar(f'The glossary has a new entry, {en}.')}",
        "",
    ])  # fmt: skip
