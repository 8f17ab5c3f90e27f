import { scannedOperation } from './scanned-operation';

const operations = ['WO-1.10', 'WO-2.10', 'WO-2.20'].map((id) => ({ id, workOrder: id.slice(0, 4) }));

it.each([
  ['WO-2.20', 'WO-2.20'],
  ['wo-2.20', 'WO-2.20'],
  ['WO-1', 'WO-1.10'],
  ['wo-1', 'WO-1.10'],
  ['WO-2', undefined],
  ['WO-3', undefined],
])('%s means %s', (id, found) => expect(scannedOperation(id, operations)?.id).toBe(found));
