import { afterAll, beforeAll, expect, test } from "vitest";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

test.each([
  ["a bearer token", "Bearer abc-def-123", "token abc-def-123 is unknown", "token *** is unknown"],
  ["a header as a whole", "Custom scheme-less", "got 'Custom scheme-less'", "got '***'"],
  [
    "the password of Basic",
    `Basic ${btoa("ann:hunter22")}`,
    "hunter22 is wrong for ann",
    "*** is wrong for ann",
  ],
  [
    "a password of Basic in UTF-8",
    `Basic ${Buffer.from("ann:pässwört").toString("base64")}`,
    "pässwört is wrong",
    "*** is wrong",
  ],
  ["a value of a list", 'Token token="CANARY-1", id=7; session=CANARY-2', "CANARY-1, CANARY-2", "***, ***"],
  ["what follows a tabulator", "Bearer\tabc-def-123", "abc-def-123 is unknown", "*** is unknown"],
  ["a Basic header that is none", "Basic %%%", "got %%%", "got ***"],
  ["PHP's JSON of a token", "Bearer a/b\u00e9/c", String.raw`{"got":"a\/b\u00e9\/c"}`, '{"got":"***"}'],
])("an answer that echoes %s is shown without it", async (_name, authorization, echo, excerpt) => {
  server.play({ answer: http(400, echo) });
  const ccs = createCcsClient({ baseUrl: server.url, headers: { authorization } });
  const result = await ccs.safe.addUser({ email: "", firstName: "", roleId: 1 });
  expect(result).toMatchObject({ ok: false, error: { code: "rejected", excerpt } });
});
