import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So much of the heap may be garbage that nobody has looked at. A run itself needs about 20 MB. */
const MAX_HEAP_BYTES = 30_000_000;

const INTERVAL_MS = 100;

/**
 * Keeps the memory of a run small. Left alone, V8 makes room for more than 100 MB of new objects before it looks at any, and
 * lets old ones gather as long as there is memory; people in flight grow old. It costs some milliseconds for each ten
 * thousand people. Ends with the process.
 */
export function boundMemory(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const timer = setInterval(() => {
    if (process.memoryUsage().heapUsed > MAX_HEAP_BYTES) collect();
  }, INTERVAL_MS);
  timer.unref();
}
