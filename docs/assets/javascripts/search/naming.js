/**
 * Which entries a query names: all names of a language's entries, each compared with every form of the query.
 * Knows entries by their number only; how alike two names are is for names.js.
 * @module
 */
import { coverage, formOf, likeness, likenessOfKeys, nameOf, resemblance } from "./names.js";
import { squeeze } from "./normalise.js";
import { MAX_LENGTH } from "./query.js";

/**
 * @typedef {import("./names.js").Name} Name
 * @typedef {import("./names.js").Form} Form
 *
 * @typedef {object} Named
 * @property {number} score
 * @property {string} name the name that answers, "" for a claim
 */

/** How alike a name must be, in pairs of keys, to be suggested where nothing is found. */
const NEAR = 0.4;

export class Names {
  /** @type {Name[]} */
  #names = [];
  /** @type {Map<string, Map<number, number>>} squeezed text → its entries, and how surely it means each */
  #claims = new Map();

  /**
   * A spelling that can be half typed, abbreviated or misspelt.
   * @param {number} entry @param {string} text @param {number} weight
   */
  add(entry, text, weight) {
    const name = nameOf(entry, text, weight);
    if (name.plain) this.#names.push(name);
  }

  /**
   * A text that means an entry only as it stands.
   * @param {number} entry @param {string} text @param {number} sureness
   */
  claim(entry, text, sureness) {
    const plain = squeeze(text);
    this.#claims.set(plain, (this.#claims.get(plain) ?? new Map()).set(entry, sureness));
  }

  /**
   * The entries that are spelled like the query.
   * @param {Form[]} forms
   * @returns {Map<number, Named>}
   */
  spelled(forms) {
    const found = this.#compare(forms, likeness);
    for (const { plain, weight } of forms)
      for (const [entry, sureness] of this.#claims.get(plain) ?? [])
        raise(found, entry, { score: sureness * weight, name: "" });
    return found;
  }

  /**
   * The entries of whose names the query may be a misspelling.
   * @param {Form[]} forms
   * @returns {Map<number, Named>}
   */
  misspelt(forms) {
    return this.#compare(forms, resemblance);
  }

  /** @param {Form[]} forms @param {typeof likeness} compare */
  #compare(forms, compare) {
    /** @type {Map<number, Named>} */
    const found = new Map();
    for (const form of forms)
      for (const name of this.#names) {
        const score = compare(form, name) * form.weight * name.weight;
        if (score) raise(found, name.entry, { score, name: name.text });
      }
    return found;
  }

  /**
   * For each entry the share of its best name that words make up.
   * @param {Map<number, string[]>} words those found for each entry
   * @param {number} least weight of a name that counts
   * @returns {Map<number, number>}
   */
  made(words, least) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const name of this.#names) {
      const spoken = name.weight >= least && words.get(name.entry);
      if (spoken) found.set(name.entry, Math.max(found.get(name.entry) ?? 0, coverage(name, spoken)));
    }
    return found;
  }

  /**
   * The entries whose names look most like a query that finds nothing, the nearest first.
   * @param {string} query
   * @returns {number[]}
   */
  nearest(query) {
    const keys = formOf(squeeze(query.slice(0, MAX_LENGTH)), 1).folded;
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { entry, folded } of this.#names)
      best.set(entry, Math.max(best.get(entry) ?? 0, likenessOfKeys(keys, folded)));
    const near = [...best].filter(([, likeness]) => likeness >= NEAR);
    return near.sort((a, b) => b[1] - a[1]).map(([entry]) => entry);
  }
}

/**
 * Keep the better of two answers.
 * @param {Map<number, Named>} found @param {number} entry @param {Named} named
 */
export function raise(found, entry, named) {
  if (named.score > (found.get(entry)?.score ?? 0)) found.set(entry, named);
}
