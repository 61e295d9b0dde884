/**
 * The shapes of what the build writes and the page shows. `hooks/actionplan/search/packs.py` writes the packs.
 * @module
 */

/**
 * @typedef {object} Pack the first tier of one language: everything that names an entry
 * @property {string} lang
 * @property {string} other the other language
 * @property {Entry[]} entries
 * @property {string[]} asides words of a question that don't say what it is about
 * @property {{ name: string, of: number[] }[]} ambiguous names that several entries claim, the best answer first
 *
 * @typedef {object} Entry a page, or a part of one that readers look for by itself
 * @property {string} kind term, section, action, impact, strategy, page …
 * @property {string} url from the site's root
 * @property {string} title
 * @property {string} other title in the other language ("" where it is the same)
 * @property {string[]} names further names, in both languages
 * @property {string[]} hidden spellings that are searched but not shown
 * @property {string} tag its category, or what kind of thing it is
 * @property {string} lead the beginning of its text
 *
 * @typedef {object} Texts the second tier: everything that is written about an entry
 * @property {string[][]} keywords what else readers call each entry, in the order of the first tier
 * @property {string[][]} passages how each part of what is written about an entry begins, in the same order
 * @property {string[][]} synonyms words that mean the same
 *
 * @typedef {object} Item what Material's search renders
 * @property {string} location
 * @property {string} title HTML
 * @property {string} text HTML
 * @property {string[]} [tags] HTML
 * @property {number} score
 * @property {Record<string, boolean>} terms
 */

export {};
