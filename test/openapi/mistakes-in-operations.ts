import type { Mistakes } from "./mistake.ts";

export const mistakesInOperations: Mistakes = {
  "userpush/operations": [
    [
      "an effect that nobody knows",
      {
        in: "opscom",
        from: "x-effect: upsert",
        to: "x-effect: update",
        says: "must be one of upsert, create",
      },
    ],
    [
      "no effect",
      {
        in: "ccs",
        from: "      x-effect: create\n",
        to: "",
        says: "x-effect must be one of upsert, create, read",
      },
    ],
    [
      "no word on repeats",
      {
        in: "ccs",
        from: "      x-repeat-safe: false\n",
        to: "",
        says: "x-repeat-safe must be true or false",
      },
    ],
    [
      "a vague word on repeats",
      {
        in: "ccs",
        from: "x-repeat-safe: false",
        to: "x-repeat-safe: maybe",
        says: "x-repeat-safe must be true",
      },
    ],
    [
      "no identity",
      { in: "ccs", from: "      x-identity: [email]\n", to: "", says: "x-identity must list the members" },
    ],
    [
      "an empty identity",
      {
        in: "ccs",
        from: "x-identity: [email]",
        to: "x-identity: []",
        says: "x-identity must list the members",
      },
    ],
    [
      "an identity that may be absent",
      {
        in: "opscom",
        from: "x-identity: [unique_id, login_source]",
        to: "x-identity: [unique_id, email]",
        says: "x-identity names email, which is not required in the request",
      },
    ],
    [
      "no reference",
      { in: "ccs", from: "      x-reference: id\n", to: "", says: "x-reference must name a required member" },
    ],
    [
      "a reference that may be absent from the answer",
      {
        in: "activeplatform",
        from: "x-reference: id",
        to: "x-reference: middle_name",
        says: "x-reference must name a required member",
      },
    ],
    [
      "a reference that the answer does not have",
      {
        in: "opscom",
        from: "x-reference: reference_id",
        to: "x-reference: unique_id",
        says: "x-reference must name a required member",
      },
    ],
    [
      "a reference of a call that writes nobody",
      {
        in: "opscom",
        from: "x-effect: read",
        to: "x-effect: read\n      x-reference: status",
        says: "a read has none",
      },
    ],
    [
      "no place for the token",
      {
        in: "opscom",
        from: "      x-secret: true\n",
        to: "",
        says: "in one place, or x-secret: undocumented said; 0 ",
      },
    ],
    [
      "no word on the token",
      {
        in: "ccs",
        from: "      x-secret: undocumented\n",
        to: "",
        says: "undocumented said; 0 places are marked",
      },
    ],
    [
      "a token in the query and in the body",
      {
        in: "activeplatform",
        from: "x-label: Password\n",
        to: "x-label: Password\n          x-secret: true\n",
        says: "undocumented said; 2 places are marked",
      },
    ],
    [
      "a token in the body and in a parameter of the path item",
      {
        in: "opscom",
        from: "      example: OC_TOMA",
        to: "      example: OC_TOMA\n      x-secret: true",
        says: "undocumented said; 2 places are marked",
      },
    ],
    [
      "an undocumented token that is marked all the same",
      {
        in: "ccs",
        from: "x-label: Password\n",
        to: "x-label: Password\n          x-secret: true\n",
        says: "undocumented said; 2 places are marked",
      },
    ],
  ],
};
