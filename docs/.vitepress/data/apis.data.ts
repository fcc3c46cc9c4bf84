import { API_FACTS, type ApiFacts } from "../../../src/bulk/target/api-facts.ts";

/** One row of the comparison: what is compared, and the answer of each API. */
export interface Row {
  readonly title: string;
  readonly values: readonly string[];
}

declare const data: { readonly apis: readonly string[]; readonly rows: readonly Row[] };

export { data };

const ROWS: Readonly<Record<string, (api: ApiFacts) => string>> = {
  "The call": ({ facts }) => `${facts.method} ${facts.path}`,
  "What it does": ({ facts }) =>
    facts.effect === "upsert" ? "creates a person, or updates the one there is" : "creates a person",
  "May be repeated": ({ facts }) => (facts.repeatSafe ? "yes" : "no: it could create a second one"),
  "A person is known by": ({ facts }) => facts.identity.join(" and "),
  "Must be there": ({ fields }) => namesOf(fields.filter(({ required }) => required)),
  Fields: ({ fields }) => {
    const aliases = fields.filter(({ aliasOf }) => aliasOf).length;
    return `${fields.length - aliases}${aliases > 0 ? `, and ${aliases} other names of them` : ""}`;
  },
  "Kept out of messages and logs": ({ fields }) =>
    `${fields.filter(({ rule }) => "sensitive" in rule && rule.sensitive).length} fields`,
  "The token travels": ({ facts }) => (facts.secret ? `in the ${facts.secret.in}` : "not documented"),
  "Requests are written as": ({ facts }) => [...new Set(facts.formats.map((one) => one.encoding))].join(", "),
  "Answers with": ({ facts }) => facts.reference ?? "nothing",
  Errors: ({ facts }) =>
    !facts.faults ? "not documented" : facts.faults.code ? "a code and a text" : "a text without a code",
  Address: ({ facts }) => facts.baseUrl ?? "yours, a setting",
};

function namesOf(fields: ApiFacts["fields"]): string {
  return fields.map(({ name }) => name).join(", ");
}

/** The facts of the documents, side by side. */
export default {
  load: () => ({
    apis: Object.keys(API_FACTS),
    rows: Object.entries(ROWS).map(([title, tell]) => ({
      title,
      values: Object.values(API_FACTS).map(tell),
    })),
  }),
};
