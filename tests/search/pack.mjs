/** A small pack for tests of ranking and rendering: enough entries that words differ in rarity. */
import { Engine } from "../../docs/assets/javascripts/search/engine.js";

/** @typedef {import("../../docs/assets/javascripts/search/types.js").Entry} Entry */

/** @param {Partial<Entry> & { url: string, title: string }} entry @returns {Entry} */
const entry = (entry) => ({
  kind: "term",
  other: "",
  names: [],
  hidden: [],
  tag: "용어",
  lead: "",
  ...entry,
});

export const entries = [
  entry({
    url: "glossary/export-control/",
    title: "수출통제",
    other: "Export controls",
    names: ["export control"],
    lead: "수출통제는 물품의 국외 이전을 허가하는 제도다.",
  }),
  entry({
    url: "glossary/entity-list/",
    title: "수출통제 명단(Entity List)",
    other: "Entity List",
    hidden: ["엔터티 리스트"],
  }),
  entry({
    url: "glossary/high-bandwidth-memory/",
    title: "고대역폭 메모리(HBM)",
    other: "High-bandwidth memory (HBM)",
    names: ["HBM", "에이치비엠"],
  }),
  entry({ url: "glossary/sovereign-ai/", title: "소버린 AI", other: "Sovereign AI", names: ["AI 주권"] }),
  entry({
    url: "glossary/chips-act/",
    title: "반도체과학법(CHIPS법)",
    other: "CHIPS and Science Act",
    names: ["반도체법", "CHIPS Act"],
  }),
  entry({
    url: "glossary/semiconductor-special-act/",
    title: "반도체특별법",
    other: "Semiconductor Special Act",
    names: ["반도체법"],
  }),
  entry({ url: "glossary/data-center/", title: "데이터센터", other: "Data center" }),
  entry({ url: "glossary/permitting/", title: "인허가", other: "Permitting" }),
  entry({
    kind: "section",
    url: "plan/compute-controls/",
    title: "AI 연산 자원 수출통제의 집행 강화",
    other: "Strengthen AI Compute Export Control Enforcement",
  }),
  entry({
    kind: "action",
    url: "plan/compute-controls/#a-3-3-1",
    title: "첨단 AI 연산 자원의 위치 검증 활용",
    other: "Location verification for advanced AI compute",
  }),
  entry({
    kind: "action",
    url: "plan/compute-controls/#a-3-3-2",
    title: "글로벌 칩 수출통제 집행 강화",
    other: "Global chip export enforcement",
  }),
  entry({
    url: "glossary/xss/",
    title: `<img src=x onerror=alert(1)> & "문"`,
    other: "<b>bold</b>",
    tag: "<i>tag</i>",
  }),
];

export const pack = {
  format: 1,
  lang: "ko",
  other: "en",
  entries,
  asides: ["뭐야", "what", "is"],
  ambiguous: [{ name: "반도체법", of: [5, 4] }],
};

/** @type {Record<string, string[]>} */
const PASSAGES = {
  "glossary/export-control/": [
    "수출통제는 물품과 기술의 국외 이전을 허가 대상으로 정해 관리하는 제도다.",
    "칩 밀수를 막는 데 쓰인다. <script>alert(1)</script>",
  ],
  "glossary/high-bandwidth-memory/": [
    "고대역폭 메모리는 여러 층을 쌓아 만든 메모리로 엔비디아의 가속기에 들어간다.",
  ],
};

export const texts = {
  keywords: entries.map(({ url }) => (url === "glossary/high-bandwidth-memory/" ? ["쌓아 올린 메모리"] : [])),
  passages: entries.map(({ url }) => PASSAGES[url] ?? []),
  synonyms: [["몰래", "밀수"]],
};

/** @returns {Engine} an engine that knows the names only */
export const named = () => new Engine(pack);

/** @returns {Engine} an engine that knows everything */
export function complete() {
  const engine = named();
  engine.read(texts);
  return engine;
}

/** @param {Engine} engine @param {string} query @returns {string[]} addresses of the hits */
export const found = (engine, query) =>
  engine.search(query).map(({ entry: index }) => engine.entries[index]?.url ?? "");
