import type { CommandSpec } from "./command.ts";

const PUSH: CommandSpec = {
  name: "push",
  summary: "Push every person of a CSV file, one request each",
  usage: "FILE --api opscom",
  arguments: { min: 1, max: 1 },
  options: {
    api: { type: "text", value: "API", choices: ["opscom"], help: "where to push to: opscom" },
    tenant: {
      type: "text",
      value: "CODE",
      environment: "OPSCOM_TENANT",
      help: "client code that OPS-COM gave you, as in OC_TOMA",
    },
    "base-url": {
      type: "text",
      value: "URL",
      environment: "OPSCOM_BASE_URL",
      help: "another address of the API than OPS-COM's own",
    },
    "allow-insecure-http": {
      type: "flag",
      help: "allow plain http to another host; the token is readable to everyone on the way",
    },
    concurrency: {
      type: "integer",
      value: "N",
      default: "4",
      min: 1,
      max: 64,
      help: "pushes in flight at a time, 1 to 64",
    },
  },
  notes: [
    "The header of the file holds field names, their other names or the vendor's labels, whatever their case.",
    "The API token comes from the environment variable OPSCOM_API_TOKEN, never from an option.",
  ],
};

const MOCK: CommandSpec = {
  name: "mock",
  summary: "Answer like the APIs, by their documents, on this machine",
  usage: "[opscom] [activeplatform] [ccs]",
  arguments: { min: 0, max: 3 },
  options: {
    port: {
      type: "integer",
      value: "N",
      default: "4010",
      min: 0,
      max: 65_535,
      help: "port; 0 takes a free one",
    },
    host: { type: "text", value: "NAME", default: "127.0.0.1", help: "address to listen on" },
  },
  notes: [
    "Without a name it answers for all three APIs. Any token will do.",
    "A valid request gets the documented success, any other the documented fault with every reason.",
    'Ask for another answer with the header "Prefer: code=400, example=tokenMissing".',
  ],
};

export const COMMANDS: readonly CommandSpec[] = [PUSH, MOCK];
