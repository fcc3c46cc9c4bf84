import { checkBaseUrl } from "../../client/base-url.ts";
import { createKeyOf, emailKeyOf } from "./key-of.ts";
import { createRecordCheck, type RecordCheckOptions } from "./record-check.ts";
import type { Target } from "./target.ts";
import { uniqueFields } from "./unique-fields.ts";

/** The settings of a client for the pushes of a run, which checks records itself and decides itself what is sent again. */
export const SEND_ONCE = { maxRetries: 0, validate: false } as const;

export interface TargetDescription extends RecordCheckOptions {
  readonly api: Target["api"];
  readonly baseUrl: string;
  readonly allowInsecureHttp?: boolean | undefined;
  readonly tenant?: string;
}

/** All of a target but its calls: what is known of an API without asking it. */
export function describeTarget(description: TargetDescription): Omit<Target, "push" | "listUserTypes"> {
  const { facts, fields, faultGuide } = description;
  const emailKey = emailKeyOf(facts, fields);
  return {
    api: description.api,
    destination: destinationOf(description),
    facts,
    fields,
    unique: uniqueFields(faultGuide, fields),
    remedies: faultGuide.remedies,
    check: createRecordCheck(description),
    keyOf: createKeyOf(facts, emailKey),
    emailKey,
    referenceOf: (answer) => referenceIn(answer, facts.reference),
  };
}

function destinationOf({ api, baseUrl, allowInsecureHttp = false, tenant }: TargetDescription): string {
  const parts = [api, checkBaseUrl(baseUrl, allowInsecureHttp), tenant];
  return parts.filter((part) => part !== undefined).join(" ");
}

function referenceIn(answer: object, member: string | undefined): string | undefined {
  const value = member === undefined ? undefined : (answer as Readonly<Record<string, unknown>>)[member];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
