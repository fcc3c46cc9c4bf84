import { describe, expect, test } from "vitest";
import { differingAliases } from "../../src/bulk/differing-aliases.ts";
import { pushProfileFields } from "../../src/generated/opscom/fields.gen.ts";

const differ = (field: string, alias: string) =>
  `\`${field}\` and \`${alias}\` are two names of one field, and their values differ`;

describe("two names of one field", () => {
  test.each<[string, { given: Record<string, unknown>; want: string[] }]>([
    [
      "are named where their values differ",
      { given: { province: "ON", state: "NY" }, want: [differ("province", "state")] },
    ],
    [
      "are named even where only the case differs",
      { given: { province: "ON", state: "on" }, want: [differ("province", "state")] },
    ],
    ["are fine where their values agree", { given: { province: "ON", state: "ON" }, want: [] }],
    ["are fine where only the field is given", { given: { province: "ON" }, want: [] }],
    ["are fine where only the other name is given", { given: { state: "NY" }, want: [] }],
    [
      "are not mixed up with those of the second address",
      { given: { province: "ON", state2: "NY" }, want: [] },
    ],
    [
      "are named for every pair that differs",
      {
        given: { province: "ON", state: "NY", zip2: "1", postal_code2: "2" },
        want: [differ("province", "state"), differ("postal_code2", "zip2")],
      },
    ],
    [
      "never show a value",
      {
        given: { driver_licence_num: "S1", driver_license_num: "S2" },
        want: [differ("driver_licence_num", "driver_license_num")],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(differingAliases(given, pushProfileFields)).toEqual(want);
  });

  test("are found for every alias of the document", () => {
    const aliases = pushProfileFields.flatMap(({ name, aliasOf }) =>
      aliasOf ? [[aliasOf, name] as const] : [],
    );
    expect(aliases).toHaveLength(6);
    for (const [field, alias] of aliases) {
      expect(differingAliases({ [field]: "a", [alias]: "b" }, pushProfileFields)).toEqual([
        differ(field, alias),
      ]);
    }
  });
});
