import { expect, test } from "vitest";
import { mapperOf } from "../map/rows.ts";
import { openDesk, UPSERT } from "../run/run-in-process.ts";

const HEADER = "unique_id,login_source,born,Left";
const MAPPING =
  "skip: { has left: { column: Left, is: y } }\nfields: { date_of_birth: { column: born, date: YYYYMMDD } }";
const options = () => ({ mapper: mapperOf({ fields: UPSERT.fields, mapping: MAPPING }) });

/** Pushes two people, and tells who of them is missing from other rows. */
async function missingOf(...rows: readonly string[]): Promise<string[]> {
  const desk = openDesk();
  await desk.push({
    lines: [HEADER, "ann,OPSCOM,20010131,", "bob,OPSCOM,20010131,", "cy,OPSCOM,20010131,"],
    options: options(),
  });
  const { events } = await desk.push({ lines: [HEADER, ...rows], options: options() });
  return events.flatMap((event) =>
    event.type === "planned" ? event.examples.missing.map(({ key }) => key) : [],
  );
}

test.each<[string, string[], string[]]>([
  ["is who is not in the file", ["cy,OPSCOM,20010131,"], ["ann/OPSCOM", "bob/OPSCOM"]],
  ["is nobody who is left out of the run", ["ann,OPSCOM,20010131,Y", "bob,OPSCOM,20010131,"], ["cy/OPSCOM"]],
  [
    "is nobody who is left out, and could not be sent either",
    ["ann,OPSCOM,never,y"],
    ["bob/OPSCOM", "cy/OPSCOM"],
  ],
  ["is nobody who is rejected", ["ann,OPSCOM,never,", "bob,OPSCOM,20010131,"], ["cy/OPSCOM"]],
  [
    "is who is in no row that can be told",
    [",OPSCOM,20010131,y", "cy,OPSCOM,20010131,"],
    ["ann/OPSCOM", "bob/OPSCOM"],
  ],
])("missing %s", async (_name, rows, want) => {
  expect(await missingOf(...rows)).toEqual(want);
});
