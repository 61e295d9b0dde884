/**
 * In each page of the preview: loads the page again when the content has changed, and shows the problems of the
 * content over the page. Knows nothing about how either is found.
 */

const OWN = new URL(import.meta.url);
const SHOWN = Number(OWN.searchParams.get("version"));
const LANG = document.documentElement.lang === "ko" ? "ko" : "en";
const SUMMARY = {
  ko: (/** @type {number} */ count) => `문제 ${count}개`,
  en: (/** @type {number} */ count) => (count === 1 ? "1 problem" : `${count} problems`),
};
const MOST = 50;

/** @typedef {{path: string, line: number, column: number, rule: string, ko: string, en: string}} Problem */

const box = document.createElement("details");
box.id = "preview-problems";
box.open = true;
box.setAttribute("aria-live", "polite");

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("overlay.css", OWN).href;
document.head.append(style);

/** @param {Problem[]} problems */
function show(problems) {
  const summary = document.createElement("summary");
  summary.textContent = SUMMARY[LANG](problems.length);
  const list = document.createElement("ol");
  for (const problem of problems.slice(0, MOST)) {
    const place = document.createElement("code");
    place.textContent = `${problem.path}:${problem.line}:${problem.column}`;
    const item = document.createElement("li");
    item.append(place, ` ${problem.rule}: ${problem[LANG]}`);
    list.append(item);
  }
  box.replaceChildren(summary, list);
  if (problems.length) document.body.append(box);
  else box.remove();
}

/** @type {EventSource | null} */
let news = null;

// A browser opens six connections to a server at most, so a page that nobody looks at closes its own.
function listen() {
  if (document.visibilityState === "hidden") {
    news?.close();
    news = null;
  } else if (!news) {
    news = new EventSource(new URL("news", OWN));
    news.onmessage = (event) => {
      /** @type {{version: number, problems: Problem[] | null}} */
      const state = JSON.parse(event.data);
      if (state.version !== SHOWN) location.reload();
      else if (state.problems) show(state.problems);
    };
  }
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => news?.close());
listen();
