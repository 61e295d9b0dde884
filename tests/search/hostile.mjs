/** Asks the shipped worker hostile queries, and very long ones; prints what was wrong. Usage: node hostile.mjs SITE */
import { readFileSync } from "node:fs";
import { start } from "./shipped.mjs";

const FREEZE = 1000;
const OURS = /<(?:\/?mark|span class="search-other" lang="(?:ko|en)"|\/span)>/g;

/** @type {string[]} */
const short = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));
const long = ["수출통제", "a", "ㄱ", "가나다라 ", "AI-", "<img> ", "\ud800"].map((part) =>
  part.repeat(20000),
);
const worker = await start(process.argv[2] ?? "", "ko");
for (const query of [...short, ...long]) {
  const started = performance.now();
  const groups = await worker.ask(query);
  const html = groups.flat().flatMap(({ title, text, tags = [] }) => [title, text, ...tags]);
  if (html.some((part) => /[<>]/.test(part.replace(OURS, "")))) console.log("markup", JSON.stringify(query));
  if (performance.now() - started > FREEZE) console.log("slow", JSON.stringify(query.slice(0, 40)));
}
const [[first]] = await worker.ask("수출통제");
if (first?.location !== "glossary/export-control/") console.log("no longer answers");
await worker.stop();
