import type { Codec } from "../wire/codec.ts";
import { ConfigurationError } from "./errors.ts";

/** The format that a client shall speak: the one that is asked for, or else the first that it can. */
export function chooseCodec(codecs: readonly [Codec, ...Codec[]], format: string | undefined): Codec {
  const found = format === undefined ? codecs[0] : codecs.find(({ encoding }) => encoding === format);
  if (found) return found;
  const known = codecs.map(({ encoding }) => encoding).join(" or ");
  throw new ConfigurationError({
    message: `format must be ${known}, and ${JSON.stringify(format)} came`,
    setting: "format",
  });
}
