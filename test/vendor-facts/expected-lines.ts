import { activePlatformLines } from "./activeplatform-lines.ts";
import { ccsLines } from "./ccs-lines.ts";
import { DEVIATIONS, type Deviation } from "./deviations.ts";
import { opscomLines } from "./opscom-lines.ts";
import type { Api } from "./read-document.ts";

/** Samples and labels are not statements of a schema: they are compared by themselves. */
const BY_ITSELF = / (sample|label)\//;

/** What the vendor's tables state, before any deviation. */
export const VENDOR_LINES: Readonly<Record<Api, () => string[]>> = {
  opscom: opscomLines,
  activeplatform: activePlatformLines,
  ccs: ccsLines,
};

/** What a document must state, no line more and no line less: the tables, changed by the list of deviations. */
export function expectedLines(api: Api): string[] {
  const leftOut = placesOf(api, "leaves out");
  const kept = VENDOR_LINES[api]().filter((line) => !leftOut.some((place) => names(place, line)));
  return [...kept, ...placesOf(api, "adds").filter((place) => !BY_ITSELF.test(place))].sort();
}

/** Entries whose effect is not what they claim: the tables have what is added, or lack what is left out or kept. */
export function pointlessDeviations(api: Api): Deviation[] {
  const vendor = VENDOR_LINES[api]();
  return DEVIATIONS.filter((it) => it.api === api).filter(({ place, effect }) => {
    return vendor.some((line) => names(place, line)) === (effect === "adds");
  });
}

/** The lines in which a document's samples or labels differ from the printed ones, on purpose. */
export function shownOtherwise(api: Api, what: "sample" | "label"): string[] {
  return placesOf(api, "adds").filter((place) => BY_ITSELF.exec(place)?.[1] === what);
}

export function inferredPlaces(api: Api): string[] {
  return DEVIATIONS.filter((it) => it.api === api && it.kind === "inferred").map((it) => it.place);
}

function placesOf(api: Api, effect: Deviation["effect"]): string[] {
  return DEVIATIONS.filter((it) => it.api === api && it.effect === effect).map((it) => it.place);
}

function names(place: string, line: string): boolean {
  const [before = "", after] = place.split("*");
  if (after === undefined) return place === line;
  return line.startsWith(before) && line.endsWith(after);
}
