import type { Respond } from "../answer-by-document.ts";
import type { Departure } from "./departure.ts";
import type { JudgeAnswer } from "./judge-answer.ts";

/** What went over a proxy: how long the answer took, and how it departs from the document. */
export interface Passage {
  readonly departures: readonly Departure[];
  readonly elapsedMs: number;
}

/**
 * The validation proxy: an answer passes as it came, byte for byte, and what is wrong with it is told to `report`.
 * The request was examined before; answers to paths that no document knows are not judged.
 */
export function holdToDocument(
  respond: Respond,
  judge: JudgeAnswer,
  report: (passage: Passage) => void,
): Respond {
  return async function pass(examined, request) {
    const start = performance.now();
    const answer = await respond(examined, request);
    const elapsedMs = performance.now() - start;
    const departures = examined.route ? await judge(examined.route, answer) : [];
    report({ departures, elapsedMs });
    return answer;
  };
}
