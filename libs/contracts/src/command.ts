import { z } from 'zod';
import { DeviceCommand } from './device-message';
import { allow } from './role';
import { route } from './route';
import { Instant, TopicId, Uuid } from './scalar';

/** A command to the device of a station, and its answer. */
export const StationCommand = z.object({
  id: Uuid,
  station: TopicId,
  line: TopicId,
  command: DeviceCommand,
  madeAt: Instant,
  answeredAt: Instant.nullable(),
  ok: z.boolean().nullable(),
  error: z.string().nullable(),
});
/** A command to the device of a station, and its answer. */
export type StationCommand = z.infer<typeof StationCommand>;

/** Commands to devices. */
export const commandRoutes = {
  list: route({
    method: 'GET',
    path: '/stations/:station/commands',
    access: allow.anyone,
    summary: 'The newest commands to the device of a station, with their answers',
    params: z.strictObject({ station: TopicId }),
    reply: z.array(StationCommand),
    errors: ['thing.unknown'],
  }),
} as const;
