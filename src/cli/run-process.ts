import { main } from "./main.ts";
import { createProcessIo } from "./process-io.ts";
import { watchSignals } from "./watch-signals.ts";

const BUG = 70;

/** Runs the command line of a process, and leaves its exit code there. */
export async function runProcess(process: NodeJS.Process): Promise<void> {
  process.on("uncaughtException", (error) => {
    process.stderr.write(
      `userpush: this is a bug of userpush. Please report it.\n${error?.stack ?? error}\n`,
    );
    process.exit(BUG);
  });
  process.exitCode = await main(process.argv.slice(2), createProcessIo(watchSignals(process)));
}
