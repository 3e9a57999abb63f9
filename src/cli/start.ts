// npm start: builds the site when it is missing or out of date, then serves it.
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfStale } from "./build/build-if-stale";
import { serve } from "./serve";

const root = join(import.meta.dirname, "../..");

const values = readArguments();
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`invalid port: ${values.port}`);
  process.exit(2);
}

await buildIfStale(root);

const site = await serve(join(root, "dist"), { port, host: values.host, tryNextPorts: true });
console.log(`Quorum is at ${site.url}`);
if (values.host === "0.0.0.0") {
  for (const address of Object.values(networkInterfaces()).flat()) {
    if (address?.family === "IPv4" && !address.internal) {
      console.log(`and, for others on this network, at ${site.url.replace("localhost", address.address)}`);
    }
  }
}

function readArguments() {
  const standard = {
    port: { type: "string", default: "4173" },
    host: { type: "string", default: "localhost" },
  } as const;
  try {
    return parseArgs({ options: standard }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: npm start -- [--port 4173] [--host localhost]`);
    process.exit(2);
  }
}
