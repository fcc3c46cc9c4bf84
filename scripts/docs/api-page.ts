import { readFileSync } from "node:fs";

/** What stands on the page of an API. */
export interface ApiPage {
  readonly api: string;
  readonly title: string;
  /** Under which path the site is served: begins and ends with a slash. */
  readonly base: string;
  /** The pages of all APIs. */
  readonly links: readonly { readonly api: string; readonly title: string }[];
  /** Its operations, fields and faults, in HTML, for whoever has no scripts, and until they have run. */
  readonly content: string;
  /** What Redoc is told, in JSON. */
  readonly options: string;
}

const ICON = `data:image/svg+xml;base64,${readFileSync("docs/public/icon.svg", "base64")}`;

/** The page of an API, in HTML: ours around it, Redoc within. */
export function renderApiPage({ api, title, base, links, content, options }: ApiPage): string {
  // A title begins with the name of its system, and a phone has room for no more.
  const to = (one: (typeof links)[number]) =>
    `<a href="${base}apis/${one.api}.html"${one.api === api ? ' aria-current="page"' : ""}>${one.title.split(" ", 1)}</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | userpush</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${base}apis/tokens.css">
<link rel="stylesheet" href="${base}apis/fields.css">
<link rel="stylesheet" href="${base}apis/api-page.css">
<script type="module" src="${base}apis/api-page.js" data-api="${api}" data-options='${options.replaceAll("'", "&#39;")}'></script>
</head>
<body>
<header class="bar">
<a class="home" href="${base}"><img src="${ICON}" alt="" width="24" height="24">userpush</a>
<nav aria-label="Site"><a href="${base}guides/banner.html">Guides</a>
${links.map(to).join("\n")}
<a href="${base}reference/fields/${api}.html">Fields</a>
<a href="${base}reference/sdk/index.html">SDK</a></nav>
</header>
<main id="plain">
<h1>${title}</h1>
${content}
</main>
<div id="redoc"></div>
</body>
</html>
`;
}
