import { beforeAll, expect, test } from "vitest";
import type { Api } from "../vendor-facts/read-document.ts";
import { type Case, corpusOf } from "./corpus.ts";
import { DISAGREEMENTS, type Disagreement } from "./disagreements.ts";
import { createHyperjumpJudge, describeWithHyperjump } from "./hyperjump-judge.ts";
import type { Judge } from "./judge.ts";
import { createMockJudge, validator } from "./our-judges.ts";
import { createPrismJudge } from "./prism-judge.ts";

const APIS: readonly Api[] = ["opscom", "activeplatform", "ccs"];
const CORPUS = APIS.flatMap(corpusOf);

/** A case, and a judge who decided otherwise than the document. */
type Otherwise = readonly [one: Case, judge: Judge["name"]];

describeWithHyperjump("four judges", () => {
  const heard = new Map<Judge["name"], number>();
  const otherwise: Otherwise[] = [];
  beforeAll(async () => {
    const judges = [
      validator,
      await createMockJudge(),
      await createPrismJudge(),
      await createHyperjumpJudge(APIS),
    ];
    for (const { name, judge } of judges) {
      for (const one of CORPUS) {
        const verdict = await judge(one);
        if (verdict !== undefined) heard.set(name, (heard.get(name) ?? 0) + 1);
        if (verdict === !one.valid) otherwise.push([one, name]);
      }
    }
  });

  test("decide as the document does, but where the list says why not", () => {
    const unexplained = otherwise.filter(
      (one) => DISAGREEMENTS.filter((entry) => explains(entry, one)).length !== 1,
    );
    expect(
      unexplained.map(([{ subject, mediaType, name }, judge]) => [judge, subject.id, mediaType, name]),
    ).toEqual([]);
  });

  test("do decide otherwise wherever the list says so", () => {
    expect(DISAGREEMENTS.filter((entry) => !otherwise.some((one) => explains(entry, one)))).toEqual([]);
  });

  test("come to the table that stands beside this test", async () => {
    await expect(describeTable(heard, otherwise)).toMatchFileSnapshot("table.md");
  });
});

function explains({ judge, mediaTypes, cases, verdict }: Disagreement, [one, name]: Otherwise): boolean {
  const isVerdict = (verdict === "refuses") === one.valid;
  return judge === name && isVerdict && mediaTypes.test(one.mediaType) && cases.test(one.name);
}

function describeTable(heard: ReadonlyMap<Judge["name"], number>, otherwise: readonly Otherwise[]): string {
  const valid = CORPUS.filter((one) => one.valid).length;
  const counts = [...heard].map(([name, cases]) => {
    return `| ${name} | ${cases} | ${otherwise.filter(([, judge]) => judge === name).length} |`;
  });
  const reasons = DISAGREEMENTS.map((entry) => {
    const count = otherwise.filter((one) => explains(entry, one)).length;
    return `| ${entry.judge} | ${entry.verdict} | ${count} | ${entry.reason} |`;
  });
  return [
    `# Four judges over ${CORPUS.length} requests, ${valid} valid and ${CORPUS.length - valid} with a single fault`,
    "",
    "Written by `test/judges/judges.full.test.ts`, which fails when it is not true.",
    "",
    "| judge | cases | decided otherwise than the document |",
    "|---|---|---|",
    ...counts,
    "",
    "| judge | does | cases | because |",
    "|---|---|---|---|",
    ...reasons,
    "",
  ].join("\n");
}
