/** Words of the same meaning: found for every form of a word, and for no other word. */
import assert from "node:assert/strict";
import test from "node:test";
import { Synonyms } from "../../docs/assets/javascripts/search/synonyms.js";

const groups = [
  ["훔치다", "절취"],
  ["짓다", "건설"],
  ["팔다", "판매"],
  ["모으다", "저장"],
  ["고르다", "선별"],
  ["걷다", "징수"],
  ["돕다", "지원"],
  ["나누다", "공유"],
  ["땅", "부지"],
  ["잇다", "연결"],
  ["buy", "procure"],
  ["close", "retire"],
  ["factory", "plant"],
  ["stop", "prevent"],
];
const synonyms = new Synonyms(groups);

for (const [forms, meaning] of [
  ["훔치는 훔쳐 훔쳐서 훔쳤던 훔친 훔칠 훔치고 훔쳤다 훔치지 훔칩니다", "절취"],
  ["짓는 짓기 지어 지은 지을 지었다", "건설"],
  ["파는 팔아 팔기 팝니다 팔려면", "판매"],
  ["모으는 모아 모은 모읍니다", "저장"],
  ["고르는 골라 고른", "선별"],
  ["걷는 걷기 걸어 걸은", "징수"],
  ["돕는 도와 도운 도울", "지원"],
  ["나누기 나눠 나눈 나누어", "공유"],
  ["땅 땅을 땅에서", "부지"],
  ["잇는 이어 이어서 이은 이어졌다", "연결"],
  ["buy buys buying", "procure"],
  ["close closes closed closing", "retire"],
  ["factory factories", "plant"],
  ["stop stops stopped stopping", "prevent"],
])
  for (const form of forms.split(" "))
    test(`${form} means ${meaning}`, () => assert.ok(synonyms.of(form).has(meaning)));

for (const word of ["훔", "지구", "파동", "모자", "땅콩", "걸그룹", "이어폰", "bus", "stopwatch", "closet", ""])
  test(`‘${word}’ means nothing else`, () => assert.deepEqual(synonyms.of(word), new Set()));

test("a verb that means the same is given as its stem", () => {
  assert.deepEqual(synonyms.of("절취"), new Set(["훔치"]));
});
