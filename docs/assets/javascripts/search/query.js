/**
 * What a reader may have meant by what was typed: as it stands, without the question around it, without its last
 * ending, as if typed on the other keyboard layout, and with letters instead of their names.
 * @module
 */
import { content, stems } from "./endings.js";
import { fromLetterNames, toHangul, toLatin } from "./layouts.js";
import { formOf } from "./names.js";
import { squeeze, unify, words } from "./normalise.js";

/** Longer input can't name anything here and would only cost time. */
export const MAX_LENGTH = 120;
const MAX_WORDS = 12;

/** How much each step away from the typed text costs. */
const SUBJECT_ONLY = 0.985;
const WITHOUT_ENDING = 0.975;
const OTHER_LAYOUT = 0.95;
const SPELT = 0.97;

/**
 * @typedef {object} Reading one understanding of the query
 * @property {number} weight
 * @property {string[]} words those that carry the subject
 * @property {import("./names.js").Form[]} forms the whole query as one name
 */

/**
 * @param {string} typed
 * @param {(word: string) => boolean} knows whether a word, or its beginning, occurs on the site
 * @returns {Reading[]} the most literal first; none for a query without letters and digits
 */
export function readings(typed, knows) {
  const query = typed.slice(0, MAX_LENGTH).trim();
  const other = query.replace(/\S+/g, (word) => otherLayout(word, knows));
  const spelt = query.replace(/\S+/g, (word) => spelling(word, knows));
  const texts = new Map([[query, 1]]);
  if (!texts.has(other)) texts.set(other, OTHER_LAYOUT);
  if (!texts.has(spelt)) texts.set(spelt, SPELT);
  return [...texts].map(([text, weight]) => reading(text, weight)).filter(({ words }) => words.length);
}

/** @param {string} query @param {number} weight @returns {Reading} */
function reading(query, weight) {
  const all = words(query).slice(0, MAX_WORDS);
  const subject = content(all);
  const before = subject.slice(0, -1).join("");
  const forms = new Map([[squeeze(query), weight]]);
  const propose = (/** @type {string} */ plain, /** @type {number} */ cost) =>
    forms.has(plain) || forms.set(plain, weight * cost);
  propose(subject.join(""), SUBJECT_ONLY);
  for (const stem of stems(subject.at(-1) ?? ""))
    if (before || stem.length > 1) propose(before + stem, WITHOUT_ENDING);
  return {
    weight,
    words: subject,
    forms: [...forms].map(([plain, formWeight]) => formOf(plain, formWeight)),
  };
}

/** @param {string} word @param {(word: string) => boolean} knows */
function spelling(word, knows) {
  return [word, ...stems(word)].map(fromLetterNames).find((letters) => letters && knows(letters)) ?? word;
}

/** @param {string} word @param {(word: string) => boolean} knows */
function otherLayout(word, knows) {
  const plain = squeeze(word);
  if (!plain || knows(plain)) return word;
  if (/^[a-z]+$/i.test(word)) return isTypable(toHangul(word)) ? toHangul(word) : word;
  const latin = toLatin(unify(word));
  return /[가-힣ㄱ-ㅣ]/.test(plain) && (/[ㅏ-ㅣ]/.test(plain) || words(latin).every(knows)) ? latin : word;
}

/** @param {string} hangul whether a Korean would have typed it: syllables, then consonants at most */
const isTypable = (hangul) =>
  /^[가-힣]+[ㄱ-ㅎ]*$|^[ㄱ-ㅎ]{4,}$/.test(hangul) || /^(?:[가-힣]+[ㄱ-ㅣ]?){2,}$/.test(hangul);
