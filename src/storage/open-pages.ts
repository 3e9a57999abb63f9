import { randomId } from "./random-id";

const PREFIX = "quorum-page/";
/** How long to wait for pages that cannot hold locks to say that they are there. */
const ANSWER_MS = 300;

/** A page among those open at the same time in this browser: each can tell which of the others are still there. */
export interface OpenPage {
  id: string;
  /** The ids of all pages now open, this one included. */
  openPages(): Promise<ReadonlySet<string>>;
  close(): void;
}

/** A lock ends with its page, even if that crashes. Outside a secure context there are none, and pages are asked instead. */
export function joinOpenPages(locks: LockManager | null = globalThis.navigator?.locks ?? null): OpenPage {
  return locks ? joinByLock(locks) : joinByChannel();
}

function joinByLock(locks: LockManager): OpenPage {
  const id = randomId();
  const leaving = Promise.withResolvers<void>();
  locks.request(PREFIX + id, () => leaving.promise).catch(() => {}); // Refused where storage is refused as well.
  return {
    id,
    async openPages() {
      const { held = [], pending = [] } = await locks.query();
      const names = [...held, ...pending].map(({ name }) => name ?? "");
      return new Set(
        names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
      );
    },
    close: leaving.resolve,
  };
}

function joinByChannel(): OpenPage {
  const id = randomId();
  const channel = new BroadcastChannel(PREFIX);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if ("asks" in data) channel.postMessage({ here: id } satisfies Message);
  });
  return {
    id,
    async openPages() {
      const here = new Set([id]);
      const hear = ({ data }: MessageEvent<Message>) => void ("here" in data && here.add(data.here));
      channel.addEventListener("message", hear);
      channel.postMessage({ asks: true } satisfies Message);
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      channel.removeEventListener("message", hear);
      return here;
    },
    close: () => channel.close(),
  };
}

type Message = { asks: true } | { here: string };
