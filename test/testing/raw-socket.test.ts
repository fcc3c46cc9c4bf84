import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import * as page from "../vendor-facts/samples.ts";

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const OPSCOM_HEAD = page.OPSCOM_RAW_REQUEST_HEAD;
const OPSCOM = request(OPSCOM_HEAD, page.OPSCOM_BODY);
const REFUSED = request(OPSCOM_HEAD, "{}");
const TOO_LONG = request(OPSCOM_HEAD, " ".repeat(8 * 1024 * 1024));
const HEADER_NAME = /^[\w-]+(?=: )/;

let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock();
});
afterAll(() => mock.close());

describe("a request written by hand", () => {
  test("the OPS-COM page's own bytes get the answer of that page", async () => {
    const [answer] = await exchange([OPSCOM]);
    expect(answer?.status).toBe(200);
    expect(answer?.head).toMatch(/^content-type: application\/json$/im);
    expect(JSON.parse(answer?.body ?? "")).toEqual(JSON.parse(page.OPSCOM_ANSWER_BODY));
  });

  test("the ActivePlatform page's own bytes get the answer of that page", async () => {
    const line = `${page.ACTIVEPLATFORM_REQUEST_LINE} HTTP/1.1`;
    const head = [line, "Host: billing.activeplatform.com:80", "Content-Type: application/json"];
    const [answer] = await exchange([request(head, page.ACTIVEPLATFORM_BODY)]);
    expect(answer?.status).toBe(200);
    expect(answer?.head).toMatch(/^content-type: application\/json$/im);
    expect(JSON.parse(answer?.body ?? "")).toEqual(JSON.parse(page.ACTIVEPLATFORM_ANSWER_BODY));
  });

  const absolute = OPSCOM_HEAD.map((line) => line.replace(" /api", " https://any.example/api"));
  const upperCase = OPSCOM_HEAD.map((line) => line.replace(HEADER_NAME, (name) => name.toUpperCase()));
  const lowerCase = OPSCOM_HEAD.map((line) => line.replace(HEADER_NAME, (name) => name.toLowerCase()));
  test.each<[name: string, pieces: string[]]>([
    ["with an absolute target", [request(absolute, page.OPSCOM_BODY)]],
    ["with header names in upper case", [request(upperCase, page.OPSCOM_BODY)]],
    ["with header names in lower case", [request(lowerCase, page.OPSCOM_BODY)]],
    ["in chunks that arrive together", [chunked(/.{1,7}/g).join("")]],
    ["in chunks that arrive one by one", chunked(/.{1,99}/g)],
    ["in one write for each character", [...OPSCOM]],
  ])("is understood %s", async (_, pieces) => {
    const [answer] = await exchange(pieces);
    expect(JSON.parse(answer?.body ?? "")).toEqual(JSON.parse(page.OPSCOM_ANSWER_BODY));
  });
});

describe("one connection", () => {
  test("carries requests that are written at once, and answers in their order", async () => {
    const answers = await exchange([REFUSED + OPSCOM + REFUSED], 3);
    expect(answers.map(({ status }) => status)).toEqual([400, 200, 400]);
  });

  test.each<[name: string, first: string, status: number]>([
    ["a success", OPSCOM, 200],
    ["a refusal", REFUSED, 400],
    ["a body that is too long", TOO_LONG, 413],
  ])("serves the next request after %s", async (_, first, status) => {
    const socket = await open();
    const before = await exchange([first], 1, socket);
    const after = await exchange([OPSCOM], 1, socket);
    socket.destroy();
    expect([...before, ...after].map((answer) => answer.status)).toEqual([status, 200]);
  });
});

describe("bytes that are not HTTP", () => {
  const head = `${OPSCOM_HEAD[0]}\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
  test.each<[name: string, bytes: string, answered: string]>([
    ["a greeting of TLS", "\x16\x03\x01\x02\x00\x01\x00", "HTTP/1.1 400"],
    ["words", "hello there\r\n\r\n", "HTTP/1.1 400"],
    ["no host", `${OPSCOM_HEAD[0]}\r\nContent-Length: 0\r\n\r\n`, "HTTP/1.1 400"],
    ["a length that is no number", `${head}Content-Length: ten\r\n\r\n`, "HTTP/1.1 400"],
    ["a chunk without a size", `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, "HTTP/1.1 400"],
    ["a head without an end", `${head}X: ${"x".repeat(20_000)}`, "HTTP/1.1 431"],
    ["a tunnel", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", ""],
    ["no body", `${head}Content-Length: 9\r\nExpect: 100-continue\r\n\r\n`, "HTTP/1.1 100"],
  ])("and a hang-up do not end the mock: %s", async (_, bytes, answered) => {
    expect((await sendAndHangUp(bytes)).slice(0, 12)).toBe(answered);
    const [answer] = await exchange([OPSCOM]);
    expect(answer?.status).toBe(200);
  });
});

function request(head: readonly string[], body: string): string {
  return [...head, `Content-Length: ${Buffer.byteLength(body)}`, "", body].join("\r\n");
}

function chunked(piece: RegExp): string[] {
  const pieces = [...(page.OPSCOM_BODY.match(piece) ?? []), ""];
  const head = [...OPSCOM_HEAD, "Transfer-Encoding: chunked", "", ""].join("\r\n");
  return [head, ...pieces.map((text) => `${text.length.toString(16)}\r\n${text}\r\n`)];
}

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket.setNoDelay().setEncoding("latin1");
}

/** Writes the pieces one after the other, and reads so many answers. */
async function exchange(pieces: readonly string[], count = 1, given?: Socket): Promise<Answer[]> {
  const socket = given ?? (await open());
  for (const piece of pieces) await new Promise((written) => socket.write(piece, written));
  const answers: Answer[] = [];
  let text = "";
  for await (const piece of socket.iterator({ destroyOnReturn: !given })) {
    text += piece;
    for (let next = takeAnswer(text); next; next = takeAnswer(text)) {
      answers.push(next.answer);
      text = text.slice(next.end);
    }
    if (answers.length >= count) break;
  }
  return answers;
}

/** The answer that a text begins with, once it is whole. */
function takeAnswer(text: string): { answer: Answer; end: number } | undefined {
  const [start, status, head = ""] = /^HTTP\/1\.1 (\d{3}) (.*?)\r\n\r\n/s.exec(text) ?? [];
  if (start === undefined) return undefined;
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const frame = length ? new RegExp(`^(.{${length}})`, "s") : /^[\da-f]+\r\n(.*?)\r\n0\r\n\r\n/s;
  const [framed, body = ""] = frame.exec(text.slice(start.length)) ?? [];
  if (framed === undefined) return undefined;
  return { answer: { status: Number(status), head, body }, end: start.length + framed.length };
}

/** The first bytes that come back; then the connection is reset. */
async function sendAndHangUp(bytes: string): Promise<string> {
  const socket = await open();
  const first = new Promise<string>((resolve) => {
    socket.once("data", (text) => resolve(String(text))).once("close", () => resolve(""));
  });
  socket.on("error", () => undefined).write(bytes, "latin1");
  const text = await first;
  socket.resetAndDestroy();
  return text;
}
