// A run in a process of its own: `node child.ts FILE DESTINATION COMMAND`. It prints a line for each step, and is killed.
import { openState } from "../../../src/bulk/state/open-state.ts";

const [file = "", destination = "", command = ""] = process.argv.slice(2);
const SOURCE = "roster.csv";
const GROUP = 20;

const state = openState({ file, destination });
const keyOf = (index: number) => `p${String(index).padStart(6, "0")}`;

if (command === "hold") console.log("held");
if (command === "write") writeForever();
setInterval(() => {}, 1_000);

/** Tells each group before it is intended and after it is settled. */
function writeForever(): void {
  state.beginRun({ source: SOURCE, allowed: { new: 1, changed: 0 }, input: "a digest" });
  for (let first = 0; ; first += GROUP) {
    const keys = Array.from({ length: GROUP }, (_, index) => keyOf(first + index));
    state.intend(SOURCE, keys);
    process.stdout.write(`intended ${first + GROUP}\n`);
    const confirmed = keys.map((key) => {
      const record = { unique_id: key };
      return { key, reference: undefined, ...state.hasher.all(record, state.hasher.record(record)) };
    });
    state.settle(SOURCE, { confirmed, refused: [] });
    process.stdout.write(`settled ${first + GROUP}\n`);
  }
}
