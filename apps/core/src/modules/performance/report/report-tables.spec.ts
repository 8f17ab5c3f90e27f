import type { KpiValue, Language } from '@takt/contracts';
import { kpiById, type Kpi } from '@takt/kpi';
import { figuresTable, gridTable, shiftsTable, unitOf, type ReportFigure } from './report-tables';
import { REPORT_WORDS } from './report-words';

const reader = (language: Language) => ({
  language,
  words: REPORT_WORDS[language],
  clock: (at: string) => at,
  currency: 'EUR',
});
const kpi = (id: string) => kpiById(id) as Kpi;
const value = (given: Partial<KpiValue>) => ({ value: 5, completeness: 1, note: null, ...given }) as KpiValue;
const figure = (id: string, total: KpiValue | null, rest: Partial<ReportFigure> = {}): ReportFigure => ({
  kpi: kpi(id),
  total,
  previous: null,
  target: null,
  light: 'none',
  shifts: new Map(),
  ...rest,
});

const SHORT = value({ value: 0.4, note: 'not-annualised' });
const figures = [
  figure('inventory-turns', SHORT, { previous: value({ value: 9 }) }),
  figure('oee', value({ value: null })),
  figure('otd', value({ value: null })),
  figure('mtbf', value({ value: null, completeness: 0 })),
  figure('quality', value({ completeness: 0.8 })),
];

describe('the figures of a report', () => {
  it('say beneath them what the page says beside them: why there is no value, what is not annualised', () =>
    expect(figuresTable(reader('en'), figures).notes).toEqual([
      'Inventory turns: Less than 28 days of data: not annualised.',
      'OEE; On-time delivery: Nothing that this figure measures fell into the window.',
      'MTBF: Nothing was heard in this window.',
    ]));

  it('say it in Chinese', () =>
    expect(figuresTable(reader('zh-CN'), figures).notes?.slice(0, 2)).toEqual([
      '库存周转率：数据不足 28 天，未年化。',
      '设备综合效率 (OEE)；准时交付率：此期间没有可计入该指标的事项。',
    ]));

  it('do not hold turns of some days against those of a year', () =>
    expect(figuresTable(reader('en'), figures).rows[0]?.slice(1, 4)).toEqual([
      { value: 0.4, decimals: 2 },
      'turns in this time',
      null,
    ]));

  it('say of a shift what is missing there', () => {
    const shifts = new Map([['2026-03-04T06:00/early', value({ value: null })]]);
    expect(shiftsTable(reader('en'), [figure('oee', value({}), { shifts })]).notes).toEqual([
      'OEE: Nothing that this figure measures fell into the window.',
    ]);
  });

  it('day by day have turns of the day, and say so', () => {
    const columns = [{ kpi: kpi('inventory-turns'), values: new Map([['2026-03-04', SHORT]]) }];
    const names = new Map([['2026-03-04', '2026-03-04']]);
    const table = gridTable(reader('en'), 'Days', 'Day', { names, columns });
    expect(table.columns).toEqual(['Day', 'Inventory turns turns in this time']);
    expect(table.notes).toEqual(['Inventory turns: Less than 28 days of data: not annualised.']);
  });
});

it('writes units in the language of the reader', () => {
  const { definition } = kpi('output-value-per-employee');
  expect(unitOf(reader('zh-CN'), definition, null)).toBe('EUR/班');
  expect(unitOf(reader('en'), definition, null)).toBe('EUR/shift');
});
