import { readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { createMapper } from "../../../src/bulk/map/create-mapper.ts";
import type { Mapped } from "../../../src/bulk/map/mapped.ts";
import type { Mapping } from "../../../src/bulk/map/mapping.ts";
import { mergeMappings } from "../../../src/bulk/map/parse/merge-mappings.ts";
import { parseMapping } from "../../../src/bulk/map/parse/parse-mapping.ts";
import { parsePreset } from "../../../src/bulk/map/parse/parse-preset.ts";
import { PRESET_NAMES } from "../../../src/bulk/map/parse/preset-name.ts";
import { BANNER } from "../../../src/bulk/map/parse/presets/banner.ts";
import { ONEROSTER } from "../../../src/bulk/map/parse/presets/oneroster.ts";
import { createCheck } from "../../../src/contract/check.ts";
import { createUserFields } from "../../../src/generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../../src/generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../../src/generated/opscom/fields.gen.ts";
import { pushProfile } from "../../../src/generated/opscom/operations.gen.ts";
import { mapperOf, outcomeOf, parse } from "./rows.ts";

const FILES = {
  banner: { file: "examples/banner.csv", encoding: "windows-1252" },
  oneroster: { file: "examples/oneroster-users.csv", encoding: "utf-8" },
} as const;

const check = createCheck(pushProfile.record);

function mapExample(
  name: keyof typeof FILES,
  mapping: Mapping = parsePreset(name, pushProfileFields),
): Mapped[] {
  const { file, encoding } = FILES[name];
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(file));
  const [header = [], ...rows] = parseCsv(text, {
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][];
  const { map } = createMapper({ fields: pushProfileFields, mapping, today: "2026-11-24" });
  return rows.map((cells, index) => map({ file, line: index + 2, header, cells }));
}

/** How many rows come to what: records that can be sent, faults of records, and what the mapping itself says. */
function countOutcomes(mapped: readonly Mapped[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of mapped) {
    const faults =
      one.kind === "record" ? check(one.record).map(({ message }) => message) : [outcomeOf(one)].flat();
    const outcome = String(faults[0] ?? "a record");
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

function recordOf(mapped: readonly Mapped[], id: string) {
  const records = mapped.flatMap((one) => (one.kind === "record" ? [one.record] : []));
  return records.find(({ unique_id }) => unique_id === id);
}

describe("the preset for Banner", () => {
  test("takes an export with every trap", () => {
    expect(countOutcomes(mapExample("banner"))).toEqual({
      "a record": 19,
      "an old id": 2,
      "a company": 2,
      deceased: 1,
      "last line of a spool": 1,
      "`last_name` has 55 characters, the limit is 50": 1,
      "`province` has 3 characters, the limit is 2": 1,
      "`email` has 119 characters, the limit is 100": 1,
      "`date_of_birth` has the form DD-MON-YY, and there is no such day": 1,
    });
  });

  test("joins, trims, and keeps leading zeros", () => {
    const mapped = mapExample("banner");
    expect(recordOf(mapped, "00400104")).toEqual({
      unique_id: "00400104",
      login_source: "OPSCOM",
      first_name: "Billie",
      last_name: "Danforthe",
      email: "wilhelmina.danforthe@example.edu",
      street: "Residence East, Room 312, 900 Campus Drive",
      city: "Ottawa",
      province: "ON",
      postal_code: "K1N 6N5",
      phone_cell: "613 5550104 x312",
      date_of_birth: "2004-03-15",
    });
    expect(recordOf(mapped, "00099106")).toMatchObject({
      street: "51 Millrace Court",
      province: "ON",
      date_of_birth: "1999-09-09",
    });
    expect(recordOf(mapped, "00400118")).toMatchObject({ last_name: "O’Shaughnessy", first_name: "Seán" });
    expect(recordOf(mapped, "00400103")).toMatchObject({ date_of_birth: "1999-12-31" });
  });

  test("sends a licence only when asked, and no social-security number ever", () => {
    const header = ["SPRIDEN_ID", "SPBPERS_DRIVER_LICENSE"];
    const row = { file: "a.csv", line: 2, header, cells: ["1", "X9"] };
    const preset = parsePreset("banner", pushProfileFields);
    const { map } = createMapper({ fields: pushProfileFields, mapping: preset });
    expect(outcomeOf(map(row))).toEqual({ unique_id: "1", login_source: "OPSCOM" });
    const own = parse("fields: { driver_licence_num: SPBPERS_DRIVER_LICENSE }");
    const asked = createMapper({ fields: pushProfileFields, mapping: mergeMappings(preset, own) });
    expect(outcomeOf(asked.map(row))).toMatchObject({ driver_licence_num: "X9" });
    expect(() => map({ ...row, header: ["SPRIDEN_ID", "SPBPERS_SSN"] })).toThrow(
      "the column SPBPERS_SSN seems to hold",
    );
  });

  test("takes the mapping of the examples over it", () => {
    const own = parseMapping(readFileSync("examples/mapping.yaml", "utf8"), {
      name: "mapping.yaml",
      fields: pushProfileFields,
    });
    const mapped = mapExample("banner", mergeMappings(parsePreset("banner", pushProfileFields), own));
    expect(recordOf(mapped, "00400104")).toMatchObject({
      first_name: "Wilhelmina",
      login_source: "SAML",
      student_no: "00400104",
    });
    expect(recordOf(mapped, "00400116")).toMatchObject({ province: "ON" });
    expect(recordOf(mapped, "00400102")).toMatchObject({ province: "QC" });
    expect(countOutcomes(mapped)).toMatchObject({ "a record": 20, "an old id": 2 });
  });
});

describe("the preset for OneRoster", () => {
  test("takes users.csv with every trap", () => {
    expect(countOutcomes(mapExample("oneroster"))).toEqual({
      "a record": 17,
      "to be deleted": 2,
      "not enabled": 1,
      "a parent, guardian or relative": 4,
      "`email` must be an e-mail address, and text of 19 characters came": 1,
      "`last_name` has 54 characters, the limit is 50": 1,
    });
  });

  test("takes a blank status for an active one, and a mobile number before another", () => {
    const mapped = mapExample("oneroster");
    expect(recordOf(mapped, "u-00107")).toMatchObject({ first_name: "Griselda" });
    expect(recordOf(mapped, "u-00103")).toMatchObject({ phone_cell: "613-555-0203" });
    expect(recordOf(mapped, "u-00102")).toEqual({
      unique_id: "u-00102",
      login_source: "OPSCOM",
      first_name: "Beatrix",
      last_name: "Halloway",
      user_name: "bhalloway",
      email: "bhalloway@example.edu",
      phone_cell: "613-555-0202",
    });
  });

  test("puts passwords into no output, unless they are asked for", () => {
    const preset = parsePreset("oneroster", createUserFields);
    expect(createMapper({ fields: createUserFields, mapping: preset }).isDropped("Password")).toBe(true);
    const own = parseMapping("fields: { password: password }", { name: "own", fields: createUserFields });
    const { isDropped } = createMapper({ fields: createUserFields, mapping: mergeMappings(preset, own) });
    expect(isDropped("password")).toBe(false);
  });

  test("finds the person by another id when told to", () => {
    const own = parse("fields: { unique_id: { column: userIds, entry: Fed } }");
    const mapped = mapExample("oneroster", mergeMappings(parsePreset("oneroster", pushProfileFields), own));
    expect(recordOf(mapped, "bhalloway@example.edu")).toMatchObject({ user_name: "bhalloway" });
  });
});

describe("a preset", () => {
  test.each(PRESET_NAMES)("%s also fills names and e-mail of the other APIs", (name) => {
    expect([...parsePreset(name, createUserFields).fields.keys()].sort()).toEqual([
      "email",
      "first_name",
      "last_name",
      "middle_name",
    ]);
    expect([...parsePreset(name, addUserFields).fields.keys()].sort()).toEqual([
      "email",
      "firstName",
      "lastName",
      "phone",
    ]);
  });

  test.each([
    ["banner", BANNER],
    ["oneroster", ONEROSTER],
  ])("%s names no field that is in none of the APIs", (_, text) => {
    const fields = [...pushProfileFields, ...createUserFields, ...addUserFields];
    expect(() => parseMapping(text, { name: "preset", fields })).not.toThrow();
  });
});

describe("a mapping over a preset", () => {
  const merge = (preset: string, own: string) =>
    mergeMappings(
      parseMapping(preset, { name: "preset", fields: pushProfileFields, isPreset: true }),
      parse(own),
    );
  const map = (mapping: Mapping, cells: Record<string, string>) => {
    const { map } = createMapper({ fields: mapperFields, mapping });
    return outcomeOf(
      map({ file: "a.csv", line: 2, header: Object.keys(cells), cells: Object.values(cells) }),
    );
  };
  const mapperFields = pushProfileFields.map((field) => ({ ...field, required: false }));

  test("wins field by field", () => {
    const merged = merge("fields: { email: A, city: B }", "fields: { email: C }");
    expect(map(merged, { A: "a", B: "b", C: "c" })).toEqual({ email: "c", city: "b" });
  });

  test("wins over another name of its field", () => {
    const merged = merge("fields: { province: A, city: B }", "fields: { state: C }");
    expect(map(merged, { A: "ON", B: "b", C: "NY" })).toEqual({ state: "NY", city: "b" });
  });

  test("adds reasons to leave rows out, changes them, and turns them off", () => {
    const preset = "skip: { gone: { column: A, is: x }, dead: { column: B, is: y } }";
    const merged = merge(
      preset,
      "skip: { gone: off, dead: { column: B, is: z }, new: { column: C, is: n } }",
    );
    const rest = { email: "e" };
    expect(map(merged, { A: "x", B: "y", C: "", ...rest })).toEqual(rest);
    expect(map(merged, { A: "", B: "z", C: "", ...rest })).toBe("dead");
    expect(map(merged, { A: "", B: "", C: "n", ...rest })).toBe("new");
  });

  test("omits and drops what the preset sends, and sends what it omits and drops", () => {
    const merged = merge(
      "fields: { email: A, city: B }\ndrop: [C]\nomit: [state]",
      "omit: [email]\ndrop: [B]\nfields: { zip: C, state: S }",
    );
    expect(map(merged, { A: "a", B: "b", C: "c", S: "s" })).toEqual({ zip: "c", state: "s" });
  });

  test("omits what the preset sends by another name, and sends by another name what the preset omits", () => {
    const merged = merge(
      "fields: { province: A, postal_code: B, city: C }\nomit: [driver_licence_num]",
      "omit: [state, zip]\nfields: { driver_license_num: D }",
    );
    expect(map(merged, { A: "ON", B: "K1A", C: "c", D: "1" })).toEqual({
      city: "c",
      driver_license_num: "1",
    });
  });

  test("says for all fields what is empty, where it says so", () => {
    expect(map(merge("empty: send\ntrim: false", "empty: omit"), { email: "", city: " x" })).toEqual({
      city: " x",
    });
    expect(map(merge("empty: send", "omit: [city]"), { email: "" })).toEqual({ email: "" });
  });

  test("must find the columns that it drops itself, and need not find those of the preset", () => {
    expect(map(merge("drop: [Q]", "trim: true"), { email: "e" })).toEqual({ email: "e" });
    expect(() => map(merge("trim: true", "drop: [Q]"), { email: "e" })).toThrow(/the mapping drops Q/);
  });

  test("is named in messages", () => {
    expect(merge("trim: true", "trim: true").name).toBe("mapping.yaml");
    expect(mapperOf({ mapping: "trim: true" }).notes()).toEqual([]);
  });
});
