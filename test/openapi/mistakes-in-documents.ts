import type { Mistakes } from "./mistake.ts";

/** What concerns any document, and the rules of Redocly itself that the project holds to. */
export const mistakesInDocuments: Mistakes = {
  "userpush/dialect": [
    [
      "no dialect",
      {
        in: "opscom",
        from: "jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema\n",
        to: "",
        says: "jsonSchemaDialect must be https://json-schema.org/draft/2020-12/schema",
      },
    ],
    [
      "another dialect",
      {
        in: "ccs",
        from: "draft/2020-12/schema",
        to: "draft/2019-09/schema",
        says: "jsonSchemaDialect must be",
      },
    ],
  ],
  "userpush/patterns-compile": [
    [
      "a flag that JavaScript has not",
      { in: "opscom", from: "pattern: ^[0-9]+$", to: "pattern: (?i)^x$", says: "pattern does not compile" },
    ],
    [
      "an escape that only works without the flag u",
      { in: "opscom", from: "^[A-Za-z0-9_\\-]+$", to: "^[A-Za-z0-9\\_]+$", says: "Invalid escape" },
    ],
  ],
  "userpush/known-extensions": [
    [
      "a misspelt extension of a field",
      { in: "opscom", from: "x-label: First Name", to: "x-lable: First Name", says: "x-lable is not an" },
    ],
    [
      "a misspelt extension of a media type",
      { in: "activeplatform", from: "x-form-arrays", to: "x-form-array", says: "x-form-array is not an" },
    ],
    [
      "an extension of another tool",
      {
        in: "ccs",
        from: "security: []",
        to: "security: []\nx-logo: none",
        says: "x-logo is not an extension",
      },
    ],
  ],
  "operation-description": [
    [
      "an operation that is not explained",
      {
        in: "ccs",
        from: "summary: Add a user\n      description: |",
        to: "summary: Add a user\n      x-displayName: |",
        says: "Operation object",
      },
    ],
  ],
  "parameter-description": [
    [
      "a parameter that is not explained",
      {
        in: "activeplatform",
        from: "description: |\n            API token of",
        to: "x-displayName: |\n            API token of",
        says: "Parameter object description must be present",
      },
    ],
  ],
  "scalar-property-missing-example": [
    [
      "a field without an example",
      { in: "opscom", from: "          examples: [Ann]\n", to: "", says: "Scalar property should have" },
    ],
  ],
  "spec-strict-refs": [
    [
      "a reference where the standard allows none",
      {
        in: "ccs",
        from: "contact:\n    name: userpush\n",
        to: 'contact:\n    $ref: "#/info/license"\n    name: userpush\n',
        says: "$ref",
      },
    ],
  ],
  "no-invalid-media-type-examples": [
    [
      "an example of an answer that is not valid",
      { in: "opscom", from: "reference_id: 44", to: "reference_id: forty-four", says: "must be integer" },
    ],
    [
      "an example of a request that is not valid",
      {
        in: "ccs",
        from: "title: sample 1",
        to: "title: sample string 1",
        says: "must NOT have more than 10 characters",
      },
    ],
  ],
  "no-invalid-schema-examples": [
    [
      "an example of a field that is not valid",
      { in: "opscom", from: "examples: [Ann]", to: "examples: [7]", says: "type must be string" },
    ],
    [
      "an example of a component that is not valid",
      {
        in: "opscom",
        from: '[0-9]+$\n      examples: ["6"]',
        to: "[0-9]+$\n      examples: [six]",
        says: "must match pattern",
      },
    ],
  ],
  "no-invalid-parameter-examples": [
    [
      "an example of a parameter that is not valid",
      { in: "opscom", from: "example: OC_TOMA", to: "example: OC/TOMA", says: "must match pattern" },
    ],
  ],
};
