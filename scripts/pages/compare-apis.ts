import { API_FACTS, type ApiFacts } from "../../src/bulk/target/api-facts.ts";
import { code, markdownTable } from "./markdown-table.ts";

const ROWS: Readonly<Record<string, (api: ApiFacts) => string>> = {
  "The call": ({ facts }) => code(`${facts.method} ${facts.path}`),
  "What it does": ({ facts }) =>
    facts.effect === "upsert" ? "creates a person, or updates the one there is" : "creates a person",
  "May be repeated": ({ facts }) => (facts.repeatSafe ? "yes" : "no: it could create a second one"),
  "A person is known by": ({ facts }) => facts.identity.map(code).join(" and "),
  "Must be there": ({ fields }) => namesOf(fields.filter(({ required }) => required)),
  Fields: ({ fields }) => {
    const aliases = fields.filter(({ aliasOf }) => aliasOf).length;
    return `${fields.length - aliases}${aliases > 0 ? `, and ${aliases} other names of them` : ""}`;
  },
  "Kept out of messages and logs": ({ fields }) =>
    `${fields.filter(({ rule }) => "sensitive" in rule && rule.sensitive).length} fields`,
  "The token travels": ({ facts }) => (facts.secret ? `in the ${facts.secret.in}` : "not documented"),
  "Requests are written as": ({ facts }) => [...new Set(Object.values(facts.formats))].join(", "),
  "Answers with": ({ facts }) => (facts.reference === undefined ? "nothing" : code(facts.reference)),
  Errors: ({ facts }) =>
    !facts.faults ? "not documented" : facts.faults.code ? "a code and a text" : "a text without a code",
  Address: ({ facts }) => (facts.baseUrl === undefined ? "yours, a setting" : code(facts.baseUrl)),
};

/** The facts of the documents, side by side. */
export function compareApis(): string {
  const rows = Object.entries(ROWS).map(([title, tell]) => [
    `**${title}**`,
    ...Object.values(API_FACTS).map(tell),
  ]);
  return markdownTable(["", ...Object.keys(API_FACTS).map(code)], rows);
}

function namesOf(fields: ApiFacts["fields"]): string {
  return fields.map(({ name }) => code(name)).join(", ");
}
