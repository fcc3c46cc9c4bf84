import { describeKills } from "./describe-kills.ts";

describeKills({ people: 10_000, kills: 100 });
