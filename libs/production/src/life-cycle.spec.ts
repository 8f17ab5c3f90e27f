import { lifeCycleFaults, mayBecome, mayStep, type LifeCycle } from './life-cycle';
import { operationLife, orderLineLife, productionLifeFaults, workOrderLife } from './lives';

describe('transition tables', () => {
  it('of orders and operations are sound', () => {
    expect(productionLifeFaults()).toEqual([]);
  });

  it('name unknown, unreached and doubled rows', () => {
    const door: LifeCycle = {
      subject: 'door',
      statuses: ['shut', 'open', 'locked'],
      initial: ['shut'],
      steps: [
        { step: 'open', from: ['shut'], to: ['opne'] },
        { step: 'open', from: ['shut'], to: ['shut'] },
        { step: 'unlock', from: ['locked'], to: ['shut'] },
      ],
    };
    expect(lifeCycleFaults(door)).toEqual([
      'door: unknown status opne',
      'door: nothing reaches open',
      'door: nothing reaches locked',
      'door: open from shut is listed twice',
    ]);
  });

  it.each([
    ['ready', 'start', true],
    ['waiting', 'start', false],
    ['running', 'start', false],
    ['running', 'pause', true],
    ['paused', 'pause', false],
    ['paused', 'resume', true],
    ['running', 'resume', false],
    ['running', 'complete', true],
    ['paused', 'complete', true],
    ['ready', 'complete', false],
    ['done', 'quantity', false],
    ['done', 'reopen', true],
    ['held', 'start', false],
    ['held', 'release', true],
    ['done', 'cancel', false],
    ['cancelled', 'start', false],
    ['cancelled', 'quantity', true],
  ] as const)('operation %s may %s: %s', (from, step, allowed) => {
    expect(mayStep(operationLife, from, step)).toBe(allowed);
  });

  it('a cancelled work order or order line never comes back', () => {
    for (const to of ['released', 'running', 'done'] as const)
      expect(mayBecome(workOrderLife, 'cancelled', to)).toBe(false);
    for (const to of orderLineLife.statuses) expect(mayBecome(orderLineLife, 'cancelled', to)).toBe(false);
  });
});
