import { KPIS, kpiById } from './catalog';
import { INPUTS } from './input';

/** As stated: with as many digits as the example has. */
function shown(value: number | null, expected: string): string {
  return value === null ? 'n/a' : value.toFixed(expected.split('.')[1]?.length ?? 0);
}

describe.each(KPIS.map((kpi) => [kpi.definition.id, kpi] as const))('%s', (_, kpi) => {
  it.each(kpi.golden.map((example) => [example.name, example] as const))(
    '%s',
    (_name, { facts, expected }) => {
      expect(shown(kpi.evaluate(facts).value, expected)).toBe(expected);
    },
  );

  it('says what it is, in both languages, and has an example of n/a', () => {
    const { name, nameZh, formula, formulaZh, unit, dimensions, version } = kpi.definition;
    for (const text of [name, nameZh, formula, formulaZh, unit]) expect(text.length).toBeGreaterThan(0);
    expect(/[一-鿿]|MTBF|MTTR/.test(nameZh) && /[一-鿿]/.test(formulaZh)).toBe(true);
    expect(dimensions).toContain('plant');
    expect(version).toBeGreaterThanOrEqual(1);
    expect(kpi.golden.map((example) => example.expected)).toContain('n/a');
    for (const name of kpi.inputs) expect(INPUTS).toHaveProperty(name);
  });
});

describe('the catalogue', () => {
  it('has each figure once, and the manager’s four as headline', () => {
    const ids = KPIS.map((kpi) => kpi.definition.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(KPIS.filter((kpi) => kpi.definition.headline).map((kpi) => kpi.definition.id)).toEqual([
      'inventory-turns',
      'otd',
      'oee',
      'output-per-employee',
    ]);
    expect(kpiById('oee')?.definition.name).toBe('OEE');
    expect(kpiById('nonsense')).toBeUndefined();
  });
});
