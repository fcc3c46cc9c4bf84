import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { generateApi } from "../../scripts/generate/generate-api.ts";
import { copyProject, editFile, removeCopy } from "./project-copy.ts";

interface Mistake {
  readonly api: string;
  readonly from: string;
  readonly to: string;
  /** Where it is, and what is wrong with it. */
  readonly says: string;
}

const REFUSED: readonly (readonly [name: string, mistake: Mistake])[] = [
  [
    "an unknown keyword",
    {
      api: "opscom",
      from: "x-label: First Name",
      to: "x-label: First Name\n          not: { const: Ann }",
      says: 'PushProfileRequest.first_name: no validator checks the keyword "not" yet',
    },
  ],
  [
    "an unknown keyword of a component",
    {
      api: "opscom",
      from: "      pattern: ^[0-9]+$",
      to: "      pattern: ^[0-9]+$\n      contentEncoding: base64",
      says: 'PushProfileRequest.user_type_id: no validator checks the keyword "contentEncoding" yet',
    },
  ],
  [
    "an unknown keyword of a list",
    {
      api: "activeplatform",
      from: "x-label: Custom attributes",
      to: "x-label: Custom attributes\n          uniqueItems: true",
      says: 'CreateUserRequest.custom_attributes: no validator checks the keyword "uniqueItems" yet',
    },
  ],
  [
    "an unknown format",
    {
      api: "activeplatform",
      from: "format: email",
      to: "format: idn-email",
      says: 'CreateUserRequest.email: no validator checks the format "idn-email" yet',
    },
  ],
  [
    "an unknown type",
    {
      api: "activeplatform",
      from: "type: [string, number, boolean]",
      to: 'type: [string, number, "null"]',
      says: 'CreateUserRequest.custom_attributes[].value: no validator checks the type "null" yet',
    },
  ],
  [
    "no type",
    {
      api: "ccs",
      from: "          type: boolean\n",
      to: "",
      says: 'UserPost.forcePasswordChange: no validator checks the type "undefined" yet',
    },
  ],
  [
    "an unknown keyword of an answer",
    {
      api: "opscom",
      from: "enum: [Student, Staff, Public, Athletics]",
      to: "enum: [Student, Staff, Public, Athletics]\n          minProperties: 1",
      says: 'UserTypeList.user_types[].ext_info: no validator checks the keyword "minProperties" yet',
    },
  ],
  [
    "an unknown keyword of a parameter",
    {
      api: "opscom",
      from: "        pattern: ^[A-Za-z0-9_\\-]+$",
      to: "        pattern: ^[A-Za-z0-9_\\-]+$\n        not: { const: x }",
      says: 'tenant: no validator checks the keyword "not" yet',
    },
  ],
  [
    "a token that may be left out",
    {
      api: "opscom",
      from: "      required: [apiToken]\n",
      to: "      required: []\n",
      says: "ListUserTypesRequest: no client leaves an optional apiToken out yet",
    },
  ],
  [
    "an answer that is no component",
    {
      api: "opscom",
      from: '$ref: "#/components/schemas/PushProfileResult"',
      to: "type: object",
      says: "the schema of a body must be a reference to a component",
    },
  ],
  [
    "a list that does not say of what",
    {
      api: "activeplatform",
      from: 'x-sensitive: true\n          items:\n            $ref: "#/components/schemas/CustomAttribute"\n',
      to: "x-sensitive: true\n",
      says: "CreateUserRequest.custom_attributes: an array must say what its items are",
    },
  ],
  [
    "no answer 200",
    {
      api: "opscom",
      from: '"200":\n          description: The user types',
      to: '"201":\n          description: The user types',
      says: "an operation must have a request body and an answer 200",
    },
  ],
];

test.each(REFUSED)("a document with %s is refused, with the place", async (_, { api, from, to, says }) => {
  const folder = await copyProject(["openapi"]);
  onTestFinished(() => removeCopy(folder));
  await editFile(join(folder, `openapi/${api}.yaml`), from, to);

  const documents = pathToFileURL(join(folder, "openapi/"));
  await expect(generateApi({ api, documents, out: documents })).rejects.toThrow(says);
});
