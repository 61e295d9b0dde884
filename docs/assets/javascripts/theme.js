/**
 * The theme's own behaviour: drawer, search button, colour scheme, single-key shortcuts, language link, report
 * link, table of contents, names of heading links. Knows Material's two toggles (#__drawer, #__search) and nothing of the content.
 */

/** @template {HTMLElement} T @param {string} id @returns {T} an element that the templates always print */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

/** @param {HTMLInputElement} toggle @param {boolean} on */
const setToggle = (toggle, on) => {
  if (toggle.checked !== on) toggle.click();
};

/** The drawer: a real button, the rest of the page inert while it is open, Esc closes, focus comes back. */
function drawer() {
  const toggle = /** @type {HTMLInputElement} */ (byId("__drawer"));
  const button = byId("menu-button");
  const menu = byId("site-menu");
  const rest = document.querySelectorAll(".brand, .md-search, .switch, .md-header .md-icon:not(#menu-button), .md-tabs, .md-content, .site-footer");
  const labels = [button.getAttribute("aria-label") ?? "", button.dataset.labelClose ?? ""];

  button.addEventListener("click", () => setToggle(toggle, !toggle.checked));
  toggle.addEventListener("change", () => {
    const open = toggle.checked;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", labels[Number(open)]);
    for (const part of rest) part.toggleAttribute("inert", open);
    if (open) menu.querySelector("a")?.focus();
    else if (menu.contains(document.activeElement)) button.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") setToggle(toggle, false);
  });
}

/**
 * Search on narrow screens: open before focusing, because the closed box is hidden from the keyboard. Closing gives the
 * focus back to what had it when a key or the button opened search; who came by Tab goes on from the box.
 */
function searchButtons() {
  const toggle = /** @type {HTMLInputElement} */ (byId("__search"));
  const input = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  const button = byId("search-button");
  /** @type {Element | null} */
  let before = null;
  window.addEventListener("keydown", (event) => {
    if (!toggle.checked && document.activeElement !== input) before = event.key === "Tab" ? null : document.activeElement;
  }, { capture: true });
  button.addEventListener("click", () => {
    before = button;
    setToggle(toggle, true);
    input.focus();
  });
  byId("search-close").addEventListener("click", () => setToggle(toggle, false));
  toggle.addEventListener("change", () => {
    if (!toggle.checked && before instanceof HTMLElement) before.focus();
  });
}

/** Material sets each result's kind in a <nav>: twenty landmarks of one name, which say nothing to who jumps by them. */
function searchResults() {
  const list = /** @type {HTMLElement} */ (document.querySelector(".md-search-result__list"));
  new MutationObserver(() => {
    for (const tags of list.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "presentation");
  }).observe(list, { childList: true });
}

/** Light or dark, stored under the name that partials/javascripts/palette.html reads. */
function colourScheme() {
  const button = byId("scheme-button");
  const dark = () => document.body.getAttribute("data-md-color-scheme") === "slate";
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    const scheme = dark() ? "default" : "slate";
    document.body.setAttribute("data-md-color-scheme", scheme);
    window.__md_set("__scheme", scheme);
    show();
  });
  show();
}

/** Material answers to single keys everywhere; a reader may turn that off (WCAG 2.1.4). */
function shortcuts() {
  const box = /** @type {HTMLInputElement} */ (byId("shortcuts"));
  const search = /** @type {HTMLInputElement} */ (byId("__search"));
  box.checked = window.__md_get("__shortcuts") !== false;
  box.addEventListener("change", () => window.__md_set("__shortcuts", box.checked));
  window.addEventListener("keydown", (event) => {
    const single = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (single && !typing && !box.checked && !search.checked) event.stopImmediatePropagation();
  }, { capture: true });
}

/** The language link leads to the same heading and selection: ids are the same in both languages. */
function languageLink() {
  const link = /** @type {HTMLAnchorElement} */ (byId("language-link"));
  const follow = () => {
    link.hash = location.hash;
    link.search = location.search;
  };
  window.addEventListener("hashchange", follow);
  link.addEventListener("click", follow);
  follow();
}

/** A report names the heading that the reader is at, not only the page. */
function reportLink() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById("report-link"));
  link?.addEventListener("click", () => {
    const form = new URL(link.href);
    const place = new URL(form.searchParams.get("page") ?? location.href);
    place.hash = location.hash;
    form.searchParams.set("page", place.href);
    link.href = form.href;
  });
}

/** The table of contents is open where it has a column of its own. */
function tableOfContents() {
  const box = /** @type {HTMLDetailsElement | null} */ (document.getElementById("toc"));
  const wide = matchMedia("(min-width: 60em)");
  const follow = () => { if (box) box.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

/** Each heading's link is named by its heading. */
function headingLinks() {
  for (const link of document.querySelectorAll(".headerlink")) {
    const heading = link.parentElement?.firstChild?.textContent?.trim() ?? "";
    link.setAttribute("aria-label", `# ${heading}`);
    link.removeAttribute("title");
  }
}

for (const setUp of [drawer, searchButtons, searchResults, colourScheme, shortcuts, languageLink, reportLink, tableOfContents, headingLinks]) setUp();
