/**
 * Finds entries by what they are called: every name against the whole query, no index. A few thousand cheap string
 * tests per key press beat any structure that would have to foresee what readers mistype.
 * @module
 */
import { distance, letterSet, outOfReach, tolerance } from "./distance.js";
import { fold, initials, keystrokes, LEADS } from "./hangul.js";
import { squeeze } from "./normalise.js";

/**
 * @typedef {object} Name one spelling of one entry
 * @property {number} entry
 * @property {string} text as it is shown
 * @property {number} weight 1 for the title, less for spellings that are less sure
 * @property {string} plain letters and digits
 * @property {number[]} starts where its words begin in `plain`, the first excepted
 * @property {string[]} tails keystrokes from the beginning, then from each of `starts`
 * @property {string} folded
 * @property {number} letters which keystrokes it has
 * @property {string} leads its initial consonants, folded
 */

/**
 * @typedef {object} Form the whole query, spelled one way
 * @property {string} plain
 * @property {string} keys
 * @property {string} folded
 * @property {number} letters
 * @property {number} weight how far the form is from what was typed
 * @property {RegExp | null} initials what its consonants stand for
 * @property {string[]} words keystrokes of its words where there are several
 */

/** Marks for how a name answers a query, best first. Each is the least; the covered share of the name adds up to 0.12. */
const EQUAL = 1;
const SOUNDS_EQUAL = 0.95;
const INITIALS_EQUAL = 0.93;
const BEGINS = 0.8;
const INITIALS_BEGIN = 0.78;
const WORD_BEGINS = 0.7;
const INITIALS_WORD = 0.66;
const INSIDE = 0.6;
const INITIALS_INSIDE = 0.5;
const MISSPELT = 0.9;
const MISSPELT_BEGINNING = 0.68;
const COVERED = 0.12;
const INITIALS_MISSPELT = 0.7;
/** Fewest initials of which one may be wrong. */
const INITIALS = 5;

/**
 * @param {number} entry
 * @param {string} text
 * @param {number} weight
 * @returns {Name}
 */
export function nameOf(entry, text, weight) {
  const plain = squeeze(text);
  const starts = wordStarts(text);
  const tails = [0, ...starts].map((start) => keystrokes(plain.slice(start)));
  const folded = fold(tails[0]);
  const leads = fold(initials(plain));
  return { entry, text, weight, plain, starts, tails, folded, letters: letterSet(folded), leads };
}

/** @param {string} text */
function wordStarts(text) {
  let end = 0;
  return text
    .split(/[\s·/(),.:-]+/)
    .map((part) => (end += squeeze(part).length))
    .slice(0, -1);
}

/**
 * @param {string} plain squeezed text
 * @param {number} weight
 * @param {string[]} [words] those it is made of
 * @returns {Form}
 */
export function formOf(plain, weight, words = []) {
  const keys = keystrokes(plain);
  const folded = fold(keys);
  return { plain, keys, folded, letters: letterSet(folded), weight, initials: initialsPattern(plain), words: words.map(keystrokes) };
}

/**
 * Matches where each lone consonant is read as any syllable that begins with it: `수출ㅌㅈ` finds 수출통제.
 * @param {string} plain
 * @returns {RegExp | null} null where no consonant stands alone
 */
function initialsPattern(plain) {
  const text = keystrokes(plain.match(/[ㄱ-ㅎ]+/g)?.join("") ?? "");
  if (!text || plain.length < 2 || /[ㅏ-ㅣ]/.test(plain)) return null;
  const source = plain.replace(/[ㄱ-ㅎ]/g, (jamo) => keystrokes(jamo).replace(/./g, syllablesWith));
  return new RegExp(source, "u");
}

/** @param {string} lead */
function syllablesWith(lead) {
  const first = 0xac00 + LEADS.indexOf(lead) * 588;
  return `[${lead}${String.fromCharCode(first)}-${String.fromCharCode(first + 587)}]`;
}

/**
 * How well a name answers a form of the query without any misspelling, 0 to 1.
 * @param {Form} form
 * @param {Name} name
 * @returns {number}
 */
export function likeness(form, name) {
  if (form.plain === name.plain) return EQUAL;
  const share = COVERED * Math.min(1, form.keys.length / name.tails[0].length);
  return Math.max(typed(form, name, share), form.initials ? abbreviated(form.initials, name) : 0);
}

/** @param {Form} form @param {Name} name @param {number} share */
function typed(form, name, share) {
  if (form.folded === name.folded) return SOUNDS_EQUAL;
  if (form.keys.length < 2) return 0;
  const tail = name.tails.findIndex((keys) => keys.startsWith(form.keys));
  if (tail >= 0) return (tail ? WORD_BEGINS : BEGINS) + share;
  const inside = form.plain.length > 1 && name.plain.includes(form.plain);
  return inside || (form.words.length > 1 && shortened(form.words, name.tails)) ? INSIDE + share : 0;
}

/** @param {string[]} words @param {string[]} tails @returns {boolean} whether each word begins one of the name, in order: sec 232 */
function shortened(words, tails) {
  let at = -1;
  return words.every((word) => {
    at = tails.findIndex((keys, place) => place > at && keys.startsWith(word));
    return at >= 0;
  });
}

/** @param {RegExp} pattern @param {Name} name */
function abbreviated(pattern, name) {
  const found = pattern.exec(name.plain);
  if (!found) return 0;
  const share = found[0].length / name.plain.length;
  if (share === 1) return INITIALS_EQUAL;
  const mark = !found.index
    ? INITIALS_BEGIN
    : name.starts.includes(found.index)
      ? INITIALS_WORD
      : INITIALS_INSIDE;
  return mark + COVERED * share;
}

/**
 * How well a name answers a form of the query that may be misspelt, 0 to 1.
 * @param {Form} form
 * @param {Name} name
 * @returns {number}
 */
export function resemblance(form, name) {
  const keys = form.keys.length;
  if (form.initials && !/[가-힣]/.test(form.plain)) return misspeltInitials(form, name);
  const limit = tolerance(keys);
  if (!limit || name.folded.length < keys - limit || outOfReach(form.letters, name.letters, limit)) return 0;
  const { whole, prefix } = distance(form.folded, name.folded, limit);
  if (whole <= limit) return MISSPELT - whole / keys;
  return prefix < limit ? MISSPELT_BEGINNING - prefix / keys / 2 : 0;
}

/** @param {Form} form @param {Name} name */
function misspeltInitials({ folded }, { leads }) {
  return folded.length >= INITIALS && distance(folded, leads, 1).whole === 1 ? INITIALS_MISSPELT : 0;
}

/**
 * How alike two strings of keys are in any part, 0 to 1: the share of pairs of neighbours that both have (Dice).
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
export function likenessOfKeys(one, other) {
  const pairs = new Set(Array.from({ length: Math.max(0, one.length - 1) }, (_, i) => one.slice(i, i + 2)));
  let common = 0;
  for (let i = 1; i < other.length; i++) if (pairs.delete(other.slice(i - 1, i + 1))) common++;
  return (2 * common) / Math.max(1, one.length + other.length - 2);
}

/**
 * The share of a name that is made of these words, 0 to 1.
 * @param {Name} name
 * @param {string[]} found
 * @returns {number}
 */
export function coverage(name, found) {
  let rest = name.plain;
  for (const word of found) rest = rest.replace(word, "");
  return 1 - rest.length / (name.plain.length || 1);
}
