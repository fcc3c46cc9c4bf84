import { type Decoded, unreadable } from "./decoded.ts";

export function decodeJson(text: string): Decoded {
  try {
    return { value: JSON.parse(text), findings: [] };
  } catch (error) {
    // The engine's own message quotes the body, which holds a token.
    const [position] = / position \d+(?= \(line \d+ column \d+\)$|$)/.exec((error as Error).message) ?? [];
    return unreadable(`the body is not JSON${position ? `, see${position}` : ""}`);
  }
}
