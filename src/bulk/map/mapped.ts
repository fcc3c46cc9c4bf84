import type { Reason } from "../reason.ts";

/** A person, as one API takes it: field names of the wire, values of their types. */
export type PersonRecord = Readonly<Record<string, unknown>>;

/** What a row came to. */
export type Mapped =
  | { readonly kind: "record"; readonly record: PersonRecord }
  /** Left out on purpose; the reason is one of few, and counted: `an old id`, `deceased`. */
  | {
      readonly kind: "skipped";
      readonly reason: string;
      /** What can be converted of it all the same, to tell whose row it is; absent where it is nobody's. */
      readonly rest?: () => PersonRecord;
    }
  | {
      readonly kind: "rejected";
      readonly reasons: readonly Reason[];
      /** What could be converted all the same, to tell whose row it is; absent where nothing was. */
      readonly rest?: PersonRecord;
    };
