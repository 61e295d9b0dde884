/** What a reader may have meant: endings, question words, layouts, names of letters. */
import assert from "node:assert/strict";
import test from "node:test";
import { content, isParticle, stems } from "../../docs/assets/javascripts/search/endings.js";
import { readings } from "../../docs/assets/javascripts/search/query.js";

const KNOWN = ["수출통제", "환각", "hbm", "export", "control", "ai", "기본법", "fdpr"];
const knows = (/** @type {string} */ word) => KNOWN.some((known) => known.startsWith(word));
const plain = (/** @type {string} */ query) =>
  readings(query, knows).flatMap(({ forms }) => forms.map((form) => form.plain));

for (const [word, ...expected] of [
  ["수출통제에서는", "수출통제에서", "수출통제"],
  ["기업들이", "기업들", "기업"],
  ["규제하려면", "규제하려", "규제"],
  ["회의", "회"],
  ["controls", "control"],
  ["통제"],
])
  test(`${word} may stand for ${expected.join(", ") || "itself only"}`, () =>
    assert.deepEqual(stems(word), expected));

for (const word of ["은", "에서는", "이란", "들의"])
  test(`${word} is a particle`, () => assert.ok(isParticle(word)));
for (const word of ["법", "통제", "는다"]) test(`${word} is no particle`, () => assert.ok(!isParticle(word)));

test("a question keeps what it is about", () => {
  assert.deepEqual(content(["what", "is", "hbm"]), ["hbm"]);
  assert.deepEqual(content(["수출통제가", "뭐야"]), ["수출통제가"]);
  assert.deepEqual(content(["2차", "관세", "말고", "2차", "제재"]), ["2차", "제재"]);
  assert.deepEqual(content(["tariffs", "but", "not", "sanctions"]), ["tariffs"]);
  assert.deepEqual(content(["goods", "not", "on", "a", "list"]), ["goods", "list"]);
});

test("a question of question words only keeps them all", () =>
  assert.deepEqual(content(["왜", "뭐"]), ["왜", "뭐"]));

for (const [query, form] of [
  ["수출통제를", "수출통제"],
  ["수출통제가 뭐야", "수출통제"],
  ["수출 통제", "수출통제"],
  ["tncnfxhdwp", "수출통제"],
  ["ㅗㅠㅡ", "hbm"],
  ["먀 기본법", "ai기본법"],
  ["ㄷ테ㅐㄱㅅ 채ㅜㅅ개ㅣ", "exportcontrol"],
  ["에프디피알이", "fdpr"],
])
  test(`${query} may mean ${form}`, () => assert.ok(plain(query).includes(form), plain(query).join(" ")));

test("known words keep their layout", () => assert.deepEqual(plain("hbm"), ["hbm"]));
test("the most literal reading comes first", () => assert.equal(plain("tncnfxhdwp")[0], "tncnfxhdwp"));
for (const nothing of ["", "   ", "?!", "\u200b"])
  test(`${JSON.stringify(nothing)} means nothing`, () => assert.deepEqual(readings(nothing, knows), []));
