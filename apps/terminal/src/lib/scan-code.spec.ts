import { readScan } from './scan-code';

it.each([
  ['OP:WO-1017.20', 'operation', 'WO-1017.20'],
  ['WO-1017.20', 'operation', 'WO-1017.20'],
  [' wo-1017 ', 'work-order', 'wo-1017'],
  ['SO-2046', 'order', 'SO-2046'],
  ['LOT:F-77', 'lot', 'F-77'],
  ['lot:F-77', 'lot', 'F-77'],
  ['LOT-2026-03', 'lot', 'LOT-2026-03'],
  ['L-1001', 'lot', 'L-1001'],
  ['L-1001A', 'unknown', 'L-1001A'],
  ['(01)04012345678901(10)B-77', 'lot', 'B-77'],
  [']C1010401234567890110B77', 'lot', 'B77'],
  ['(01)04012345678901(17)310203(10)B-77', 'lot', 'B-77'],
  [']C101040123456789011731020310B77', 'lot', 'B77'],
  ['ST:oven-1', 'station', 'oven-1'],
  ['ID:0451', 'badge', '0451'],
  ['0004512389', 'unknown', '0004512389'],
  ['https://example.org', 'unknown', 'https://example.org'],
] as const)('reads %s as %s', (code, kind, id) => expect(readScan(code)).toEqual({ kind, id }));
