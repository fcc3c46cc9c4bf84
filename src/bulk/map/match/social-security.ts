/** As a word of its own, or at an end of one, as in `SPBPERS_SSN` and `SSNLAST4`; `business_name` holds the letters too. */
const WORD = /^ssn|ssn$|^sin(no|num|nbr|number)?\d*$|^ss#$/;

/** With everything but letters and digits left out. */
const WHOLE =
  /^(ssn|sin|nas|ss(no|num|nbr|number))\d*$|(social|soc)(security|insurance|sec)|assurancesociale/;

const CAMEL_CASE = /(\p{Ll})(\p{Lu})/gu;

/**
 * Whether a column says that it holds social-security numbers, or the social-insurance numbers of Canada, in whatever
 * spelling. They have no business in any of the APIs.
 */
export function holdsSocialSecurity(column: string): boolean {
  const name = column.normalize("NFKC");
  const words = name.replace(CAMEL_CASE, "$1 $2").toLowerCase();
  if (WHOLE.test(words.replace(/[^\p{L}\p{N}]/gu, ""))) return true;
  return words.split(/[^\p{L}\p{N}#]+/u).some((word) => WORD.test(word));
}
