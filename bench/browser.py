"""What goes wrong in a real browser on a page of each kind: policy violations, foreign requests, axe findings."""

from __future__ import annotations

from collections import Counter
from typing import Any

from playwright.sync_api import Browser, Page

from .figure import ROOT, Budget, Figure, Say, SkippedError
from .site import KINDS, browser, built, served

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WAYS = ((1366, 900, "light"), (390, 844, "dark"))
"""Width and height of the window, and the scheme. The tests examine more states of more pages."""
WATCH = "addEventListener('securitypolicyviolation', e => (window.broken ??= []).push(e.violatedDirective))"


def figure(say: Say) -> Figure:
    """Counts for each kind of page over both languages, a wide screen and a narrow one."""
    if not AXE.exists():
        raise SkippedError("no axe-core; `npm ci` installs it")
    rows, rules, total = [], Counter[str](), Counter[str]()
    with browser() as opened, served(built()) as base:
        for kind, path in KINDS.items():
            say(kind)
            counts = Counter[str]()
            for found in (_look(opened, base, prefix + path) for prefix in ("", "en/")):
                counts.update(found["counts"])
                rules.update(found["rules"])
            total.update(counts)
            rows.append([kind, *(str(counts[name]) for name in COUNTED)])
    return Figure(
        "In a browser: policy, requests, accessibility",
        ["page", *COUNTED],
        rows,
        (
            "Chromium, both languages, a wide screen light and a narrow one dark: four states a page. "
            + (f"axe rules broken: {', '.join(f'{rule} ({n})' for rule, n in rules.most_common())}." if rules else "axe-core finds nothing with all its rules on.")
        ),
        [Budget(name, "0", str(total[name]), total[name] == 0) for name in COUNTED],
    )  # fmt: skip


COUNTED = ("policy violations", "foreign requests", "errors", "axe findings")


def _look(opened: Browser, base: str, path: str) -> dict[str, Counter[str]]:
    counts, rules = Counter[str](), Counter[str]()
    for width, height, scheme in WAYS:
        context = opened.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        context.add_init_script(WATCH)
        page = context.new_page()
        _listen(page, base, counts)
        page.goto(base + path)
        page.wait_for_timeout(500)
        counts["policy violations"] += len(page.evaluate("window.broken ?? []"))
        for violation in _axe(page):
            counts["axe findings"] += len(violation["nodes"])
            rules[violation["id"]] += len(violation["nodes"])
        context.close()
    return {"counts": counts, "rules": rules}


def _listen(page: Page, base: str, counts: Counter[str]) -> None:
    origin = base.split("/", 3)[2]

    def count(name: str) -> None:
        counts[name] += 1

    page.on("request", lambda r: None if origin in r.url or r.url.startswith(("data:", "blob:")) else count("foreign requests"))  # fmt: skip
    page.on("pageerror", lambda _: count("errors"))
    page.on("console", lambda m: count("errors") if m.type == "error" else None)


def _axe(page: Page) -> list[dict[str, Any]]:
    """Findings of axe-core, which comes in through the debugger, as the page's policy allows no other way."""
    page.evaluate(AXE.read_text("utf-8") + "; null")
    found: list[dict[str, Any]] = page.evaluate("axe.run(document).then(r => r.violations)")
    return found
