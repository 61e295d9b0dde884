/**
 * Where the worker starts. Material starts a classic worker, which may import modules but not be one; messages wait
 * until the module has arrived.
 */
const worker = import("./worker.js");

addEventListener("message", (event) => worker.then(({ receive }) => receive(event.data)));
