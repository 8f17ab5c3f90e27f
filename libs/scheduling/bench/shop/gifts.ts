import { step, type Line, type Step } from './line';
import type { Seeded } from './seeded';

/** Parts of a set are printed and some engraved side by side, then assembled and packed. Large enough for so many operations. */
export function gifts(operations: number): Line {
  const k = Math.max(1, Math.round(operations / 300));
  const families = ['white', 'colour', 'metal'];
  return {
    groups: [
      { name: 'uv', stations: 2 * k, matrix: { name: 'uv', families, range: [120, 900] } },
      { name: 'engraver', stations: 2 * k },
      { name: 'assembly', stations: 3 * k },
      { name: 'packing', stations: k },
    ],
    pools: { assembler: 4 * k, operator: 3 * k },
    families,
    routing: giftSet,
  };
}

function giftSet(random: Seeded): Step[] {
  const pool = 'operator';
  const parts = Array.from({ length: random.whole(1, 3) }, (_, i) => {
    const print = step([`print-${i + 1}`, 'uv'], [300, 3600], { pool });
    const engrave = step([`engrave-${i + 1}`, 'engraver', print.id], [300, 2700], { pool });
    return random.chance(60) ? [print, engrave] : [print];
  });
  const after = parts.map((part) => ({ step: part[part.length - 1].id, min: 120 }));
  return [
    ...parts.flat(),
    step(['assemble', 'assembly'], [600, 5400], { pool: 'assembler', after }),
    step(['pack', 'packing', 'assemble'], [180, 900], { pool: 'assembler' }),
  ];
}
