#!/usr/bin/env node
import { main } from "./main.ts";
import { createProcessIo } from "./process-io.ts";
import { watchSignals } from "./watch-signals.ts";

process.exitCode = await main(process.argv.slice(2), createProcessIo(watchSignals(process)));
