import type { Mistakes } from "./mistake.ts";

const UNIQUE_ID_REASON = 'minLength: An empty key answers fault 9013, "unique id required".';
const ANSWERS_INFERRED =
  "x-inferred:\n        required: The page shows both, and does not say whether one can be absent.\n        x-faults/answers: The page lists the codes without saying which request earns which one.";
const NOT_A_MAP = "x-inferred must map members of this object to reasons";

export const mistakesInInferences: Mistakes = {
  "userpush/inferred": [
    [
      "an inference about nothing",
      {
        in: "opscom",
        from: "        x-identity: No page",
        to: "        x-person: No page",
        says: "x-inferred names x-person, which is not there",
      },
    ],
    [
      "an inference about an answer that is not there",
      {
        in: "ccs",
        from: "        responses/200: The page",
        to: "        responses/201: The page",
        says: "x-inferred names responses/201, which is not there",
      },
    ],
    [
      "an inference about a media type that is not there",
      {
        in: "ccs",
        from: "content/application~1x-www-form",
        to: "content/application/x-www-form",
        says: "is not there",
      },
    ],
    [
      "an inference with an empty reason",
      {
        in: "opscom",
        from: UNIQUE_ID_REASON,
        to: 'minLength: " "',
        says: "must say why minLength is inferred",
      },
    ],
    [
      "an inference without a reason",
      {
        in: "opscom",
        from: UNIQUE_ID_REASON,
        to: "minLength: true",
        says: "must say why minLength is inferred",
      },
    ],
    [
      "an inference about everything",
      { in: "opscom", from: ANSWERS_INFERRED, to: "x-inferred: true", says: NOT_A_MAP },
    ],
    [
      "an empty list of inferences",
      { in: "opscom", from: ANSWERS_INFERRED, to: "x-inferred: {}", says: NOT_A_MAP },
    ],
    [
      "an inference that people are not told of",
      {
        in: "opscom",
        from: "\n\n            *Inferred:* not empty.\n          x-label: Unique ID",
        to: "\n          x-label: Unique ID",
        says: "the description must tell people what is inferred",
      },
    ],
  ],
};
