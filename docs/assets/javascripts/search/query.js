/**
 * What a reader may have meant by what was typed: as it stands, without the question around it, without its last
 * ending, as if typed on the other keyboard layout, with letters instead of their names, and with what is usually
 * abbreviated as its abbreviation.
 * @module
 */
import { stems } from "./endings.js";
import { fromLetterNames, joinLetterNames, toHangul, toLatin } from "./layouts.js";
import { formOf } from "./names.js";
import { squeeze, words } from "./normalise.js";

/** Longer input can't name anything here and would only cost time. */
export const MAX_LENGTH = 120;
const MAX_WORDS = 12;

/** How much each step away from the typed text costs. */
const SUBJECT_ONLY = 0.985;
const WITHOUT_ENDING = 0.975;
const OTHER_LAYOUT = 0.95;
const SPELT = 0.97;

/**
 * @typedef {object} Site what is known of the words of the site
 * @property {(word: string) => boolean} knows whether a word, or its beginning, occurs
 * @property {(word: string) => boolean} has whether a word occurs as it stands
 * @property {Set<string>} asides words that say nothing of what is looked for
 * @property {(plain: string) => string} abbreviate puts abbreviations for the names inside a squeezed text
 *
 * @typedef {object} Reading one understanding of the query
 * @property {number} weight
 * @property {string[]} all its words, without what is denied
 * @property {string[]} words those that carry the subject
 * @property {import("./names.js").Form[]} forms the whole query as one name
 */

/**
 * @param {string} typed
 * @param {Site} site
 * @returns {Reading[]} the most literal first; none for a query without letters and digits
 */
export function readings(typed, site) {
  const query = typed.slice(0, MAX_LENGTH).trim();
  const other = otherLayout(query.normalize("NFC"), site);
  const spelt = joinLetterNames(query).replace(/\S+/g, (word) => spelling(word, site));
  const texts = new Map([[query, 1]]);
  if (!texts.has(other)) texts.set(other, OTHER_LAYOUT);
  if (!texts.has(spelt)) texts.set(spelt, SPELT);
  return [...texts].map(([text, weight]) => reading(text, weight, site)).filter(({ words }) => words.length);
}

/** @param {string} query @param {number} weight @param {Site} site @returns {Reading} */
function reading(query, weight, { asides, abbreviate }) {
  const all = affirmed(words(query).slice(0, MAX_WORDS), asides);
  const subject = content(all, asides);
  const named = all.slice(all.indexOf(subject[0]), all.lastIndexOf(subject[subject.length - 1]) + 1);
  const before = named.slice(0, -1).join("");
  const forms = new Map([[squeeze(query), weight]]);
  const propose = (/** @type {string} */ plain, /** @type {number} */ cost) =>
    forms.has(plain) || forms.set(plain, weight * cost);
  const whole = named.join("");
  for (const plain of [whole, subject.join("")]) {
    propose(plain, SUBJECT_ONLY);
    propose(abbreviate(plain), SPELT);
  }
  for (const stem of stems(named.at(-1) ?? ""))
    if (before || stem.length > 1) propose(before + stem, WITHOUT_ENDING);
  return {
    weight,
    all,
    words: subject,
    forms: [...forms].map(([plain, formWeight]) => formOf(plain, formWeight, plain === whole ? named : [])),
  };
}

/** Between what isn't meant and what is; in English the other way round, where little follows. */
const NOT = new Set(["말고", "아니고", "아니라", "아닌"]);
const FEW = 2;

/**
 * The words that carry the subject of a question; all of them where none does.
 * @param {string[]} words
 * @param {Set<string>} asides
 * @returns {string[]}
 */
export function content(words, asides) {
  const meant = words.filter((word) => !isAside(word, asides));
  return meant.length ? meant : words;
}

/** @param {string} word @param {Set<string>} asides @returns {boolean} however it is inflected, in Korean */
const isAside = (word, asides) =>
  asides.has(word) || (/[가-힣]/.test(word) && stems(word).some((stem) => asides.has(stem)));

/**
 * The words that are not denied.
 * @param {string[]} words
 * @param {Set<string>} asides
 * @returns {string[]}
 */
export function affirmed(words, asides) {
  const after = words.findLastIndex((word) => NOT.has(word)) + 1;
  if (after) return words.slice(after);
  const not = words.indexOf("not");
  const denied = not > 0 ? words.slice(not + 1) : [];
  const few = denied.length > 0 && denied.length <= FEW && !denied.some((word) => asides.has(word));
  return few ? words.slice(0, not) : words;
}

/** @param {string} word @param {Site} site */
function spelling(word, { knows }) {
  return [word, ...stems(word)].map(fromLetterNames).find((letters) => letters && knows(letters)) ?? word;
}

/** What is typed without changing the layout: an abbreviation, Latin letters with Shift here and there, Hangul. */
const RUN = /[A-Z]{2,}|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*(?:[A-Z](?![A-Za-z]))?|[A-Z]|[가-힣ㄱ-ㅣ]+/g;

/**
 * The query with what makes sense on the other layout only. Once a reader was on the wrong one, all but words of the
 * site count as typed there, too: `wo tncnf` is 재 수출.
 * @param {string} query @param {Site} site
 */
function otherLayout(query, { knows, has }) {
  const convert = (/** @type {string} */ run, /** @type {boolean} */ wrong) => {
    if (!isLatin(run)) return toKnownLatin(run, { knows, has }, wrong);
    const keep = wrong ? run.length > 1 && has(run.toLowerCase()) : knows(run.toLowerCase());
    return !keep && (wrong || isTypable(run)) ? toHangul(run) : run;
  };
  const once = query.replace(RUN, (run) => convert(run, false));
  return once === query ? query : query.replace(RUN, (run) => convert(run, true));
}

const isLatin = (/** @type {string} */ run) => /^[a-z]/i.test(run);

/**
 * @param {string} run of Hangul
 * @param {Pick<Site, "knows" | "has">} site
 * @param {boolean} wrong whether others were on the wrong layout
 */
function toKnownLatin(run, { knows, has }, wrong) {
  if (knows(run) && (run.length > 1 || has(run) || !has(toLatin(run)))) return run;
  const meant = [run, ...stems(run)].map(toLatin).find(knows);
  return meant ?? (/[ㅏ-ㅣ]|[ㄱ-ㅎ][가-힣]/.test(run) || (wrong && !/^[가-힣]+$/.test(run)) ? toLatin(run) : run);
}

/** @param {string} run whether a Korean would have typed it: consonants only, or syllables with few letters astray */
function isTypable(run) {
  const hangul = toHangul(run);
  const astray = hangul.replace(/[가-힣]/g, "");
  return /^[가-힣]+[ㄱ-ㅎ]*$|^[ㄱ-ㅎ]{3,}$/.test(hangul) || (hangul !== astray && astray.length <= run.length / 4);
}
