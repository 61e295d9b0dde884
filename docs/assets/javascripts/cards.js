/**
 * Cards for glossary terms and actions: a link's title, its name in the other language and its first sentence, shown on
 * hover, focus and tap. WCAG 2.2, 1.4.13: Esc dismisses a card, the pointer may move onto it, and it stays until
 * dismissed or left. Without JavaScript the links are plain links. Card texts are read from one file per language on
 * first use.
 *
 * @typedef {{title: string, other: string, text: string}} Card
 */

const LANG = document.documentElement.lang === "ko" ? "ko" : "en";
const OTHER = LANG === "ko" ? "en" : "ko";
const MORE = LANG === "ko" ? "자세히 보기" : "Read more";
const LINKS = "a.term, a[href*='#a-']:not(.headerlink, svg *, .toc *)";
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

/** @type {Promise<Record<string, Card>> | undefined} */
let texts;

/** @returns {Promise<Record<string, Card>>} all cards of the page's language by key */
function load() {
  texts ??= fetch(new URL(`../cards/${LANG}.json`, import.meta.url)).then((answer) => (answer.ok ? answer.json() : {}));
  return texts;
}

/** @param {HTMLAnchorElement} link @returns {string} the key of what a link leads to: a term's id or an action's anchor */
function keyOf(link) {
  if (/^#a-\d/.test(link.hash)) return link.hash.slice(1);
  const folders = link.pathname.split("/").filter(Boolean);
  return folders.at(-2) === "glossary" ? folders.at(-1) ?? "" : "";
}

/** @param {string} name @param {string} text @param {string} [lang] @returns {HTMLElement} */
function part(name, text, lang) {
  const element = document.createElement(name);
  element.textContent = text;
  if (lang) element.lang = lang;
  return element;
}

const box = document.createElement("div");
box.className = "hover-card";
box.id = "hover-card";
box.setAttribute("role", "tooltip");
box.hidden = true;

/** @type {HTMLAnchorElement | null} */
let shownFor = null;
let timer = 0;

/** Hides the card. */
function hide() {
  clearTimeout(timer);
  box.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
}

/** @param {HTMLAnchorElement} link Shows the card of a link below it, or above where there is no room. */
async function show(link) {
  const card = (await load())[keyOf(link)];
  const wanted = link.matches(":hover, :focus") || box.dataset.tapped === "true";
  if (!card || !wanted) return;
  if (shownFor !== link) hide();
  const head = part("p", card.title);
  head.className = "hover-card__title";
  head.append(" ", part("span", card.other, OTHER));
  const more = /** @type {HTMLAnchorElement} */ (part("a", MORE));
  more.href = link.href;
  more.tabIndex = -1;
  box.replaceChildren(head, part("p", card.text), more);
  box.hidden = false;
  link.setAttribute("aria-describedby", box.id);
  shownFor = link;
  place(link);
}

/** @param {HTMLAnchorElement} link */
function place(link) {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const width = Math.min(360, innerWidth - 16);
  box.style.setProperty("width", `${width}px`);
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 6;
  const fits = below + box.offsetHeight < innerHeight;
  const top = fits ? below : Math.max(8, at.top - box.offsetHeight - 6);
  box.style.setProperty("left", `${left + scrollX}px`);
  box.style.setProperty("top", `${top + scrollY}px`);
}

/** @param {Event} event @returns {HTMLAnchorElement | null} the link with a card that an event is about */
function linkOf(event) {
  const link = event.target instanceof Element ? event.target.closest(LINKS) : null;
  return link instanceof HTMLAnchorElement && link.closest("article") ? link : null;
}

/** @param {() => void} act @param {number} delay */
function later(act, delay) {
  clearTimeout(timer);
  timer = window.setTimeout(act, delay);
}

(document.querySelector("main") ?? document.body).append(box);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = linkOf(event);
  if (link) later(() => show(link), OPEN_AFTER);
  else if (event.target instanceof Node && box.contains(event.target)) clearTimeout(timer);
  else if (!box.hidden && document.activeElement !== shownFor) later(hide, CLOSE_AFTER);
  else if (box.hidden) clearTimeout(timer);
});

document.addEventListener("focusin", (event) => {
  const link = linkOf(event);
  if (link?.matches(":focus-visible")) show(link);
  else if (!(event.target instanceof Node && box.contains(event.target))) hide();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !box.hidden) {
    hide();
    event.stopPropagation();
  }
}, { capture: true });

/** A first tap shows the card, which leads on; a second tap follows the link. */
document.addEventListener("click", (event) => {
  const link = linkOf(event);
  const touched = /** @type {PointerEvent} */ (event).pointerType === "touch";
  if (link && touched && shownFor !== link && keyOf(link)) {
    event.preventDefault();
    box.dataset.tapped = "true";
    show(link);
  } else if (!(event.target instanceof Node && box.contains(event.target))) {
    box.dataset.tapped = "false";
    hide();
  }
});
