// Finds a Chromium for the tests, or installs one. `tsx src/cli/find-browser.ts` prints its path.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";

type Say = (line: string) => void;

/** The path of a Chromium that starts. Throws when there is none and none can be installed. */
export function findBrowser(say: Say = console.error): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (starts(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, but that browser does not start.`);
  }
  const found = findInstalled() ?? installWithPlaywright(say) ?? installWithApt(say);
  if (found) return found;
  throw new Error(
    "No Chromium was found and none could be installed. Install Google Chrome, Chromium or Edge, " +
      "or set CHROME_PATH to the program of one, and run this again.",
  );
}

function findInstalled(): string | undefined {
  return [...usualPlaces(), chromium.executablePath()].find(starts);
}

function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    const applications = ["/Applications", join(process.env.HOME ?? "", "Applications")];
    const programs = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return applications.flatMap((folder) =>
      programs.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === "win32") {
    const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const programs = [
      "Google/Chrome/Application/chrome.exe",
      "Chromium/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ];
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/opt/google/chrome/chrome",
  ];
}

/** A browser that is there may still lack a system library; asking for its version shows it. */
function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  if (process.platform === "win32") return true; // There `--version` opens a window.
  return spawnSync(program, ["--version"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}

function installWithPlaywright(say: Say): string | undefined {
  say("No Chrome, Chromium or Edge found. Installing Playwright's Chromium (about 180 MB) …");
  const cli = join(import.meta.dirname, "../../node_modules/playwright/cli.js");
  if (!run(process.execPath, [cli, "install", "chromium", "--no-shell"], 600_000)) {
    say("Playwright could not download its Chromium.");
    return undefined;
  }
  const program = chromium.executablePath();
  if (starts(program)) return program;
  if (!isRoot()) {
    say(
      "Playwright's Chromium is installed but lacks system libraries: npx playwright install-deps chromium",
    );
    return undefined;
  }
  say("Installing the system libraries that it needs …");
  run(process.execPath, [cli, "install-deps", "chromium"], 600_000);
  return starts(program) ? program : undefined;
}

function installWithApt(say: Say): string | undefined {
  if (!isRoot() || !isDebian()) return undefined;
  say("Installing the distribution's chromium package with apt-get …");
  run("apt-get", ["update", "-qq"], 300_000);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], 900_000);
  return ["/usr/bin/chromium"].find(starts);
}

function isRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

function isDebian(): boolean {
  return (
    existsSync("/etc/os-release") &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

/** The installers' output goes to stderr, so that stdout stays what was asked for. */
function run(program: string, args: string[], timeoutMs: number): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    // Behind a firewall that drops packets the default wait is minutes.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: process.env.PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT ?? "10000",
  };
  return spawnSync(program, args, { timeout: timeoutMs, stdio: ["ignore", 2, 2], env }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(findBrowser());
