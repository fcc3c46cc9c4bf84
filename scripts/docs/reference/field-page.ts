import type { FaultRow } from "../../generate/document.ts";
import type { ApiReference } from "./api-reference.ts";
import type { FieldReference, OperationReference } from "./operation-reference.ts";

/** Everything that a document says of its fields, as a page in Markdown: cards, because a table of this is wider than a phone. */
export function writeFieldPage(reference: ApiReference): string {
  const { api, title, operations } = reference;
  const blocks = [
    `<!-- Made by npm run docs from openapi/${api}.yaml. -->`,
    '<script setup>import { withBase } from "vitepress";</script>',
    `# Fields of the ${title}`,
    `What the document of this API says of every field. <a :href="withBase('/apis/${api}.html')" target="_self">The calls with samples</a>`,
    ...operations.flatMap((operation) => operationBlocks(operation, reference)),
    ...faultBlocks(reference.faults),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function operationBlocks(operation: OperationReference, reference: ApiReference): string[] {
  const { id, title, method, path, description } = operation;
  const part = (name: string, key: "parameters" | "request" | "answer" | "error") =>
    operation[key].length === 0
      ? []
      : [
          `### ${name} {#${id}-${key}}`,
          ...operation[key].flatMap((field) =>
            fieldBlocks(field, `${id}-${key}`, key === "request" ? reference : undefined),
          ),
        ];
  return [
    `## ${title} {#${id}}`,
    `<p class="call" v-pre><b>${method}</b> <code>${escapeHtml(path)}</code> <span>${id}</span></p>`,
    description.trim(),
    ...inference(operation.reasons),
    ...part("In the address", "parameters"),
    ...part("In the request", "request"),
    ...part("In the answer", "answer"),
    ...part("In an error", "error"),
  ];
}

function fieldBlocks(field: FieldReference, place: string, reference?: ApiReference): string[] {
  const { name, required, limits, description } = field;
  const marks = `${required ? "<strong>required</strong>, " : ""}${escapeHtml(limits)}`;
  return [
    `#### \`${name}\` {#${place}-${anchor(name)}}`,
    `<p class="limits" v-pre>${marks}</p>`,
    description.trim(),
    ...inference(field.reasons),
    factList(factsOf(field, reference)),
  ].filter((block) => block !== "");
}

/** Set apart from what the vendor says. */
function inference(reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  return [`<p class="inferred" v-pre><b>Inferred because:</b> ${reasons.map(escapeHtml).join(" ")}</p>`];
}

/** Term and value of what is known of a field beside its limits. */
function factsOf(
  { name, otherNames, example }: FieldReference,
  reference?: ApiReference,
): [string, string][] {
  const { banner, oneroster } = reference?.presets ?? {};
  const facts: [string, string | undefined][] = [
    ["Also called", otherNames.join(", ")],
    ["Example", example],
    ["Banner", banner?.[name]],
    ["OneRoster", oneroster?.[name]],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function factList(facts: readonly [string, string][]): string {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ([term, value]) => `<div><dt>${term}</dt><dd><code>${escapeHtml(value)}</code></dd></div>`,
  );
  return `<dl class="facts" v-pre>${rows.join("")}</dl>`;
}

function faultBlocks(faults: readonly FaultRow[]): string[] {
  if (faults.length === 0) return [];
  const cards = faults.flatMap(({ codes, class: kind, meaning, remedy, field }) => [
    `### ${codes.join(", ")} {#fault-${codes[0]}}`,
    `<p class="limits">${kind}${field ? `, about <code>${field}</code>` : ""}</p>`,
    `${meaning} ${remedy}`,
  ]);
  return ["## Faults {#faults}", ...cards];
}

function anchor(name: string): string {
  return name.replaceAll(/\W+/g, "-");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
