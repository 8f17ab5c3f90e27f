import { useEffect, useState } from 'react';
import { connectionState, type ConnectionState } from '../live/connection';
import { useRuntime } from './runtime-context';

/** The connection as people are told of it. */
export interface Connection {
  readonly state: ConnectionState;
  /** factory time of the last sign of life, epoch ms */
  readonly sinceMs: number | undefined;
}

const LOOK_MS = 500;

/** The state of the connection, looked at twice a second. */
export function useConnection(): Connection {
  const { socket, clock, steady } = useRuntime();
  const [connection, setConnection] = useState<Connection>({ state: 'joining', sinceMs: undefined });
  useEffect(() => {
    const look = () => {
      const facts = socket.facts();
      const state = connectionState(facts, steady());
      setConnection((before) => {
        if (before.state === state) return before;
        const silentMs = facts.silentMs ?? 0;
        return {
          state,
          sinceMs: before.sinceMs && state !== 'live' ? before.sinceMs : clock.now() - silentMs * clock.rate,
        };
      });
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [socket, clock, steady]);
  return connection;
}
