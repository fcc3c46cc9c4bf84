import { createJsonScanner, type JsonStep } from "./json-scanner.ts";
import { MAX_ROW_BYTES } from "./line-cutter.ts";
import { AFTER_ARRAY, ARRAY_NOT_CLOSED, NO_OBJECT, TOO_LONG } from "./malformed.ts";
import { findObjectLine, indentOf, lastBlanks } from "./object-lines.ts";

const NOTHING = Buffer.alloc(0);

export interface ElementSink {
  readonly onElement: (text: Buffer) => void;
  readonly onFault: (reason: string) => void;
}

/**
 * Cuts a JSON array, below its opening bracket, into its elements. One whose brackets or quotes make no sense ends where
 * a line begins with `{` and is indented no deeper: nothing else tells where the next one is.
 */
export function createElementCutter({ onElement, onFault }: ElementSink) {
  let scanner = createJsonScanner();
  /** An element from its beginning; where elements are lost, the last line. */
  let text: Buffer = NOTHING;
  /** Faults of what is too long, lost or after the array are told when that begins. */
  let phase: "between" | "element" | "tooLong" | "lost" | "after" | "ignored" = "between";
  let start = 0;
  let indent = 0;

  function add(bytes: Buffer): void {
    if (phase === "ignored") return;
    const from = text.length;
    text = from === 0 ? bytes : Buffer.concat([text, bytes]);
    if (phase === "after") close(0);
    else scan(phase === "lost" ? resume(0) : from);
    while (phase === "element" && text.length - start > MAX_ROW_BYTES) giveUp();
    text = Buffer.from(kept());
    start = 0;
  }

  function end(): void {
    while (phase === "element") scan(recover(start, ARRAY_NOT_CLOSED));
    if (phase === "between") onFault(ARRAY_NOT_CLOSED);
  }

  function scan(from: number): void {
    for (let at = from; at < text.length; ) at = take(at, scanner.step(text[at] ?? 0));
  }

  /** Where to go on. */
  function take(at: number, step: JsonStep): number {
    if (step === "broken") return recover(phase === "element" ? start : at, NO_OBJECT);
    if (step === "parts" || step === "begins" || step === "closes") finish(at, step);
    if (step === "begins" || (step === "inside" && phase === "between")) begin(at);
    return step === "closes" ? close(at + 1) : at + 1;
  }

  function begin(at: number): void {
    phase = "element";
    start = at;
    indent = indentOf(text, at) ?? indent;
  }

  function finish(at: number, step: JsonStep): void {
    if (phase === "element") onElement(text.subarray(start, at));
    if (phase === "between" && step === "parts") onFault(NO_OBJECT);
    phase = "between";
  }

  function close(from: number): number {
    const isBlank = text.toString("latin1", from).trim() === "";
    if (!isBlank) onFault(AFTER_ARRAY);
    phase = isBlank ? "after" : "ignored";
    return text.length;
  }

  function recover(from: number, reason: string): number {
    if (phase !== "tooLong") onFault(reason);
    phase = "lost";
    return resume(from + 1);
  }

  function resume(from: number): number {
    const at = findObjectLine({ text, from, indent });
    if (at === undefined) return text.length;
    scanner = createJsonScanner();
    phase = "between";
    return at;
  }

  function giveUp(): void {
    const isSwallowing = findObjectLine({ text, from: start + 1, indent }) !== undefined;
    if (isSwallowing) {
      scan(recover(start, TOO_LONG));
    } else {
      onFault(TOO_LONG);
      phase = "tooLong";
    }
  }

  function kept(): Buffer {
    if (phase === "element") return text.subarray(start);
    // The blanks of a line may come in one chunk, and its bracket in the next.
    return phase === "lost" || phase === "between" ? lastBlanks(text) : NOTHING;
  }

  return { add, end };
}
