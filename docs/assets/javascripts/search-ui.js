/**
 * What the page adds to Material's search box: every way of typing counts, keys work while a syllable is being
 * composed, the packs are fetched at the focus, and a query without an answer is led on. Material renders the results;
 * the worker in search/ finds them and talks here over a channel that all tabs of the site share.
 *
 * @typedef {import("./search/types.js").Entry} Entry
 */

const lang = document.documentElement.lang;
const input = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
const template = /** @type {HTMLTemplateElement} */ (document.getElementById("search-nothing"));
const channel = new BroadcastChannel("search");
/** @type {{ base: string }} */
const config = JSON.parse(document.getElementById("__config")?.textContent ?? "");

/** Keys that Material ignores while a syllable is being composed, though readers mean them. */
const MEANT = new Map([
  ["Enter", "Enter"],
  ["NumpadEnter", "Enter"],
  ["ArrowDown", "ArrowDown"],
  ["ArrowUp", "ArrowUp"],
]);
/** Milliseconds in which some systems send the key itself after the composition that it ended. */
const SENT_AGAIN = 40;

/** Material reads the box at `keyup`, which pasting, dictating and most phones don't send. */
function everyInput() {
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
}

/** A key that ends a composition does what it does otherwise, once. */
function composition() {
  let code = "";
  input.addEventListener("keydown", (event) => {
    code = event.isComposing ? event.code : "";
  });
  input.addEventListener("compositionend", () => {
    setTimeout(() => {
      const key = MEANT.get(code);
      code = "";
      if (key) input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }, SENT_AGAIN);
  });
}

/** The worker fetches what it needs as soon as somebody is about to type. */
function focus() {
  input.addEventListener("focus", () => channel.postMessage({ focus: lang }));
}

/** Results are drawn anew when the texts of the pages arrive: who has walked into them by keys stays where they were. */
function keepPlace() {
  const list = /** @type {HTMLElement} */ (document.querySelector(".md-search-result__list"));
  /** @type {EventTarget | null} */
  let held = null;
  let lost = "";
  document.addEventListener("focusin", ({ target }) => {
    held = target;
    lost = "";
  });
  new MutationObserver((changes) => {
    const gone = changes.flatMap(({ removedNodes }) => [...removedNodes]);
    if (held instanceof HTMLAnchorElement && gone.some((node) => node.contains(/** @type {Node} */ (held)))) lost = held.href;
    if (lost) [...list.querySelectorAll("a")].find(({ href }) => href === lost)?.focus();
  }).observe(list, { childList: true });
}

/** A query without an answer: the terms most like it, and where to propose one. */
function deadEnd() {
  const nothing = /** @type {HTMLElement} */ (template.content.firstElementChild);
  channel.addEventListener("message", ({ data }) => {
    if (data.lang !== lang || data.query !== input.value) return;
    nothing.querySelector("ul")?.replaceChildren(...data.nearest.map(suggestion));
    nothing.toggleAttribute("data-empty", !data.nearest.length);
    if (data.found) nothing.remove();
    else template.after(nothing);
  });
  input.addEventListener("input", () => nothing.remove());
  input.form?.addEventListener("reset", () => nothing.remove());
}

/** @param {Entry} entry @param {number} place @returns {HTMLLIElement} */
function suggestion({ url, title, other }, place) {
  const link = document.createElement("a");
  link.href = new URL(url, new URL(config.base, location.href)).href;
  const name = document.createElement("span");
  name.textContent = title;
  // Enter goes to the link in the list whose first element has the highest score.
  name.dataset.mdScore = String(1 - place / 10);
  const translation = document.createElement("span");
  translation.className = "search-other";
  translation.lang = lang === "ko" ? "en" : "ko";
  translation.textContent = other;
  link.append(name, " ", translation);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

for (const setUp of [everyInput, composition, focus, keepPlace, deadEnd]) setUp();
