import type { Mistakes } from "./mistake.ts";

const NO_ALIAS = "x-alias-of must name a field beside it that is no alias itself";

export const mistakesInFields: Mistakes = {
  "userpush/lookups": [
    [
      "a lookup in a call that writes",
      {
        in: "opscom",
        from: "x-lookup: listUserTypes",
        to: "x-lookup: pushProfile",
        says: "user_type_id: x-lookup must name an operation of this document that only reads",
      },
    ],
    [
      "a lookup in a call that there is not",
      {
        in: "ccs",
        from: "x-label: Role ID\n",
        to: "x-label: Role ID\n          x-lookup: listRoles\n",
        says: "roleId: x-lookup must name an operation of this document that only reads",
      },
    ],
  ],
  "userpush/fields": [
    [
      "a field without a label",
      {
        in: "opscom",
        from: "          x-label: First Name\n",
        to: "",
        says: "first_name: x-label must say what",
      },
    ],
    [
      "a field that does not say whether it may be shown",
      {
        in: "ccs",
        from: "x-label: Role ID\n          x-sensitive: false\n",
        to: "x-label: Role ID\n",
        says: "roleId: x-sensitive must say",
      },
    ],
    [
      "a member of a list without a label",
      {
        in: "activeplatform",
        from: "          x-label: Attribute key\n",
        to: "",
        says: "key: x-label must say what",
      },
    ],
    [
      "a member of a list that does not say whether it may be shown",
      {
        in: "activeplatform",
        from: "x-label: Attribute value\n          x-sensitive: true\n",
        to: "x-label: Attribute value\n",
        says: "value: x-sensitive must say",
      },
    ],
    [
      "a password that may be shown",
      {
        in: "ccs",
        from: "x-label: Password\n          x-sensitive: true",
        to: "x-label: Password\n          x-sensitive: false",
        says: "password: a password is sensitive",
      },
    ],
    [
      "an alias of nothing",
      {
        in: "opscom",
        from: "x-alias-of: province\n",
        to: "x-alias-of: provence\n",
        says: `state: ${NO_ALIAS}`,
      },
    ],
    [
      "an alias of an alias",
      { in: "opscom", from: "x-alias-of: postal_code2", to: "x-alias-of: zip", says: `zip2: ${NO_ALIAS}` },
    ],
    [
      "an alias with another limit",
      {
        in: "opscom",
        from: "description: Another name of `postal_code`.",
        to: "description: Another name of `postal_code`.\n          maxLength: 30",
        says: "zip: maxLength differs from that of postal_code",
      },
    ],
    [
      "an alias with a form of its own",
      {
        in: "opscom",
        from: "description: Another name of `postal_code`.",
        to: "description: Another name of `postal_code`.\n          pattern: ^[0-9]+$",
        says: "zip: pattern differs from that of postal_code",
      },
    ],
  ],
};
