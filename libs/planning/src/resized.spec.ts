import type { Trigger } from '@takt/contracts';
import { entry } from '../test/sample';
import { resizedBy } from './resized';

const plan = [entry('A.10', 's1', [0, 5]), entry('A.20', 's2', [5, 9]), entry('B.10', 's1', [5, 9])];
const trigger = (fields: string, kind: Trigger['kind'] = 'order-changed'): Trigger => ({
  ...{ kind, subject: 'A', at: '2026-03-09T08:00:00Z' },
  facts: { workOrder: 'A', fields },
});

it.each([
  ['the quantity was changed', trigger('qty'), ['A.10', 'A.20']],
  ['the quantity and the date were', trigger('dueAt, qty'), ['A.10', 'A.20']],
  ['the work has begun', trigger('status'), []],
  ['it is for somebody else', trigger('pegs'), []],
  ['another thing happened', trigger('qty', 'scrap'), []],
])('work is resized: %s', (_, one, operations) => expect([...resizedBy([one], plan)]).toEqual(operations));
