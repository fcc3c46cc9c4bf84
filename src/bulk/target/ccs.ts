import { type CcsOptions, createCcsClient, type UserPost } from "../../apis/ccs.ts";
import { faultGuide } from "../../generated/ccs/faults.gen.ts";
import { addUserFields } from "../../generated/ccs/fields.gen.ts";
import { addUser } from "../../generated/ccs/operations.gen.ts";
import { describeTarget, SEND_ONCE } from "./describe-target.ts";
import type { Demands } from "./record-check.ts";
import type { Target } from "./target.ts";

/** Records go to one CCS, each as one added user. Throws `ConfigurationError`. */
export function ccsTarget({ warn, require, ...options }: CcsOptions & Demands): Target {
  const client = createCcsClient({ ...options, ...SEND_ONCE });
  const { baseUrl, allowInsecureHttp } = options;
  return {
    ...describeTarget({
      ...{ api: "ccs", facts: addUser, fields: addUserFields, faultGuide, warn, require },
      ...{ baseUrl, allowInsecureHttp },
    }),
    push: (record, callOptions) => client.safe.addUser(record as UserPost, callOptions),
  };
}
