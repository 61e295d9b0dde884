/** Asks the shipped worker for every name of every term; prints those that don't find a term so named first. */
import { readFileSync } from "node:fs";
import { squeeze } from "../../docs/assets/javascripts/search/normalise.js";
import { start } from "./shipped.mjs";

/** @typedef {import("../../docs/assets/javascripts/search/types.js").Entry} Entry */

const site = process.argv[2] ?? "";
for (const lang of ["ko", "en"]) {
  const worker = await start(site, lang);
  /** @type {Entry[]} */
  const entries = JSON.parse(readFileSync(`${site}/search/${lang}.t.json`, "utf8")).entries;
  /** @type {Map<string, Set<string>>} */
  const owners = new Map();
  for (const { kind, url, title, other, names, hidden } of entries)
    for (const name of kind === "term" ? [title, other, ...names, ...hidden] : [])
      owners.set(squeeze(name), (owners.get(squeeze(name)) ?? new Set()).add(url));
  for (const [name, urls] of owners) {
    const [first] = await worker.ask(name);
    if (!first || !urls.has(first[0].location)) console.log(lang, name, first?.[0].location);
  }
  await worker.stop();
}
