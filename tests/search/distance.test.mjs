/** The bounded distance against a brute-force oracle: optimal string alignment by its definition. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { distance, letterSet, outOfReach, tolerance } from "../../docs/assets/javascripts/search/distance.js";

/** @param {string} a @param {string} b @returns {number} */
function oracle(a, b) {
  if (!a || !b) return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return oracle(restA, restB);
  const swap = a.length > 1 && a[0] === b[1] && a[1] === b[0] ? oracle(a.slice(2), b.slice(2)) : Infinity;
  return 1 + Math.min(oracle(restA, b), oracle(a, restB), oracle(restA, restB), swap);
}

const beginnings = (/** @type {string} */ text) =>
  Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));
const short = fc.string({ unit: fc.constantFrom("a", "b", "c", "ㄱ"), maxLength: 7 });
const limit = fc.integer({ min: 0, max: 3 });

test("the distance to the whole name is the oracle's, up to the limit", () => {
  fc.assert(
    fc.property(short, short, limit, (a, b, k) => distance(a, b, k).whole === Math.min(k + 1, oracle(a, b))),
  );
});

test("the distance to a beginning is the least over all beginnings, up to the limit", () => {
  fc.assert(
    fc.property(short, short, limit, (a, b, k) => {
      const least = Math.min(...beginnings(b).map((beginning) => oracle(a, beginning)));
      return distance(a, b, k).prefix === Math.min(k + 1, least);
    }),
  );
});

test("what the letters rule out is beyond the limit", () => {
  fc.assert(
    fc.property(
      short,
      short,
      limit,
      (a, b, k) => !outOfReach(letterSet(a), letterSet(b), k) || oracle(a, b) > k,
    ),
  );
});

test("short words have to be spelled right", () => {
  assert.deepEqual([1, 4, 5, 7, 8, 10, 11, 15, 16, 40].map(tolerance), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
});
