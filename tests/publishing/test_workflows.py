"""The workflows: what zizmor says of them, and the promises that it can't know."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(name: str) -> dict[Any, Any]:
    """A workflow as data; YAML 1.1 reads its key `on` as true."""
    found: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows" / name).read_text("utf-8"))
    return found


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("zizmor"), "--offline", "--persona=pedantic"]
    return subprocess.run([*command, folder], capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    done = zizmor(ROOT / ".github")
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_a_mistake_where_there_is_one(tmp_path: Path) -> None:
    broken = tmp_path / ".github" / "workflows" / "broken.yml"
    broken.parent.mkdir(parents=True)
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    broken.write_text(text.replace("pull_request:", "pull_request_target:"), encoding="utf-8")
    assert zizmor(tmp_path).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit_with_the_version_beside_it(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert uses
    assert [u for u in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", u)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_has_a_time_limit_and_says_what_it_may_do(path: Path) -> None:
    workflow = read(path.name)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 90
        assert job["permissions"]


def test_a_pull_request_gets_no_secret_no_write_and_no_cache() -> None:
    workflow = read("check.yml")
    assert set(workflow[True]) == {"pull_request", "merge_group"}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert not re.search(r"secrets\.|github\.token|actions/cache|id-token", text)


def test_a_contributor_hears_what_is_wrong_with_the_content_before_the_long_tests() -> None:
    steps = read("check.yml")["jobs"]["check"]["steps"]
    runs = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    order = ["actions/checkout", "hooks/check.py", "preview-summary", "make build", "actions/upload-artifact", "exit 1", ".ci/run"]  # fmt: skip
    assert [named in run for named, run in zip(order, runs, strict=True)] == [True] * len(order)


def test_only_main_is_published_and_a_running_deployment_is_never_cancelled() -> None:
    workflow = read("publish.yml")
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert workflow["concurrency"]["cancel-in-progress"] is False
    assert workflow["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert workflow["jobs"]["deploy"]["needs"] == ["test", "build"]
    writing = {
        name: {right for right, level in job["permissions"].items() if level == "write"}
        for name, job in workflow["jobs"].items()
    }
    assert writing == {"test": set(), "build": set(), "deploy": {"pages", "id-token"}}


def test_what_tests_need_is_not_on_the_machine_that_builds_what_is_published() -> None:
    runs = [step.get("run", "") for step in read("publish.yml")["jobs"]["build"]["steps"]]
    assert [run for run in runs if run] == ["npm ci --omit=dev", "make build"]
    assert list(json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]) == ["esbuild"]  # fmt: skip
    assert ".venv/.test" not in re.findall(r"(?m)^build:(.*?)##", (ROOT / "Makefile").read_text())[0]  # fmt: skip


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_code_of_the_repository_runs_where_the_token_can_write(path: Path) -> None:
    for job in read(path.name)["jobs"].values():
        if "write" in job["permissions"].values():
            assert not any("checkout" in step.get("uses", "") for step in job["steps"])
            assert not any("cache" in step.get("uses", "") for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_that_a_stranger_can_name_is_pasted_into_a_command(path: Path) -> None:
    for job in read(path.name)["jobs"].values():
        assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_the_pull_request_runs_the_command_of_the_readme() -> None:
    runs = [step.get("run", "") for step in read("check.yml")["jobs"]["check"]["steps"]]
    assert ".ci/run" in runs
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("make test")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
