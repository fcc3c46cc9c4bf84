/** Which state, and of what. */
export interface StateOptions {
  /** The SQLite file. Its key, its lock and SQLite's own files lie beside it. */
  readonly file: string;
  /** API, address and tenant: one file holds the people of several destinations. */
  readonly destination: string;
  /** Names of fields that are made up anew for each push, such as a random password: they are in no hash. Default none. */
  readonly exclude?: readonly string[];
}
