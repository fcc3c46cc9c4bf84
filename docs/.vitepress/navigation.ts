import { readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";
import { parse } from "yaml";
import { APIS, MADE_PAGES } from "../../scripts/docs/site.ts";

/** The API pages are no pages of VitePress: a link to one leaves its router. */
const apiPages = APIS.map((api) => ({ text: titleOf(api), link: `/apis/${api}.html`, target: "_self" }));

/** Where the pages that scripts write stand on the site. */
const MADE = MADE_PAGES.replace("docs", "");

const fieldPages = APIS.map((api) => ({ text: titleOf(api), link: `${MADE}/fields/${api}` }));

const START = [
  { text: "Push your Banner students tonight", link: "/guides/banner" },
  { text: "Push a OneRoster export", link: "/guides/oneroster" },
  { text: "Map your own export", link: "/guides/own-export" },
  { text: "Run it every night", link: "/guides/every-night" },
  { text: "What is sent and what is kept", link: "/guides/privacy" },
];

const BUILD = [
  { text: "From your own program", link: "/guides/own-program" },
  { text: "Handle errors in an app", link: "/guides/errors" },
  { text: "Contract tests in your CI", link: "/guides/contract-tests" },
  { text: "The three APIs compared", link: "/guides/apis-compared" },
  { text: "When a vendor changes its API", link: "/guides/vendor-changes" },
];

const LOOK_UP = [
  { text: "The mapping language", link: "/mapping" },
  { text: "Files of a run", link: "/files-of-a-run" },
  { text: "What --json prints", link: "/events" },
  { text: "SDK", link: `${MADE}/sdk/` },
  { text: "Changelog", link: "/changelog" },
];

const MODULES = ["", "/opscom", "/activeplatform", "/ccs", "/bulk", "/node", "/testing"].map((name) => ({
  text: `userpush${name}`,
  link: `/reference/sdk/userpush${name}`,
}));

export const NAV: DefaultTheme.NavItem[] = [
  { text: "Push people", items: START },
  { text: "Build on it", items: BUILD },
  {
    text: "APIs",
    items: [
      { text: "Calls", items: apiPages },
      { text: "Fields", items: fieldPages },
    ],
  },
  { text: "Reference", items: LOOK_UP },
];

export const SIDEBAR: DefaultTheme.SidebarItem[] = [
  { text: "Push people", items: START },
  { text: "Build on it", items: BUILD },
  { text: "APIs", items: apiPages },
  { text: "Fields", items: fieldPages },
  { text: "Reference", items: LOOK_UP },
  { text: "SDK", items: MODULES },
];

function titleOf(api: string): string {
  return parse(readFileSync(`openapi/${api}.yaml`, "utf8")).info.title;
}
