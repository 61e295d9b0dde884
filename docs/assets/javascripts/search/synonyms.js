/**
 * Words that mean the same: which groups of them a typed word belongs to, however it is inflected. Knows words only,
 * not where they stand; the groups come with the texts (data/synonyms.yml).
 * @module
 */
import { stems } from "./endings.js";
import { keystrokes } from "./hangul.js";

/** The end of a Korean verb's basic form. */
const VERB = /(?<=[가-힣])다$/;

/** What follows the stem of a Korean verb, in keystrokes; ㄴ, ㄹ, ㅁ and ㅆ end the stem's own syllable. */
const AFTER_VOWEL = "(?:$|ㅆ[ㄷㄴㅇ]|ㅅㅓ|ㄷㅗ$|ㅇㅑ|ㅈ[ㅜㅣㅕ]|ㄴㅐ|ㅂㅗ)";
const ENDING = `(?:[ㄴㄹㅁ]?$|ㄴㅡㄴ|ㄱ[ㅗㅣㅔㅓ]|ㅈ[ㅣㅏ]|ㄷ[ㅏㅓ]|ㄷㅗㄹㅗㄱ|ㅇㅡ[ㄴㄹㅁ]|ㅇ[ㅏㅓ]${AFTER_VOWEL}|ㄹ?ㅁㅕㄴ|ㄹㅕ|ㄴ[ㅏㅣㄷ]|ㅅㅡㅂ|ㅂㄴㅣ|${AFTER_VOWEL})`;

/** How the last letter of a stem changes before endings: 훔치다 훔쳐, 모으다 모아, 짓다 지어, 걷다 걸어, 돕다 도와, 팔다 파는. */
const CHANGES = /** @type {[RegExp, string][]} */ ([
  [/ㄹㅡ$/, "(?:ㄹㅡ|ㄹㄹ[ㅏㅓ])"],
  [/ㅣ$/, "[ㅣㅕ]"],
  [/ㅡ$/, "[ㅡㅏㅓ]"],
  [/ㅜ$/, "ㅜㅓ?"],
  [/ㅗ$/, "ㅗㅏ?"],
  [/ㅅ$/, "(?:ㅅ|(?=ㅇ[ㅡㅏㅓ]))"],
  [/ㄷ$/, "(?:ㄷ|ㄹ(?=ㅇ[ㅡㅏㅓ]))"],
  [/ㅂ$/, "(?:ㅂ|ㅇㅜ|ㅇㅗㅏ|ㅇㅝ)"],
  [/ㄹ$/, "(?:ㄹ|(?=[ㄴㅂㅅ]))"],
]);

export class Synonyms {
  /** @type {Map<string, Set<string>>} a word → those that mean the same */
  #same = new Map();
  /** @type {[RegExp, Set<string>][]} */
  #verbs = [];

  /** @param {string[][]} groups */
  constructor(groups) {
    for (const group of groups)
      for (const word of group) {
        const known = this.#same.get(word) ?? new Set();
        for (const other of group) if (other !== word) known.add(other);
        this.#same.set(word, known);
      }
    for (const [word, others] of this.#same)
      if (VERB.test(word)) this.#verbs.push([conjugated(word), others]);
  }

  /**
   * @param {string} word as it was typed
   * @returns {Set<string>} words that mean the same; the stem stands for a verb
   */
  of(word) {
    const keys = keystrokes(word);
    const groups = [
      ...basicForms(word).map((form) => this.#same.get(form) ?? []),
      ...this.#verbs.filter(([verb]) => verb.test(keys)).map(([, others]) => others),
    ];
    return new Set(groups.flatMap((others) => [...others]).map((other) => other.replace(VERB, "")));
  }
}

/** @param {string} verb its basic form, with 다 @returns {RegExp} its forms in keystrokes */
function conjugated(verb) {
  const stem = keystrokes(verb.slice(0, -1));
  const [last, changed] = CHANGES.find(([letter]) => letter.test(stem)) ?? [/$/, ""];
  return new RegExp(`^${stem.replace(last, changed)}${ENDING}`);
}

/**
 * A word and what it may be a form of: closing, clos, close; factories, factory; stopped, stop.
 * @param {string} word
 */
function basicForms(word) {
  if (!/^[a-z]/.test(word)) return [word, ...stems(word)];
  const cut = stems(word).filter((stem) => stem.length > 2);
  return [word, word.replace(/ies$/, "y"), ...cut.flatMap((stem) => [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")])];
}
