import type { CommandSpec } from "./command.ts";
import { DOCTOR } from "./commands/doctor.ts";
import { FIELDS, TEMPLATE } from "./commands/fields.ts";
import { MOCK } from "./commands/mock.ts";
import { PLAN } from "./commands/plan.ts";
import { PUSH } from "./commands/push.ts";
import { STATUS } from "./commands/status.ts";
import { VERIFY } from "./commands/verify.ts";

/** Every command, in the order in which a person comes to need it. */
export const COMMANDS: readonly CommandSpec[] = [PLAN, PUSH, STATUS, FIELDS, TEMPLATE, DOCTOR, MOCK, VERIFY];
