/**
 * Ranks the entries of one language for a query: by their names, by the words written about them, or both.
 * Knows packs as data; nothing of how they are fetched or how results look.
 * @module
 */
import { Names, raise } from "./naming.js";
import { words } from "./normalise.js";
import { readings } from "./query.js";
import { speaking } from "./speaking.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * @typedef {import("./types.js").Pack} Pack
 * @typedef {import("./types.js").Entry} Entry
 * @typedef {import("./types.js").Texts} Texts
 * @typedef {import("./query.js").Reading} Reading
 * @typedef {import("./naming.js").Named} Named
 * @typedef {import("./speaking.js").Spoken} Spoken
 *
 * @typedef {object} Hit
 * @property {number} entry
 * @property {number} score
 * @property {string} name the name that answers, "" where only words do
 * @property {string[]} words those of the query that the entry speaks of
 */

/** How much a spelling says about an entry, and how much a word does by where it stands. */
const TITLE = 1;
const OTHER_TITLE = 0.995;
const NAME = 0.99;
const HIDDEN = 0.98;
const KEYWORD = 0.95;
const TEXT = 0.8;
const TAG = 0.6;
const ABBREVIATION = /^[A-Z]{2,6}$/;

/** What a name that several entries claim adds for the first of them; half as much for the second, and so on. */
const AMBIGUOUS = 0.1;

/** A misspelling is doubtful where something is spelled right: no guess at all, or one that counts less. */
const RIGHT = 0.75;
const DOUBT = 0.75;

/** Words against names; how much the weaker evidence adds, and words that make up a whole name. */
const WORDS = 0.86;
const BOTH = 0.05;
const MADE_OF = 0.12;

/**
 * A query is about this site if an entry speaks of this share of it (a larger one for one of several words, a lesser
 * one for three of them), or of two words that mean this much, or has a name like it, or has a name in it that makes
 * up the least share. Then everything is shown that comes this close to the best.
 */
const SPOKEN_OF = 0.53;
const SPOKEN_OF_ONCE = 0.7;
const SPOKEN_OF_MUCH = 0.38;
const LIKE_A_NAME = 0.6;
const NAMED_IN_PASSING = 0.26;
const KNOWN = 5;
const CLOSE = 0.4;
const MAX_HITS = 30;

/** Terms come before sections before the rest where the evidence is equal. */
const PREFERENCE = /** @type {Record<string, number>} */ ({
  term: 0.03,
  section: 0.02,
  action: 0.01,
  impact: 0.01,
  strategy: 0.01,
  event: -0.12,
});

export class Engine {
  /** @type {Entry[]} */
  entries;
  /** @type {string[][]} what is written about each entry, its lead first */
  texts;
  #names = new Names();
  #vocabulary = new Vocabulary();
  /** @type {import("./query.js").Site} */
  #site;

  /** @param {Pack} pack */
  constructor({ entries, other, ambiguous, asides }) {
    this.entries = entries;
    this.other = other;
    this.texts = entries.map(({ lead }) => (lead ? [lead] : []));
    for (const [number, entry] of entries.entries()) this.#addNames(number, entry);
    for (const { name, of } of ambiguous)
      for (const [place, entry] of of.entries())
        this.#names.claim(entry, name, TITLE + AMBIGUOUS / (place + 1));
    this.#site = {
      knows: (word) => this.#vocabulary.knows(word),
      has: (word) => this.#vocabulary.has(word),
      asides: new Set(asides),
      abbreviate: (plain) => this.#names.abbreviate(plain),
    };
    this.#readTexts();
  }

  /** @param {number} number @param {Entry} entry */
  #addNames(number, { kind, title, other, names, hidden, tag }) {
    /** @type {[string, number][]} */
    const spelled = [
      [title, TITLE],
      [other, OTHER_TITLE],
    ];
    for (const name of names) spelled.push([name, NAME]);
    for (const name of hidden) spelled.push([name, HIDDEN]);
    for (const [text, weight] of spelled) this.#names.add(number, text, weight);
    const abbreviation = [title, other, ...names].find((text) => ABBREVIATION.test(text));
    if (abbreviation) for (const [text] of spelled) this.#names.shorten(text, abbreviation);
    this.#vocabulary.describe(
      number,
      spelled.flatMap(([text]) => words(text)),
      TITLE,
    );
    if (kind !== "term") this.#vocabulary.describe(number, words(tag), TAG);
  }

  /**
   * Add the second tier.
   * @param {Texts} texts
   */
  read({ keywords, passages, synonyms }) {
    this.#vocabulary.relate(synonyms);
    for (const [entry, phrases] of keywords.entries()) {
      this.#vocabulary.describe(entry, phrases.flatMap(words), KEYWORD);
      for (const phrase of phrases)
        if (phrase.includes(" ")) this.#names.claim(entry, phrase, KEYWORD);
        else this.#names.add(entry, phrase, KEYWORD);
    }
    for (const [entry, texts] of passages.entries()) this.texts[entry].push(...texts);
    this.#readTexts();
  }

  #readTexts() {
    this.#vocabulary.read(new Map(this.texts.map((texts, entry) => [entry, texts.flatMap(words)])), TEXT);
  }

  /**
   * @param {string} query
   * @returns {Hit[]} best first; empty for what the site doesn't speak of
   */
  search(query) {
    /** @type {Map<number, Hit>} */
    const best = new Map();
    for (const reading of readings(query, this.#site))
      for (const hit of this.#answer(reading))
        if (hit.score > (best.get(hit.entry)?.score ?? 0)) best.set(hit.entry, hit);
    const hits = [...best.values()].sort((a, b) => b.score - a.score || a.entry - b.entry);
    return hits.filter(({ score }) => score >= CLOSE * hits[0].score).slice(0, MAX_HITS);
  }

  /**
   * The terms that look most like a query to which there is no answer.
   * @param {string} query
   * @param {number} count
   * @returns {Entry[]}
   */
  nearest(query, count) {
    const near = this.#names.nearest(query).map((entry) => this.entries[entry]);
    return near.filter(({ kind }) => kind === "term").slice(0, count);
  }

  /**
   * @param {Reading} reading
   * @returns {Hit[]}
   */
  #answer(reading) {
    const spoken = speaking(this.#vocabulary, reading.words);
    const made = this.#names.made(new Map([...spoken].map(([entry, { words }]) => [entry, words])), HIDDEN);
    const named = this.#named(reading);
    const within = this.#within(reading);
    if (!isAbout(named, within, spoken, reading.words.length)) return [];
    for (const [entry, one] of within) raise(named, entry, one);
    for (const [entry, share] of made) {
      const found = /** @type {Spoken} */ (spoken.get(entry));
      found.score += MADE_OF * share * found.covered;
    }
    const entries = new Set([...spoken.keys(), ...named.keys()]);
    return [...entries].map((entry) => this.#hit(entry, named.get(entry), spoken.get(entry), reading.weight));
  }

  /**
   * Names that are spelled like the query; where none is, names that it may be a misspelling of.
   * @param {Reading} reading
   */
  #named({ forms, words }) {
    const named = this.#names.spelled(forms);
    if ([...named.values()].some(({ score }) => score >= RIGHT)) return named;
    const belief = words.every((word) => this.#vocabulary.has(word)) ? DOUBT : 1;
    for (const [entry, { score, name }] of this.#names.misspelt(forms))
      raise(named, entry, { score: score * belief, name });
    return named;
  }

  /**
   * Names among the words of the query; those that don't say what it is about weigh nothing, but may be part of a name.
   * @param {Reading} reading
   */
  #within({ all, words, weight }) {
    const parts = all.flatMap((word) => this.#vocabulary.split(word, 1));
    const aside = (/** @type {string} */ part) => all.includes(part) && !words.includes(part);
    const weights = parts.map((part) => (aside(part) ? 0 : this.#vocabulary.find(part).weight));
    const total = weights.reduce((sum, weight) => sum + weight, 0) / weight;
    return this.#names.within(parts, weights.map((weight) => weight / total), HIDDEN);
  }

  /**
   * @param {number} entry
   * @param {Named | undefined} named
   * @param {Spoken | undefined} spoken
   * @param {number} weight of the reading
   * @returns {Hit}
   */
  #hit(entry, named, spoken, weight) {
    const byName = named?.score ?? 0;
    const byWords = WORDS * weight * (spoken?.score ?? 0);
    const evidence = Math.max(byName, byWords) + BOTH * Math.min(byName, byWords);
    const score = evidence + (PREFERENCE[this.entries[entry].kind] ?? 0);
    return { entry, score, name: byName >= byWords ? (named?.name ?? "") : "", words: spoken?.words ?? [] };
  }
}

/**
 * Whether the query is about this site at all.
 * @param {Map<number, Named>} named
 * @param {Map<number, Named>} within
 * @param {Map<number, Spoken>} spoken
 * @param {number} length of the query in words
 */
function isAbout(named, within, spoken, length) {
  if ([...named.values()].some(({ score }) => score >= LIKE_A_NAME)) return true;
  if ([...within.values()].some(({ score }) => score >= NAMED_IN_PASSING)) return true;
  return [...spoken.values()].some(({ covered, known, words }) => {
    const few = words.length < 2 && length > 1 ? SPOKEN_OF_ONCE : SPOKEN_OF;
    return (known >= KNOWN && words.length > 1) || covered >= (words.length > 2 ? SPOKEN_OF_MUCH : few);
  });
}
