"""Views of the open data: what there is to download, and what each column means."""

from __future__ import annotations

from .. import urls
from ..datasets import DATASETS, GLOSSARY_FILES, SCHEMA_VERSION, Column, Dataset
from ..language import both
from ..markup import element, escape, table
from . import words
from .scene import Scene

TYPES = {
    "string": both("글", "text"),
    "integer": both("수", "number"),
    "list": both("목록", "list"),
}
MAY_BE_EMPTY = both("비어 있을 수 있다", "may be empty")


def data_files(scene: Scene) -> str:
    """Every table with its number of records and its files, then the glossary's other formats."""
    head = [words.TABLE, words.RECORDS, words.FILES]
    rows = [
        [
            scene.say(dataset.title),
            str(len(list(dataset.rows(scene.graph)))),
            scene.joined(_link(scene, name, form) for name, form in _forms(dataset)),
        ]
        for dataset in DATASETS
    ]
    formats = scene.joined(_link(scene, name, form) for name, (form, _) in GLOSSARY_FILES.items())
    rows.append([scene.say(words.GLOSSARY), str(len(scene.library.terms)), formats])
    caption = f"{words.TABLES[scene.lang]}, {words.SCHEMA_VERSION[scene.lang]} {SCHEMA_VERSION}"
    more = [_link(scene, "index.json", words.CATALOG[scene.lang]), _link(scene, "SHA256SUMS", words.CHECKSUMS[scene.lang])]  # fmt: skip
    shown = table([scene.say(name) for name in head], rows, caption=caption)
    return shown + "\n" + element("p", scene.joined(more))


def _forms(dataset: Dataset) -> list[tuple[str, str]]:
    return [
        (f"{dataset.id}.csv", "CSV"),
        (f"{dataset.id}.json", "JSON"),
        (f"schema/{dataset.id}.json", "JSON Schema"),
    ]


def _link(scene: Scene, name: str, form: str) -> str:
    root = urls.root_from(scene.lang, scene.page.name)
    return element("a", escape(form), href=f"{root}data/{name}")


def data_columns(scene: Scene) -> str:
    """A table of columns for each table."""
    return "\n\n".join(_columns(scene, dataset) for dataset in DATASETS)


def _columns(scene: Scene, dataset: Dataset) -> str:
    head = [words.COLUMN, words.TYPE, words.MEANING]
    rows = [
        [element("code", column.name), scene.say(TYPES[column.type]), _meaning(scene, column)]
        for column in dataset.columns
    ]
    title = element("summary", f"{scene.say(dataset.title)} ({element('code', dataset.id)})")
    content = table([scene.say(name) for name in head], rows, caption=dataset.title[scene.lang])
    return element("details", title + content, class_="data-columns no-term")


def _meaning(scene: Scene, column: Column) -> str:
    notes = [scene.say(MAY_BE_EMPTY)] if column.optional else []
    allowed = [element("code", value) for value in column.allowed]
    return "; ".join([scene.say(column.meaning), *notes, *([scene.joined(allowed)] if allowed else [])])  # fmt: skip
