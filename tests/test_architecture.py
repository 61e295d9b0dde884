"""The shape of the code: which module may import which, and what the core needs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "hooks" / "actionplan"

# From the bottom up: a module may import modules of lower layers and of its own.
LAYERS = [
    {"language", "locale", "memory", "nearest", "inline", "blocks", "aside", "tree"},
    {"problem", "korean", "dates"},
    {"numbers"},
    {"marks"},
    {"names"},
    {"text", "markup"},
    {"parts"},
    {"frontmatter", "outline"},
    {"schema"},
    {"guide"},
    {"records"},
    {"article_records", "page_records"},
    {"urls"},
    {"library"},
    {"reading_data", "reading_pages"},
    {"outlook", "reading", "mentions", "tallies", "twins"},
    {"graph"},
    {"references", "plaintext"},
    {"citing", "datasets"},
    {"views"},
    {"rules", "gates", "search", "exports"},
]
LEVEL = {name: level for level, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(path.relative_to(CORE) for path in CORE.rglob("*.py"))


def part(module: Path) -> str:
    """The layer's name of a module: its file or its package."""
    return module.parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """Parts of the core that a module imports by relative imports."""
    found: set[str] = set()
    depth = len(module.parts)
    for node in ast.walk(ast.parse((CORE / module).read_text())):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found |= {name.split(".")[0] for name in names}
    return found


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.name != "__init__.py" or len(m.parts) > 1], ids=str
)
def test_a_module_imports_only_from_lower_layers(module: Path) -> None:
    too_high = {name for name in imported(module) if LEVEL[name] > LEVEL[part(module)]}
    assert not too_high


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_the_core_imports_nothing_but_the_standard_library_and_yaml(module: Path) -> None:
    roots = set()
    for node in ast.walk(ast.parse((CORE / module).read_text())):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            roots.add((node.module or "").split(".")[0])
    assert roots <= sys.stdlib_module_names | {"yaml"}


def test_only_the_hooks_file_imports_mkdocs() -> None:
    importing = [path.name for path in (ROOT / "hooks").rglob("*.py") if "mkdocs" in _imports(path)]
    assert importing == ["mkdocs_hooks.py"]


def _imports(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text()))
    return {
        name.split(".")[0]
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }


def test_the_check_runs_without_mkdocs() -> None:
    code = (
        "import sys; sys.modules.update(mkdocs=None, material=None, jinja2=None, markdown=None); "
        "sys.path.insert(0, 'hooks'); import check; sys.exit(check.main(['--lang', 'en']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "No problems found.\n"), done.stderr
