import type { EntityManager } from 'typeorm';
import { Tx } from './tx';

describe('master data within a transaction', () => {
  const tx = new Tx('main', null as unknown as EntityManager);
  let stored = 'old';
  const station = () => tx.master('station s-1', () => Promise.resolve(stored));

  it('is read once', async () => {
    expect(await station()).toBe('old');
    stored = 'new';
    expect(await station()).toBe('old');
  });

  it('is read again once some of it was written', async () => {
    tx.forgetMasters();
    expect(await station()).toBe('new');
  });
});
