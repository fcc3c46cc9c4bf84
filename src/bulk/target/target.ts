import type { Result } from "../../client/create-operation.ts";
import type { CallOptions } from "../../client/settings.ts";
import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Reason } from "../reason.ts";

/** A field that no two people may share, and the code that the API answers where they do. */
export interface UniqueField {
  readonly field: string;
  readonly code: number | undefined;
  readonly isEmail: boolean;
}

/** Where a run pushes to: one API, reduced to what a run needs of it. */
export interface Target {
  readonly api: "opscom" | "activeplatform" | "ccs";
  /** API, address and tenant: people of one destination are no people of another. */
  readonly destination: string;
  readonly facts: OperationFacts;
  readonly fields: readonly Field[];
  readonly unique: readonly UniqueField[];
  /** What to do about each fault of the API. */
  readonly remedies: Readonly<Record<number, string>>;
  /** Whatever is wrong with a record; a rule that the person chose to loosen gives a warning instead. */
  readonly check: (record: PersonRecord) => {
    readonly reasons: readonly Reason[];
    readonly warnings: readonly string[];
  };
  /** What tells this person from another at the API, as text: the same of each spelling of one e-mail address. */
  readonly keyOf: (record: PersonRecord) => string;
  /** The field whose e-mail address is the key; absent where a key is anything else. */
  readonly emailKey: string | undefined;
  /** Sends one record once, and never throws what an API or a network can do. */
  readonly push: (record: PersonRecord, options?: CallOptions) => Promise<Result<object>>;
  /** What the API calls the person, from its answer. */
  readonly referenceOf: (answer: object) => string | undefined;
  /** Names of user types and their ids, asked for again where that can help; only where the API has types. */
  readonly listUserTypes?: (
    options?: Pick<CallOptions, "signal" | "maxRetries">,
  ) => Promise<Result<ReadonlyMap<string, string>>>;
}
