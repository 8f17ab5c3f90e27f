import type { WorkOrder } from '@takt/contracts';

/** May anything still be made, consumed or cancelled? */
export const isUnderWay = ({ status }: Pick<WorkOrder, 'status'>): boolean =>
  status === 'released' || status === 'running';
