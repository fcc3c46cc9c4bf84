/** More frames say no more of where a bug is. */
const MAX_FRAMES = 12;
/** How deep causes are followed; a cycle ends there. */
const MAX_CAUSES = 3;

const FRAME = /^ {4}at /;
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Describes an error that nobody expected: its name, and where it comes from. Its message may hold what stood in a cell,
 * or what an API answered, so it is shown only where it was asked for.
 */
export function describeCrash(error: unknown, showMessages: boolean): string {
  return describeCauses(error, showMessages, MAX_CAUSES).join("\n");
}

function describeCauses(error: unknown, showMessages: boolean, depth: number): string[] {
  if (!(error instanceof Error))
    return [`${typeof error} was thrown${showMessages ? `: ${String(error)}` : ""}`];
  const { name, message, stack = "", cause } = error;
  const own = [`${title(name, error)}${showMessages ? `: ${message}` : ""}`, ...framesOf(stack, message)];
  if (!(cause instanceof Error) || depth === 0) return own;
  const [first, ...rest] = describeCauses(cause, showMessages, depth - 1);
  return [...own, `caused by ${first}`, ...rest];
}

/** Names and codes are words of a program; anything else in their place is not shown. */
function title(name: string, error: Error): string {
  const { code } = error as { code?: unknown };
  const shown = NAME.test(name) ? name : "Error";
  return typeof code === "string" && NAME.test(code) ? `${shown} ${code}` : shown;
}

/** The message goes first: a line of it could look like a frame. */
function framesOf(stack: string, message: string): string[] {
  const at = message === "" ? 0 : stack.indexOf(message);
  const frames = at < 0 ? "" : stack.slice(at + message.length);
  return frames
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES);
}
