import { faults } from "./faults.ts";
import { inferred } from "./inferred.ts";
import { samples } from "./samples.ts";

/** What a reader of the pages sees and no other tool does: samples, faults, and reasons. */
export default function renderPlugin() {
  return {
    id: "render",
    decorators: {
      oas3: {
        faults: () => faults,
        inferred,
        samples: () => samples,
      },
    },
  };
}
