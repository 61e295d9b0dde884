/** The worker as the build ships it, asked as Material asks it. */
import { Worker } from "node:worker_threads";

const [SETUP, , QUERY, RESULT] = [0, 1, 2, 3];

/** @typedef {import("../../docs/assets/javascripts/search/types.js").Item} Item */

/**
 * A worker of a built site that has read both packs.
 * @param {string} site
 * @param {string} lang
 */
export async function start(site, lang) {
  const worker = new Worker(new URL("thread.mjs", import.meta.url), { workerData: { site, lang } });
  /** @type {((items: Item[][]) => void) | undefined} */
  let heard;
  worker.on("message", ({ type, data }) => type === RESULT && heard?.(data.items));
  const result = () => new Promise((/** @type {(items: Item[][]) => void} */ resolve) => (heard = resolve));
  /** @param {string} query */
  const ask = (query) => {
    const answer = result();
    worker.postMessage({ type: QUERY, data: query });
    return answer;
  };
  worker.postMessage({ type: SETUP, data: {} });
  await ask("수출통제"); // the names
  await result(); // the texts
  return { ask, stop: () => worker.terminate() };
}
