/**
 * Turns hits into what Material's search renders: one group per page, everything escaped, since Material inserts
 * titles, texts and tags as HTML. Knows Material's item format; nothing of ranking.
 * @module
 */
import { unify } from "./normalise.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./types.js").Item} Item
 */

const TEASER = 150;
const BEFORE_MATCH = 40;
const MAX_TERMS = 4;

/**
 * @param {Engine} engine
 * @param {Hit[]} hits best first
 * @returns {Item[][]} pages in the order of their best hit; in each, parts of the page as they rank, and the page.
 *   A part whose name was asked for comes first and alone, so that Enter leads to it and not to its page's top.
 */
export function groups(engine, hits) {
  const named = hits[0]?.name && engine.entries[hits[0].entry].url.includes("#");
  const asked = named ? [[item(engine, hits[0])]] : [];
  return [...asked, ...byPage(engine, named ? hits.slice(1) : hits)];
}

/** @param {Engine} engine @param {Hit[]} hits @returns {Item[][]} */
function byPage(engine, hits) {
  /** @type {Map<string, Item[]>} */
  const pages = new Map();
  for (const hit of hits) {
    const page = engine.entries[hit.entry].url.split("#")[0];
    pages.set(page, [...(pages.get(page) ?? []), item(engine, hit)]);
  }
  for (const [page, items] of pages)
    if (!items.some(({ location }) => location === page)) items.push(parent(engine, page));
  return [...pages.values()];
}

/** @param {Engine} engine @param {Hit} hit @returns {Item} */
function item(engine, { entry, score, name, words }) {
  const { url, title, other, tag } = engine.entries[entry];
  const spoken = words.filter((word) => word.length > 1);
  const translation = other && ` <span class="search-other" lang="${engine.other}">${escape(other)}</span>`;
  const terms = name ? [title.replace(/\(.*\)$/, ""), name] : spoken.slice(0, MAX_TERMS);
  return {
    location: url,
    title: escape(title) + translation,
    text: teaser(engine.texts[entry], name ? [name, ...spoken] : spoken),
    tags: tag ? [escape(tag)] : [],
    score,
    terms: Object.fromEntries(terms.map((term) => [term, true])),
  };
}

/** @param {Engine} engine @param {string} page @returns {Item} what only heads its parts */
function parent(engine, page) {
  const title = engine.entries.find(({ url }) => url === page)?.title ?? page;
  return { location: page, title: escape(title), text: "", score: 0, terms: {} };
}

/**
 * HTML of the passage that has most of the words, from its first match.
 * @param {string[]} texts @param {string[]} marked
 */
function teaser(texts, marked) {
  const text = richest(texts, marked);
  const pattern = new RegExp(marked.map(literally).join("|") || "(?!)", "gi");
  const at = Math.max(0, text.search(pattern));
  const start = at > BEFORE_MATCH ? text.lastIndexOf(" ", at - BEFORE_MATCH) + 1 : 0;
  const end = start + TEASER < text.length ? text.lastIndexOf(" ", start + TEASER) : text.length;
  return mark(text.slice(start, end > start ? end : start + TEASER), pattern);
}

/** @param {string[]} texts @param {string[]} words @returns {string} the one with most of the words, else the first */
function richest(texts, words) {
  const counts = texts.map((text) => words.filter((word) => unify(text).includes(unify(word))).length);
  return texts[counts.indexOf(Math.max(...counts))] ?? "";
}

/** @param {string} word @returns {string} a pattern; Latin letters match at the beginning of a word only */
function literally(word) {
  return (/^[a-z]/i.test(word) ? "\\b" : "") + word.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");
}

/** @param {string} text @param {RegExp} pattern */
function mark(text, pattern) {
  let html = "";
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    html += `${escape(text.slice(end, found.index))}<mark>${escape(found[0])}</mark>`;
    end = found.index + found[0].length;
  }
  return html + escape(text.slice(end));
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
