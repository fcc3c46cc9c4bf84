/** The person asked for something that cannot be done as it was asked; the message says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
