import "@mantine/core/styles.css";
import "./globals.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { database } from "@/db/client";
import { installation } from "@/lib/settings/data";
import { DemonstrationBanner } from "@/lib/ui/shell/demonstration-banner";
import { ThemeProvider } from "@/lib/ui/shell/theme-provider";

export const metadata: Metadata = {
  title: { template: "%s · Sequela", default: "Sequela" },
  description: "A registry of metastatic renal cell carcinoma",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** The document of every page, with the banner of a demonstration. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const { read } = await database();
  const demonstration = (await installation(read))?.kind === "demonstration";
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <ThemeProvider>
          {demonstration ? <DemonstrationBanner /> : null}
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
