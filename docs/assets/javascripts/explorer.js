/**
 * The action explorer: narrows and sorts the table of all actions. The form's choices, the words that text search looks
 * in, and the rows' values are all in the page; the state is in the address, so that a selection can be shared and the
 * back button steps through it. Without this script the full table stands.
 *
 * @typedef {"relevance" | "pillar" | "lead" | "topic" | "section"} Facet
 * @typedef {Map<Facet, Set<string>>} Chosen what is ticked, by facet
 * @typedef {{box: HTMLInputElement, label: HTMLElement, count: HTMLElement}} Choice
 * @typedef {{element: HTMLTableRowElement, values: Map<Facet, string[]>, searched: string, keys: Map<string, string | number>}} Row
 */

/** @type {Facet[]} */
const FACETS = ["relevance", "pillar", "lead", "topic", "section"];
const RELEVANCE = ["direct", "indirect", "low"];
const COLUMNS = ["number", "section", "lead", "topic", "relevance", "page"];
// Not `q`, which opens the site's own search.
const TEXT = "text";
const SORT = "sort";
const KOREAN = document.documentElement.lang === "ko";
const WORDS = KOREAN
  ? { found: "{all}건 가운데 {found}건", all: "권고 조치 {all}건", none: "맞는 조치가 없습니다. 조건을 줄여 보세요.", copied: "{found}건을 CSV로 복사했습니다.", failed: "복사하지 못했습니다. CSV 내려받기를 쓰세요." }
  : { found: "{found} of {all} actions", all: "All {all} actions", none: "No action matches. Try fewer conditions.", copied: "Copied {found} actions as CSV.", failed: "Copying failed. Use the download instead." };

/** @param {string} template @param {Record<string, number>} numbers @returns {string} */
const say = (template, numbers) => template.replace(/\{(\w+)\}/g, (_, name) => String(numbers[name]));

/** @param {string} text @returns {string} the text as search compares it: one case, no spaces */
const squeezed = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, "");

/** @param {HTMLElement} form @param {Facet} facet @returns {Choice[]} the choices of a facet */
function choicesOf(form, facet) {
  return [...form.querySelectorAll(`input[name="${facet}"]`)].map((found) => {
    const box = /** @type {HTMLInputElement} */ (found);
    const label = /** @type {HTMLElement} */ (box.parentElement);
    return { box, label, count: /** @type {HTMLElement} */ (label.querySelector(".choice-count")) };
  });
}

/**
 * @param {HTMLTableRowElement} element
 * @param {Map<string, string>} names words of every choice by `facet:value`
 * @param {number} order position in the plan
 * @returns {Row}
 */
function readRow(element, names, order) {
  const values = new Map(FACETS.map((facet) => [facet, (element.dataset[facet] ?? "").split(" ")]));
  const words = FACETS.flatMap((facet) => (values.get(facet) ?? []).map((value) => names.get(`${facet}:${value}`) ?? ""));
  const cell = (/** @type {number} */ index) => element.cells[index].textContent?.trim() ?? "";
  const keys = new Map(Object.entries({
    number: order,
    section: cell(1),
    lead: cell(2),
    topic: cell(3),
    relevance: RELEVANCE.indexOf(element.dataset.relevance ?? ""),
    page: Number(element.dataset.page),
  }));
  return { element, values, keys, searched: squeezed([cell(0), ...words].join(" ")) };
}

/** @param {Row} row @param {Chosen} chosen @param {string[]} words @param {Facet} [except] @returns {boolean} */
function matches(row, chosen, words, except) {
  const inFacets = [...chosen].every(([facet, wanted]) => facet === except || wanted.size === 0 || row.values.get(facet)?.some((value) => wanted.has(value)));
  return inFacets && words.every((word) => row.searched.includes(word));
}

/** @param {string} key @returns {(a: Row, b: Row) => number} order by a column, then by number; `-` turns it round */
function comparing(key) {
  const [column, sign] = key.startsWith("-") ? [key.slice(1), -1] : [key, 1];
  return (a, b) => {
    const [x, y] = [a.keys.get(column) ?? 0, b.keys.get(column) ?? 0];
    const order = typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), KOREAN ? "ko" : "en");
    return sign * order || Number(a.keys.get("number")) - Number(b.keys.get("number"));
  };
}

/** @param {Row[]} rows @returns {string} the rows as CSV (RFC 4180) */
function csv(rows) {
  const head = ["id", KOREAN ? "title_ko" : "title_en", KOREAN ? "title_en" : "title_ko", "section", "lead", "topics", "korea_relevance", "page", "url"];
  const lines = rows.map(({ element, values }) => {
    const link = /** @type {HTMLAnchorElement} */ (element.cells[0].querySelector("a"));
    const id = link.querySelector(".action-id")?.textContent ?? "";
    const lead = (values.get("lead") ?? []).filter((value) => value !== "none");
    return [
      id,
      link.textContent?.replace(id, "").trim() ?? "",
      element.cells[0].querySelector(".other")?.textContent ?? "",
      element.cells[1].textContent ?? "",
      lead.join("; "),
      (values.get("topic") ?? []).join("; "),
      element.dataset.relevance ?? "",
      element.dataset.page ?? "",
      link.href,
    ];
  });
  const quoted = (/** @type {string} */ value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [head, ...lines].map((line) => line.map(quoted).join(",") + "\r\n").join("");
}

/** @param {string} text Offers a file; the mark at its start makes spreadsheets read it as UTF-8. */
function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  link.download = "actions.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The form, the table and the address, kept in step. */
class Explorer {
  /** @param {HTMLFormElement} form @param {HTMLTableElement} table */
  constructor(form, table) {
    this.form = form;
    this.table = table;
    this.text = /** @type {HTMLInputElement} */ (form.elements.namedItem(TEXT));
    this.order = /** @type {HTMLSelectElement} */ (form.elements.namedItem(SORT));
    this.found = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
    this.choices = new Map(FACETS.map((facet) => [facet, choicesOf(form, facet)]));
    this.boxes = [...this.choices.values()].flat().map(({ box }) => box);
    const names = new Map(this.boxes.map((box) => [`${box.name}:${box.value}`, box.dataset.words ?? box.dataset.short ?? ""]));
    this.rows = [...table.tBodies[0].rows].map((row, index) => readRow(row, names, index));
    this.sort = "number";
    this.typing = false;
  }

  /** @returns {Chosen} */
  get chosen() {
    const ticked = this.boxes.filter((box) => box.checked);
    return new Map(FACETS.map((facet) => [facet, new Set(ticked.filter((box) => box.name === facet).map((box) => box.value))]));
  }

  /** @returns {Row[]} the rows that are shown, in their order */
  get shown() {
    return this.rows.filter((row) => !row.element.hidden).sort(comparing(this.sort));
  }

  /** Shows what the form asks for. */
  render() {
    const chosen = this.chosen;
    const words = this.text.value.split(/\s+/).map(squeezed).filter(Boolean);
    for (const row of this.rows) row.element.hidden = !matches(row, chosen, words);
    for (const facet of FACETS) this.count(facet, this.rows.filter((row) => matches(row, chosen, words, facet)));
    const numbers = { all: this.rows.length, found: this.shown.length };
    this.found.value = say(numbers.found === 0 ? WORDS.none : numbers.found === numbers.all ? WORDS.all : WORDS.found, numbers);
    for (const button of this.form.querySelectorAll("[data-do=copy], [data-do=save]")) button.toggleAttribute("disabled", numbers.found === 0);
  }

  /** @param {Facet} facet @param {Row[]} rows Writes how many rows each choice would leave, given the other facets. */
  count(facet, rows) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const value of rows.flatMap((row) => row.values.get(facet) ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
    const choices = this.choices.get(facet) ?? [];
    for (const { box, label, count } of choices) {
      const number = String(counts.get(box.value) ?? 0);
      if (count.textContent !== number) count.textContent = number;
      label.classList.toggle("choice--empty", number === "0");
    }
    const summary = choices[0].label.closest("details")?.querySelector(".facet-chosen");
    if (summary) summary.textContent = choices.filter(({ box }) => box.checked).map(({ box }) => box.dataset.short).join(", ");
  }

  /** @param {string} key Orders the rows by a column (`-` first turns it round). */
  sortBy(key) {
    this.sort = COLUMNS.includes(key.replace("-", "")) ? key : "number";
    this.order.value = this.sort.replace("-", "");
    this.table.tBodies[0].append(...[...this.rows].sort(comparing(this.sort)).map((row) => row.element));
    for (const head of this.table.tHead?.rows[0].cells ?? []) {
      const own = head.dataset.column === this.order.value;
      if (own) head.setAttribute("aria-sort", this.sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  /** @returns {URL} the address of what is shown */
  get address() {
    const address = new URL(location.href);
    for (const name of [...FACETS, TEXT, SORT]) address.searchParams.delete(name);
    for (const [facet, values] of this.chosen) for (const value of values) address.searchParams.append(facet, value);
    if (this.text.value.trim()) address.searchParams.set(TEXT, this.text.value.trim());
    if (this.sort !== "number") address.searchParams.set(SORT, this.sort);
    return address;
  }

  /** Sets form and table to what the address says. */
  restore() {
    const { searchParams } = new URL(location.href);
    for (const box of this.boxes) box.checked = searchParams.getAll(box.name).includes(box.value);
    this.text.value = searchParams.get(TEXT) ?? "";
    this.sortBy(searchParams.get(SORT) ?? "number");
    this.render();
  }

  /** @param {boolean} [typing] Shows and remembers a change; letters typed in a row are one step back. */
  changed(typing = false) {
    this.render();
    const address = this.address;
    if (address.href === location.href) return;
    if (typing && this.typing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.typing = typing;
  }

  /** Makes the heads of columns into buttons that sort. */
  addSortButtons() {
    for (const head of this.table.tHead?.rows[0].cells ?? []) {
      const button = document.createElement("button");
      const column = head.dataset.column ?? "";
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        this.sortBy(this.sort === column ? `-${column}` : column);
        this.changed();
      });
      head.append(button);
    }
  }

  /** Copies the shown rows and says so where the count stands. */
  async copy() {
    const rows = this.shown;
    try {
      await navigator.clipboard.writeText(csv(rows));
      this.found.value = say(WORDS.copied, { found: rows.length });
    } catch {
      this.found.value = WORDS.failed;
    }
  }

  /** Listens to the form, its buttons and the browser's own. */
  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => {
      if (event.target === this.text) this.changed(true);
    });
    this.form.addEventListener("change", (event) => {
      if (event.target === this.order) this.sortBy(this.order.value);
      if (event.target !== this.text) this.changed();
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const box of this.boxes) box.checked = false;
      this.text.value = "";
      this.sortBy("number");
      this.changed();
    });
    this.form.querySelector("[data-do=copy]")?.addEventListener("click", () => void this.copy());
    this.form.querySelector("[data-do=save]")?.addEventListener("click", () => save(csv(this.shown)));
    addEventListener("popstate", () => {
      this.typing = false;
      this.restore();
    });
  }
}

const form = document.getElementById("explorer");
const table = document.querySelector("table.actions");
if (form instanceof HTMLFormElement && table instanceof HTMLTableElement) {
  const explorer = new Explorer(form, table);
  explorer.addSortButtons();
  explorer.listen();
  explorer.restore();
}
