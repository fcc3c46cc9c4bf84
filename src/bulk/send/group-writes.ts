/**
 * Makes the step that puts on disk, before a person is sent, what must be known of that whatever becomes of the run. All
 * that is asked for in one turn of the event loop is one group: a transaction for each would cost more than the request. It
 * resolves when the group is on disk, and rejects for the whole group with what `write` throws.
 */
export function groupWrites(write: (keys: readonly string[]) => void): (key: string) => Promise<void> {
  let keys: string[] = [];
  let written = Promise.resolve();

  function writeGroup(): void {
    const group = keys;
    keys = [];
    write(group);
  }
  return function writeSoon(key) {
    if (keys.length === 0) written = new Promise<void>((resolve) => setImmediate(resolve)).then(writeGroup);
    keys.push(key);
    return written;
  };
}
