/**
 * Spelling that doesn't matter, taken away: the same text in any encoding, case or punctuation gets one form.
 * Knows characters only; nothing of Korean grammar, packs or ranking.
 * @module
 */
import { LEADS, TAILS, VOWELS } from "./hangul.js";
import { isParticle } from "./endings.js";

/** Compatibility jamo, as keyboards type them. NFKC would turn them into conjoining jamo, which no keyboard types. */
const NOT_COMPATIBILITY_JAMO = /[^\u3131-\u318e]+/g;

/**
 * One form for what is encoded in many: NFKC, lower case, no accents, no invisible characters; a jamo without
 * partner becomes a compatibility letter, and the old vowel ㆍ the middle dot that writers use it for.
 * @param {string} text
 * @returns {string}
 */
export function unify(text) {
  return text
    .replace(/[\ud800-\udfff]+/g, wellFormed)
    .replace(NOT_COMPATIBILITY_JAMO, (part) => part.normalize("NFKC"))
    .replace(/[\u318d\u119e]/g, "·")
    .toLowerCase()
    .replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]/g, compatibility)
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD")[0])
    .replace(/[\p{M}\p{Cf}]/gu, "");
}

/** @param {string} surrogates */
function wellFormed(surrogates) {
  return surrogates.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, " ");
}

/** @param {string} jamo a conjoining jamo */
function compatibility(jamo) {
  const code = jamo.charCodeAt(0);
  if (code < 0x1161) return LEADS[code - 0x1100];
  return code < 0x11a8 ? VOWELS[code - 0x1161] : TAILS[code - 0x11a7];
}

/**
 * Letters and digits only: what two spellings of one name share. `squeeze("AI-ISAC") === "aiisac"`.
 * @param {string} text
 * @returns {string}
 */
export function squeeze(text) {
  return unify(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The words of a text, cut also where Hangul meets Latin letters or digits; a particle behind such a border is
 * dropped: `words("HBM은 제14320호") → ["hbm", "제", "14320", "호"]`.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const found = [];
  for (const run of unify(text)
    .replace(/['’]s\b/g, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [])
    for (const [index, word] of (run.match(/[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]+/g) ?? []).entries())
      if (!index || !isParticle(word)) found.push(word);
  return found;
}
