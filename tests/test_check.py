"""The command line of the checks and of make sync: formats, languages, paths, exit status, twins."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import check  # noqa: E402 (hooks are found once their folder is known)
import sync  # noqa: E402
from tests.mistakes.cases import changed_site  # noqa: E402

TYPO = {"in": "docs/en/index.md", "replace": "plan/chips.md#actions", "by": "plan/chip.md"}


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return changed_site({"changes": []}, tmp_path)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return changed_site({"changes": [TYPO]}, tmp_path)


def output(capsys: pytest.CaptureFixture[str], root: Path, *options: str) -> tuple[int, str]:
    status = check.main(["--root", str(root), *options])
    return status, capsys.readouterr().out


def test_a_clean_site_says_so_and_succeeds(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, clean, "--lang", "en") == (0, "No problems found.\n")
    assert output(capsys, clean, "--lang", "ko") == (0, "문제가 없습니다.\n")
    assert output(capsys, clean, "--format", "github") == (0, "")
    assert output(capsys, clean, "--format", "json") == (0, "[]\n")


@pytest.mark.parametrize(
    ("environment", "words"),
    [("ko_KR.UTF-8", "없습니다"), ("en_US.UTF-8", "no page"), ("", "없습니다")],
)
def test_the_locale_chooses_the_language(
    broken: Path,
    environment: str,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, environment)
    assert words in output(capsys, broken)[1]


def test_a_problem_fails_with_a_line_and_the_address_of_its_rule(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, written = output(capsys, broken, "--lang", "en")
    lines = written.splitlines()
    assert status == 1
    assert re.fullmatch(
        r"docs/en/index\.md:12:48: link-target: no page '.*'; did you mean '.*'\?", lines[0]
    )
    assert lines[-1].strip() == "https://example.org/small/en/contribute/checks/#link-target"


def test_github_gets_an_annotation_on_the_line(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, written = output(capsys, broken, "--format", "github")
    place, _, messages = written.removeprefix("::error ").partition("::")
    assert place == "file=docs/en/index.md,line=12,col=48,title=link-target"
    korean, english = messages.rstrip().split("%0A")
    assert korean.endswith("https://example.org/small/contribute/checks/#link-target)")
    assert english.startswith("no page ")
    assert english.endswith("https://example.org/small/en/contribute/checks/#link-target)")
    assert written.count("\n") == 1


def test_json_holds_both_languages(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (problem,) = json.loads(output(capsys, broken, "--format", "json")[1])
    assert (problem["path"], problem["line"], problem["rule"]) == (
        "docs/en/index.md",
        12,
        "link-target",
    )
    assert problem["ko"] != problem["en"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("docs/en", 1),
        ("docs/en/", 1),
        ("./docs/en/index.md", 1),
        ("docs/ko", 0),
        ("docs/en/index", 0),
        ("data", 0),
    ],
)
def test_paths_narrow_what_is_shown(
    broken: Path, path: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert output(capsys, broken, path)[0] == status


def test_sync_settles_all_pairs_once(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = list((clean / "docs").rglob("*.md"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(?m)^twin: .*$", "twin: 00000000", text), encoding="utf-8")
    assert output(capsys, clean)[1].count("translation-stale: ") == len(pages)
    assert sync.main(["--root", str(clean)]) == 0
    assert capsys.readouterr().out.count("twin: '") == len(pages)
    assert sync.main(["--root", str(clean), "--lang", "en"]) == 0
    assert "matched already" in capsys.readouterr().out
    assert output(capsys, clean)[0] == 0


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new, 1), encoding="utf-8")


def test_a_change_on_one_side_names_the_other_and_the_value_that_settles_it(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = clean
    edit(root, "docs/ko/index.md", "한국의 눈으로", "우리 눈으로")
    status, written = output(capsys, root, "--lang", "en")
    line = written.splitlines()[0]
    assert status == 1
    assert line.startswith("docs/en/index.md:3:7: translation-stale: Korean changed")
    value = re.search(r"twin: '([0-9a-f]{8})'", line)
    assert value
    edit(root, "docs/en/index.md", "twin: '", f"twin: '{value[1]}' #")
    edit(
        root,
        "docs/en/index.md",
        " #" + (root / "docs/en/index.md").read_text().split(" #")[1].split("\n")[0],
        "",
    )
    assert output(capsys, root)[0] == 0


def test_sync_of_one_page_settles_its_pair_only(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = clean
    edit(root, "docs/ko/index.md", "한국의 눈으로", "우리 눈으로")
    edit(root, "docs/en/korea/chip-demand.md", "More data centers", "New data centers")
    capsys.readouterr()
    assert sync.main(["--root", str(root), "docs/ko/index.md"]) == 0
    assert capsys.readouterr().out.startswith("docs/en/index.md: twin: ")
    assert [line.split(":")[0] for line in output(capsys, root)[1].splitlines()[:1]] == [
        "docs/ko/korea/chip-demand.md"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("of sensitive goods and technology need", "of sensitive goods\nand technology need"),
        ("item and the destination.", "item, and the destination."),
        ("aliases:\n  - export controls", "aliases:\n  - export controls\n  - exports controlled"),
    ],
)  # fmt: skip
def test_spacing_punctuation_and_names_for_search_need_no_new_match(
    clean: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = clean
    edit(root, "docs/en/glossary/export-control.md", old, new)
    capsys.readouterr()
    assert output(capsys, root)[0] == 0


def test_sync_of_an_unknown_page_fails_with_the_nearest(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync.main(["--root", str(clean), "--lang", "en", "docs/ko/indx.md"]) == 1
    assert "did you mean 'docs/ko/index.md'?" in capsys.readouterr().out
