/** What each exit code means; scripts rely on them. */
export const EXIT_CODES = {
  0: "all is well: everybody was delivered, or is unchanged",
  1: "some people were rejected, or may or may not have been delivered",
  2: "the command line, the settings or the file cannot be used",
  3: "a brake stopped the run, and nothing was sent",
  4: "the API refused everybody: the token, the tenant or the address is wrong",
  5: "the API could not be reached, or only failed or asked to wait",
  6: "another run holds the state",
  7: "the API answers otherwise than its document says",
  8: "the run had begun, and it or one of its files could not be completed",
  70: "a bug of userpush",
  129: "the terminal was closed",
  130: "interrupted by Ctrl-C",
  143: "terminated",
} as const;

export type ExitCode = keyof typeof EXIT_CODES;
