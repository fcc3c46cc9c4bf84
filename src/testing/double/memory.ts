/** A person as a double remembers one. */
export interface RememberedPerson {
  /** What the API calls the person; the same however often the person is pushed. */
  readonly reference: string | number;
  /** What stands in the path, as `{ tenant: "OC_TOMA" }`. */
  readonly path: Readonly<Record<string, string>>;
  /** Every field as it was last sent. Tokens and passwords are not kept. */
  readonly record: Readonly<Record<string, unknown>>;
  /** How many requests created or updated the person. */
  readonly pushes: number;
}

/** The people that one API knows, by key and by the values that only one of them may have. */
export interface Memory {
  /** In the order in which they came. */
  people(): readonly RememberedPerson[];
  find(key: string): RememberedPerson | undefined;
  /** The key of the person who has the value that somebody wants to have, at the same place. */
  holderOf(field: string, wanted: Pick<RememberedPerson, "path" | "record">): string | undefined;
  /** The next number that nobody was called by. */
  nextReference(): number;
  put(key: string, person: RememberedPerson): void;
  forget(): void;
}

export function createMemory(uniqueFields: readonly string[]): Memory {
  const people = new Map<string, RememberedPerson>();
  const holders = new Map<string, string>();
  let last = 0;

  function put(key: string, person: RememberedPerson): void {
    for (const taken of takenBy(people.get(key))) holders.delete(taken);
    people.set(key, person);
    for (const taken of takenBy(person)) holders.set(taken, key);
  }
  function takenBy(person: RememberedPerson | undefined): string[] {
    return person ? uniqueFields.flatMap((field) => slot(field, person) ?? []) : [];
  }
  function nextReference(): number {
    last += 1;
    return last;
  }
  function forget(): void {
    people.clear();
    holders.clear();
    last = 0;
  }
  return {
    people: () => [...people.values()],
    find: (key) => people.get(key),
    holderOf: (field, wanted) => holders.get(slot(field, wanted) ?? ""),
    nextReference,
    put,
    forget,
  };
}

/** What only one person can have; nothing where there is no value, as in an empty text. */
function slot(
  field: string,
  { path, record }: Pick<RememberedPerson, "path" | "record">,
): string | undefined {
  const value = record[field];
  return value === undefined || value === "" ? undefined : JSON.stringify([path, field, value]);
}
