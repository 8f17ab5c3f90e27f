import { step, type Line, type Step } from './line';

const cake: Step[] = [
  step(['mix', 'mixer'], [900, 2400], { pool: 'baker' }),
  step(['form', 'former'], [1200, 3600], {
    pool: 'baker',
    after: [{ step: 'mix', min: 0, max: 3600 }],
    interruptible: false,
  }),
  step(['bake', 'oven'], [1800, 5400], {
    pool: 'baker',
    after: [{ step: 'form', min: 300, max: 5400 }],
    interruptible: false,
  }),
  step(['decorate', 'decor'], [1200, 7200], { pool: 'decorator', after: [{ step: 'bake', min: 1800 }] }),
  step(['pack', 'packer', 'decorate'], [600, 2400], { pool: 'packer' }),
];

/** The filling is mixed beside the cake, meets it at decoration and keeps two days. */
const filledCake: Step[] = [
  step(['filling', 'mixer'], [600, 1500], { pool: 'baker' }),
  ...cake.map((each) =>
    each.id === 'decorate'
      ? { ...each, after: [...each.after, { step: 'filling', min: 0, max: 172_800 }] }
      : each,
  ),
];

/** Dough must be formed and baked in time, cakes must cool. Large enough for about so many operations. */
export function bakery(operations: number): Line {
  const k = Math.max(1, Math.round(operations / 400));
  const families = ['plain', 'nut', 'milk', 'egg'];
  const dough = { name: 'dough', families, range: [300, 1200] as [number, number] };
  const oven = { name: 'oven', families, range: [600, 2400] as [number, number] };
  return {
    groups: [
      { name: 'mixer', stations: 1 + k, matrix: dough },
      { name: 'former', stations: 2 * k, matrix: dough },
      { name: 'oven', stations: 2 * k, matrix: oven },
      { name: 'decor', stations: 4 * k },
      { name: 'packer', stations: 2 * k },
    ],
    pools: { baker: 3 + 3 * k, decorator: 3 * k, packer: 2 * k },
    families,
    routing: (random) => (random.chance(70) ? cake : filledCake),
  };
}
