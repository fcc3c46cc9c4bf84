// Lets Redoc render the document of a page, and takes the plain text away when it has.
const { api, options } = document.querySelector("script[data-api]").dataset;
const root = document.documentElement;

// What the reader chose on the other pages of the site, where VitePress keeps it.
const chosen = localStorage.getItem("vitepress-theme-appearance") ?? "auto";
const isDark =
  chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
root.classList.add(isDark ? "dark" : "light");
localStorage.setItem("redoc.colorMode", isDark ? "dark" : "light");

const element = document.getElementById("redoc");
const plain = document.getElementById("plain");
const observer = new MutationObserver(() => {
  if (!element.querySelector("h1, h2")) return;
  observer.disconnect();
  plain.remove();
});
observer.observe(element, { childList: true, subtree: true });

// Redoc has a switch of its own: what is chosen there holds for the whole site.
new MutationObserver(() => {
  const now = root.classList.contains("dark");
  if (now !== isDark || chosen !== "auto")
    localStorage.setItem("vitepress-theme-appearance", now ? "dark" : "light");
}).observe(root, { attributeFilter: ["class"] });

// Redoc renders what is about to be seen, and moves the page under a reader who came by a link. Our documents are small
// enough to be there as a whole.
window.IntersectionObserver = class {
  constructor(callback) {
    this.callback = callback;
  }
  observe(target) {
    setTimeout(() => this.callback([{ target, isIntersecting: true }], this));
  }
  unobserve() {}
  disconnect() {}
};

const [{ init }, definition] = await Promise.all([
  import("./redoc.js"),
  fetch(new URL(`${api}.json`, import.meta.url)).then((answer) => answer.json()),
]);
// A link into the plain text leads to its operation: Redoc knows no other places.
const [place] = location.hash.slice(1).split("-");
const called = Object.values(definition.paths)
  .map(({ post }) => post)
  .find(({ operationId }) => operationId === place);
if (called) location.replace(`#/${called.tags[0]}/${place.toLowerCase()}`);
else if (!location.hash.startsWith("#/")) history.replaceState(null, "", location.pathname);
// Redoc's search box and its headings stick below our bar, not behind it.
const scrollYOffset = document.querySelector(".bar").offsetHeight;
init(definition, { ...JSON.parse(options), disableTelemetry: true, scrollYOffset }, element);
