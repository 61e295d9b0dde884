/** One form for what is written in many: the vectors shared with Python, and properties over any text. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { squeeze, unify, words } from "../../docs/assets/javascripts/search/normalise.js";
import fc from "./steady.mjs";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));
const anything = fc.string({ unit: "binary" });

for (const [text, plain] of vectors.squeeze)
  test(`${JSON.stringify(text)} squeezes to ${plain}`, () => assert.equal(squeeze(text), plain));

for (const [text, ...expected] of vectors.words)
  test(`the words of ${JSON.stringify(text)} are ${expected.join(", ")}`, () =>
    assert.deepEqual(words(text), expected));

test("what is unified stays as it is", () => {
  fc.assert(fc.property(anything, (text) => unify(unify(text)) === unify(text)));
});

test("composed and decomposed text unify to the same", () => {
  const hangul = fc.string({
    unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(fc.property(hangul, (text) => unify(text.normalize("NFD")) === text));
});

test("no lone surrogate is left", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })), (codes) =>
      unify(String.fromCharCode(...codes)).isWellFormed(),
    ),
  );
});

test("squeezing finds letters and digits only, words too, and both the same unless a particle was cut", () => {
  fc.assert(
    fc.property(anything, (text) => {
      assert.match(squeeze(text), /^[\p{L}\p{N}]*$/u);
      for (const word of words(text)) assert.match(word, /^[\p{L}\p{N}]+$/u);
    }),
  );
});
