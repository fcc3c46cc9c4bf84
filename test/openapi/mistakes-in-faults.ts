import type { Mistakes } from "./mistake.ts";

export const mistakesInFaults: Mistakes = {
  "userpush/faults": [
    [
      "a table without the names of the members",
      {
        in: "activeplatform",
        from: "x-faults:\n        message: error",
        to: "x-faults: error",
        says: "x-faults must name the members of the error body",
      },
    ],
    [
      "a message in a member that is not there",
      {
        in: "activeplatform",
        from: "        message: error",
        to: "        message: reason",
        says: "x-faults.message must name a member of the error body",
      },
    ],
    [
      "a message in no member",
      {
        in: "opscom",
        from: "        message: ErrorMessage\n",
        to: "",
        says: "x-faults.message must name a member",
      },
    ],
    [
      "a code in a member that is not there",
      {
        in: "opscom",
        from: "code: ErrorCode\n",
        to: "code: Code\n",
        says: "x-faults.code must name a member",
      },
    ],
    [
      "a row without a code",
      {
        in: "opscom",
        from: "- codes: [9022]",
        to: "- codes: []",
        says: "x-faults: a row must list its codes",
      },
    ],
    [
      "a code that is no number",
      {
        in: "opscom",
        from: "- codes: [9022]",
        to: "- codes: [E9022]",
        says: "x-faults: a row must list its codes",
      },
    ],
    [
      "a class that nobody knows",
      {
        in: "opscom",
        from: "class: configuration",
        to: "class: settings",
        says: "fault 9000 must have a class: configuration, authentication, rejected, foreign",
      },
    ],
    [
      "a fault without a meaning",
      {
        in: "opscom",
        from: "            meaning: The login source is invalid.\n",
        to: "",
        says: "fault 9015 must have a meaning",
      },
    ],
    [
      "a fault without a remedy",
      {
        in: "opscom",
        from: "            remedy: Give the person a unique_id.\n",
        to: "",
        says: "fault 9013 must have a remedy",
      },
    ],
    [
      "a code that stands in two rows",
      {
        in: "opscom",
        from: "codes: [9004, 9005,",
        to: "codes: [9033, 9005,",
        says: "9033 stands in the table twice",
      },
    ],
    [
      "an answer with a code that is not in the table",
      {
        in: "opscom",
        from: "{ code: 9030, rules",
        to: "{ code: 9099, rules",
        says: "9099 is not in the table",
      },
    ],
    [
      "an answer to a rule that nobody knows",
      {
        in: "opscom",
        from: "rules: [maxLength]",
        to: "rules: [tooLong]",
        says: "answers: tooLong is not a rule",
      },
    ],
    [
      "something unique that is no field",
      {
        in: "opscom",
        from: "{ code: 9019, field: email, rules",
        to: "{ code: 9019, rules",
        says: "answers: what must be unique is a field",
      },
    ],
  ],
};
