import { z } from 'zod';

export const Operation = z.object({ id: z.string() });
export type Operation = z.infer<typeof Operation>;
