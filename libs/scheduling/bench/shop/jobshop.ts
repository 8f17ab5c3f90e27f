import { step, type Group, type Line, type Step } from './line';
import type { Seeded } from './seeded';

/** Machined parts visit three to eight cells in any order; some take in a second part on the way. Large enough for so many operations. */
export function jobshop(operations: number): Line {
  const families = ['a', 'b', 'c', 'd', 'e'];
  const cells = Math.max(5, Math.min(60, Math.round(operations / 60)));
  const groups = Array.from({ length: cells }, (_, i): Group => ({
    name: `cell${i + 1}`,
    stations: 2,
    matrix: { name: 'cell', families, range: [300, 1800] },
  }));
  return {
    groups,
    pools: { setter: Math.max(2, Math.round(cells * 0.8)) },
    families,
    routing: (random) => machinedPart(groups, random),
  };
}

function machinedPart(groups: Group[], random: Seeded): Step[] {
  const main = visits(groups, ['o', random.whole(3, 8)], random);
  if (random.chance(75)) return main;
  const side = visits(groups, ['s', random.whole(1, 3)], random);
  const at = random.whole(1, main.length - 1);
  main[at] = { ...main[at], after: [...main[at].after, { step: side[side.length - 1].id, min: 0 }] };
  return [...side, ...main];
}

function visits(groups: Group[], [prefix, length]: [string, number], random: Seeded): Step[] {
  return Array.from({ length }, (_, i) =>
    step(
      [`${prefix}${i + 1}`, random.pick(groups).name, i === 0 ? undefined : `${prefix}${i}`],
      [600, 5400],
      {
        pool: random.chance(30) ? 'setter' : undefined,
        interruptible: random.chance(85),
      },
    ),
  );
}
