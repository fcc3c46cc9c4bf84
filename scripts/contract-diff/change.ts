/** How much a change asks of those who call the API; as in semver, `major` breaks them. */
export type Impact = "major" | "minor" | "patch";

/** One difference between two versions of a document. */
export interface Change {
  readonly impact: Impact;
  /** Where, as a JSON pointer into the document. */
  readonly place: string;
  readonly message: string;
}
