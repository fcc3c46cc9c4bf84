/** As `engines` in package.json says. This file imports nothing: an old Node fails on what it would load. */
const OLDEST = [22, 13] as const;

/** Ends the process with one clear line where Node is too old to run the rest. */
export function refuseOldNode(process: NodeJS.Process): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  process.stderr.write(
    `userpush: it needs Node ${OLDEST.join(".")} or later, and this is ${process.versions.node}\n`,
  );
  process.exit(2);
}
