/** What each exit code means; scripts rely on them. */
export const EXIT_CODES = {
  0: "everybody was pushed",
  1: "some people were rejected, or got no answer",
  2: "the command line, the settings or the file cannot be used",
  4: "the API refused everybody: the token, the tenant or the address is wrong",
  5: "the API could not be reached",
  70: "a bug of userpush",
  130: "interrupted by Ctrl-C",
  143: "terminated",
} as const;

export type ExitCode = keyof typeof EXIT_CODES;
