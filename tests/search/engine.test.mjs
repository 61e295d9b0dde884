/** Ranking by names and words on a small pack, and as properties of any query. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { keystrokes, compose, initials } from "../../docs/assets/javascripts/search/hangul.js";
import { likeness, formOf, nameOf } from "../../docs/assets/javascripts/search/names.js";
import { toLatin } from "../../docs/assets/javascripts/search/layouts.js";
import { complete, entries, found, named } from "./pack.mjs";

const engine = complete();
const names = entries.flatMap(({ url, title, other, names, hidden }) =>
  [title, other, ...names, ...hidden].map((name) => ({ url, name })),
);
const anyName = fc.constantFrom(...names.filter(({ name }) => !name.includes("<")));
const hangulName = fc.constantFrom(...names.filter(({ name }) => /^[가-힣 ]{3,}$/.test(name)));

for (const [query, url] of [
  ["수출통제를", "glossary/export-control/"],
  ["수출통재", "glossary/export-control/"],
  ["수출토", "glossary/export-control/"],
  ["ㅅㅊㅌㅈ", "glossary/export-control/"],
  ["수출ㅌㅈ", "glossary/export-control/"],
  ["tncnfxhdwp", "glossary/export-control/"],
  ["exprot contol", "glossary/export-control/"],
  ["ㅗㅠㅡ", "glossary/high-bandwidth-memory/"],
  ["에이치비엠이 뭐야", "glossary/high-bandwidth-memory/"],
  ["쌓아올린 메모리", "glossary/high-bandwidth-memory/"],
  ["밀수", "glossary/export-control/"],
  ["몰래", "glossary/export-control/"],
  ["엔터티리스트", "glossary/entity-list/"],
  ["글로벌 칩 단속 강화", "plan/compute-controls/#a-3-3-2"],
  ["ㄱㄷㅇㅍㅁㅁㄹ", "glossary/high-bandwidth-memory/"],
  ["semi special", "glossary/semiconductor-special-act/"],
  ["what is CHIPS Act news", "glossary/chips-act/"],
  ["소버린 AI까지만의 장단점", "glossary/sovereign-ai/"],
])
  test(`${query} finds ${url} first`, () => assert.equal(found(engine, query)[0], url));

test("a compound written in one finds each of its parts", () => {
  assert.deepEqual(
    new Set(found(engine, "데이터센터인허가")),
    new Set(["glossary/data-center/", "glossary/permitting/"]),
  );
});

test("a name that several claim finds all of them, in the declared order", () => {
  assert.deepEqual(found(engine, "반도체법").slice(0, 2), [
    "glossary/semiconductor-special-act/",
    "glossary/chips-act/",
  ]);
});

test("terms come before sections that share the words", () => {
  assert.deepEqual(found(engine, "수출통제").slice(0, 1), ["glossary/export-control/"]);
});

for (const query of ["김치찌개 끓이는 법", "best pizza", "오늘 날씨", "", "?!", "\ud800"])
  test(`${JSON.stringify(query)} finds nothing`, () => assert.deepEqual(found(engine, query), []));

test("the names alone already answer", () =>
  assert.equal(found(named(), "수출통제")[0], "glossary/export-control/"));

test("a query without an answer has nearest terms", () => {
  assert.equal(engine.nearest("수츌퉁재", 3)[0]?.url, "glossary/export-control/");
});

test("every name finds its entry, however it is spaced or cased", () => {
  fc.assert(
    fc.property(anyName, fc.boolean(), ({ url, name }, upper) => {
      const spelled = name.replace(/\s/g, "");
      return found(engine, upper ? spelled.toUpperCase() : spelled)
        .slice(0, 2)
        .includes(url);
    }),
  );
});

test("every Korean name is found by its keystrokes on the Latin layout and by its initials", () => {
  fc.assert(
    fc.property(hangulName, ({ url, name }) => {
      const plain = name.replaceAll(" ", "");
      assert.ok(found(engine, toLatin(plain)).slice(0, 3).includes(url), toLatin(plain));
      assert.ok(found(engine, initials(plain)).slice(0, 3).includes(url), initials(plain));
    }),
  );
});

test("a name half typed answers as its beginning", () => {
  fc.assert(
    fc.property(hangulName, fc.nat(), ({ name }, at) => {
      const keys = keystrokes(name.replaceAll(" ", ""));
      const half = formOf(compose(keys.slice(0, 2 + (at % (keys.length - 2)))), 1);
      return likeness(half, nameOf(0, name, 1)) >= 0.8;
    }),
  );
});

test("any query is answered in order of score, once for each entry, without a freeze", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (query) => {
      const started = performance.now();
      const hits = engine.search(query);
      assert.ok(performance.now() - started < 1000);
      assert.equal(new Set(hits.map(({ entry }) => entry)).size, hits.length);
      assert.deepEqual(
        hits.map(({ score }) => score),
        hits.map(({ score }) => score).sort((a, b) => b - a),
      );
    }),
  );
});
