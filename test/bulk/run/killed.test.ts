import { describeKills } from "./describe-kills.ts";

describeKills({ people: 1_000, kills: 10 });
