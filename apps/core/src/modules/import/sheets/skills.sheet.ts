import type { SheetKind } from './sheet-kind';
import { chinese, idColumn, nameColumns, pick, readEach } from './sheet-kind';

/** Skills that operations ask for. */
export const skillsSheet: SheetKind = {
  sheet: 'skills',
  zh: '技能',
  columns: [idColumn('example-bake'), ...nameColumns('Baking', '烘焙')],
  read: (table, world) =>
    readEach(table, world.skills, (row, id, stored) => ({
      name: pick(row, 'name', stored?.name, id),
      ...chinese(row, stored),
    })),
};
