import type { CommandSpec } from "../command.ts";

export const MOCK = {
  name: "mock",
  summary: "Answer like the APIs, by their documents, on this machine",
  usage: "[opscom] [activeplatform] [ccs]",
  arguments: { min: 0, max: 3 },
  options: {
    port: {
      type: "integer",
      group: "sending",
      scope: "run",
      value: "N",
      default: "4010",
      min: 0,
      max: 65_535,
      help: "port; 0 takes a free one",
    },
    host: {
      type: "text",
      group: "sending",
      scope: "run",
      value: "NAME",
      default: "127.0.0.1",
      help: "address to listen on",
    },
  },
  notes: [
    "Without a name it answers for all three APIs. Any token will do.",
    "A valid request gets the documented success, any other the documented fault with every reason.",
    'Ask for another answer with the header "Prefer: code=400, example=tokenMissing".',
  ],
  examples: [["userpush mock opscom --port 0", "a mock of OPS-COM on a free port"]],
  exitCodes: [0, 2, 70],
} as const satisfies CommandSpec;
