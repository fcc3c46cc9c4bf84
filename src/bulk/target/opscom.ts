import {
  createOpscomClient,
  type OpscomOptions,
  type Profile,
  type UserTypeList,
} from "../../apis/opscom.ts";
import type { Result } from "../../client/create-operation.ts";
import { faultGuide } from "../../generated/opscom/faults.gen.ts";
import { pushProfileFields } from "../../generated/opscom/fields.gen.ts";
import { pushProfile } from "../../generated/opscom/operations.gen.ts";
import { describeTarget, SEND_ONCE } from "./describe-target.ts";
import type { Demands } from "./record-check.ts";
import type { Target } from "./target.ts";

/** Records go to the OPS-COM Push API, each as one profile. Throws `ConfigurationError`. */
export function opscomTarget({ warn, require, ...options }: OpscomOptions & Demands): Target {
  const client = createOpscomClient({ ...options, ...SEND_ONCE });
  // A run repeats its pushes, and nobody but the client repeats a listing.
  const lister = createOpscomClient(options);
  const { tenant, allowInsecureHttp, baseUrl = pushProfile.baseUrl } = options;
  return {
    ...describeTarget({
      ...{ api: "opscom", facts: pushProfile, fields: pushProfileFields, faultGuide, warn, require },
      ...{ baseUrl, allowInsecureHttp, tenant },
    }),
    push: (record, callOptions) => client.safe.pushProfile(record as Profile, callOptions),
    listUserTypes: async (callOptions) => toTypeIds(await lister.safe.listUserTypes(callOptions)),
  };
}

function toTypeIds(result: Result<UserTypeList>): Result<ReadonlyMap<string, string>> {
  return result.ok ? { ...result, data: typeIds(result.data) } : result;
}

/** A name that two types share names neither of them. */
function typeIds({ user_types }: UserTypeList): Map<string, string> {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const { type_name, id } of user_types) {
    if (ids.has(type_name) && ids.get(type_name) !== id) shared.add(type_name);
    ids.set(type_name, id);
  }
  for (const name of shared) ids.delete(name);
  return ids;
}
