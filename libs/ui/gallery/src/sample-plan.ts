import type { GanttBar, GanttPlan } from '@takt/ui';

const HOUR = 3_600_000;
const now = Date.parse('2026-03-11T09:12:40Z');
const stations = [
  ['bakery', 'mixer-1', 'Mixer', '搅拌机'],
  ['bakery', 'form-1', 'Forming', '成型'],
  ['bakery', 'oven-1', 'Oven 1', '一号烤炉'],
  ['bakery', 'oven-2', 'Oven 2', '二号烤炉'],
  ['bakery', 'deco-1', 'Decorating 1', '裱花台 1'],
  ['bakery', 'deco-2', 'Decorating 2', '裱花台 2'],
  ['bakery', 'deco-3', 'Decorating 3', '裱花台 3'],
  ['bakery', 'deco-4', 'Decorating 4', '裱花台 4'],
  ['bakery', 'pack-1', 'Packer 1', '包装 1'],
  ['bakery', 'pack-2', 'Packer 2', '包装 2'],
  ['gifts', 'uv-1', 'UV printer 1', 'UV 打印机 1'],
  ['gifts', 'uv-2', 'UV printer 2', 'UV 打印机 2'],
  ['gifts', 'engrave-1', 'Engraver', '雕刻机'],
  ['gifts', 'assembly-1', 'Assembly 1', '组装台 1'],
  ['gifts', 'assembly-2', 'Assembly 2', '组装台 2'],
  ['gifts', 'assembly-3', 'Assembly 3', '组装台 3'],
  ['gifts', 'pack-3', 'Packing', '包装'],
] as const;
const groups = { bakery: ['Bakery', '烘焙线'], gifts: ['Custom gifts', '定制礼品线'] } as const;
const items = [
  ['Rye loaf', '黑麦面包'],
  ['Croissant', '可颂'],
  ['Lemon cake', '柠檬蛋糕'],
  ['Photo mug', '照片马克杯'],
  ['Name board', '姓名牌'],
] as const;

/** A small generator of numbers from 0 to 1 that begins the same way each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Nights and breaks of two shifts from 06:00 to 22:00, for some days. */
function closedHours(days: number) {
  const midnight = Date.parse('2026-03-09T23:00:00Z');
  return Array.from({ length: days }, (_, day) => midnight + day * 24 * HOUR).flatMap((start) => [
    { startMs: start - 2 * HOUR, endMs: start + 6 * HOUR },
    { startMs: start + 10 * HOUR, endMs: start + 10.5 * HOUR },
    { startMs: start + 18 * HOUR, endMs: start + 18.5 * HOUR },
  ]);
}

/**
 * A plan of so many operations on 17 stations.
 * @param count operations
 * @param chinese names in Chinese
 * @param shift hours by which the plan of the first oven is later: to see bars slide
 */
export function samplePlan(count: number, chinese: boolean, shift = 0): GanttPlan {
  const next = seeded(7);
  const name = chinese ? 1 : 0;
  const free = stations.map(() => now - 5 * HOUR);
  const bars: GanttBar[] = [];
  for (let at = 0; at < count; at += 1) {
    const place = Math.floor(next() * stations.length);
    const station = stations[place] as (typeof stations)[number];
    const setup = next() < 0.35 ? (5 + next() * 25) * 60_000 : 0;
    const run = (12 + next() * 110) * 60_000;
    const startMs = (free[place] as number) + next() * 10 * 60_000;
    const endMs = startMs + setup + run;
    free[place] = endMs;
    const late = next() < 0.07;
    const moved = station[1] === 'oven-1' && startMs > now ? shift * HOUR : 0;
    const item = items[Math.floor(next() * items.length)]?.[name] ?? '';
    const order = `WO-${1000 + Math.floor(at / 4)}`;
    const fixed =
      startMs <= now && endMs > now ? 'running' : startMs > now && startMs < now + 2 * HOUR ? 'frozen' : null;
    bars.push({
      id: `${order}.${10 * (1 + (at % 4))}`,
      row: station[1],
      startMs: startMs + moved,
      runStartMs: startMs + setup + moved,
      endMs: endMs + moved,
      label: `${item} ${order}`,
      item,
      group: order,
      dueMs: late ? endMs - HOUR : endMs + 6 * HOUR,
      late,
      fixed: fixed ?? (next() < 0.04 ? 'pinned' : null),
    });
  }
  const days = Math.ceil((Math.max(...free) - now) / (24 * HOUR)) + 3;
  const rows = stations.map((station) => ({
    id: station[1],
    label: station[2 + name] as string,
    group: groups[station[0]][name],
    closed: closedHours(days),
  }));
  return { rows, bars, frozenUntilMs: now + 2 * HOUR };
}
