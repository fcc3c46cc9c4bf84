import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * V8's two halves for new objects, about: they double by themselves, and nobody looks in between. Who is on the way is gone
 * before a half is full, so that hardly anything grows old.
 */
const NEW_SPACE_BYTES = 16_000_000;

/** So much more may have grown old since somebody looked at it last: bytes, or a share where much of it lives. */
const MAX_GROWN_BYTES = 6_000_000;
const MAX_GROWN_SHARE = 0.25;

const INTERVAL_MS = 100;

/**
 * With these, compiling the parser of answers takes 10 MB less, which V8 would keep; and while new objects are looked
 * through, which takes half a millisecond, no other thread is woken. Node complains on standard error of a flag that it does
 * not know; a test holds every supported one to silence.
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
    if (oldBytes() > leastBytes + Math.max(MAX_GROWN_BYTES, MAX_GROWN_SHARE * leastBytes)) {
      collect();
      leastBytes = Number.POSITIVE_INFINITY;
    }
    leastBytes = Math.min(leastBytes, oldBytes());
  }
  setInterval(look, INTERVAL_MS).unref();
}

function oldBytes(): number {
  const objects = sizeOf("old_space").space_used_size + sizeOf("large_object_space").space_used_size;
  return objects + getHeapStatistics().external_memory;
}

function sizeOf(space: string) {
  const found = getHeapSpaceStatistics().find(({ space_name }) => space_name === space);
  return found ?? { space_size: 0, space_used_size: 0 };
}
