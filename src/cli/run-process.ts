import { main } from "./main.ts";
import { createProcessIo } from "./process-io.ts";
import { reportBug } from "./report-failure.ts";
import { watchSignals } from "./watch-signals.ts";

/** Runs the command line of a process, and leaves its exit code there. */
export async function runProcess(process: NodeJS.Process): Promise<void> {
  const io = createProcessIo(watchSignals(process));
  // What nobody caught is a bug, whatever it is called: nothing can go on from here.
  process.on("uncaughtException", (error) => process.exit(reportBug(error, io)));
  process.exitCode = await main(process.argv.slice(2), io);
}
