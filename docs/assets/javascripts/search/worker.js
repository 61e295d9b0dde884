/**
 * The search worker: speaks the four message types of Material's search and fetches the packs when they are needed.
 * The page's own script (search-ui.js) talks over a BroadcastChannel: it says when the box gets the focus, and hears
 * which terms are nearest to a query without an answer. Goals and design: hooks/actionplan/search/DESIGN.md.
 * @module
 */
import { Engine } from "./engine.js";
import { groups } from "./results.js";

/** Material's message types. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const IDLE = 1500;
const NEAREST = 3;

const { searchParams, href } = new URL(self.location.href);
const lang = searchParams.get("lang") ?? "ko";
const channel = new BroadcastChannel("search");

let query = "";
/** @type {Promise<Engine> | undefined} */
let named;
/** @type {Promise<void> | undefined} */
let complete;

/**
 * @param {{ type: number, data: unknown }} message
 */
export function receive({ type, data }) {
  if (type === SETUP) {
    postMessage({ type: READY });
    setTimeout(prefetch, IDLE);
  } else if (type === QUERY) {
    query = String(data);
    answer();
  }
}

channel.onmessage = ({ data }) => {
  if (data.focus === lang) open().then(read, ignore);
};

/** Fetch the names while the reader reads, unless asked to save data. */
function prefetch() {
  if (!(/** @type {any} */ (navigator).connection?.saveData)) open().catch(ignore);
}

/** @returns {Promise<Engine>} an engine that knows at least the names */
function open() {
  named ??= load("t").then((pack) => new Engine(pack));
  named.catch(() => (named = undefined));
  return named;
}

/** Add the texts, then answer again: they may know better. @param {Engine} engine */
function read(engine) {
  complete ??= load("x").then((texts) => {
    engine.read(texts);
    if (query.trim()) answer();
  });
  complete.catch(() => (complete = undefined));
  return complete;
}

/** Answer the latest query; one that was typed over meanwhile gets no answer. */
async function answer() {
  const asked = query;
  if (!asked.trim()) return postMessage({ type: RESULT, data: { items: [] } });
  const engine = await open().catch(ignore);
  if (asked !== query) return;
  const items = engine ? groups(engine, engine.search(asked)) : [];
  postMessage({ type: RESULT, data: { items } });
  const nearest = engine && !items.length ? engine.nearest(asked, NEAREST) : [];
  channel.postMessage({ query: asked, lang, found: items.length > 0, nearest });
  if (engine) read(engine).catch(ignore);
}

/** @param {"t" | "x"} tier */
async function load(tier) {
  const url = new URL(`../../../search/${lang}.${tier}.json?v=${searchParams.get("v")}`, href);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/** A pack that doesn't arrive is asked for again at the next key. */
function ignore() {}
