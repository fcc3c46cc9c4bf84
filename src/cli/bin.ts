#!/usr/bin/env node
import { refuseOldNode } from "./refuse-old-node.ts";

refuseOldNode(process);
const { runProcess } = await import("./run-process.ts");
await runProcess(process);
