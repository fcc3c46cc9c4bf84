import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ContractFetch,
  createContractFetch,
  startContractDouble,
  startContractMock,
  validNewUser,
  validProfile,
  validProfiles,
} from "../../src/testing/index.ts";

/** What plain JavaScript may hand over, and TypeScript does not see. */
type Anything = never;
const given = (value: unknown) => value as Anything;

let all: ContractFetch;
let opscom: ContractFetch;
let ccs: ContractFetch;
beforeAll(async () => {
  all = await createContractFetch();
  opscom = await createContractFetch({ apis: ["opscom"] });
  ccs = await createContractFetch({ apis: ["ccs"] });
});
afterAll(() => {
  for (const one of [all, opscom, ccs]) expect(one.requests).toEqual([]);
});

const A_FAILURE =
  /^a failure must be "reset", "stall", "lostAnswer", a status such as "429", or an answer, and /;
const AN_ANSWER = /^an answer must be \{ example \}, \{ fault \} or \{ status \}, and /;

describe("a plan that makes no sense is refused, with what came", () => {
  test.each<[unknown, RegExp]>([
    ["xyz", A_FAILURE],
    ["99", A_FAILURE],
    ["4290", A_FAILURE],
    [429, A_FAILURE],
    [undefined, A_FAILURE],
    [null, A_FAILURE],
  ])("failNext(%j)", (failure, message) => {
    expect(() => all.failNext(given(failure))).toThrow(TypeError);
    expect(() => all.failNext(given(failure))).toThrow(message);
  });

  test.each<[unknown, RegExp]>([
    ["429", AN_ANSWER],
    [undefined, AN_ANSWER],
    [{}, AN_ANSWER],
    [{ exmaple: "success" }, AN_ANSWER],
    [{ status: 99 }, /^status must be a whole number from 200 to 599, and 99 came$/],
    [{ status: "503" }, /and '503' came$/],
    [{ status: undefined }, /^status must be a number/],
    [{ status: 503, boby: "down" }, /^an answer must be an object with status, headers, body, and /],
    [{ status: 503, body: 5 }, /^body must be a text or an object, and 5 came$/],
    [{ status: 503, headers: "x" }, /^headers must be an object/],
    [{ example: "nope" }, /^example must be one of .*uniqueIdRequired.*, and 'nope' came$/],
    [{ fault: 77 }, /^fault must be a code \(9000, .*9033\) or words, and 77 came$/],
    [{ fault: { code: 9015 } }, /^fault must be a code/],
    [{ fault: 9015, code: 1 }, /^an answer must be an object with fault, status, and /],
  ])("respondWith(%j), and failNext with it", (answer, message) => {
    expect(() => all.respondWith(given(answer))).toThrow(TypeError);
    expect(() => all.respondWith(given(answer))).toThrow(message);
    if (typeof answer === "object") expect(() => all.failNext(given(answer))).toThrow(message);
  });

  test("a fault in words, where all faults have codes; and any, where there is none", () => {
    expect(() => opscom.failNext({ fault: "nope" })).toThrow(
      /^fault must be a code \(.*\), and 'nope' came$/,
    );
    expect(() => ccs.failNext({ fault: "nope" })).toThrow("for no document has faults, and 'nope' came");
    expect(() => opscom.failNext({ fault: 9015 })).not.toThrow();
    opscom.reset();
  });

  test.each<[unknown, RegExp]>([
    [{ times: 0 }, /^times must be a whole number from 1 /],
    [{ times: "2" }, /^times must be/],
    [{ time: 2 }, /^the options must be an object with times, operation, and /],
    [{ operation: "pushProfiles" }, /^operation must be one of pushProfile, .*, and 'pushProfiles' came$/],
  ])("failNext with the options %j", (options, message) => {
    expect(() => all.failNext("reset", given(options))).toThrow(message);
  });

  test.each([-1, Number.NaN, "5", undefined, Number.POSITIVE_INFINITY])("setLatency(%j)", (latency) => {
    expect(() => all.setLatency(given(latency))).toThrow(
      "the latency must be a number of milliseconds from 0 up",
    );
  });
});

describe("an option that nobody reads, or can follow, is refused", () => {
  test.each<[unknown, string]>([
    [{ prot: 5 }, "the options must be an object with apis, port, host, log, and { prot: 5 } came"],
    [{ port: "4010" }, "port must be a whole number from 0 to 65535, and '4010' came"],
    [{ host: 5 }, "host must be a text, and 5 came"],
    [{ log: true }, "log must be a function, and true came"],
    [{ apis: "opscom" }, "apis must be a list of names, and 'opscom' came"],
    [5, "the options must be an object with apis, port, host, log, and 5 came"],
  ])("by a mock: %j", async (options, message) => {
    await expect(startContractMock(given(options))).rejects.toThrow(new TypeError(message));
  });

  test("by a double, and by the fetch", async () => {
    await expect(startContractDouble(given({ accepts: {} }))).rejects.toThrow(
      /apis, accepted, required, port/,
    );
    await expect(createContractFetch(given({ api: ["ccs"] }))).rejects.toThrow(TypeError);
  });

  test("by the records", () => {
    const message = 'a change must be of a field of pushProfile, and "emial" came';
    expect(() => validProfile(given({ emial: "x" }))).toThrow(new TypeError(message));
    expect(() => validProfiles(2, given({ emial: "x" }))).toThrow(message);
    expect(() => validNewUser(given({ emial: "x" }))).toThrow("a field of createUser");
    expect(validProfile({ email: "x" })).toMatchObject({ email: "x" });
  });
});
