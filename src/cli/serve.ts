import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import sirv from "sirv";
import { CONTENT_SECURITY_POLICY } from "./build/csp";

export interface ServeOptions {
  /** 0 lets the system choose. */
  port?: number;
  /** The next free port is taken when `port` is in use. */
  tryNextPorts?: boolean;
  host?: string;
  /** Where the folder appears, for example `/quorum/`. */
  base?: string;
  /** Told of each request as it comes, with its path below `base`. */
  onRequest?: (path: string) => void;
}

export interface Site {
  url: string;
  /** Bytes sent on all connections so far, headers and compression as they were. */
  bytesSent(): number;
  close(): Promise<void>;
}

/** Serves a built folder: the `.br` and `.gz` copies where they exist, one policy header, 404 for what is missing. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Site> {
  const { port = 0, tryNextPorts = false, host = "localhost", base = "/", onRequest } = options;
  const files = sirv(folder, { brotli: true, gzip: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    onRequest?.(request.url);
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });

  const sockets: Socket[] = [];
  server.on("connection", (socket) => sockets.push(socket));

  const listen = (candidate: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(candidate, host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  for (let candidate = port; ; candidate++) {
    try {
      await listen(candidate);
      break;
    } catch (error) {
      const inUse = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!inUse || !tryNextPorts || candidate >= port + 100) throw error;
      server.removeAllListeners("error");
    }
  }

  const shownHost = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${shownHost}:${(server.address() as AddressInfo).port}${base}`,
    bytesSent: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function setHeaders(response: { setHeader(name: string, value: string): unknown }, pathname: string): void {
  // Built assets carry their hash in the name; everything else is asked for again.
  const immutable = /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(pathname);
  response.setHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (/\.onnx(_data)?$/.test(pathname)) response.setHeader("Content-Type", "application/octet-stream");
}
