import type { CDPSession } from "playwright";

type Numbers = Record<string, number>;

/** What DevTools may be asked about: a page, a worker, or a worker that a worker began. */
export interface Target {
  send(method: string, params?: object): Promise<Numbers>;
  /** Called for each worker that it began, once Target.setAutoAttach was sent. */
  onChild?: (child: Target) => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId: string; message: string };
  result?: Numbers;
  error?: object;
}

export function rootTarget(session: CDPSession): Target {
  const send = session.send.bind(session) as (method: string, params?: object) => Promise<unknown>;
  const target: Target = { send: (method, params) => send(method, params) as Promise<Numbers> };
  const children = new Map<string, (message: Message) => void>();
  const pass = (method: string) => (params: object) =>
    hear(target, children, { method, params: params as NonNullable<Message["params"]> });
  session.on("Target.attachedToTarget", pass("Target.attachedToTarget"));
  session.on("Target.receivedMessageFromTarget", pass("Target.receivedMessageFromTarget"));
  return target;
}

/** A new worker becomes a child, and what one says reaches it. */
function hear(
  target: Target,
  children: Map<string, (message: Message) => void>,
  { method, params }: Message,
) {
  if (method === "Target.receivedMessageFromTarget") {
    children.get(params!.sessionId)?.(JSON.parse(params!.message) as Message);
  } else if (method === "Target.attachedToTarget") {
    const { child, receive } = childTarget(target, params!.sessionId);
    children.set(params!.sessionId, receive);
    target.onChild?.(child);
  }
}

function childTarget(parent: Target, sessionId: string) {
  const waiting = new Map<number, (answer: Message) => void>();
  const children = new Map<string, (message: Message) => void>();
  let lastId = 0;
  const child: Target = {
    async send(method, params = {}) {
      const id = ++lastId;
      const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
      const message = JSON.stringify({ id, method, params });
      await parent.send("Target.sendMessageToTarget", { sessionId, message });
      const { result, error } = await answered;
      if (result) return result;
      throw new Error(`${method}: ${JSON.stringify(error)}`);
    },
  };
  const receive = (message: Message) => {
    const answer = message.id === undefined ? undefined : waiting.get(message.id);
    if (!answer) return hear(child, children, message);
    waiting.delete(message.id!);
    answer(message);
  };
  return { child, receive };
}
