import { profileValidator } from "userpush/opscom";
import * as v from "valibot";
import { z } from "zod";
import { DATE, EMAIL } from "../src/contract/format.ts";
import type { ScalarRule } from "../src/contract/rule.ts";
import { PushProfileRequest } from "../src/generated/opscom/rules.gen.ts";
import { median } from "./median.ts";
import { PROFILE } from "./profile.ts";

const RECORDS = 200_000;
const ROUNDS = 7;

/** Microseconds to check one profile of thirty fields, by schemas of the same shape. */
export function measureValidation(): { readonly name: string; readonly us: number }[] {
  const zod = zodSchema(PushProfileRequest.properties);
  const valibot = valibotSchema(PushProfileRequest.properties);
  const checks = [
    { name: "userpush", check: () => "value" in profileValidator["~standard"].validate(PROFILE) },
    { name: "zod", check: () => zod.safeParse(PROFILE).success },
    { name: "valibot", check: () => v.safeParse(valibot, PROFILE).success },
  ];
  return checks.map(({ name, check }) => ({
    name,
    us: median(Array.from({ length: ROUNDS }, () => time(name, check))),
  }));
}

function time(name: string, check: () => boolean): number {
  const startedAt = performance.now();
  let valid = 0;
  for (let record = 0; record < RECORDS; record += 1) valid += check() ? 1 : 0;
  if (valid !== RECORDS) throw new Error(`${name} refuses a valid profile`);
  return ((performance.now() - startedAt) * 1000) / RECORDS;
}

type Properties = Readonly<Record<string, ScalarRule>>;

function zodSchema(properties: Properties) {
  const fields = Object.entries(properties).map(([name, { maxLength, minLength, pattern, format }]) => {
    let schema: z.ZodType<string> =
      format === EMAIL
        ? z.email().max(maxLength ?? 1e9)
        : z
            .string()
            .max(maxLength ?? 1e9)
            .min(minLength ?? 0);
    if (pattern) schema = z.string().regex(pattern);
    if (format === DATE) schema = z.iso.date();
    return [name, PushProfileRequest.required.some((one) => one === name) ? schema : schema.optional()];
  });
  return z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>);
}

function valibotSchema(properties: Properties) {
  const fields = Object.entries(properties).map(([name, { maxLength, minLength, pattern, format }]) => {
    const checks = [
      ...(maxLength === undefined ? [] : [v.maxLength<string, number>(maxLength)]),
      ...(minLength === undefined ? [] : [v.minLength<string, number>(minLength)]),
      ...(pattern ? [v.regex<string>(pattern)] : []),
      ...(format === EMAIL ? [v.email<string>()] : []),
      ...(format === DATE ? [v.isoDate<string>()] : []),
    ];
    const schema = v.pipe(v.string(), ...checks);
    return [name, PushProfileRequest.required.some((one) => one === name) ? schema : v.optional(schema)];
  });
  return v.strictObject(Object.fromEntries(fields) as v.ObjectEntries);
}
