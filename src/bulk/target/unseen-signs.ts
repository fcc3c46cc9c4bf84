/** Controls, joiners, marks of direction, soft hyphens, and blanks that are no ordinary blank. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** Nearly every key; what has no other sign can hide nothing. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * What makes a value of a key another one although it looks the same, as where it was copied out of a web page; nothing where
 * that cannot be. An API takes it, and makes a second person of somebody whom it knows.
 */
export function unseenWarning(field: string, value: unknown): string | undefined {
  const text = String(value);
  if (PRINTABLE_ASCII.test(text)) return undefined;
  const signs = new Set(text.match(UNSEEN)?.map(codePoint));
  if (signs.size > 0)
    return `\`${field}\` holds what cannot be seen (${[...signs].join(", ")}); with it, this is somebody else`;
  if (text === text.normalize("NFC")) return undefined;
  return `\`${field}\` spells its accents apart from their letters (not NFC); so spelt, this is somebody else`;
}

function codePoint(sign: string): string {
  const hex = sign.codePointAt(0)?.toString(16).toUpperCase() ?? "";
  return `U+${hex.padStart(4, "0")}`;
}
