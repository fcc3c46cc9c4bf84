import { SAFETY_OPTIONS } from "../../../src/cli/commands/safety-options.ts";

export interface Brake {
  readonly option: string;
  readonly allowed: string;
  readonly help: string;
}

declare const data: readonly Brake[];

export { data };

/** The limits of a run, as the command line declares them. */
export default {
  load: (): Brake[] =>
    Object.entries(SAFETY_OPTIONS).flatMap(([name, spec]) =>
      spec.type === "limit" ? [{ option: `--${name}`, allowed: spec.default, help: spec.help }] : [],
    ),
};
