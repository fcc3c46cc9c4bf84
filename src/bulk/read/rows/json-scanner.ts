/**
 * What a byte means for the elements of an array: it is part of one; it lies between two; it parts two; it begins one
 * although nothing parts it from the one before; it closes the array; it cannot stand here in any JSON.
 */
export type JsonStep = "inside" | "between" | "parts" | "begins" | "closes" | "broken";

const code = (character: string) => character.charCodeAt(0);
const [LF, CR, SPACE, QUOTE, BACKSLASH] = [code("\n"), code("\r"), code(" "), code('"'), code("\\")];
const [COLON, COMMA] = [code(":"), code(",")];
const [BRACE, BRACKET, END_BRACE, END_BRACKET] = [code("{"), code("["), code("}"), code("]")];

/** Follows the brackets and quotes of a JSON array, below its opening bracket, byte by byte. Judges nothing else. */
export function createJsonScanner(): { readonly step: (byte: number) => JsonStep } {
  const open: number[] = [];
  let isText = false;
  let isEscaped = false;
  let last = COMMA;

  function step(byte: number): JsonStep {
    if (isText) return stepText(byte);
    if (byte <= SPACE) return open.length === 0 ? "between" : "inside";
    const before = last;
    last = byte;
    if (byte === QUOTE) isText = true;
    if (byte === BRACE || byte === BRACKET) return begin(byte, before);
    if (byte === END_BRACE || byte === END_BRACKET) return end(byte);
    return byte === COMMA && open.length === 0 ? "parts" : "inside";
  }

  function stepText(byte: number): JsonStep {
    // No text holds a line end, so a quote that is missing is noticed at the end of its line.
    if (byte === LF || byte === CR) return "broken";
    if (byte === QUOTE && !isEscaped) isText = false;
    isEscaped = byte === BACKSLASH && !isEscaped;
    return "inside";
  }

  function begin(byte: number, before: number): JsonStep {
    const isValue = open.at(-1) !== BRACE || before === COLON;
    if (!isValue) return "broken";
    open.push(byte);
    return open.length === 1 && before !== COMMA ? "begins" : "inside";
  }

  function end(byte: number): JsonStep {
    if (open.length === 0 && byte === END_BRACKET) return "closes";
    return open.pop() === (byte === END_BRACE ? BRACE : BRACKET) ? "inside" : "broken";
  }

  return { step };
}
