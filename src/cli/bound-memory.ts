import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So much of the heap is allowed to be garbage that nobody has looked at. A run itself needs about 25 MB. */
const MAX_HEAP_BYTES = 48_000_000;

const INTERVAL_MS = 100;

/**
 * Keeps the memory of a run small. Left alone, V8 lets a heap grow to hundreds of megabytes before it collects what is old,
 * and people in flight grow old. It costs some milliseconds for each ten thousand people. Ends with the process.
 */
export function boundMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const timer = setInterval(() => {
    if (process.memoryUsage().heapUsed > MAX_HEAP_BYTES) collect();
  }, INTERVAL_MS);
  timer.unref();
}
