/**
 * Hangul as its keyboard sees it: syllables to two-set keystrokes and back, initial consonants, and the letters
 * that sound or look alike. Arithmetic of Unicode only; knows no word.
 * @module
 */

export const LEADS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
export const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
export const TAILS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

const FIRST_SYLLABLE = 0xac00;
const SYLLABLE = /[가-힣]/g;

/** Letters that take two keystrokes on the two-set keyboard. */
const PAIRS = Object.fromEntries(
  "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ"
    .split(" ")
    .map(([letter, ...keys]) => [letter, keys.join("")]),
);
const LETTERS = Object.fromEntries(Object.entries(PAIRS).map(([letter, keys]) => [keys, letter]));

/** A lead, a vowel of one or two keys, and a tail of one or two keys that no vowel follows. */
const TYPED_SYLLABLE =
  /([ㄱ-ㅎ])(ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])(?:(ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ])(?![ㅏ-ㅣ]))?/g;

/** @param {string} syllable @returns {[string, string, string]} its lead, vowel and tail ("" without one) */
function letters(syllable) {
  const code = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  return [LEADS[Math.floor(code / 588)], VOWELS[Math.floor(code / 28) % 21], TAILS[code % 28]];
}

/**
 * The keys that type a text; other characters stay. A prefix of this string is what a half-typed text looks like:
 * `keystrokes("값") === "ㄱㅏㅂㅅ"`, and `keystrokes("반돛")` begins `keystrokes("반도체")`.
 * @param {string} text
 * @returns {string}
 */
export function keystrokes(text) {
  return text
    .replace(SYLLABLE, (syllable) => letters(syllable).join(""))
    .replace(/[ㄱ-ㅣ]/g, (jamo) => PAIRS[jamo] ?? jamo);
}

/**
 * The text that typing these keys gives: `compose("ㅂㅏㄴㄷㅗㅊㅔ") === "반도체"`. The inverse of `keystrokes` for
 * every complete syllable.
 * @param {string} keys
 * @returns {string}
 */
export function compose(keys) {
  return keys.replace(TYPED_SYLLABLE, (_, lead, vowel, tail = "") =>
    String.fromCharCode(
      FIRST_SYLLABLE +
        LEADS.indexOf(lead) * 588 +
        VOWELS.indexOf(LETTERS[vowel] ?? vowel) * 28 +
        TAILS.indexOf(LETTERS[tail] ?? tail),
    ),
  );
}

/**
 * Initial consonants; other characters stay: `initials("AI 기본법") === "AI ㄱㅂㅂ"`.
 * @param {string} text
 * @returns {string}
 */
export function initials(text) {
  return text.replace(SYLLABLE, (syllable) => letters(syllable)[0]);
}

/**
 * Keystrokes with the letters that writers confuse made equal: ㅐ=ㅔ, tense=lax, ㅙ=ㅚ=ㅞ, and ㅈㅑ=ㅈㅏ.
 * @param {string} keys
 * @returns {string}
 */
export function fold(keys) {
  return keys
    .replace(/[ㄲㄸㅃㅆㅉㅐㅒㅖ]/g, (key) => "ㄱㄷㅂㅅㅈㅔㅔㅔ"["ㄲㄸㅃㅆㅉㅐㅒㅖ".indexOf(key)])
    .replace(/ㅗ[ㅔㅣ]/g, "ㅜㅔ")
    .replace(/([ㅈㅊ])([ㅑㅕㅛㅠ])/g, (_, lead, vowel) => lead + "ㅏㅓㅗㅜ"["ㅑㅕㅛㅠ".indexOf(vowel)]);
}
