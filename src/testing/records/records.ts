import type { FaultGuide } from "../../contract/fault.ts";
import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { faultGuide as activeplatformFaults } from "../../generated/activeplatform/faults.gen.ts";
import { createUserFields } from "../../generated/activeplatform/fields.gen.ts";
import { createUser } from "../../generated/activeplatform/operations.gen.ts";
import type { components as Activeplatform } from "../../generated/activeplatform/types.gen.ts";
import { faultGuide as ccsFaults } from "../../generated/ccs/faults.gen.ts";
import { addUserFields } from "../../generated/ccs/fields.gen.ts";
import { addUser } from "../../generated/ccs/operations.gen.ts";
import type { components as Ccs } from "../../generated/ccs/types.gen.ts";
import { faultGuide as opscomFaults } from "../../generated/opscom/faults.gen.ts";
import { pushProfileFields } from "../../generated/opscom/fields.gen.ts";
import { pushProfile } from "../../generated/opscom/operations.gen.ts";
import type { components as Opscom } from "../../generated/opscom/types.gen.ts";
import { uniqueFieldsOf } from "../double/site-rules.ts";
import { type InvalidRecord, invalidRecords } from "./invalid-records.ts";
import { validRecord, validRecords } from "./valid-record.ts";

type Profile = Omit<Opscom["schemas"]["PushProfileRequest"], "apiToken">;
type NewUser = Activeplatform["schemas"]["CreateUserRequest"];
type UserPost = Ccs["schemas"]["UserPost"];

interface Records<T> {
  readonly valid: (changes?: Partial<T>) => T;
  readonly manyValid: (count: number, changes?: Partial<T>) => T[];
  readonly invalid: () => InvalidRecord[];
}

/** The first of the identifying members is the person's own; the others say where somebody is known by it. */
function recordsOf<T extends object>(
  facts: OperationFacts,
  fields: readonly Field[],
  guide: FaultGuide,
): Records<T> {
  function checked(changes: Partial<T> = {}): Partial<T> {
    const unknown = Object.keys(changes).find((name) => !Object.hasOwn(facts.record.properties, name));
    if (unknown === undefined) return changes;
    throw new TypeError(`a change must be of a field of ${facts.id}, and "${unknown}" came`);
  }
  const apart = [...new Set([...facts.identity.slice(0, 1), ...uniqueFieldsOf(guide)])];
  return {
    valid: (changes) => ({ ...(validRecord(fields) as T), ...checked(changes) }),
    manyValid: (count, changes) =>
      validRecords(count, { fields, apart }).map((record) => ({ ...(record as T), ...checked(changes) })),
    invalid: () => invalidRecords(facts.record, validRecord(fields), guide),
  };
}

const profiles = recordsOf<Profile>(pushProfile, pushProfileFields, opscomFaults);
const newUsers = recordsOf<NewUser>(createUser, createUserFields, activeplatformFaults);
const userPosts = recordsOf<UserPost>(addUser, addUserFields, ccsFaults);

/** A profile that OPS-COM takes, with every field but those that are other names of one; made from the document's examples. */
export const validProfile = profiles.valid;
/** So many profiles of different people: their keys, e-mails and user names are numbered. */
export const validProfiles = profiles.manyValid;
/** Every profile with one thing wrong: each constraint of the document is broken in turn. */
export const invalidProfiles = profiles.invalid;

/** A user that ActivePlatform takes, made from the document's examples. */
export const validNewUser = newUsers.valid;
/** So many users with e-mails of their own. */
export const validNewUsers = newUsers.manyValid;
/** Every user with one thing wrong. */
export const invalidNewUsers = newUsers.invalid;

/** A user that CCS takes, made from the document's examples. */
export const validUserPost = userPosts.valid;
/** So many users with e-mails of their own. */
export const validUserPosts = userPosts.manyValid;
/** Every user with one thing wrong. */
export const invalidUserPosts = userPosts.invalid;
