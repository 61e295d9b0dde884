/**
 * Side by side: sets the twin of each block of the article beside it (below it on a narrow screen). The build proves that
 * both pages have the same headings and blocks in the same order, so blocks are paired by their place after a heading.
 * The state is in the address (`?side=1`), so that it can be shared and printed. Without JavaScript there is no control;
 * the language link leads to the twin.
 */

const LANG = document.documentElement.lang === "ko" ? "en" : "ko";
const PARAMETER = "side";
// Generated parts that say the same in both languages or can't be halved stay single.
const SINGLE = ".table-scroll, .page-bar, .page-tools, .pager, .cite-box, .references, figure, form, nav, script, .pillar-map";

/** @param {ParentNode} root @returns {HTMLElement | null} */
const article = (root) => root.querySelector("article");

/** @param {Element} block @returns {string} the id of a heading, empty for any other block */
const anchor = (block) => (/^H[1-6]$/.test(block.tagName) ? block.id || block.tagName : "");

/**
 * @param {Element} root an article
 * @returns {Map<string, Element[]>} its blocks by the id of the heading before them, the heading first
 */
function groups(root) {
  const found = new Map();
  let current = "";
  for (const block of root.children) {
    current = anchor(block) || current;
    if (!found.has(current)) found.set(current, []);
    found.get(current).push(block);
  }
  return found;
}

/** @param {Element} block @param {string} from @returns {HTMLElement} a copy without ids and with absolute addresses */
function twinOf(block, from) {
  const copy = /** @type {HTMLElement} */ (document.importNode(block, true));
  copy.lang = LANG;
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const link of copy.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", from).href);
  }
  copy.querySelectorAll(".headerlink, .copy-button").forEach((element) => element.remove());
  return copy;
}

/** @param {Element} own @param {Element} twin @param {string} from */
function pair(own, twin, from) {
  const row = document.createElement("div");
  row.className = "pair";
  own.before(row);
  const copy = twinOf(twin, from);
  if (/^H[1-6]$/.test(copy.tagName)) {
    const words = document.createElement("p");
    words.className = "pair__heading";
    words.lang = LANG;
    words.append(...copy.childNodes);
    row.append(own, words);
  } else {
    row.append(own, copy);
  }
}

/** @param {Document} twin @param {string} from Sets every block of the page beside its twin. */
function setBeside(twin, from) {
  const [here, there] = [article(document), article(twin)];
  if (!here || !there) return;
  const twins = groups(there);
  for (const [id, blocks] of groups(here)) {
    const others = twins.get(id) ?? [];
    blocks.forEach((block, index) => {
      const other = others[index];
      if (other && other.tagName === block.tagName && !block.matches(SINGLE)) pair(block, other, from);
    });
  }
  document.documentElement.classList.add("side-by-side");
}

/** Takes the twins away again. */
function setAlone() {
  for (const row of document.querySelectorAll(".pair")) {
    const own = row.firstElementChild;
    if (own) row.replaceWith(own);
  }
  document.documentElement.classList.remove("side-by-side");
}

/** @param {boolean} on Keeps the state in the address without a new entry in the history. */
function remember(on) {
  const address = new URL(location.href);
  if (on) address.searchParams.set(PARAMETER, "1");
  else address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, "", address);
}

/** @param {HTMLButtonElement} button @param {string} label what it does when nothing is beside the text @param {string} from @param {boolean} on */
async function toggle(button, label, from, on) {
  if (on) {
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(String(answer.status));
      setBeside(new DOMParser().parseFromString(await answer.text(), "text/html"), from);
    } catch {
      button.textContent = button.dataset.failed ?? "";
      return;
    }
  } else {
    setAlone();
  }
  button.textContent = on ? button.dataset.off ?? "" : label;
  remember(on);
}

const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById("language-link"));
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".side-button"));
if (link && button) {
  const from = link.href.replace(/#.*/, "");
  const label = button.textContent ?? "";
  button.addEventListener("click", () => toggle(button, label, from, !document.documentElement.classList.contains("side-by-side")));
  if (new URLSearchParams(location.search).has(PARAMETER)) toggle(button, label, from, true);
}
