/**
 * What the clients of all APIs share: errors, settings, transports.
 *
 * @module userpush
 */
export type { Result } from "./client/create-operation.ts";
export {
  AbortedError,
  ConfigurationError,
  type ErrorFacts,
  type Fault,
  HttpError,
  type HttpErrorCode,
  isUserpushError,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
  ValidationError,
} from "./client/errors.ts";
export { fetchTransport } from "./client/fetch-transport.ts";
export type { AttemptInfo, Hooks, Logger } from "./client/observe.ts";
export type { CallOptions, ClientOptions, Clock, Validate } from "./client/settings.ts";
export type { Transport, TransportAnswer, TransportRequest } from "./client/transport.ts";
export type { Issue } from "./contract/issue.ts";
export type { RuleName } from "./contract/rule.ts";
export type { Validator } from "./contract/standard-schema.ts";
