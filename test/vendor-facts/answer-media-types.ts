import { ACTIVEPLATFORM_CREATE } from "./activeplatform.ts";
import { CCS_CALL } from "./ccs.ts";
import { operationsOf, outcomeOf } from "./document-parts.ts";
import { OPSCOM_PUSH, OPSCOM_USER_TYPES } from "./opscom.ts";
import type { Document } from "./read-document.ts";

interface MediaTypes {
  readonly answer: readonly string[];
  readonly error: readonly string[];
}

/** As the vendors' pages name them. */
const ANSWER_MEDIA_TYPES: Readonly<Record<string, MediaTypes>> = {
  pushProfile: { answer: [OPSCOM_PUSH.mediaType], error: [OPSCOM_PUSH.mediaType] },
  listUserTypes: { answer: [OPSCOM_USER_TYPES.mediaType], error: [OPSCOM_USER_TYPES.mediaType] },
  createUser: {
    answer: [ACTIVEPLATFORM_CREATE.answerMediaType],
    error: [ACTIVEPLATFORM_CREATE.answerMediaType],
  },
  addUser: { answer: CCS_CALL.answerMediaTypes, error: [] },
};

/** Every answer of a document whose media types are not those of the page, as `operation status`. */
export function answersInOtherMediaTypes(document: Document): string[] {
  return operationsOf(document).flatMap(({ operation: { operationId, responses } }) =>
    Object.entries(responses)
      .filter(([status, { content = {} }]) => {
        const expected = ANSWER_MEDIA_TYPES[operationId]?.[outcomeOf(status)] ?? [];
        return Object.keys(content).join() !== expected.join();
      })
      .map(([status]) => `${operationId} ${status}`),
  );
}
