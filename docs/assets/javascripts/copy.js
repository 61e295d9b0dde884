/**
 * Copy buttons for citations. Adds a button to every block of `.cite-box`, which is readable without it; says in a
 * live region that the text was copied; opens the page's own box for who comes by its address. Knows nothing of what
 * is cited.
 */

const WORDS = document.documentElement.lang === "ko"
  ? { copy: "복사", copied: "복사했습니다.", failed: "복사하지 못했습니다. 글을 골라 직접 복사하세요." }
  : { copy: "Copy", copied: "Copied.", failed: "Copying failed. Select the text and copy it yourself." };

/** @returns {HTMLElement} a live region that screen readers read out */
function liveRegion() {
  const region = document.createElement("p");
  region.setAttribute("role", "status");
  region.className = "visually-hidden";
  document.body.append(region);
  return region;
}

/**
 * @param {HTMLElement} block the text to copy
 * @param {string} label what the text is, for the button's name
 * @param {HTMLElement} region where success is said
 */
function addButton(block, label, region) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = WORDS.copy;
  button.setAttribute("aria-label", `${WORDS.copy}: ${label}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.textContent ?? "");
      region.textContent = WORDS.copied;
    } catch {
      region.textContent = WORDS.failed;
      getSelection()?.selectAllChildren(block);
    }
  });
  block.before(button);
}

const boxes = document.querySelectorAll(".cite-box");
if (boxes.length > 0) {
  const region = liveRegion();
  for (const block of document.querySelectorAll(".cite-box pre")) {
    const label = block.closest("dd")?.previousElementSibling?.textContent ?? "";
    addButton(/** @type {HTMLElement} */ (block), label, region);
  }
}

/** Opens the box that the address names. */
function openNamed() {
  const summary = location.hash === "#cite" ? document.getElementById("cite") : null;
  if (!(summary?.parentElement instanceof HTMLDetailsElement)) return;
  summary.parentElement.open = true;
  summary.focus();
}

addEventListener("hashchange", openNamed);
document.querySelector(".cite-link")?.addEventListener("click", () => {
  if (location.hash === "#cite") openNamed();
});
openNamed();
