/** What can be spelled in another way. Most addresses have nothing of it, and a roster has a million of them. */
const CAPITAL_OR_FOREIGN = /[A-Z\u0080-\uffff]/;

/**
 * An e-mail address as it is compared with others, which is not as it is sent: without letter case, and composed. A
 * standard leaves letter case to whoever takes the mail, and hardly anybody tells people apart by it. States keep what this
 * returns: whoever changes it adds a step that brings them along (`state/sqlite/schema.ts`).
 */
export function foldEmail(address: string): string {
  return CAPITAL_OR_FOREIGN.test(address) ? address.toLowerCase().normalize("NFC") : address;
}
