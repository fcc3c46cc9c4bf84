import { describe, expect, test } from "vitest";
import { startContractMock } from "../../src/testing/index.ts";
import { ACTIVEPLATFORM, CCS, OPSCOM, PROFILE, useMock } from "./ask-mock.ts";

const { url } = useMock();

describe("a mock", () => {
  test("of some APIs answers 404 for the others", async () => {
    const some = await startContractMock({ apis: ["ccs", "opscom"] });
    const statuses = await Promise.all(
      [OPSCOM, CCS.path, ACTIVEPLATFORM].map((path) => post(some.url + path)),
    );
    await some.close();
    expect(statuses).toEqual([200, 400, 404]);
  });

  test("of an unknown API is refused, with the names of those there are", async () => {
    const wrong = startContractMock({ apis: ["opscon" as "opscom"] });
    await expect(wrong).rejects.toThrow(/opscom, activeplatform, ccs.*"opscon"/);
  });

  test("on a port that is taken is refused, and leaves the other one alone", async () => {
    const port = Number(new URL(url()).port);
    await expect(startContractMock({ port })).rejects.toMatchObject({ code: "EADDRINUSE", port });
    expect(await post(url() + OPSCOM)).toBe(200);
  });

  test("on an IPv6 host has a URL that can be called", async () => {
    const one = await startContractMock({ host: "::1" });
    const status = await post(one.url + OPSCOM);
    await one.close();
    expect(one.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(status).toBe(200);
  });

  test("stops with connections open, can be closed twice, and leaves its neighbour alone", async () => {
    const one = await startContractMock();
    expect([await post(one.url + OPSCOM), await post(url() + OPSCOM)]).toEqual([200, 200]);
    await Promise.all([one.close(), one.close()]);
    await one.close();
    await expect(post(one.url + OPSCOM)).rejects.toThrow("fetch failed");
    expect(await post(url() + OPSCOM)).toBe(200);
  });
});

async function post(url: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(PROFILE) })).status;
}
