import { describe, expect, test } from "vitest";
import { createRedaction, excerptOf } from "../../src/client/redact.ts";

const SECRET = `a"b/c'd & é<>%+\n😀\\x`;
const json = JSON.stringify(SECRET).slice(1, -1);
const ascii = json.replace(
  /[^\x20-\x7e]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
);
const html = SECRET.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&#34;");

describe("a secret is replaced as it is written", () => {
  test.each([
    ["where it was sent", SECRET],
    ["in JSON", json],
    ["in JSON of ASCII alone", ascii],
    [
      "in JSON of ASCII with capital letters",
      ascii.replace(/\\u[\da-f]{4}/g, (one) => `\\u${one.slice(2).toUpperCase()}`),
    ],
    ["in JSON of PHP", ascii.replaceAll("/", "\\/")],
    ["in JSON in JSON", JSON.stringify(json).slice(1, -1)],
    ["in JSON in JSON in JSON", JSON.stringify(JSON.stringify(json).slice(1, -1)).slice(1, -1)],
    ["in HTML", html],
    ["in HTML with other names", html.replaceAll("'", "&apos;").replaceAll(">", "&#x3e;")],
    ["in a URL", encodeURIComponent(SECRET)],
    ["in a URL with small letters", encodeURIComponent(SECRET).toLowerCase()],
    ["in a URL that leaves no sign as it is", encodeURIComponent(SECRET).replaceAll("'", "%27")],
    ["in a form", new URLSearchParams([["", SECRET]]).toString().slice(1)],
  ])("%s", (_name, echo) => {
    expect(createRedaction(() => [SECRET])(`<${echo}>${echo}`)).toBe("<***>***");
  });
});

test("a long row of backslashes does not end the search in all ways to split it", () => {
  const redact = createRedaction(() => [String.raw`a\\\\\\"x`, String.raw`\\"\"`]);
  const text = `a${"\\".repeat(4_000)}`;
  expect(redact(text)).toBe(text);
});

describe("what echoes a part of a secret does not end the search in all ways to read it", () => {
  test.each([
    ["letters that are no ASCII", "я".repeat(60), `${"я".repeat(59)}!`],
    ["signs in HTML", "'".repeat(60), "&#39;".repeat(59)],
    ["ampersands and their names", "&;".repeat(60), "&amp;".repeat(59)],
    ["dashes with backslashes", `${"-".repeat(60)}x`, String.raw`\\-`.repeat(800)],
    ["backslashes of its own", String.raw`\a`.repeat(60), String.raw`\\a`.repeat(59)],
    ["backslashes before signs", String.raw`\-`.repeat(60), String.raw`\\\\-`.repeat(59)],
    ["backslashes in HTML", String.raw`\&`.repeat(60), "&#92;&amp;".repeat(59)],
    ["what looks like the escapes of a URL", `${"%5C".repeat(60)}x`, `${"%5C".repeat(900)}!`],
    ["and of HTML", String.raw`\&#92;`.repeat(30), "&#92;".repeat(800)],
  ])("%s", (_name, secret, text) => {
    expect(createRedaction(() => [secret])(text)).toBe(text);
  });
});

test.each([
  ["is replaced with all that follows", `x${"я".repeat(300)} and more`, "x***"],
  ["is replaced where it was cut", `x${"я".repeat(250)}`, "x***"],
  ["is left where it is not", `${"я".repeat(199)}!`, `${"я".repeat(199)}!`],
])("a secret that is too long for a pattern %s", (_name, text, want) => {
  expect(createRedaction(() => ["я".repeat(100_000)])(text)).toBe(want);
});

test.each<[string, readonly string[], string, string]>([
  ["the longer of two secrets goes first", ["abc", "abcdef"], "abcdef abc", "*** ***"],
  ["JSON in a URL is read, too", [`my"Se\\cret`], encodeURIComponent(`"my\\"Se\\\\cret"`), "%22***%22"],
  ["the end of an answer that was cut off", ["token-123456"], "got token-1", "got ***"],
  ["five letters at the end are a word", ["token-123456"], "got token", "got token"],
  ["two letters are no secret", ["ab"], "ab abc", "ab abc"],
  ["three letters are one", ["abc"], "ab abc", "ab ***"],
  ["nothing is replaced where there is no secret", [], "a word", "a word"],
  ["a sign of a secret is not one of a pattern", ["a.c", "x*y"], "abc xxy", "abc xxy"],
  ["a text without a secret stays as it is", ["a b"], "a-b a", "a-b a"],
])("%s", (_name, secrets, text, want) => {
  expect(createRedaction(() => secrets)(text)).toBe(want);
});

describe("an excerpt", () => {
  const keep = (text: string) => text;

  test.each([
    ["is one line", " a\n\t b\u0000c ", "a b c"],
    ["has at most 200 characters and says that there are more", "x".repeat(201), `${"x".repeat(200)}…`],
    ["is whole where it has 200", "x".repeat(200), "x".repeat(200)],
    ["holds nothing that came late", `${" ".repeat(4_000)}late`, undefined],
  ])("%s", (_name, text, want) => {
    expect(excerptOf(text, keep)).toBe(want);
  });

  test("is redacted before it is cut", () => {
    const redact = createRedaction(() => ["secret"]);
    expect(excerptOf(`${"x".repeat(197)}secret`, redact)).toBe(`${"x".repeat(197)}***`);
  });
});
