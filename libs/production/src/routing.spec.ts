import type { BomLine } from '@takt/contracts';
import { checkBomPlaces } from './routing';

const line = (component: string, operationNo: number | null): BomLine => ({
  ...{ component, qtyPer: '1', scrapPercent: 0, operationNo },
});
const check = (...lines: BomLine[]) => checkBomPlaces('CAKE', [10, 20], lines);

it('a component may stand at several operations', () =>
  expect(check(line('NUT', 10), line('NUT', 20), line('DOUGH', null))).toBeNull());

it('but at each once: without an operation it stands at the first', () =>
  expect(check(line('NUT', 20), line('NUT', null), line('NUT', 10))).toMatchObject({
    code: 'routing.invalid',
    facts: { item: 'CAKE', component: 'NUT', no: 10, reason: 'bom-twice' },
  }));

it('and at none that there is not', () =>
  expect(check(line('NUT', 30))).toMatchObject({
    facts: { component: 'NUT', no: 30, numbers: '10, 20', reason: 'bom-operation' },
  }));
