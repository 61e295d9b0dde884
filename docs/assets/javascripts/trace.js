/**
 * Marks one path in the picture of actions, impacts and strategies: on hover and focus, on a first tap, and for the
 * node that the address names (`/trace/#path-impact-…`). Says in a live region what is marked. Without this script the
 * picture stands with its links.
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

/** The picture and what is marked in it. */
class Trace {
  /** @param {SVGSVGElement} drawing @param {HTMLElement} status */
  constructor(drawing, status) {
    this.drawing = drawing;
    this.status = status;
    this.hint = status.textContent ?? "";
    this.nodes = [...drawing.getElementsByTagNameNS("http://www.w3.org/2000/svg", "a")];
    this.lines = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll(".trace-line")]);
    this.right = grouped(this.lines, "from", "to");
    this.left = grouped(this.lines, "to", "from");
    this.touched = false;
  }

  /** @returns {SVGElement | undefined} the node that the address names */
  get pinned() {
    return this.nodes.find((node) => `#${node.id}` === location.hash);
  }

  /** @param {SVGElement | undefined} node Marks the path through a node; without one, nothing. */
  mark(node) {
    const key = node?.id.slice(PREFIX.length) ?? "";
    const after = along(key, this.right);
    const before = along(key, this.left);
    this.drawing.classList.toggle("is-marked", node !== undefined);
    for (const one of this.nodes) {
      const own = one.id.slice(PREFIX.length);
      one.classList.toggle("is-on", after.has(own) || before.has(own));
      one.classList.toggle("is-picked", one === node);
    }
    for (const { dataset, classList } of this.lines) {
      const [from, to] = [dataset.from ?? "", dataset.to ?? ""];
      classList.toggle("is-on", (after.has(from) && after.has(to)) || (before.has(from) && before.has(to)));
    }
    this.status.textContent = node ? this.said(node) : this.hint;
  }

  /** @param {SVGElement} node @returns {string} the path in words */
  said(node) {
    const on = this.nodes.filter((one) => one.classList.contains("is-on"));
    const count = (/** @type {string} */ kind) => on.filter((one) => one.id.startsWith(PREFIX + kind)).length;
    const numbers = { title: node.getAttribute("aria-label") ?? node.querySelector("title")?.textContent ?? "", action: count("action") + count("section"), impact: count("impact"), strategy: count("strategy") };
    return WORDS.path.replace(/\{(\w+)\}/g, (_, name) => String(Reflect.get(numbers, name)));
  }

  /** @param {MouseEvent} event @param {SVGElement} node The first tap marks and names the path in the address, the second follows the link. */
  tapped(event, node) {
    if (!this.touched || this.pinned === node) return;
    event.preventDefault();
    history.replaceState(null, "", `#${node.id}`);
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

const drawing = document.getElementById("trace");
const status = document.querySelector(".picture-status");
if (drawing instanceof SVGSVGElement && status instanceof HTMLElement) {
  const trace = new Trace(drawing, status);
  trace.listen();
  trace.mark(trace.pinned);
}
