"""`make term`: a filled form becomes a pair of pages that passes every check, or nothing at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from actionplan.exports.termform import Field, RefusedError, answers, choice, scalar

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import term  # noqa: E402

FORM = {
    "id": "test-term",
    "title_ko": "시험용 용어",
    "title_en": "Test concept",
    "kind": "concept",
    "category": "security",
    "definition_ko": "시험용 용어는 양식이 쪽으로 바뀌는지 확인하려고 만든 말이다.",
    "definition_en": "A test concept is a phrase made to see that a form becomes a page.",
    "why_ko": "양식만 채워도 용어를 더할 수 있어야 누구나 기여할 수 있다.",
    "why_en": "Anyone can contribute only if filling in a form is enough to add a term.",
    "sources": "plan",
    "plan": "compute-controls 21",
    "related": "export-control\nlocation-verification",
    "broader": "export-control",
    "aliases_en": "test phrase",
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the command reads, for forms that are refused."""
    return copied(tmp_path_factory.mktemp("refusing"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the command reads, to write to."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    for name in ("data", "docs", "hooks", "overrides", ".github"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def body(lang: str, form: dict[str, str]) -> str:
    """The issue as GitHub writes it."""
    path = ROOT / f".github/ISSUE_TEMPLATE/2-term.{lang}.yml"
    parts = []
    for field in yaml.safe_load(path.read_text("utf-8"))["body"]:
        if field["type"] != "markdown":
            answer = shown(field, form.get(field["id"], ""))
            parts.append(f"### {field['attributes']['label']}\n\n{answer or '_No response_'}\n")
    return "\n".join(parts)


def shown(field: dict[str, Any], answer: str) -> str:
    """A drop-down's whole option for its id."""
    options = field["attributes"].get("options", [])
    return next((option for option in options if option.split(" — ")[0] == answer), answer)


def make_term(project: Path, text: str) -> subprocess.CompletedProcess[str]:
    (project / "form.md").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(ROOT / "tools/term.py"), "form.md"],
        cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "LC_ALL": "en_US.UTF-8"},
    )  # fmt: skip


def content(project: Path) -> dict[str, str]:
    folders = [project / "docs", project / "data"]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".md", ".yml")]  # fmt: skip
    return {str(path.relative_to(project)): path.read_text("utf-8") for path in files}


def test_the_form_reads_the_same_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    read = [answers(body(lang, FORM), term.fields()) for lang in ("ko", "en")]
    assert {id: answer for id, answer in read[0].items() if id not in ("kind", "category")} == {
        id: answer for id, answer in read[1].items() if id not in ("kind", "category")
    }
    assert [choice(form["kind"]) for form in read] == ["concept", "concept"]


def test_a_filled_form_becomes_two_pages_that_pass_every_check(project: Path) -> None:
    before = content(project)
    done = make_term(project, body("ko", FORM))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    after = content(project)
    assert set(after) - set(before) == {"docs/ko/glossary/test-term.md", "docs/en/glossary/test-term.md"}  # fmt: skip
    assert {p for p in before if before[p] != after[p]} == {"data/changes.yml"}
    check = [sys.executable, str(ROOT / "hooks/check.py"), "--root", str(project), "--lang", "en"]
    checked = subprocess.run(check, capture_output=True, text=True, check=False)
    assert checked.stdout == "No problems found.\n"
    holds_what_the_form_says(project)


def holds_what_the_form_says(project: Path) -> None:
    korean = (project / "docs/ko/glossary/test-term.md").read_text("utf-8")
    english = (project / "docs/en/glossary/test-term.md").read_text("utf-8")
    assert "plan:\n  - section: compute-controls\n    page: 21\n" in korean
    assert "kind: concept\ncategory: security\nbroader: export-control\n" in korean
    assert f"{FORM['definition_ko']} [@plan, p. 21]" in korean
    assert "kind:" not in english
    assert "aliases:\n  - test phrase\n" in english
    changes = (project / "data/changes.yml").read_text("utf-8")
    assert changes.index("pages: [glossary/test-term]") < changes.index("opening")


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({"definition_en": ""}, ["the field 'Definition in English' is empty"]),
        ({"id": "fdpr"}, ["there is such a term already"]),
        ({"id": "../about"}, ["a-z"]),
        ({"plan": "compute-controls"}, ["write it as compute-controls 21"]),
        ({"plan": "21쪽"}, ["write it as compute-controls 21"]),
        (
            {"sources": "no-such-source", "plan": "compute-controls 3", "broader": "no-such-term", "why_ko": "<script>alert(1)</script>"},
            ["'no-such-source'", "p. 3", "'no-such-term'", "<script>"],
        ),
        ({"title_ko": "수출통제"}, ["수출통제"]),
    ],
    ids=["empty", "taken", "path", "place", "page", "rules", "name"],
)  # fmt: skip
def test_a_form_that_would_break_a_rule_is_refused_and_nothing_is_written(
    untouched: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: dict[str, str],
    reasons: list[str],
) -> None:
    before = content(untouched)
    (untouched / "form.md").write_text(body("en", {**FORM, **change}), encoding="utf-8")
    monkeypatch.chdir(untouched)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert term.main("form.md") == 1
    printed = capsys.readouterr().out
    assert [reason for reason in reasons if reason not in printed] == []
    assert content(untouched) == before


def test_a_file_saved_on_any_system_is_read_the_same(tmp_path: Path) -> None:
    text = body("ko", FORM)
    windows, mac = tmp_path / "windows.md", tmp_path / "mac.md"
    windows.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    mac.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert term._text(str(windows)) == term._text(str(mac)) == text


@pytest.mark.parametrize("content", [None, "### 한국어 이름".encode("cp949")], ids=["missing", "encoding"])  # fmt: skip
def test_a_file_that_can_not_be_read_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "form.md"
    if content is not None:
        file.write_bytes(content)
    assert term.main(str(file)) == 1
    assert "make term FROM=form.md" in capsys.readouterr().out


def test_an_unknown_field_is_refused_and_every_reason_is_said_at_once() -> None:
    fields = [Field("a", True, ("가", "A")), Field("b", False, ("나", "B"))]
    with pytest.raises(RefusedError) as refused:
        answers("### 다\n\nx\n", fields)
    assert len(refused.value.reasons) == 2


def test_answers_are_read_in_either_language_and_empty_ones_left_out() -> None:
    fields = [Field("a", True, ("가", "A")), Field("b", False, ("나", "B"))]
    text = "### A\r\n\r\none\r\n\r\ntwo\r\n\r\n### 나\r\n\r\n_No response_\r\n"
    assert answers(text, fields) == {"a": "one\n\ntwo"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("수출통제", "수출통제"),
        ("AI Basic Act", "AI Basic Act"),
        ("no", "'no'"),
        ("5G", "'5G'"),
        ("America's plan", "'America''s plan'"),
        ("a: b", "'a: b'"),
        ("# x", "'# x'"),
        ("2026-01-01", "'2026-01-01'"),
    ],
)
def test_a_yaml_value_is_quoted_where_it_could_be_read_as_something_else(
    text: str, written: str
) -> None:
    assert scalar(text) == written
    assert yaml.safe_load(f"k: {written}") == {"k": text}
