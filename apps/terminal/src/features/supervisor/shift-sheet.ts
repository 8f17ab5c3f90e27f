import type { Report, Station, StationLive } from '@takt/contracts';

/** What a station made in the shift: as people reported, as its machine counted. */
export interface ShiftRow {
  readonly station: Station;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  /** pieces that the machine counted; null: it has no machine that counts, or was not heard of */
  readonly machine: number | null;
  /** people less machine; null: nothing to compare */
  readonly difference: number | null;
}

/**
 * The sheet of a shift, station by station. Reports that were taken back do not count, nor do their counter-entries.
 * @param stations in the order in which they are shown
 * @param reports reports of the shift
 * @param live stations as they are, with what was counted since the shift began
 */
export function shiftSheet(
  stations: readonly Station[],
  reports: readonly Report[],
  live: readonly StationLive[],
): readonly ShiftRow[] {
  const standing = reports.filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null);
  return stations.map((station) => {
    const own = standing.filter((report) => report.station === station.id);
    const sum = (qty: 'good' | 'scrap' | 'rework') =>
      own.reduce((all, report) => all + Number(report[qty]), 0);
    const heard = live.find((each) => each.station === station.id);
    const machine = heard === undefined || heard.online === null ? null : heard.goodShift;
    const good = sum('good');
    return {
      ...{ station, good, scrap: sum('scrap'), rework: sum('rework'), machine },
      difference: machine === null ? null : good - machine,
    };
  });
}
