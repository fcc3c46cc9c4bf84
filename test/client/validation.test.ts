import { describe, expect, test, vi } from "vitest";
import { createOpscomClient, type OpscomOptions, type Profile } from "../../src/apis/opscom.ts";
import type { Transport } from "../../src/client/transport.ts";

const SUCCESS = new TextEncoder().encode('{"status":"success","reference_id":44}');
const LONG_STREET: Profile = { unique_id: "1", login_source: "OPSCOM", street2: "x".repeat(21) };

function setUp(options: Partial<OpscomOptions> = {}) {
  const transport = vi.fn<Transport>(async () => ({
    status: 200,
    headers: () => new Headers(),
    read: async (sink) => sink(SUCCESS),
  }));
  const logger = { debug: vi.fn(), warn: vi.fn() };
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", transport, logger, ...options });
  return { client, transport, logger };
}

describe("a record that breaks its contract", () => {
  test("is not sent, and the error holds every issue", async () => {
    const { client, transport } = setUp();
    const result = await client.safe.pushProfile({ ...LONG_STREET, unique_id: "" });
    expect(result).toMatchObject({
      ok: false,
      status: undefined,
      error: {
        name: "ValidationError",
        code: "validation",
        attempts: 0,
        retryable: false,
        uncertain: false,
        message:
          "pushProfile was not sent: `unique_id` is empty; `street2` has 21 characters, the limit is 20",
        issues: [
          { field: "unique_id", rule: "minLength" },
          { field: "street2", rule: "maxLength" },
        ],
      },
    });
    expect(transport).not.toHaveBeenCalled();
  });

  test("is thrown by the style that throws", async () => {
    await expect(setUp().client.pushProfile(LONG_STREET)).rejects.toMatchObject({ code: "validation" });
  });

  test("is sent with a warning where its field is only warned of", async () => {
    const { client, transport, logger } = setUp({ validate: { warn: ["street2"] } });
    await client.pushProfile(LONG_STREET);
    expect(transport).toHaveBeenCalledOnce();
    expect(logger.warn.mock.calls).toEqual([["pushProfile: `street2` has 21 characters, the limit is 20"]]);
  });

  test("is refused for its other fields all the same", async () => {
    const { client, logger } = setUp({ validate: { warn: ["street2"] } });
    const result = await client.safe.pushProfile({ ...LONG_STREET, unique_id: "" });
    expect(result).toMatchObject({ error: { issues: [{ field: "unique_id" }] } });
    expect(logger.warn).toHaveBeenCalledOnce();
  });

  test("that cannot be written at all is a bug of the caller, and thrown as it is", async () => {
    const { client, transport } = setUp({ validate: false });
    const call = client.safe.pushProfile({ ...LONG_STREET, zip: 1n as never });
    await expect(call).rejects.toThrow(TypeError);
    expect(transport).not.toHaveBeenCalled();
  });

  test("is sent as it is where checks are off", async () => {
    const { client, transport, logger } = setUp({ validate: false });
    await client.pushProfile(LONG_STREET);
    expect(transport).toHaveBeenCalledOnce();
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
