/**
 * The filter above the glossary's index: what the search box would find, at once and in place. It asks a search worker
 * of its own, so that both find the same. Without this script the full index stands, and the field isn't shown.
 *
 * @typedef {import("./search/types.js").Item} Item
 */

/** Material's message types. */
const QUERY = 2;
const RESULT = 3;

/** @type {{ base: string, search: string }} */
const config = JSON.parse(document.getElementById("__config")?.textContent ?? "");

const form = /** @type {HTMLElement} */ (document.querySelector(".term-filter"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
const all = output.value;

/** Lets the filter follow what is typed into its field. */
function filter() {
  const terms = [...document.querySelectorAll(".term-list > li")].map(
    (item) => /** @type {HTMLElement} */ (item),
  );
  const groups = [...document.querySelectorAll(".term-list")].map((list) =>
    groupOf(/** @type {HTMLElement} */ (list)),
  );

  /** @param {Set<string> | null} found paths of the terms to show; null for all */
  const show = (found) => {
    for (const term of terms) term.hidden = found !== null && !found.has(pathOf(term));
    for (const group of groups) group.show();
    const shown = new Set(terms.filter((term) => !term.hidden).map(pathOf));
    output.value = found ? (output.dataset.found ?? "").replace("{found}", String(shown.size)) : all;
  };
  const ask = asker(config.search, (query, found) => {
    if (query === input.value.trim()) show(found);
  });
  input.addEventListener("input", () => (input.value.trim() ? ask(input.value.trim()) : show(null)));
}

/** @param {HTMLElement} item @returns {string} path of the term's page */
const pathOf = (item) => item.querySelector("a")?.pathname ?? "";

/**
 * A list under a heading; both, and the heading's entry in the bar, go while the list has nothing to show.
 * @param {HTMLElement} list
 */
function groupOf(list) {
  const heading = /** @type {HTMLElement} */ (list.previousElementSibling);
  const jump = document.querySelector(`.jump-bar a[href="#${heading.id}"]`)?.parentElement;
  return {
    show() {
      const empty = ![...list.children].some((item) => !(/** @type {HTMLElement} */ (item).hidden));
      for (const part of [list, heading, jump]) if (part) part.hidden = empty;
    },
  };
}

/**
 * @param {string} address
 * @param {(query: string, found: Set<string>) => void} answer
 * @returns {(query: string) => void}
 */
function asker(address, answer) {
  /** @type {Worker | undefined} */
  let worker;
  let asked = "";
  const start = () => {
    const started = new Worker(address);
    started.addEventListener("message", ({ data: message }) => {
      if (message.type === RESULT) answer(asked, paths(message.data.items));
    });
    return started;
  };
  return (query) => {
    asked = query;
    worker ??= start();
    worker.postMessage({ type: QUERY, data: query });
  };
}

/** @param {Item[][]} groups @returns {Set<string>} paths of the pages found */
function paths(groups) {
  const root = new URL(config.base, location.href);
  return new Set(groups.flat().map(({ location: place }) => new URL(place, root).pathname));
}

filter();
