import { afterEach, describe, expect, test, vi } from "vitest";
import type { Hooks } from "../../src/client/observe.ts";

export const ORIGIN = "https://controller.operationscommander.io";
export const PUSH = "/api/OC_TOMA/v1/profiles/push";
export const SUCCESS = { status: "success", reference_id: 44 };

/** A test tool that answers in the place of the API: with a 503 first, and then with a success. */
export interface Tool {
  readonly name: string;
  /** Imports the tool and lets it replace `fetch`. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** Loads the client anew, as a program does that imports it at this moment. */
async function createClient(hooks: Hooks = {}) {
  vi.resetModules();
  const { createOpscomClient } = await import("../../src/apis/opscom.ts");
  const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", hooks });
  return () => opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
}

/** Holds a client without a transport to what a test tool must be able to rely on, whatever is imported first. */
export function describeReplacedFetch(tool: Tool): void {
  describe(`${tool.name} answers a client without a transport`, () => {
    afterEach(() => {
      vi.useRealTimers();
      tool.stop();
    });

    test("that was made before the tool was started", async () => {
      const push = await createClient();
      await tool.start();
      expect(await push()).toEqual(SUCCESS);
    });

    test("that was imported after the tool was started", async () => {
      await tool.start();
      const push = await createClient();
      expect(await push()).toEqual(SUCCESS);
    });

    test.each([
      ["before", true],
      ["after", false],
    ])("that was imported %s fake timers, and waits by them", async (_name, isFirst) => {
      await tool.start();
      const onRetry = vi.fn();
      const early = isFirst ? await createClient({ onRetry }) : undefined;
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
      const push = early ?? (await createClient({ onRetry }));
      const call = push();
      await vi.waitFor(() => expect(onRetry).toHaveBeenCalledOnce());
      // The first delay is at most half a second, of which nobody waits a moment.
      await vi.advanceTimersByTimeAsync(500);
      expect(await call).toEqual(SUCCESS);
    });
  });
}
