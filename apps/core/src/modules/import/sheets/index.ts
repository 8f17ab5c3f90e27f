import { bomsSheet } from './boms.sheet';
import { changeoversSheet } from './changeovers.sheet';
import { customersSheet } from './customers.sheet';
import { itemsSheet } from './items.sheet';
import { linesSheet } from './lines.sheet';
import { reasonsSheet } from './reasons.sheet';
import { routingsSheet } from './routings.sheet';
import type { SheetKind } from './sheet-kind';
import { shiftsSheet } from './shifts.sheet';
import { skillsSheet } from './skills.sheet';
import { stationsSheet } from './stations.sheet';
import { workersSheet } from './workers.sheet';

export type { SheetKind } from './sheet-kind';

/** Every kind of sheet, each behind those it refers to: in this order they are read and written. */
export const SHEET_KINDS: readonly SheetKind[] = [
  skillsSheet,
  reasonsSheet,
  shiftsSheet,
  linesSheet,
  changeoversSheet,
  stationsSheet,
  workersSheet,
  itemsSheet,
  routingsSheet,
  bomsSheet,
  customersSheet,
];
