import { type Fault, shown } from './fault';
import { intervalFaults } from './intervals';
import type { Names } from './names';
import { matrixOf, unknownReference } from './references';
import type { ProblemFile } from './schema';

/** Faults of calendars, overtime, changeover matrices and pools. */
export function stationFaults(file: ProblemFile): Fault[] {
  const faults: Fault[] = [];
  file.stations.forEach((station, s) => {
    const path = `stations[${s}]`;
    faults.push(...intervalFaults(`${path}.calendar`, station.calendar));
    faults.push(...intervalFaults(`${path}.overtime`, station.overtime));
    if (station.changeover === undefined) return;
    const matrix = matrixOf(file, station.changeover);
    if (!matrix) faults.push(unknownReference(`${path}.changeover`, 'changeover matrix', station.changeover));
    else if (station.family !== undefined && !matrix.families.includes(station.family)) {
      faults.push(
        unknownReference(`${path}.family`, `family of matrix "${station.changeover}"`, station.family),
      );
    }
  });
  for (const [id, matrix] of Object.entries(file.changeovers))
    faults.push(...matrixFaults(`changeovers.${id}`, matrix));
  file.pools.forEach((pool, p) => faults.push(...intervalFaults(`pools[${p}].capacity`, pool.capacity)));
  return faults;
}

function matrixFaults(path: string, matrix: ProblemFile['changeovers'][string]): Fault[] {
  const faults: Fault[] = [];
  const { families, seconds } = matrix;
  families.forEach((family, f) => {
    if (families.indexOf(family) === f) return;
    faults.push({
      code: 'duplicate',
      path: `${path}.families[${f}]`,
      value: family,
      message: `family "${family}" is listed twice`,
      hint: 'Maybe remove one of the two rows and columns.',
    });
  });
  const badRow = seconds.findIndex((row) => row.length !== families.length);
  if (seconds.length !== families.length || badRow >= 0) {
    const at = seconds.length !== families.length ? `${path}.seconds` : `${path}.seconds[${badRow}]`;
    const value = badRow >= 0 && seconds.length === families.length ? seconds[badRow] : seconds;
    faults.push({
      code: 'matrix_shape',
      path: at,
      value,
      message: `${shown(value)} is not ${families.length} long, one entry per family`,
      hint: 'Maybe a family was added without its row and column.',
    });
  }
  return faults;
}

/** Faults of the fixed operations and of the baseline. */
export function planFaults(file: ProblemFile, names: Names): Fault[] {
  const faults: Fault[] = [];
  for (const list of ['fixed', 'baseline'] as const) {
    const seen = new Set<string>();
    file[list].forEach(({ op, station }, i) => {
      const path = `${list}[${i}]`;
      const known = names.operations.get(op);
      if (!known) faults.push(unknownReference(`${path}.op`, 'operation', op));
      if (!names.stations.has(station)) faults.push(unknownReference(`${path}.station`, 'station', station));
      else if (list === 'fixed' && known && !known.modes.some((mode) => mode.station === station)) {
        faults.push(unknownReference(`${path}.station`, `mode of ${op} on station`, station));
      }
      if (seen.has(op)) {
        faults.push({
          code: 'duplicate',
          path: `${path}.op`,
          value: op,
          message: `"${op}" is listed twice`,
          hint: 'Maybe keep the newer entry only.',
        });
      }
      seen.add(op);
    });
  }
  return [...faults, ...fixedFaults(file)];
}

function fixedFaults(file: ProblemFile): Fault[] {
  const faults: Fault[] = [];
  const order = file.fixed
    .map((f, i) => ({ ...f, i }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i);
  const last = new Map<string, { end: number; i: number }>();
  for (const { station, start, end, i } of order) {
    const before = last.get(station);
    if (end < start) {
      faults.push({
        code: 'interval_order',
        path: `fixed[${i}]`,
        value: [start, end],
        message: `[${start}, ${end}] ends before it starts`,
        hint: 'Maybe start and end are exchanged.',
      });
    } else if (before && before.end > start) {
      faults.push({
        code: 'fixed_overlap',
        path: `fixed[${i}]`,
        value: file.fixed[i],
        message: `overlaps fixed[${before.i}] on station "${station}" until ${before.end}`,
        hint: 'Maybe one of the two is finished or belongs to another station.',
      });
    }
    if (!before || end > before.end) last.set(station, { end, i });
  }
  return faults;
}
