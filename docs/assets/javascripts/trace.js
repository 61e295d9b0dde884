/**
 * Marks one path in the pictures of actions, impacts and strategies, the wide one and the one for phones: on hover and
 * focus, on a first tap, and for the node that the address names (`/trace/#path-impact-…`). Says in a live region what
 * is marked. Without this script the pictures stand with their links.
 */

const KOREAN = document.documentElement.lang === "ko";
const WORDS = KOREAN
  ? { path: "{title}: 조치 {action}건, 영향 {impact}가지, 전략 {strategy}가지" }
  : { path: "{title}: {action} actions, {impact} impacts, {strategy} strategies" };
const PREFIX = "path-";

/**
 * @param {string} start key of a node
 * @param {Map<string, string[]>} next keys that lines lead to, by key
 * @returns {Set<string>} the node and all that lies that way
 */
function along(start, next) {
  const found = new Set([start]);
  for (const key of found) for (const further of next.get(key) ?? []) found.add(further);
  return found;
}

/** @param {SVGElement[]} lines @param {"from" | "to"} one @param {"from" | "to"} other @returns {Map<string, string[]>} */
function grouped(lines, one, other) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { dataset } of lines) {
    const key = dataset[one] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), dataset[other] ?? ""]);
  }
  return groups;
}

/** @param {SVGElement} node @returns {string} the fragment that names its path */
const addressOf = (node) => `#${PREFIX}${node.dataset.node}`;

/** @param {SVGElement} node @param {Set<string>} path its keys @returns {string} the path in words */
function said(node, path) {
  const count = (/** @type {string} */ kind) => [...path].filter((key) => key.startsWith(kind)).length;
  const numbers = { title: node.getAttribute("aria-label") ?? node.querySelector("title")?.textContent ?? "", action: count("action") + count("section"), impact: count("impact"), strategy: count("strategy") };
  return WORDS.path.replace(/\{(\w+)\}/g, (_, name) => String(Reflect.get(numbers, name)));
}

/** The pictures and what is marked in them. */
class Trace {
  /** @param {SVGSVGElement[]} drawings @param {HTMLElement} status */
  constructor(drawings, status) {
    this.drawings = drawings;
    this.status = status;
    this.hint = status.textContent ?? "";
    this.nodes = /** @type {SVGElement[]} */ (drawings.flatMap((drawing) => [...drawing.querySelectorAll("[data-node]")]));
    this.lines = /** @type {SVGElement[]} */ (drawings.flatMap((drawing) => [...drawing.querySelectorAll(".trace-line")]));
    this.right = grouped(this.lines, "from", "to");
    this.left = grouped(this.lines, "to", "from");
    this.touched = false;
  }

  /** @returns {SVGElement | undefined} the node that the address names, where it is seen */
  get pinned() {
    return this.nodes.find((node) => addressOf(node) === location.hash && node.checkVisibility());
  }

  /** @param {SVGElement | undefined} picked Marks the path through a node; without one, nothing. */
  mark(picked) {
    const key = picked?.dataset.node ?? "";
    const after = along(key, this.right);
    const before = along(key, this.left);
    const path = new Set([...after, ...before]);
    for (const drawing of this.drawings) drawing.classList.toggle("is-marked", picked !== undefined);
    for (const node of this.nodes) {
      // What stands in the strip of another impact belongs to another path.
      const strip = /** @type {SVGElement | null} */ (node.closest("[data-strip]"))?.dataset.strip;
      node.classList.toggle("is-on", path.has(node.dataset.node ?? "") && (!strip || path.has(strip)));
      node.classList.toggle("is-picked", node.dataset.node === key);
    }
    for (const { dataset, classList } of this.lines) {
      const [from, to] = [dataset.from ?? "", dataset.to ?? ""];
      classList.toggle("is-on", (after.has(from) && after.has(to)) || (before.has(from) && before.has(to)));
    }
    this.status.textContent = picked ? said(picked, path) : this.hint;
  }

  /** @param {MouseEvent} event @param {SVGElement} node The first tap marks and names the path in the address, the second follows the link. */
  tapped(event, node) {
    if (!this.touched || addressOf(node) === location.hash) return;
    event.preventDefault();
    history.replaceState(null, "", addressOf(node));
    this.mark(node);
  }

  /** Forgets the path that the address names. */
  release() {
    if (!this.pinned) return;
    history.replaceState(null, "", location.pathname + location.search);
    this.mark(undefined);
  }

  listen() {
    const back = () => this.mark(this.pinned);
    for (const node of this.nodes) {
      node.addEventListener("pointerdown", ({ pointerType }) => { this.touched = pointerType === "touch"; });
      node.addEventListener("pointerenter", ({ pointerType }) => { if (pointerType !== "touch") this.mark(node); });
      node.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType !== "touch") back(); });
      node.addEventListener("focus", () => { if (!this.touched) this.mark(node); });
      node.addEventListener("blur", back);
      node.addEventListener("click", (event) => this.tapped(event, node));
    }
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape") this.release(); });
    addEventListener("hashchange", () => this.show());
    addEventListener("load", () => this.show());
  }

  /** Marks what the address names and brings it to the middle: right below the page's head the status line covers it. */
  show() {
    this.mark(this.pinned);
    this.pinned?.scrollIntoView({ block: "center", inline: "center" });
  }
}

const drawings = /** @type {SVGSVGElement[]} */ ([...document.querySelectorAll("#trace, #trace-tall")]);
const status = document.querySelector(".picture-status");
if (drawings.length > 0 && status instanceof HTMLElement) {
  const trace = new Trace(drawings, status);
  trace.listen();
  trace.mark(trace.pinned);
}
