import { chartParts } from './chart-parts';
import type { Part } from './part';
import { formParts } from './form-parts';
import { listParts } from './list-parts';

/** Parts for desks. */
export const officeParts: readonly Part[] = [...listParts, ...formParts, ...chartParts];
