/**
 * Runs golden queries through the shipped worker and prints as JSON, by kind, how many find an answer first and among
 * five, the mean reciprocal rank, the share of off-topic queries without a result, and milliseconds at the 95th
 * percentile. Usage: node golden.mjs SITE [--misses] FILE…, files named LANG….tsv or offtopic.LANG.txt.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { start } from "./shipped.mjs";

const [site = "", ...rest] = process.argv.slice(2);
const files = rest.filter((argument) => !argument.startsWith("--"));
const showMisses = rest.includes("--misses");
const FOLDERS = { term: "glossary", section: "plan", impact: "korea", strategy: "strategies" };

/** @type {Record<string, { n: number, first: number, five: number, reciprocal: number }>} */
const kinds = {};
const silent = { n: 0, nothing: 0 };
/** @type {number[]} */
const times = [];

for (const file of files) {
  const lang = basename(file).match(/\b(ko|en)\b/)?.[1] ?? "";
  const worker = await start(site, lang);
  const actions = sectionsOfActions(lang);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  for (const line of lines) {
    const [kind, query, answers] = line.includes("\t") ? line.split("\t") : ["", line, ""];
    const started = performance.now();
    const groups = await worker.ask(query);
    times.push(performance.now() - started);
    if (kind)
      count(
        kind,
        query,
        answers.split(",").map((id) => address(lang, id, actions)),
        groups,
      );
    else silence(query, groups);
  }
  await worker.stop();
}
times.sort((a, b) => a - b);
const p95 = times[Math.floor(times.length * 0.95)];
console.log(JSON.stringify({ kinds, silent, p95 }));

/** @param {string} lang @returns {Map<string, string>} id of an action → its address */
function sectionsOfActions(lang) {
  const pack = JSON.parse(readFileSync(`${site}/search/${lang}.t.json`, "utf8"));
  const actions = pack.entries.filter((/** @type {{ kind: string }} */ { kind }) => kind === "action");
  return new Map(
    actions.map((/** @type {{ names: string[], url: string }} */ { names, url }) => [names[0], url]),
  );
}

/** @param {string} lang @param {string} id @param {Map<string, string>} actions */
function address(lang, id, actions) {
  const [kind, name] = id.includes(":") ? id.split(":") : ["term", id];
  const prefix = lang === "ko" ? "" : `${lang}/`;
  return kind === "action"
    ? (actions.get(name) ?? id)
    : `${prefix}${FOLDERS[/** @type {keyof FOLDERS} */ (kind)]}/${name}/`;
}

/** @param {string} kind @param {string} query @param {string[]} wanted @param {import("./shipped.mjs").Item[][]} groups */
function count(kind, query, wanted, groups) {
  const rank = groups.findIndex(
    (items) => wanted.includes(items[0].location) || wanted.includes(items[0].location.split("#")[0]),
  );
  const sum = (kinds[kind] ??= { n: 0, first: 0, five: 0, reciprocal: 0 });
  sum.n++;
  if (rank === 0) sum.first++;
  if (rank >= 0 && rank < 5) sum.five++;
  if (rank >= 0) sum.reciprocal += 1 / (rank + 1);
  if (showMisses && rank !== 0)
    console.error(`${kind}\t${query}\t${wanted}\tat ${rank}, first ${groups[0]?.[0].location}`);
}

/** @param {string} query @param {unknown[]} groups */
function silence(query, groups) {
  silent.n++;
  if (!groups.length) silent.nothing++;
  else if (showMisses) console.error(`off-topic\t${query}\t${groups.length} results`);
}
