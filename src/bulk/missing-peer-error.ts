/** A package that only some files need is not installed; the message says how to install it. */
export class MissingPeerError extends Error {
  override readonly name = "MissingPeerError";
}
