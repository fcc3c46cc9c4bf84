import { execFileSync } from "node:child_process";
import { changesSince, describeChanges } from "../contract-diff/changes-since.ts";

/** The tag of the last release, or nothing where there was none. */
export function findLastRelease(): string | undefined {
  const tags = execFileSync("git", ["tag", "--merged", "HEAD", "--list", "v*", "--sort=-v:refname"], {
    encoding: "utf8",
  });
  return tags.split("\n")[0] || undefined;
}

/** What the release notes say of the contract: how documents and types differ from those of the last release. */
export async function writeContractSection(lastRelease: string | undefined): Promise<string> {
  if (!lastRelease) return "### Contract\n\nThis is the first release: there is nothing to compare with.\n";
  const changes = await changesSince(lastRelease);
  if (changes.length === 0) return `### Contract\n\nNothing changed since ${lastRelease}.\n`;
  return `### Contract\n\n\`\`\`text\n${describeChanges(changes, lastRelease)}\n\`\`\`\n`;
}

/** A changelog with a section at the end of its newest release. */
export function addToNewestRelease(changelog: string, section: string): string {
  const newest = changelog.indexOf("\n## ");
  const next = changelog.indexOf("\n## ", newest + 1);
  const end = next < 0 ? changelog.length : next;
  return `${changelog.slice(0, end).trimEnd()}\n\n${section}${changelog.slice(end)}`;
}
