import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** V8's two halves for new objects: who is on the way is gone before a half is full, so that hardly anything grows old. */
const NEW_SPACE_BYTES = 16_000_000;

/** So much may have grown old since somebody looked at it last. */
const MAX_GROWN_BYTES = 6_000_000;

const INTERVAL_MS = 100;

/**
 * With these, compiling the parser of answers takes 10 MB less, which V8 would keep; and while new objects are looked
 * through, which takes half a millisecond, no other thread is woken. Every Node that we know has them: it complains of
 * those that it lacks on standard error.
 */
const FLAGS = ["--no-wasm-loop-unrolling", "--no-wasm-loop-peeling", "--no-parallel-scavenge"];

/**
 * Keeps the memory of a run small. Left alone, V8 makes room for more than 100 MB of new objects before it looks at any, and
 * lets old ones gather as long as there is memory. It costs some milliseconds for each ten thousand people. Ends with the
 * process.
 */
export function boundMemory(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let leastBytes = Number.POSITIVE_INFINITY;

  function look(): void {
    // It grows by doubling, and has no other bound that can be set while a program runs.
    if (sizeOf("new_space").space_size >= NEW_SPACE_BYTES) setFlagsFromString("--semi-space-growth-factor=1");
    if (oldBytes() > leastBytes + MAX_GROWN_BYTES) {
      collect();
      leastBytes = Number.POSITIVE_INFINITY;
    }
    leastBytes = Math.min(leastBytes, oldBytes());
  }
  setInterval(look, INTERVAL_MS).unref();
}

function oldBytes(): number {
  return sizeOf("old_space").space_used_size + getHeapStatistics().external_memory;
}

function sizeOf(space: string) {
  const found = getHeapSpaceStatistics().find(({ space_name }) => space_name === space);
  return found ?? { space_size: 0, space_used_size: 0 };
}
