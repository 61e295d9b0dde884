/**
 * Which entries a query names: all names of a language's entries, each compared with every form of the query.
 * Knows entries by their number only; how alike two names are is for names.js.
 * @module
 */
import { stems } from "./endings.js";
import { coverage, formOf, likeness, likenessOfKeys, nameOf, resemblance } from "./names.js";
import { squeeze } from "./normalise.js";
import { MAX_LENGTH } from "./query.js";

/**
 * @typedef {import("./names.js").Name} Name
 * @typedef {import("./names.js").Form} Form
 *
 * @typedef {object} Named
 * @property {number} score
 * @property {string} name the name that answers, "" for a claim or a name among other words
 */

/** How alike a name must be, in pairs of keys, to be suggested where nothing is found. */
const NEAR = 0.4;

/** Letters from which on a name is worth abbreviating. */
const LONG = 4;

/** What a name says among other words: so much, less by its share of what the query means, least for a single word. */
const WITHIN = 0.86;
const SEVERAL_WORDS = 0.6;

export class Names {
  /** @type {Name[]} */
  #names = [];
  /** @type {Map<string, Map<number, number>>} squeezed text → its entries, and how surely it means each */
  #claims = new Map();
  /** @type {Map<string, string>} squeezed name → its abbreviation */
  #short = new Map();
  /** @type {RegExp | undefined} any name that has an abbreviation, the longest first */
  #long;

  /**
   * A spelling that can be half typed, abbreviated or misspelt.
   * @param {number} entry @param {string} text @param {number} weight
   */
  add(entry, text, weight) {
    const name = nameOf(entry, text, weight);
    if (!name.plain) return;
    this.#names.push(name);
    this.claim(entry, text, weight);
  }

  /**
   * A text that means an entry only as it stands, alone or among other words.
   * @param {number} entry @param {string} text @param {number} sureness
   */
  claim(entry, text, sureness) {
    const plain = squeeze(text);
    const claims = this.#claims.get(plain) ?? new Map();
    this.#claims.set(plain, claims.set(entry, Math.max(sureness, claims.get(entry) ?? 0)));
  }

  /**
   * An abbreviation that may stand for a name, wherever it is part of a longer one.
   * @param {string} text @param {string} abbreviation
   */
  shorten(text, abbreviation) {
    const plain = squeeze(text);
    if (plain.length >= LONG) this.#short.set(plain, squeeze(abbreviation));
  }

  /** @param {string} plain squeezed text, no name itself @returns {string} it with abbreviations for names in it */
  abbreviate(plain) {
    if (this.#claims.has(plain)) return plain;
    const longest = (/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length;
    this.#long ??= new RegExp([...this.#short.keys()].sort(longest).join("|") || "(?!)", "g");
    return plain.replace(this.#long, (name) => this.#short.get(name) ?? name);
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

  /**
   * The entries with a name that the query has among other words.
   * @param {string[]} words of the query
   * @param {number[]} shares how much each of them means, 1 in all
   * @param {number} least weight of a name that counts
   * @returns {Map<number, Named>}
   */
  within(words, shares, least) {
    /** @type {Map<number, Named>} */
    const found = new Map();
    for (let start = 0; start < words.length; start++)
      for (let [end, before, share] = [start, "", 0]; end < words.length; end++) {
        share += shares[end];
        for (const word of [words[end], ...stems(words[end])])
          for (const [entry, sureness] of this.#claims.get(before + word) ?? [])
            if (sureness >= least)
              raise(found, entry, { score: sureness * WITHIN * share ** (before ? SEVERAL_WORDS : 1), name: "" });
        before += words[end];
      }
    return found;
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
