/** Prints what a site's worker answers to the queries of golden files, one line each. Usage: node answers.mjs SITE FILE… */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { start } from "./shipped.mjs";

const [site = "", ...files] = process.argv.slice(2);
for (const file of files) {
  const worker = await start(site, basename(file).slice(0, 2));
  const queries = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t")[1]);
  for (const query of queries) console.log(query, JSON.stringify(await worker.ask(query)));
  await worker.stop();
}
