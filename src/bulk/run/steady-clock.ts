import { type Clock, PLATFORM_CLOCK } from "../../client/settings.ts";

/**
 * Time that passes, in whole milliseconds since the program began. The clock on the wall is set now and then, by people or by
 * the network, and a run that paced itself by that would stand still for an hour, or skip one.
 */
export const STEADY_CLOCK: Clock = { ...PLATFORM_CLOCK, now: () => Math.floor(performance.now()) };
