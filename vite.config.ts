import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { VitePWA } from "vite-plugin-pwa";
import { CHROMIUM_ARGS } from "./src/cli/chromium-args.ts";
import { captionsFile } from "./src/cli/build/captions-file.ts";
import { contentSecurityPolicy } from "./src/cli/build/csp.ts";
import { buildStamp } from "./src/cli/build/freshness.ts";
import { pocketModels } from "./src/cli/build/pocket-models.ts";
import { precompress } from "./src/cli/build/precompress.ts";

const underTest = process.env.VITEST !== undefined;

export default defineConfig({
  base: "./", // The built folder works under any path.
  plugins: [
    svelte({ configFile: false }),
    pocketModels(import.meta.dirname),
    captionsFile(import.meta.dirname),
    contentSecurityPolicy(),
    underTest ? [] : serviceWorker(),
    precompress(), // After the service worker is written,
    buildStamp(), // and this last.
  ],
  worker: { format: "es" },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // The policy allows no data: fonts or workers.
  },
  // Pre-bundling would move the runtime away from the .wasm it finds beside itself.
  optimizeDeps: {
    exclude: ["onnxruntime-web", "@huggingface/transformers"],
    // Only workers and later views import these; found late, they would reload the page in the middle of a test.
    include: [
      "comlink",
      "idb",
      "@huggingface/jinja",
      "@huggingface/tokenizers",
      "@noble/hashes/sha2.js",
      "marked",
      "katex",
      "dompurify",
      "@observablehq/plot",
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          testTimeout: 30_000, // No claim about speed: some go through thousands of problems, on machines that do other things.
          include: ["src/**/*.test.ts", "workers/**/*.test.ts", "models/*.test.ts", "tests/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } }, // A busy machine may take seconds over what takes a frame.
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: process.env.CHROME_PATH, args: CHROMIUM_ARGS },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});

/** Stores the shell, the WASM runtime and the default pocket model at the first visit; the rest when first used. */
function serviceWorker() {
  return VitePWA({
    registerType: "prompt",
    injectRegister: false, // src/app registers it; an injected script would be inline.
    manifest: {
      name: "Quorum",
      short_name: "Quorum",
      description: "A laboratory for test-time compute that runs entirely in a browser tab",
      display: "standalone",
      start_url: "./",
      scope: "./",
      theme_color: "#faf7f0",
      background_color: "#faf7f0",
      icons: [
        { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png" },
      ],
    },
    workbox: {
      globPatterns: [
        "**/*.{html,js,mjs,css,woff2,svg}",
        "icon-*.png",
        "assets/ort-wasm-simd-threaded-*.wasm",
        "models/pocket/policy/*.json",
        "models/pocket/policy/onnx/model.onnx", // The graph that the card prefers; the 4-bit one when first used.
      ],
      globIgnores: ["**/*.{br,gz}"],
      maximumFileSizeToCacheInBytes: 40_000_000,
      navigateFallback: "index.html",
      clientsClaim: true, // The page of a first visit too, so that views it has yet to fetch are there.
      cleanupOutdatedCaches: true,
      runtimeCaching: [
        {
          // The WebGPU runtime, twice the size; its name has its hash in it.
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith(".wasm"),
          handler: "CacheFirst",
          options: { cacheName: "runtimes", cacheableResponse: { statuses: [200] } },
        },
        {
          // Pocket models that are not the default keep their names when they change.
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.includes("/models/pocket/"),
          handler: "NetworkFirst",
          options: { cacheName: "models", cacheableResponse: { statuses: [200] } },
        },
        {
          // What labels are called in other languages, once somebody asked.
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith("/captions/names.tsv"),
          handler: "NetworkFirst",
          options: { cacheName: "names", cacheableResponse: { statuses: [200] } },
        },
      ],
    },
  });
}
