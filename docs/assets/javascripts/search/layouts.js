/**
 * Text in the letters of the other language: typed while the keyboard was set to it (two-set Hangul and QWERTY, both
 * ways), or Latin letters written as they are called in Korean. Converts only; whether the result means anything is
 * for the caller to find out.
 * @module
 */
import { compose, keystrokes } from "./hangul.js";

const HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
const LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP";

/**
 * `toHangul("ghksrkr") === "환각"`. Capitals count as Shift (`R` is ㄲ) unless all are capitals.
 * @param {string} text
 * @returns {string}
 */
export function toHangul(text) {
  const typed = text === text.toUpperCase() ? text.toLowerCase() : text;
  return compose(typed.replace(/[a-z]/gi, (key) => hangulKey(key) || hangulKey(key.toLowerCase())));
}

/** @param {string} key */
const hangulKey = (key) => HANGUL.charAt(LATIN.indexOf(key));

/**
 * `toLatin("ㅗㅠㅡ") === "hbm"`; always in small letters.
 * @param {string} text
 * @returns {string}
 */
export function toLatin(text) {
  return keystrokes(text)
    .replace(/[ㄱ-ㅣ]/g, (key) => LATIN.charAt(HANGUL.indexOf(key)))
    .toLowerCase();
}

/** A name that begins another stands behind it. */
const LETTER_NAMES = Object.fromEntries(
  "에이치h 에치h 에이a 비b 씨c 시c 디d 이e 에프f 지트z 지g 아이i 제이j 케이k 엘l 엠m 엔n 오o 피p 큐q 알r 아르r 에스s 티t 유u 브이v 더블유w 엑스x 와이y 제트z"
    .split(" ")
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);
const LETTER_NAME = new RegExp(Object.keys(LETTER_NAMES).join("|"), "g");
const SPACED = new RegExp(`(?<!\\S)(?:(?:${LETTER_NAME.source})\\s+)+(?:${LETTER_NAME.source})(?!\\S)`, "g");
const LETTERS_ONLY = new RegExp(`^(?:${LETTER_NAME.source}){2,}$`);

/**
 * `fromLetterNames("에이치비엠") === "hbm"`; "" for a word that isn't made of names of letters.
 * @param {string} word
 * @returns {string}
 */
export function fromLetterNames(word) {
  return LETTERS_ONLY.test(word) ? word.replace(LETTER_NAME, (name) => LETTER_NAMES[name]) : "";
}

/**
 * `joinLetterNames("에이치 비 엠 공급") === "에이치비엠 공급"`.
 * @param {string} text
 * @returns {string}
 */
export function joinLetterNames(text) {
  return text.replace(SPACED, (names) => names.replace(/\s+/g, ""));
}
