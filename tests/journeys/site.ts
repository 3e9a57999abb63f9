import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Site, serve } from "../../src/cli/serve";

const dist = join(import.meta.dirname, "../../dist");

/** The built site below a path that is not the root, with every other request refused and counted. */
export const test = base.extend<{ strangers: string[] }, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await serve(dist, { base: "/some/where/" });
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  baseURL: ({ site }, use) => use(site.url),

  /** Addresses outside the site that something asked for. */
  strangers: [
    async ({ context, site }, use) => {
      const strangers: string[] = [];
      await context.route(
        (url) => !url.href.startsWith(site.url) && url.protocol.startsWith("http"),
        (route) => {
          strangers.push(route.request().url());
          return route.abort();
        },
      );
      await use(strangers);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
