/** What two spellings of one name share: letters and digits, whatever their case and what stands between them. */
export function normalizeName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
