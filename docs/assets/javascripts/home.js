/**
 * The home page's way into the site's search: the wide button opens the search box, an example is typed into it.
 * Without this script the page offers the glossary instead.
 */

const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
/** @type {HTMLElement | null} the button that opened the search, to which the focus returns */
let opener = null;

/** @param {HTMLElement} button Opens the site's search, as the header's own button does, with the button's query typed in. */
function search(button) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  document.getElementById("search-button")?.click();
  opener = button;
  if (!button.dataset.query) return;
  input.value = button.dataset.query;
  // The event after which Material reads the box.
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

for (const button of document.querySelectorAll(".home-search button")) {
  button.addEventListener("click", () => search(/** @type {HTMLElement} */ (button)));
}
toggle.addEventListener("change", () => {
  if (toggle.checked) return;
  opener?.focus();
  opener = null;
});
