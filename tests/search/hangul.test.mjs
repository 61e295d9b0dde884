/** Hangul arithmetic and layouts against es-hangul over all 11,172 syllables, and as properties. */
import assert from "node:assert/strict";
import test from "node:test";
import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from "es-hangul";
import fc from "fast-check";
import { compose, fold, initials, keystrokes } from "../../docs/assets/javascripts/search/hangul.js";
import { fromLetterNames, toHangul, toLatin } from "../../docs/assets/javascripts/search/layouts.js";

const SYLLABLES = Array.from({ length: 11172 }, (_, i) => String.fromCharCode(0xac00 + i));
const hangul = fc.array(fc.constantFrom(...SYLLABLES)).map((syllables) => syllables.join(""));

test("keystrokes of every syllable are those of es-hangul", () => {
  for (const syllable of SYLLABLES) assert.equal(keystrokes(syllable), disassemble(syllable));
});

test("initial consonants of every syllable are those of es-hangul", () => {
  for (const syllable of SYLLABLES) assert.equal(initials(syllable), getChoseong(syllable));
});

test("typing the keystrokes of every syllable gives the syllable", () => {
  for (const syllable of SYLLABLES) assert.equal(compose(keystrokes(syllable)), syllable);
});

test("every syllable typed on the Latin layout comes back, as in es-hangul", () => {
  for (const syllable of SYLLABLES) {
    const typed = convertHangulToQwerty(syllable);
    assert.equal(toLatin(syllable), typed.toLowerCase());
    assert.equal(
      toHangul(typed),
      typed === typed.toUpperCase() ? toHangul(typed.toLowerCase()) : convertQwertyToHangul(typed),
    );
  }
});

test("composing is the inverse of taking apart, in any text", () => {
  fc.assert(fc.property(hangul, (text) => compose(keystrokes(text)) === text));
});

test("a text in the making has keystrokes that begin those of the finished text", () => {
  fc.assert(
    fc.property(hangul, fc.nat(), (text, at) => {
      const keys = keystrokes(text);
      const half = compose(keys.slice(0, at % (keys.length + 1)));
      return keys.startsWith(keystrokes(half));
    }),
  );
});

test("folding twice folds no further", () => {
  fc.assert(fc.property(hangul, (text) => fold(fold(keystrokes(text))) === fold(keystrokes(text))));
});

for (const [one, other] of [
  ["데이타 세트", "대이타 새트"],
  ["왜국", "외국"],
  ["쥬스", "주스"],
  ["짜장", "자장"],
  ["쩨", "재"],
])
  test(`${one} and ${other} fold to the same keys`, () =>
    assert.equal(fold(keystrokes(one)), fold(keystrokes(other))));

for (const [letters, word] of [
  ["hbm", "에이치비엠"],
  ["fdpr", "에프디피알"],
  ["", "에너지"],
  ["", "피"],
])
  test(`the letters named by ${word} are ${letters || "none"}`, () =>
    assert.equal(fromLetterNames(word), letters));
