/**
 * Finds entries by the words that are written about them: an inverted index whose words are looked up by whatever a
 * reader may have typed of them. Knows words and weights; nothing of names, packs or pages.
 * @module
 */
import { distance, letterSet, outOfReach, tolerance } from "./distance.js";
import { isEnding, isVerbal, stems } from "./endings.js";
import { fold, keystrokes } from "./hangul.js";
import { Synonyms } from "./synonyms.js";

/** @typedef {Map<number, number>} Strengths entry → how much a word says about it, 0 to 1 */

/** How sure it is that an indexed word is the one that was typed. */
const SAME = 1;
const INFLECTED = 0.95;
const STEM = 0.92;
const SOUNDS_SAME = 0.9;
const BEGINS = 0.75;
const INSIDE = 0.7;
const SAME_ROOT = 0.6;
const MISSPELT = 0.7;
const SAME_MEANING = 0.6;
/** What a longer share of the indexed word adds to BEGINS. */
const LONGER = 0.2;

/** How far a word counts towards what a query speaks of if only one like it is known, or if it was only guessed. */
const SURE = 0.9;
const ALIKE = 0.7;
const GUESSED = 0.6;

/** How much of a query's meaning a word carries where it stands nowhere or is guessed, nearly everywhere, or in no name. */
const UNKNOWN = 6.5;
const UNKNOWN_VERB = 4.5;
const LEAST_GUESSED = 5;
const LEAST = 0.2;
const NAMING = 0.55;
const IN_TEXT_ONLY = 0.7;

/** Saturation and length normalisation of BM25. */
const K1 = 1.2;
const B = 0.6;

/**
 * @typedef {object} Indexed a word and what is compared of it
 * @property {string} word
 * @property {string} keys
 * @property {string} folded
 * @property {number} letters
 * @property {boolean} naming whether it stands in a name or a keyword, not only in running text
 * @property {Strengths} entries
 *
 * @typedef {object} Answer
 * @property {Strengths} entries
 * @property {number} weight how much of a query's meaning the word carries: rare words more, words of no name less
 * @property {string} base the word as it is indexed: without its ending where only that is known
 * @property {number} sure whether the word itself was found, or only one like it
 */

export class Vocabulary {
  /** @type {Map<string, Indexed>} */
  #words = new Map();
  /** @type {Map<string, Indexed[]>} how a word begins, a part of it, or how it sounds → words */
  #shelves = new Map();
  /** @type {Map<string, Answer>} */
  #answers = new Map();
  #synonyms = new Synonyms([]);
  #size = 0;

  /**
   * Index words that name or describe an entry: each counts once, at its weight.
   * @param {number} entry
   * @param {string[]} words
   * @param {number} weight
   */
  describe(entry, words, weight) {
    for (const word of words) this.#add(word, entry, weight).naming = true;
  }

  /**
   * Index running texts, one list of words per entry, by BM25 up to `weight`.
   * @param {Map<number, string[]>} texts
   * @param {number} weight
   */
  read(texts, weight) {
    const total = [...texts.values()].reduce((sum, words) => sum + words.length, 0);
    for (const [entry, words] of texts) {
      const length = K1 * (1 - B + (B * words.length * texts.size) / total);
      for (const [word, count] of counts(words)) this.#add(word, entry, (weight * count) / (count + length));
    }
  }

  /** @param {string} word @param {number} entry @param {number} weight */
  #add(word, entry, weight) {
    const indexed = this.#words.get(word) ?? this.#index(word);
    indexed.entries.set(entry, Math.max(weight, indexed.entries.get(entry) ?? 0));
    this.#size = Math.max(this.#size, entry + 1);
    this.#answers.clear();
    return indexed;
  }

  /** @param {string} word */
  #index(word) {
    const keys = keystrokes(word);
    const folded = fold(keys);
    const indexed = { word, keys, folded, letters: letterSet(folded), naming: false, entries: new Map() };
    this.#words.set(word, indexed);
    for (const shelf of shelves(indexed)) {
      const others = this.#shelves.get(shelf);
      if (others) others.push(indexed);
      else this.#shelves.set(shelf, [indexed]);
    }
    return indexed;
  }

  /** @param {string[][]} groups words that mean the same */
  relate(groups) {
    this.#synonyms = new Synonyms(groups);
    this.#answers.clear();
  }

  /** @param {string} word @returns {boolean} whether the word is indexed as it stands */
  has(word) {
    return this.#words.has(word);
  }

  /** @param {string} word @returns {boolean} whether an indexed word begins so, or is the word without its ending */
  knows(word) {
    if (this.#bases(word).some((base) => this.has(base))) return true;
    const keys = keystrokes(word);
    return this.#on(beginning(keys)).some((indexed) => indexed.keys.startsWith(keys));
  }

  /**
   * The entries that a typed word speaks of.
   * @param {string} word
   * @returns {Answer}
   */
  find(word) {
    const known = this.#answers.get(word);
    if (known) return known;
    const matches = this.#look(word);
    const literal = strengths(matches);
    const found = this.#withSynonyms(literal, word);
    const entries = found.size ? found : this.#guess(fold(keystrokes(word)), isVerbal(word) ? 4 : 6);
    const base = this.#bases(word).find((candidate) => this.has(candidate)) ?? word;
    const guessed = !found.size && entries.size ? GUESSED : 1;
    const rarity = this.#weight(word, literal.size ? literal : entries);
    const weight = guessed < 1 ? Math.max(LEAST_GUESSED, guessed * rarity) : rarity;
    const sure = Math.max(0, ...matches.values()) >= SURE ? 1 : found.size ? ALIKE : guessed;
    const answer = { entries, base, weight, sure };
    this.#answers.set(word, answer);
    return answer;
  }

  /** @param {Strengths} literal @param {string} word @returns {Strengths} */
  #withSynonyms(literal, word) {
    const found = new Map(literal);
    for (const synonym of this.#synonyms.of(word))
      for (const [entry, strength] of strengths(this.#look(synonym)))
        found.set(entry, Math.max(SAME_MEANING * strength, found.get(entry) ?? 0));
    return found;
  }

  /** @param {string} word @param {Strengths} entries */
  #weight(word, entries) {
    if (!entries.size) return isVerbal(word) ? UNKNOWN_VERB : UNKNOWN;
    const strengths = [...entries.values()];
    const rarity = Math.log(
      (this.#size + 1) / (strengths.reduce((sum, strength) => sum + strength, 0) + 0.5),
    );
    return Math.max(LEAST, rarity) * (Math.max(...strengths) < NAMING ? IN_TEXT_ONLY : 1);
  }

  /** @param {string} word @returns {Map<Indexed, number>} how sure it is that an indexed word is the one typed */
  #look(word) {
    const bases = this.#bases(word);
    const shortest = bases[bases.length - 1];
    const keys = keystrokes(shortest);
    const found = new Map();
    for (const base of bases) raise(found, this.#words.get(base), base === word ? SAME : STEM);
    for (const indexed of this.#on(beginning(keys)))
      if (indexed.keys.startsWith(keys)) raise(found, indexed, likeness(bases, indexed));
    for (const indexed of isWhole(shortest) ? this.#on(shortest.slice(0, PART)) : [])
      if (indexed.word.includes(shortest)) raise(found, indexed, likeness(bases, indexed));
    for (const indexed of this.#on(sound(fold(keystrokes(word))))) raise(found, indexed, SOUNDS_SAME);
    return found;
  }

  /** @param {string} shelf */
  #on(shelf) {
    return this.#shelves.get(shelf) ?? [];
  }

  /**
   * The word, then its stems that can be trusted: two syllables or more, or a word that names something.
   * @param {string} word
   */
  #bases(word) {
    const latin = /^[a-z]/.test(word);
    const trusted = (/** @type {string} */ stem) =>
      latin ? stem.length > 3 : stem.length > 1 || (this.#words.get(stem)?.naming && !this.#words.has(word));
    return [word, ...stems(word).filter(trusted)];
  }

  /**
   * For a word that nothing begins with or contains: a shared root (지어내는, 지어낸), or a misspelling of a word
   * that names something.
   * @param {string} keys folded keystrokes of the word
   * @param {number} least keys that make a root
   */
  #guess(keys, least) {
    const found = new Map();
    const root = keys.slice(0, Math.max(least, Math.ceil(keys.length * 0.6)));
    const limit = tolerance(keys.length - (/[ㄱ-ㅣ]/.test(keys) ? 2 : 1));
    const letters = letterSet(keys);
    for (const indexed of this.#words.values()) {
      if (keys.length > least && indexed.folded.startsWith(root)) raise(found, indexed, SAME_ROOT);
      const far =
        !limit ||
        !indexed.naming ||
        Math.abs(indexed.folded.length - keys.length) > limit ||
        outOfReach(letters, indexed.letters, limit);
      if (!far && distance(keys, indexed.folded, limit).whole <= limit) raise(found, indexed, MISSPELT);
    }
    return strengths(found);
  }

  /**
   * A Korean compound, cut into words of names; the word itself where that doesn't explain most of it.
   * `split("데이터센터인허가") → ["데이터센터", "인허가"]`.
   * @param {string} word
   * @param {number} [least] share of its letters that the words must explain
   * @returns {string[]}
   */
  split(word, least = 0.6) {
    if (!/^[가-힣]{4,}$/.test(word) || this.#bases(word).some((base) => this.has(base))) return [word];
    const pieces = this.#cover(word);
    const covered = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return pieces.length && covered / word.length >= least ? pieces : [word];
  }

  /** @param {string} word the cover with the most letters, then with the fewest pieces */
  #cover(word) {
    /** @type {{ covered: number, pieces: string[] }[]} */
    const best = [{ covered: 0, pieces: [] }];
    for (let end = 1; end <= word.length; end++) {
      best[end] = best[end - 1];
      for (let start = 0; start <= end - 2; start++) {
        const piece = word.slice(start, end);
        const covered = best[start].covered + piece.length - 0.1;
        if (covered > best[end].covered && this.#words.get(piece)?.naming)
          best[end] = { covered, pieces: [...best[start].pieces, piece] };
      }
    }
    return best[word.length].pieces;
  }
}

/** Letters of a part, and keys of a beginning, by which words are shelved. */
const PART = 2;
const beginning = (/** @type {string} */ keys) => `^${keys.slice(0, PART)}`;
const sound = (/** @type {string} */ folded) => `=${folded}`;

/** @param {Indexed} indexed @returns {Set<string>} where a word is looked for */
function shelves({ word, keys, folded }) {
  const parts = Array.from({ length: word.length - 1 }, (_, start) => word.slice(start, start + PART));
  return new Set([beginning(keys), sound(folded), ...parts]);
}

/** @param {Map<Indexed, number>} found @param {Indexed | undefined} indexed @param {number} sureness */
function raise(found, indexed, sureness) {
  if (indexed && sureness > (found.get(indexed) ?? 0)) found.set(indexed, sureness);
}

/** @param {Map<Indexed, number>} matches @returns {Strengths} how much they say about each entry */
function strengths(matches) {
  /** @type {Strengths} */
  const found = new Map();
  for (const [{ entries }, sureness] of matches)
    for (const [entry, weight] of entries)
      if (weight * sureness > (found.get(entry) ?? 0)) found.set(entry, weight * sureness);
  return found;
}

/** @param {string} word whether other words that begin with it have nothing to do with it: ai, aim, air; 비, 비용 */
const isShort = (word) => word.length < (/^[a-z]/.test(word) ? 4 : 2);

/** @param {string} word whether it still means the same inside another word: 통제 in 수출통제, but not ai in chain */
const isWhole = (word) => word.length > (/^[a-z]/.test(word) ? 4 : 1);

/** @param {string[]} bases @param {Indexed} indexed */
function likeness([word, ...cut], { word: candidate, keys }) {
  if (candidate === word) return SAME;
  if (cut.includes(candidate)) return STEM;
  if ([word, ...cut].some((base) => candidate.startsWith(base) && isEnding(candidate.slice(base.length))))
    return INFLECTED;
  if (isShort(word)) return 0;
  if (keys.startsWith(keystrokes(word))) return BEGINS + LONGER * (word.length / candidate.length);
  if (cut.some((base) => candidate.startsWith(base))) return BEGINS;
  return [word, ...cut].some((base) => isWhole(base) && candidate.includes(base)) ? INSIDE : 0;
}

/** @param {string[]} words */
function counts(words) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}
