/** What a reader may have meant: endings, question words, layouts, names of letters. */
import assert from "node:assert/strict";
import test from "node:test";
import { isParticle, stems } from "../../docs/assets/javascripts/search/endings.js";
import { affirmed, content, readings } from "../../docs/assets/javascripts/search/query.js";

const KNOWN = ["수출통제", "환각", "hbm", "export", "control", "ai", "기본법", "fdpr", "재", "칩"];
const ASIDES = new Set(["what", "is", "on", "a", "but", "뭐", "뭐야", "왜", "뜻", "있는", "설명", "주세요"]);
const site = {
  knows: (/** @type {string} */ word) => KNOWN.some((known) => known.startsWith(word)),
  has: (/** @type {string} */ word) => KNOWN.includes(word),
  asides: ASIDES,
  abbreviate: (/** @type {string} */ plain) => plain.replace("인공지능", "ai"),
};
const plain = (/** @type {string} */ query) =>
  readings(query, site).flatMap(({ forms }) => forms.map((form) => form.plain));

for (const [word, ...expected] of [
  ["수출통제에서는", "수출통제에서", "수출통제"],
  ["환각에서부터", "환각에서", "환각"],
  ["기업들이", "기업들", "기업"],
  ["규제하려면", "규제하려", "규제"],
  ["회의", "회"],
  ["controls", "control"],
  ["통제"],
])
  test(`${word} may stand for ${expected.join(", ") || "itself only"}`, () =>
    assert.deepEqual(stems(word), expected));

for (const word of ["은", "에서는", "이란", "들의", "이라는게", "만을", "까지만의", "이야말로"])
  test(`${word} is a particle`, () => assert.ok(isParticle(word)));
for (const word of ["법", "통제", "는다"]) test(`${word} is no particle`, () => assert.ok(!isParticle(word)));

for (const [question, subject] of [
  ["what is hbm", "hbm"],
  ["수출통제가 뭐야", "수출통제가"],
  ["수출통제 뜻이야", "수출통제"],
  ["환각 설명해 주세요", "환각"],
  ["goods on a list", "goods list"],
  ["onion allies", "onion allies"],
  ["왜 뭐", "왜 뭐"],
])
  test(`"${question}" is about ${subject}`, () =>
    assert.deepEqual(content(question.split(" "), ASIDES), subject.split(" ")));

for (const [query, meant] of [
  ["2차 관세 말고 2차 제재", "2차 제재"],
  ["tariffs but not sanctions", "tariffs but"],
  ["goods not on a list", "goods not on a list"],
])
  test(`"${query}" asks for ${meant}`, () =>
    assert.deepEqual(affirmed(query.split(" "), ASIDES), meant.split(" ")));

for (const [query, form] of [
  ["수출통제를", "수출통제"],
  ["수출통제가 뭐야", "수출통제"],
  ["수출 통제", "수출통제"],
  ["tncnfxhdwp", "수출통제"],
  ["ㅗㅠㅡ", "hbm"],
  ["먀 기본법", "ai기본법"],
  ["ㄷ테ㅐㄱㅅ 채ㅜㅅ개ㅣ", "exportcontrol"],
  ["에프디피알이", "fdpr"],
  ["에이치 비 엠", "hbm"],
  ["인공지능 기본법", "ai기본법"],
  ["환각 있는 hbm 뜻", "환각있는hbm"],
  ["AIclq", "ai칩"],
  ["wo tncnf", "재수출"],
  ["ghksrkr t", "환각ㅅ"],
  ["tncnf·qkseh", "수출반도"],
  ["tncqnfxhdwp", "숯불통제"],
  ["ghksr", "환ㄱ"],
  ["tcxw", "ㅅㅊㅌㅈ"],
  ["ㅗㅠㅡ은", "hbm"],
])
  test(`${query} may mean ${form}`, () => assert.ok(plain(query).includes(form), plain(query).join(" ")));

test("known words keep their layout", () => assert.deepEqual(plain("hbm"), ["hbm"]));
test("the most literal reading comes first", () => assert.equal(plain("tncnfxhdwp")[0], "tncnfxhdwp"));
for (const nothing of ["", "   ", "?!", "\u200b"])
  test(`${JSON.stringify(nothing)} means nothing`, () => assert.deepEqual(readings(nothing, site), []));
