/**
 * Lighthouse for one address after another: `node audits.mjs CHROMIUM FLAGS CATEGORIES`, an address on each line of
 * the input, its report as JSON on a line of the output, or an empty line where Lighthouse gave up. One process
 * for all of them, because loading Lighthouse takes as long as a third of an audit; the browser is new for each.
 */
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, flags, categories] = process.argv.slice(2);
for await (const url of createInterface({ input: process.stdin })) {
  const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...flags.split(" ")] });
  try {
    const options = { port: chrome.port, onlyCategories: categories.split(","), disableFullPageScreenshot: true };
    const result = await lighthouse(url, options);
    console.log(JSON.stringify(result?.lhr ?? ""));
  } catch (error) {
    console.error(String(error));
    console.log('""');
  } finally {
    chrome.kill();
  }
}
