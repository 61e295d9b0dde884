/**
 * Ranks the entries of one language for a query: by their names, by the words written about them, or both.
 * Knows packs as data; nothing of how they are fetched or how results look.
 * @module
 */
import { coverage, formOf, likeness, likenessOfKeys, nameOf, resemblance } from "./names.js";
import { squeeze, words } from "./normalise.js";
import { MAX_LENGTH, readings } from "./query.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * @typedef {import("./types.js").Pack} Pack
 * @typedef {import("./types.js").Entry} Entry
 * @typedef {import("./types.js").Texts} Texts
 * @typedef {import("./query.js").Reading} Reading
 *
 * @typedef {object} Named
 * @property {number} score
 * @property {string} name the name that answers
 *
 * @typedef {object} Spoken
 * @property {number} score
 * @property {number} covered the share of the query that the entry speaks of
 * @property {number} made the share of its best name that the query's words make up
 * @property {string[]} words those words, as they are indexed
 *
 * @typedef {object} Hit
 * @property {number} entry
 * @property {number} score
 * @property {string} name the name that answers, "" where only words do
 * @property {string[]} words those of the query that the entry speaks of
 */

/** How much a spelling says about an entry. */
const TITLE = 1;
const OTHER_TITLE = 0.995;
const NAME = 0.99;
const HIDDEN = 0.98;
const KEYWORDS = 0.95;
const TAG = 0.6;

/** A query that is a keyword; and what a name that several entries claim adds for the first of them. */
const KEYWORD = 0.95;
const AMBIGUOUS = 0.1;
const TEXT = 0.6;

/** A misspelling is doubtful where something is spelled right: no guess at all, or one that counts less. */
const RIGHT = 0.75;
const DOUBT = 0.75;

/** Words against names, and how much of the weaker evidence counts on top. */
const WORDS = 0.86;
const BOTH = 0.05;
const MADE_OF = 0.12;

/**
 * A query is about this site if an entry speaks of this share of it (of three of its words, a lesser share), or has a
 * name like it, or has a name in it that makes up the least share. Then everything is shown that comes this close to
 * the best.
 */
const SPOKEN_OF = 0.5;
const SPOKEN_OF_MUCH = 0.38;
const LIKE_A_NAME = 0.6;
const NAMED_IN_PASSING = 0.3;
const CLOSE = 0.4;
const MAX_HITS = 30;

/** How alike a name must be, in pairs of keys, to be suggested where nothing is found. */
const NEAR = 0.4;

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
  #texts;
  #names;
  #vocabulary = new Vocabulary();
  /** @type {Map<string, Map<number, number>>} squeezed name or keyword → its entries, and how surely it means each */
  #claims = new Map();

  /** @param {Pack} pack */
  constructor(pack) {
    this.entries = pack.entries;
    this.other = pack.other;
    for (const { name, of } of pack.ambiguous)
      of.forEach((entry, place) => this.#claim(name, entry, TITLE + AMBIGUOUS / (place + 1)));
    this.#names = pack.entries.flatMap(namesOf);
    for (const { entry, text } of this.#names) this.#vocabulary.describe(entry, words(text), TITLE);
    for (const [entry, { kind, tag }] of pack.entries.entries())
      if (kind !== "term") this.#vocabulary.describe(entry, words(tag), TAG);
    this.#texts = pack.entries.map(({ lead }) => (lead ? [lead] : []));
    this.#readTexts();
  }

  /**
   * Add the second tier.
   * @param {Texts} texts
   */
  read({ keywords, passages }) {
    for (const [entry, phrases] of keywords.entries()) {
      this.#vocabulary.describe(entry, phrases.flatMap(words), KEYWORDS);
      for (const phrase of phrases)
        if (phrase.includes(" ")) this.#claim(phrase, entry, KEYWORD);
        else this.#names.push(nameOf(entry, phrase, KEYWORD));
    }
    for (const { of, text } of passages) this.textsOf(of).push(text);
    this.#readTexts();
  }

  /** @param {string} name @param {number} entry @param {number} sureness */
  #claim(name, entry, sureness) {
    const plain = squeeze(name);
    this.#claims.set(plain, (this.#claims.get(plain) ?? new Map()).set(entry, sureness));
  }

  /** @param {number} entry @returns {string[]} what is written about it, its lead first */
  textsOf(entry) {
    return this.#texts[entry] ?? [];
  }

  #readTexts() {
    this.#vocabulary.read(new Map(this.#texts.map((texts, entry) => [entry, texts.flatMap(words)])), TEXT);
  }

  /**
   * @param {string} query
   * @returns {Hit[]} best first; empty for what the site doesn't speak of
   */
  search(query) {
    /** @type {Map<number, Hit>} */
    const best = new Map();
    for (const reading of readings(query, (word) => this.#vocabulary.knows(word)))
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
    const keys = formOf(squeeze(query.slice(0, MAX_LENGTH)), 1).folded;
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { entry, folded } of this.#names)
      if (this.entries[entry].kind === "term")
        best.set(entry, Math.max(best.get(entry) ?? 0, likenessOfKeys(keys, folded)));
    const found = [...best].filter(([, likeness]) => likeness >= NEAR).sort((a, b) => b[1] - a[1]);
    return found.slice(0, count).map(([entry]) => this.entries[entry]);
  }

  /**
   * @param {Reading} reading
   * @returns {Hit[]}
   */
  #answer(reading) {
    const spoken = this.#speaking(reading);
    const named = this.#named(reading, likeness);
    if (![...named.values()].some(({ score }) => score >= RIGHT)) this.#guess(reading, named);
    if (!isAbout(named, spoken)) return [];
    return [...new Set([...spoken.keys(), ...named.keys()])].map((entry) =>
      this.#hit(entry, named.get(entry), spoken.get(entry), reading.weight),
    );
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
    const score =
      Math.max(byName, byWords) +
      BOTH * Math.min(byName, byWords) +
      (PREFERENCE[this.entries[entry].kind] ?? 0);
    return { entry, score, name: byName >= byWords ? (named?.name ?? "") : "", words: spoken?.words ?? [] };
  }

  /**
   * The entries whose names answer the query.
   * @param {Reading} reading
   * @param {typeof likeness} compare
   */
  #named({ forms }, compare) {
    /** @type {Map<number, Named>} */
    const found = new Map();
    for (const form of forms)
      for (const name of this.#names) {
        const score = compare(form, name) * form.weight * name.weight;
        if (score > (found.get(name.entry)?.score ?? 0)) found.set(name.entry, { score, name: name.text });
      }
    for (const { plain, weight } of forms)
      for (const [entry, sureness] of this.#claims.get(plain) ?? [])
        if (sureness * weight > (found.get(entry)?.score ?? 0))
          found.set(entry, { score: sureness * weight, name: "" });
    return found;
  }

  /**
   * Add names that the query may be a misspelling of.
   * @param {Reading} reading
   * @param {Map<number, Named>} named
   */
  #guess(reading, named) {
    const known = reading.words.every((word) => this.#vocabulary.has(word)) ? DOUBT : 1;
    for (const [entry, { score, name }] of this.#named(reading, resemblance))
      if (score * known > (named.get(entry)?.score ?? 0)) named.set(entry, { score: score * known, name });
  }

  /**
   * The entries that speak of the query's words: the share of the query, weighted by rarity, that each explains.
   * @param {Reading} reading
   */
  #speaking(reading) {
    const parts = [...new Set(reading.words.flatMap((word) => this.#vocabulary.split(word)))];
    const answers = parts.map((word) => this.#vocabulary.find(word));
    const total = answers.reduce((sum, { weight }) => sum + weight, 0);
    /** @type {Map<number, Spoken>} */
    const found = new Map();
    answers.forEach(({ entries, base, weight, sure }, index) => {
      const share = weight / total;
      for (const [entry, strength] of this.#withNeighbours(parts, index, entries)) {
        const { score, covered, words } = found.get(entry) ?? { score: 0, covered: 0, words: [] };
        found.set(entry, {
          score: score + share * strength,
          covered: covered + share * sure,
          made: 0,
          words: [...words, base],
        });
      }
    });
    this.#preferNamed(found);
    return found;
  }

  /**
   * Two words that the site writes as one count as that one: 데이터 센터.
   * @param {string[]} parts @param {number} index @param {Map<number, number>} entries
   */
  #withNeighbours(parts, index, entries) {
    const found = new Map(entries);
    for (const start of [index - 1, index]) {
      const joined = parts.slice(Math.max(0, start), start + 2).join("");
      if (start < 0 || start + 1 >= parts.length || !this.#vocabulary.knows(joined)) continue;
      for (const [entry, strength] of this.#vocabulary.find(joined).entries)
        found.set(entry, Math.max(strength, found.get(entry) ?? 0));
    }
    return found;
  }

  /**
   * Entries with a name made of these words come before those that only mention them.
   * @param {Map<number, Spoken>} found
   */
  #preferNamed(found) {
    for (const name of this.#names) {
      const spoken = found.get(name.entry);
      if (spoken && name.weight > KEYWORD) spoken.made = Math.max(spoken.made, coverage(name, spoken.words));
    }
    for (const spoken of found.values()) spoken.score += MADE_OF * spoken.made * spoken.covered;
  }
}

/**
 * Whether the query is about this site at all.
 * @param {Map<number, Named>} named
 * @param {Map<number, Spoken>} spoken
 */
function isAbout(named, spoken) {
  return (
    [...named.values()].some(({ score }) => score >= LIKE_A_NAME) ||
    [...spoken.values()].some(
      ({ covered, made, words }) =>
        covered >= (made === 1 ? NAMED_IN_PASSING : words.length > 2 ? SPOKEN_OF_MUCH : SPOKEN_OF),
    )
  );
}

/** @param {Entry} entry @param {number} index */
function namesOf(entry, index) {
  return [
    nameOf(index, entry.title, TITLE),
    nameOf(index, entry.other, OTHER_TITLE),
    ...entry.names.map((name) => nameOf(index, name, NAME)),
    ...entry.hidden.map((name) => nameOf(index, name, HIDDEN)),
  ].filter(({ plain }) => plain);
}
