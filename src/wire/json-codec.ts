import type { Codec } from "./codec.ts";

export const jsonCodec: Codec = {
  encoding: "json",
  accept: "application/json",
  encode: (body) => JSON.stringify(body),
  decode: parseJson,
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
