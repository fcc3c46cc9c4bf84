import { FAULT_CLASSES, FAULT_RULES } from "../../src/contract/fault.ts";
import { type Context, isObject, type Node } from "./visitor.ts";

/** The fault table is complete: every code has a class, a meaning and a remedy, and stands there once. */
export const faults = {
  Schema(schema: Node, context: Context): void {
    const extension = schema["x-faults"];
    if (extension === undefined) return;
    if (!isObject(extension)) {
      context.report({ message: "x-faults must name the members of the error body" });
      return;
    }
    checkMembers(schema, extension, context);
    const rows = list(extension["table"]);
    for (const row of rows) checkRow(row, context);
    checkAnswers(
      list(extension["answers"]),
      rows.flatMap((row) => list(row["codes"])),
      context,
    );
  },
};

function checkMembers(schema: Node, extension: Node, { report }: Context): void {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  for (const member of ["message", "code"]) {
    if (member === "code" && !("code" in extension)) continue;
    if (!(String(extension[member]) in properties)) {
      report({ message: `x-faults.${member} must name a member of the error body` });
    }
  }
}

function checkRow(row: Node, { report }: Context): void {
  const codes = list(row["codes"]);
  const name = `x-faults: fault ${codes.join(", ")}`;
  if (codes.length === 0 || !codes.every(Number.isInteger))
    report({ message: "x-faults: a row must list its codes" });
  if (!FAULT_CLASSES.some((one) => one === row["class"]))
    report({ message: `${name} must have a class: ${FAULT_CLASSES.join(", ")}` });
  for (const text of ["meaning", "remedy"]) {
    if (typeof row[text] !== "string") report({ message: `${name} must have a ${text}` });
  }
}

function checkAnswers(answers: Node[], codes: unknown[], { report }: Context): void {
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  for (const code of repeated) report({ message: `x-faults: fault ${code} stands in the table twice` });
  for (const answer of answers) {
    if (!codes.includes(answer["code"]))
      report({ message: `x-faults.answers: ${answer["code"]} is not in the table` });
    if (list(answer["rules"]).includes("unique") && answer["field"] === undefined)
      report({ message: "x-faults.answers: what must be unique is a field" });
    for (const rule of list(answer["rules"]).filter((one) => !FAULT_RULES.some((known) => known === one))) {
      report({ message: `x-faults.answers: ${rule} is not a rule` });
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what a document holds is unknown until it is checked.
function list(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
