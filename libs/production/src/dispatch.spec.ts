import { checkAssignment, checkMove, checkPin, hasSkill } from './dispatch';
import type { OperationFacts } from './report-facts';

const operation = (more: Partial<OperationFacts> = {}): OperationFacts => ({
  id: 'WO-1.10',
  workOrder: 'WO-1',
  no: 10,
  status: 'ready',
  holdReason: null,
  qtyTarget: '100',
  qtyGood: '0',
  qtyScrap: '0',
  qtyRework: '0',
  station: 'oven-1',
  eligible: ['oven-1', 'oven-2'],
  startedAt: null,
  endedAt: null,
  ...more,
});
const ann = {
  id: 'W1',
  name: 'Ann',
  skills: [
    { skill: 'bake', expiresOn: null },
    { skill: 'print', expiresOn: '2026-03-01' },
  ],
};

it('an operation can be pinned until it has ended', () => {
  for (const status of ['waiting', 'ready', 'running', 'paused', 'held'] as const)
    expect(checkPin(operation({ status }))).toBeNull();
  expect(checkPin(operation({ status: 'done' }))).toMatchObject({
    code: 'operation.illegal-step',
    facts: { operation: 'WO-1.10', status: 'done', step: 'pin' },
  });
});

it('an operation moves to another of its stations while it does not run', () => {
  expect(checkMove(operation(), 'oven-2')).toBeNull();
  expect(checkMove(operation(), 'packer-1')).toMatchObject({
    code: 'operation.wrong-station',
    facts: { planned: 'oven-1' },
  });
  expect(checkMove(operation({ station: null }), 'packer-1')).toMatchObject({
    facts: { planned: 'oven-1, oven-2' },
  });
  for (const status of ['running', 'held', 'done', 'cancelled'] as const)
    expect(checkMove(operation({ status }), 'oven-2')).toMatchObject({ code: 'operation.illegal-step' });
});

describe('skills', () => {
  it('hold through the day on which they expire', () => {
    expect(hasSkill(ann, 'print', '2026-03-01')).toBe(true);
    expect(hasSkill(ann, 'print', '2026-03-02')).toBe(false);
    expect(hasSkill(ann, null, '2026-03-02')).toBe(true);
  });

  it('decide who may be assigned', () => {
    expect(checkAssignment(operation(), 'bake', [ann], '2026-03-02')).toBeNull();
    expect(checkAssignment(operation(), 'print', [ann], '2026-03-02')).toMatchObject({
      code: 'worker.unskilled',
      facts: { worker: 'Ann', skill: 'print' },
    });
    expect(checkAssignment(operation({ status: 'cancelled' }), null, [], '2026-03-02')).toMatchObject({
      code: 'operation.illegal-step',
    });
  });
});
