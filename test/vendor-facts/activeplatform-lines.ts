import {
  ACTIVEPLATFORM_ANSWER,
  ACTIVEPLATFORM_ANSWER_ATTRIBUTE,
  ACTIVEPLATFORM_ARGUMENTS,
  ACTIVEPLATFORM_CREATE,
  ACTIVEPLATFORM_ERROR,
  ACTIVEPLATFORM_STATUSES,
  type AnswerRow,
  type ArgumentRow,
} from "./activeplatform.ts";
import { mediaTypePlace } from "./document-lines.ts";
import {
  callLines,
  constraintLines,
  errorLines,
  type Field,
  objectLines,
  parameterLines,
} from "./table-lines.ts";

/** `custom_attributes[][key]`: a list of pairs, in the notation of Rails forms. */
const RAILS_PAIR = /^(\w+)\[\]\[(\w+)\]$/;

/** What ActivePlatform's tables state, in the lines of `document-lines.ts`. */
export function activePlatformLines(): string[] {
  const form = ACTIVEPLATFORM_ARGUMENTS.filter((row) => row[1] === "form");
  return [
    `server ${ACTIVEPLATFORM_CREATE.exampleBase}`,
    ...callLines("createUser", ACTIVEPLATFORM_CREATE, ACTIVEPLATFORM_CREATE.requestMediaTypes),
    `${mediaTypePlace("createUser requestBody", "application/x-www-form-urlencoded")} x-form-arrays "rails"`,
    ...ACTIVEPLATFORM_ARGUMENTS.filter((row) => row[1] === "query").flatMap(queryLines),
    ...plainLines(form.filter((row) => !RAILS_PAIR.test(row[0]))),
    ...pairLines(form.filter((row) => RAILS_PAIR.test(row[0]))),
    ...answerLines(),
    ...errorLines("createUser error", ACTIVEPLATFORM_ERROR),
  ];
}

function queryLines([name]: ArgumentRow): string[] {
  const place = `createUser parameter/${name}`;
  const secret = name === ACTIVEPLATFORM_CREATE.token ? [`${place} x-secret true`] : [];
  return [...parameterLines(place, "query"), ...secret];
}

function plainLines(rows: readonly ArgumentRow[]): string[] {
  const required = rows.filter((row) => row[3] === "Required").map((row) => row[0]);
  return objectLines(
    "createUser request",
    rows.map(([name, , type]): Field => [name, type]),
    required,
  );
}

function pairLines(rows: readonly ArgumentRow[]): string[] {
  const pairs = rows.map(([name, , type, use]) => ({ split: RAILS_PAIR.exec(name) ?? [], type, use }));
  const lines = pairs.flatMap(({ split: [, list = "", member = ""], type, use }) => [
    `createUser request property ${list}`,
    `createUser request/${list} type "array"`,
    `createUser request/${list}[] type "object"`,
    `createUser request/${list}[] property ${member}`,
    ...constraintLines(`createUser request/${list}[]/${member}`, {
      type: type === "string" ? type : undefined,
      use,
    }),
  ]);
  return [...new Set(lines)];
}

function answerLines(): string[] {
  return [
    ...objectLines("createUser answer", ACTIVEPLATFORM_ANSWER.map(answerField)),
    `createUser answer/custom_attributes[] type "object"`,
    ...ACTIVEPLATFORM_ANSWER_ATTRIBUTE.map(
      (name) => `createUser answer/custom_attributes[] property ${name}`,
    ),
    `createUser answer/custom_attributes[]/name type "string"`,
  ];
}

function answerField([name, type]: AnswerRow): Field {
  if (type === "date") return [name, "string", { format: "date-time" }];
  return [name, type, name === "status" ? { enum: ACTIVEPLATFORM_STATUSES } : {}];
}
