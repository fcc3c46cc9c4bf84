import { expect, test } from "vitest";
import { openCampus, sumOf } from "../../cli/campus.ts";
import { startUserpush } from "../../support/userpush-process.ts";

/** Puts the clock on the wall back by an hour, two seconds after the program began. */
const STEP = `const wall = Date.now, at = wall() + 2_000;
  Date.now = () => wall() - (wall() > at ? 3_600_000 : 0);`;

test("a run is not held up by a clock on the wall that is put back while it sends", async () => {
  await using campus = await openCampus();
  await campus.writePeople(80);
  const env = {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(STEP)}`,
    OPSCOM_TENANT: "OC_TOMA",
    OPSCOM_API_TOKEN: "token",
    OPSCOM_BASE_URL: campus.api.url,
  };
  const args = ["push", "roster.csv", "--first-run", "--rate", "20", "--api", "opscom"];
  const run = startUserpush(args, { cwd: campus.folder, env, input: "" });
  const { code, stdout } = await run.ended;
  expect([code, sumOf(stdout)]).toMatchObject([0, { pushed: 80 }]);
}, 60_000);
