import { createRejects, opscomTarget, planFiles, pushFiles, type Rejects } from "userpush/bulk";
import { undiciTransport } from "userpush/node";

const transport = undiciTransport();
const run = {
  target: opscomTarget({
    tenant: process.env["OPSCOM_TENANT"] ?? "",
    apiToken: process.env["OPSCOM_API_TOKEN"] ?? "",
    baseUrl: process.env["OPSCOM_BASE_URL"],
    transport,
  }),
  files: ["roster.csv"],
  source: "registrar",
  stateFile: "state.sqlite",
  firstRun: true,
};

try {
  const { counts, brakes } = await planFiles(run);
  console.log(`${counts.new} new, ${counts.changed} changed, ${counts.rejected} rejected`);
  for (const { message } of brakes) console.log(`a brake: ${message}`);

  let rejects: Rejects | undefined;
  const { totals, stop } = await pushFiles({
    ...run,
    openOutputs({ isDropped }) {
      rejects = createRejects({ file: "rejects.csv", isDropped });
      return {
        onBegin: (number) => console.log(`run ${number} begins`),
        onEvent(event) {
          if (event.type === "row" && event.fate === "uncertain") console.log(`look up ${event.key}`);
        },
        onReject: (row, reasons) => rejects?.add({ row, reasons }),
        drain: async () => undefined,
      };
    },
  });
  await rejects?.finish({ isWhole: !stop });
  console.log(stop ? `stopped: ${stop.message}` : "done", totals);
} finally {
  await transport.close();
}
