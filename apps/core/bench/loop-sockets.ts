/** Socket clients in a process of their own: as many floor screens as a plant has, listening. */
import { SOCKET_NAMESPACE } from '@takt/contracts';
import { io, type Socket } from 'socket.io-client';

/** What the clients are asked to do: to connect, or to tell what they have heard. */
export type SocketTask =
  { readonly url: string; readonly tokens: readonly string[] } | { readonly heard: true };

/** What they answer. */
export interface SocketResult {
  readonly connected: number;
  /** events since the last answer */
  readonly events: number;
}

const sockets: Socket[] = [];
let events = 0;

function connect(url: string, token: string): Promise<void> {
  const socket = io(`${url}${SOCKET_NAMESPACE}`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  sockets.push(socket);
  socket.onAny(() => (events += 1));
  return new Promise((done, fail) => {
    socket.once('welcome', () => done());
    socket.once('connect_error', fail);
  });
}

async function answer(task: SocketTask): Promise<SocketResult> {
  if ('tokens' in task) for (const token of task.tokens) await connect(task.url, token);
  const result = { connected: sockets.filter(({ connected }) => connected).length, events };
  events = 0;
  return result;
}

process.on('message', (task: SocketTask) => {
  answer(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
