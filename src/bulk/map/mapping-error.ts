/** A mapping cannot be understood, or not with this API; the message names its file, the line, and what was expected. */
export class MappingError extends Error {
  override readonly name = "MappingError";
}
