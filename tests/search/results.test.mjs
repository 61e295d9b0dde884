/** What the page inserts as HTML: groups as Material expects them, and no markup but our own. */
import assert from "node:assert/strict";
import test from "node:test";
import { groups } from "../../docs/assets/javascripts/search/results.js";
import { complete, named } from "./pack.mjs";
import fc from "./steady.mjs";

const engine = complete();
const shown = (/** @type {string} */ query) => groups(engine, engine.search(query));
const OURS = /<(?:\/?mark|span class="search-other" lang="en"|\/span)>/g;

test("a result has the title, the other language's title and the category", () => {
  const [[item]] = shown("HBM");
  assert.equal(
    item.title,
    '고대역폭 메모리(HBM) <span class="search-other" lang="en">High-bandwidth memory (HBM)</span>',
  );
  assert.deepEqual(item.tags, ["용어"]);
});

test("a result shows the passage that matches, with the match marked", () => {
  const [[item]] = shown("밀수를 막는");
  assert.match(item.text, /칩 <mark>밀수를<\/mark> <mark>막는<\/mark>/);
});

test("an action comes in the group of its section, which heads it without a score", () => {
  const group = shown("위치 검증")[0];
  assert.deepEqual(
    group.map(({ location }) => location),
    ["plan/compute-controls/#a-3-3-1", "plan/compute-controls/"],
  );
  assert.deepEqual(
    group.map(({ score }) => score > 0),
    [true, false],
  );
});

test("an action that is asked for by its name comes first and alone", () => {
  const found = shown("글로벌 칩 수출통제 집행 강화");
  assert.deepEqual(
    found[0].map(({ location }) => location),
    ["plan/compute-controls/#a-3-3-2"],
  );
  const others = found.slice(1).flat().map(({ location }) => location);
  assert.ok(!others.includes("plan/compute-controls/#a-3-3-2"));
});

test("each group has one item without a fragment, as Material requires", () => {
  for (const group of shown("수출통제 집행 강화"))
    assert.equal(group.filter(({ location }) => !location.includes("#")).length, 1);
});

test("the target page highlights the name it uses, not what was typed", () => {
  assert.deepEqual(Object.keys(shown("ㅅㅊㅌㅈ")[0][0].terms), ["수출통제"]);
});

test("single digits and syllables of a query are not highlighted", () => {
  for (const item of shown("칩 수출통제 집행 1 강화").flat())
    for (const term of Object.keys(item.terms)) assert.ok(term.length > 1, term);
});

test("markup in titles, tags and texts arrives as text", () => {
  const [[item]] = shown("onerror alert");
  for (const html of [item.title, ...(item.tags ?? []), item.text])
    assert.doesNotMatch(html.replace(OURS, ""), /[<>]/);
});

test("whatever is typed, nothing but our own markup is shown", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("script", "수출통제 ", "<img src=x onerror=alert(1)>"),
      (text, start) => {
        for (const item of shown(start + text).flat())
          assert.doesNotMatch(
            [item.title, item.text, ...(item.tags ?? [])].join("").replace(OURS, ""),
            /[<>"']/,
          );
      },
    ),
  );
});

test("names alone are shown before the texts have arrived", () => {
  const small = named();
  assert.match(groups(small, small.search("수출통제"))[0][0].text, /국외 이전을/);
});
