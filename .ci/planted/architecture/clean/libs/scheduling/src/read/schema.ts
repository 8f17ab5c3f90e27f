import { z } from 'zod';

export const Problem = z.object({ seed: z.int() });
