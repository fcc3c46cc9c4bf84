import {
  type ActiveplatformOptions,
  createActiveplatformClient,
  type NewUser,
} from "../../apis/activeplatform.ts";
import { faultGuide } from "../../generated/activeplatform/faults.gen.ts";
import { createUserFields } from "../../generated/activeplatform/fields.gen.ts";
import { createUser } from "../../generated/activeplatform/operations.gen.ts";
import { describeTarget, SEND_ONCE } from "./describe-target.ts";
import type { Demands } from "./record-check.ts";
import type { Target } from "./target.ts";

/** Records go to one installation of ActivePlatform, each as one new user. Throws `ConfigurationError`. */
export function activeplatformTarget({ warn, require, ...options }: ActiveplatformOptions & Demands): Target {
  const client = createActiveplatformClient({ ...options, ...SEND_ONCE });
  const { baseUrl, allowInsecureHttp } = options;
  return {
    ...describeTarget({
      ...{ api: "activeplatform", facts: createUser, fields: createUserFields, faultGuide, warn, require },
      ...{ baseUrl, allowInsecureHttp },
    }),
    push: (record, callOptions) => client.safe.createUser(record as NewUser, callOptions),
  };
}
