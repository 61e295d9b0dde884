/** What Material's inline script in the page's head gives to ours: a store in the reader's browser. */
interface Window {
  __md_get(key: string): unknown;
  __md_set(key: string, value: unknown): void;
}
