import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import Layout from "./SiteLayout.vue";
import "./tokens.css";
import "./theme.css";
import "./landing.css";
import "./fields.css";

export default { extends: DefaultTheme, Layout } satisfies Theme;
