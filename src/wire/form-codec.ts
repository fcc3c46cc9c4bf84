import type { Codec } from "./codec.ts";
import { encodeForm } from "./encode-form.ts";
import { jsonCodec } from "./json-codec.ts";

/** Requests are forms; no API of ours answers with one. */
export const formCodec: Codec = { ...jsonCodec, encoding: "form", encode: encodeForm };
