import { encodeScalar } from "./encode-scalar.ts";

/** Writes a form; arrays of objects in the manner of Rails: `custom_attributes[][key]=age`. */
export function encodeForm(body: object): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (Array.isArray(value)) appendArray(pairs, name, value);
    else if (value !== undefined) pairs.append(name, encodeScalar(value));
  }
  return pairs.toString();
}

function appendArray(pairs: URLSearchParams, name: string, items: readonly object[]): void {
  for (const item of items) {
    for (const [member, value] of Object.entries(item)) {
      if (value !== undefined) pairs.append(`${name}[][${member}]`, encodeScalar(value));
    }
  }
}
