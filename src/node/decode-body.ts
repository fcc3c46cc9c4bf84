import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  constants as zlib,
} from "node:zlib";
import { ParseError } from "../client/errors.ts";
import type { IncomingBody } from "./receive-body.ts";

const HEADER = "content-encoding";

/** As `fetch` has it: what lacks its last bytes is taken as far as it goes, and whoever parses it sees whether it is whole. */
const LENIENT = { finishFlush: zlib.Z_SYNC_FLUSH };
const LENIENT_BROTLI = { finishFlush: zlib.BROTLI_OPERATION_FLUSH };

const UNKNOWN = "the answer has a content-encoding that is not decoded: only gzip, deflate and br are";

/** How a body is compressed, if it is. Its length finds the header: reading all names would cost every answer. */
export function encodingOf(received: readonly Buffer[]): string | undefined {
  const at = received.findIndex((bytes, index) => index % 2 === 0 && isHeader(bytes));
  const encoding = at < 0 ? "" : received[at + 1]?.toString("latin1").trim().toLowerCase();
  return encoding && encoding !== "identity" ? encoding : undefined;
}

function isHeader(name: Buffer): boolean {
  return name.length === HEADER.length && name.toString("latin1").toLowerCase() === HEADER;
}

/**
 * Hands on what was compressed, piece by piece, so that whoever has enough can end it before the rest is decoded. The connection
 * waits while the decoder has enough to do.
 */
export function readDecoded(
  encoding: string,
  incoming: IncomingBody,
  sink: (chunk: Uint8Array) => void,
  giveUp: (reason: Error) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let decoder: Decoder | undefined;
    function fail(error: unknown): void {
      decoder?.destroy();
      reject(error);
      giveUp(error as Error);
    }
    function hand(chunk: Uint8Array): void {
      try {
        sink(chunk);
      } catch (error) {
        fail(error);
      }
    }
    function finish(): void {
      resolve();
      // Does nothing where the answer has come to its end, as it has but for what somebody put behind the compressed body.
      giveUp(new Error("the answer goes on after its end"));
    }
    function start(first: Uint8Array): Decoder {
      const created = createDecoder(encoding, first);
      return created.on("data", hand).on("end", finish).on("error", fail).on("drain", incoming.goOn);
    }
    function take(chunk: Uint8Array): void {
      decoder ??= start(chunk);
      if (!decoder.write(chunk)) incoming.pause();
    }
    incoming.read(take).then(() => (decoder ? decoder.end() : resolve()), fail);
  });
}

type Decoder = ReturnType<typeof createGunzip>;

function createDecoder(encoding: string, [first = 0]: Uint8Array): Decoder {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip(LENIENT);
  if (encoding === "br") return createBrotliDecompress(LENIENT_BROTLI);
  // The value is not told: whoever sends it may echo a secret.
  if (encoding !== "deflate") throw new ParseError({ message: UNKNOWN });
  // Many leave out the wrapping that RFC 9110 asks for; its first byte says.
  return (first & 0x0f) === 8 ? createInflate(LENIENT) : createInflateRaw(LENIENT);
}
