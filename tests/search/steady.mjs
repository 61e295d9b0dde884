/** fast-check with the same examples at every run, so that a red run says something of the change it tests. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20250723 });

export default fc;
