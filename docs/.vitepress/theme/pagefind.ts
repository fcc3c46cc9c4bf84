import { withBase } from "vitepress";

/** One place that a search found: a page, or a heading of one. */
export interface Hit {
  readonly url: string;
  readonly title: string;
  /** The heading within the page, where the words stand below one. */
  readonly section?: string;
  /** Some words around, in HTML: the found ones are marked. */
  readonly excerpt: string;
}

interface PagefindPage {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  readonly sub_results: readonly PagefindSection[];
}

interface PagefindSection {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  /** Where the words stand; words of headings weigh more. */
  readonly weighted_locations: readonly { readonly weight: number }[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

const MOST_PAGES = 8;
const MOST_SECTIONS = 2;

let loading: Promise<Pagefind> | undefined;

/** Looks words up in the index, which is fetched with the first search. */
export async function search(words: string): Promise<Hit[]> {
  loading ??= load();
  const { results } = await (await loading).search(words);
  const pages = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
  return pages.flatMap((page) => hitsOf(page, words.trim().toLowerCase()));
}

async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ withBase("/pagefind/pagefind.js"))) as Pagefind;
  await pagefind.options({ baseUrl: withBase("/"), excerptLength: 20 });
  return pagefind;
}

/**
 * The sections that hold the words, or the page itself where none does. A section that is called by the words comes first:
 * another code may speak of this one more often.
 */
function hitsOf({ url, meta, excerpt, sub_results }: PagefindPage, words: string): Hit[] {
  const isNamed = ({ title }: PagefindSection) => Number(title.trim().toLowerCase() === words);
  const sections = sub_results
    .toSorted((one, other) => isNamed(other) - isNamed(one) || weigh(other) - weigh(one))
    .slice(0, MOST_SECTIONS);
  if (sections.length === 0) return [{ url, title: meta.title, excerpt }];
  return sections.map((section) => ({
    url: section.url,
    title: meta.title,
    ...(section.title === meta.title ? {} : { section: section.title }),
    excerpt: section.excerpt,
  }));
}

function weigh({ weighted_locations }: PagefindSection): number {
  return weighted_locations.reduce((sum, { weight }) => sum + weight, 0);
}
