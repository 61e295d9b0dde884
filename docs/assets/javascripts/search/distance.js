/**
 * Edit distance with a bound. Knows strings only.
 * @module
 */

/**
 * Fewest insertions, deletions, substitutions and swaps of neighbours (no part edited twice: optimal string
 * alignment) that turn `typed` into `name`, and into the nearest beginning of `name`. Anything beyond `limit`
 * counts as `limit + 1`.
 * @param {string} typed
 * @param {string} name
 * @param {number} limit
 * @returns {{ whole: number, prefix: number }}
 */
export function distance(typed, name, limit) {
  const beyond = limit + 1;
  const width = name.length + 1;
  let [before, last, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  for (let j = 0; j < width; j++) last[j] = Math.min(j, beyond);
  for (let i = 1; i <= typed.length; i++) {
    row.fill(beyond);
    if (i <= limit) row[0] = i;
    const end = Math.min(name.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= end; j++)
      row[j] = Math.min(beyond, cheapest(typed, name, i, j, before, last, row));
    if (least(row) > limit) return { whole: beyond, prefix: beyond };
    [before, last, row] = [last, row, before];
  }
  return { whole: last[name.length], prefix: least(last) };
}

/**
 * @param {string} typed @param {string} name @param {number} i @param {number} j
 * @param {Uint8Array} before @param {Uint8Array} last @param {Uint8Array} row
 */
function cheapest(typed, name, i, j, before, last, row) {
  const same = typed[i - 1] === name[j - 1];
  const cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
  return swapped ? Math.min(cost, before[j - 2] + 1) : cost;
}

/** @param {Uint8Array} row */
function least(row) {
  let found = row[0];
  for (const value of row) if (value < found) found = value;
  return found;
}

/**
 * Which letters a string has, as a set of 32 bits: enough to rule out most comparisons before they are made.
 * @param {string} text
 * @returns {number}
 */
export function letterSet(text) {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

/**
 * Whether more letters are missing than edits could bring in.
 * @param {number} typed letter set
 * @param {number} name letter set
 * @param {number} limit
 * @returns {boolean}
 */
export function outOfReach(typed, name, limit) {
  let missing = typed & ~name;
  for (let count = 0; missing; missing &= missing - 1) if (++count > limit) return true;
  return false;
}

/**
 * How many edits a typed string of so many keys may need and still be a misspelling, not another word.
 * @param {number} keys
 * @returns {number}
 */
export function tolerance(keys) {
  return [5, 8, 11, 16].filter((length) => keys >= length).length;
}
