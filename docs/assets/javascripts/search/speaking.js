/**
 * Which entries speak of a query: for each the share of the query, weighted by how much its words mean, that the
 * entry's names, keywords and texts explain.
 * @module
 */

/**
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./vocabulary.js").Strengths} Strengths
 *
 * @typedef {object} Spoken
 * @property {number} score
 * @property {number} covered the share of the query that the entry speaks of
 * @property {number} known how much the words mean that the entry speaks of
 * @property {string[]} words of the query that the entry speaks of, as they are indexed
 */

/**
 * @param {Vocabulary} vocabulary
 * @param {string[]} words
 * @returns {Map<number, Spoken>}
 */
export function speaking(vocabulary, words) {
  const parts = [...new Set(words.flatMap((word) => vocabulary.split(word)))];
  const answers = parts.map((word) => vocabulary.find(word));
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  /** @type {Map<number, Spoken>} */
  const found = new Map();
  for (const [place, { entries, base, weight, sure }] of answers.entries()) {
    const share = weight / total;
    for (const [entry, strength] of withNeighbours(vocabulary, parts, place, entries)) {
      const spoken = found.get(entry) ?? { score: 0, covered: 0, known: 0, words: [] };
      spoken.score += share * strength;
      spoken.covered += share * sure;
      spoken.known += weight * sure * strength;
      spoken.words.push(base);
      found.set(entry, spoken);
    }
  }
  return found;
}

/**
 * Two words that the site writes as one count as that one: 데이터 센터.
 * @param {Vocabulary} vocabulary @param {string[]} parts @param {number} place @param {Strengths} entries
 */
function withNeighbours(vocabulary, parts, place, entries) {
  const found = new Map(entries);
  for (const start of [place - 1, place]) {
    const joined = start >= 0 && start + 1 < parts.length ? parts[start] + parts[start + 1] : "";
    if (!joined || !vocabulary.knows(joined)) continue;
    for (const [entry, strength] of vocabulary.find(joined).entries)
      found.set(entry, Math.max(strength, found.get(entry) ?? 0));
  }
  return found;
}
