import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** The theme: one accent colour, system fonts, dense sizes. Text and controls have the contrast of WCAG 2.2 AA in light and dark. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 7 },
  colors: {
    accent: [
      "#eaf4f7",
      "#d3e6ec",
      "#a8cdd9",
      "#7bb3c4",
      "#559cb2",
      "#3a8aa3",
      "#257a94",
      "#14657d",
      "#0e5266",
      "#083e4e",
    ],
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.1875rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
});

/** Where Mantine's own colours fall short of the contrast of WCAG 2.2 AA, darker or lighter ones; and the registry's own variables. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#495057",
    "--mantine-color-placeholder": "#5c636a",
    "--mantine-color-error": "#b42318",
    "--sequela-line": "#d5dade",
    "--sequela-control": "#7b848c",
    "--sequela-quiet": "#f4f6f7",
    "--sequela-accent-text": "#14657d",
  },
  dark: {
    "--mantine-color-dimmed": "#b8bcc0",
    "--mantine-color-placeholder": "#9aa0a6",
    "--mantine-color-error": "#ff9b92",
    "--sequela-line": "#43474b",
    "--sequela-control": "#83898f",
    "--sequela-quiet": "#2b2d2f",
    "--sequela-accent-text": "#7bb3c4",
  },
});
