import type { Duplex } from 'node:stream';
import type { InFlight } from './in-flight';
import type { PacketGuard } from './packet-guard';

/**
 * Puts a guard and a limit between a connection and whoever reads from it with `read()` upon 'readable', as aedes does.
 * The connection itself is handed on, not a stream around it: at thousands of messages per second that counts.
 */
export function guardConnection(connection: Duplex, guard: PacketGuard, inFlight: InFlight): void {
  const read = connection.read.bind(connection);
  const wake = (): void => {
    if (!connection.destroyed) connection.emit('readable');
  };
  connection.read = (size?: number | null) => {
    // The stream asks itself for more in this way; it would throw away what it were given.
    if (size === 0) return read(0) as null;
    if (!inFlight.open) {
      inFlight.whenOpen(wake);
      return null;
    }
    const chunk = read() as Buffer | null;
    return chunk === null ? null : guard.filter(chunk);
  };
  connection.once('close', () => inFlight.forget(wake));
}
