import { encodeAnswer } from "./encode-answer.ts";
import type { Examined } from "./examine.ts";
import type { MockAnswer, MockRequest } from "./exchange.ts";
import type { PrismAnswer } from "./prism.ts";
import type { Route } from "./route.ts";

/** Answers a request that was examined. What it may look at decides whether it is a mock, a double or a real API. */
export type Respond = (examined: Examined, request: MockRequest) => Promise<MockAnswer> | MockAnswer;

/** The contract mock: what breaks the contract is refused, anything else gets what the document shows. It keeps nothing. */
export function answerByDocument(examined: Examined): MockAnswer {
  return examined.refusal ?? writeAnswer(examined.route, examined.documented);
}

/** An answer in the format that was negotiated. */
export function writeAnswer(
  { operation }: Route,
  { status, mediaType, body }: Pick<PrismAnswer, "status" | "mediaType" | "body">,
): MockAnswer {
  const headers = mediaType ? { "content-type": mediaType } : {};
  return { status, headers, body: encodeAnswer(body, mediaType, operation.answerXml), findings: [] };
}
