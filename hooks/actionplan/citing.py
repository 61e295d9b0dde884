"""How to cite a page or an action: Korean legal style, Bluebook-like, BibTeX and CSL-JSON.

A citation names the plan's printed page where there is one, this site's page with its permalink, and
the date up to which its sources were read. Forms: for Korean, 한국법학교수회 「논문작성 및 문헌인용에 관한
표준」(online material); for English, The Bluebook, rules 14 and 18.2 (adapted); CSL-JSON 1.0.2. It must
not know how a page shows them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import urls
from .dates import dotted_date, written_date
from .language import Bilingual, Lang, both
from .library import Library, Page

SITE = both("AI 행동계획과 한국", "The AI Action Plan and Korea")


@dataclass(frozen=True)
class Work:
    """What is cited: a page or an action of this site. `printed`: its page in the plan, if it has one."""

    key: str
    title: str
    lang: Lang
    url: str
    printed: int | None
    as_of: str
    plan_title: Bilingual
    plan_url: str
    plan_date: str


def page_work(library: Library, page: Page, root: str) -> Work:
    """A page as a work; sections and pillars have a page of the plan. `root` is the site's address."""
    record = library.by_kind[page.kind].get(page.id) if page.kind in ("section", "pillar") else None
    key = page.name.removesuffix("/index").replace("/", "-")
    return _work(library, page, root, key, page.title, record.page if record else None, "")


def action_work(library: Library, page: Page, root: str, id: str) -> Work:
    """An action as a work, with its anchor on the section's page. Raises KeyError for an unknown id."""
    action = library.actions[id]
    title = f"{id} {action.title[page.lang]}"
    return _work(library, page, root, f"action-{id}", title, action.page, action.anchor)


def _work(  # noqa: PLR0913, PLR0917
    library: Library, page: Page, root: str, key: str, title: str, printed: int | None, anchor: str
) -> Work:
    plan = library.document
    url = root + urls.address(page.lang, page.name) + (f"#{anchor}" if anchor else "")
    return Work(
        key, title, page.lang, url, printed, plan.as_of, plan.title, plan.url, plan.published
    )


def korean(work: Work) -> str:
    """`The White House, …(2025. 7. 23.), 22면; “제목”, AI 행동계획과 한국, <주소>(2026. 6. 기준).`"""
    own = f"“{work.title}”, {SITE.ko}, <{work.url}>({dotted_date(work.as_of)} 기준)."
    if work.printed is None:
        return own
    plan = f"The White House, {work.plan_title.en}({dotted_date(work.plan_date)}), {work.printed}면"
    return f"{plan}; {own}"


def bluebook(work: Work) -> str:
    """`The White House, Winning the Race … 22 (July 23, 2025), url; Title, Site (as of June 2026), url.`"""
    site = SITE[work.lang]
    own = f"{work.title}, {site} (as of {written_date(work.as_of, 'en')}), {work.url}."
    if work.printed is None:
        return own
    pdf = urls.pdf_page(work.plan_url, work.printed)
    date = written_date(work.plan_date, "en")
    return f"The White House, {work.plan_title.en} {work.printed} ({date}), {pdf}; {own}"


def bibtex(work: Work) -> str:
    """A `@misc` entry; braces keep the case of titles."""
    note = f"As of {written_date(work.as_of, 'en')}"
    if work.printed is not None:
        note = f"On: The White House, {work.plan_title.en}, p. {work.printed}. {note}"
    fields = {
        "title": f"{{{work.title}}}",
        "author": f"{{{SITE[work.lang]}}}",
        "year": work.as_of[:4],
        "note": note,
        "url": work.url,
        "language": "korean" if work.lang == "ko" else "english",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{aapk-{work.key}-{work.lang},\n{body}\n}}"


def csl_json(work: Work) -> str:
    """One item of CSL-JSON 1.0.2, indented."""
    date = [int(part) for part in work.as_of.split("-")]
    item: dict[str, object] = {
        "id": f"aapk-{work.key}-{work.lang}",
        "type": "webpage",
        "title": work.title,
        "container-title": SITE[work.lang],
        "URL": work.url,
        "issued": {"date-parts": [date]},
        "language": work.lang,
    }
    if work.printed is not None:
        item["note"] = f"On: The White House, {work.plan_title.en}, p. {work.printed}"
    return json.dumps(item, ensure_ascii=False, indent=1)


STYLES = {
    "korean": (both("한국 법학 양식", "Korean legal style"), korean),
    "bluebook": (both("블루북 양식", "Bluebook style"), bluebook),
    "bibtex": (both("BibTeX", "BibTeX"), bibtex),
    "csl": (both("CSL-JSON", "CSL-JSON"), csl_json),
}
"""The four styles by name: label and function."""
