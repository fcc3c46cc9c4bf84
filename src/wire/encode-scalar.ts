/** A scalar as the text of a form or an XML element. XML knows integers in digits only, however large they are. */
export function encodeScalar(value: unknown): string {
  const text = String(value);
  return typeof value === "number" && text.includes("e+") ? BigInt(value).toString() : text;
}
