import { leadTimeKpi } from './lead-time';

/** From the first start of a work order to its end. */
export const manufacturingLeadTime = leadTimeKpi({
  id: 'manufacturing-lead-time',
  name: 'Manufacturing lead time',
  nameZh: '生产周期',
  formula:
    'order end − order start, of work orders that ended in the window: P50 (value), P85, P95, exact up to 10,000 orders, then within 1 %',
  formulaZh: '工单完工 − 工单开工，取期间内完工的工单：P50（主值）、P85、P95；1 万单以内精确，以上误差 1 %',
  dimensions: ['plant', 'line', 'item', 'item-class', 'day', 'week', 'month'],
});
