/**
 * The filter above the glossary's index: what the search box would find, at once and in place. It asks a search worker
 * of its own, so that both find the same. Without this script the full index stands.
 *
 * @typedef {import("./search/types.js").Item} Item
 */

const KOREAN = document.documentElement.lang === "ko";
const WORDS = KOREAN
  ? {
      label: "용어 거르기",
      hint: "예: 수출통제, ㅅㅊㅌㅈ, HBM",
      found: "용어 {all}개 가운데 {found}개",
      all: "용어 {all}개",
    }
  : {
      label: "Filter terms",
      hint: "e.g. export control, HBM, 반도체",
      found: "{found} of {all} terms",
      all: "{all} terms",
    };

/** Material's message types. */
const QUERY = 2;
const RESULT = 3;

/** @type {{ base: string, search: string }} */
const config = JSON.parse(document.getElementById("__config")?.textContent ?? "");

/** Sets the filter up on the glossary's index; does nothing on other pages. */
function filter() {
  const bar = document.querySelector(".jump-bar");
  const terms = [...document.querySelectorAll(".term-list > li")].map(
    (item) => /** @type {HTMLElement} */ (item),
  );
  if (!bar || !terms.length) return;
  const { form, input, output } = controls();
  bar.before(form);
  const groups = [...document.querySelectorAll(".term-list")].map((list) =>
    groupOf(/** @type {HTMLElement} */ (list)),
  );

  /** @param {Set<string> | null} found paths of the terms to show; null for all */
  const show = (found) => {
    for (const term of terms) term.hidden = found !== null && !found.has(pathOf(term));
    for (const group of groups) group.show();
    const first = new Set(terms.filter((term) => !term.hidden).map(pathOf));
    const text = found ? WORDS.found : WORDS.all;
    output.value = text
      .replace("{found}", String(first.size))
      .replace("{all}", String(new Set(terms.map(pathOf)).size));
  };
  const ask = asker(config.search, (query, found) => {
    if (query === input.value.trim()) show(found);
  });
  input.addEventListener("input", () => (input.value.trim() ? ask(input.value.trim()) : show(null)));
  show(null);
}

/** @returns {{ form: HTMLElement, input: HTMLInputElement, output: HTMLOutputElement }} */
function controls() {
  const form = document.createElement("search");
  form.className = "term-filter";
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), {
    type: "search",
    placeholder: WORDS.hint,
    autocomplete: "off",
    spellcheck: false,
  });
  const output = document.createElement("output");
  label.append(WORDS.label, input);
  form.append(label, output);
  return { form, input, output };
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
