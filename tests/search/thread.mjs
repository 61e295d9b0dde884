/** What a browser gives a classic worker, for one run of the built worker in a thread of Node. */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { pathToFileURL } from "node:url";

const { site, lang } = workerData;
const script = pathToFileURL(`${site}/assets/javascripts/search/main.js`);
const browser = {
  self: globalThis,
  navigator: {},
  location: { href: `${script}?lang=${lang}&v=test` },
  postMessage: (/** @type {unknown} */ message) => parentPort?.postMessage(message),
  addEventListener: (/** @type {string} */ _, /** @type {(event: { data: unknown }) => void} */ listener) =>
    parentPort?.on("message", (data) => listener({ data })),
  fetch: async (/** @type {URL} */ url) => ({
    ok: true,
    json: async () => JSON.parse(await readFile(new URL(url.pathname, "file:"), "utf8")),
  }),
};
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value });
await import(script.href);
