import { ORDER_DIMENSIONS } from '../kpi';
import { leadTimeKpi } from './lead-time';

/** From receipt of an order to its last shipment. */
export const customerLeadTime = leadTimeKpi({
  id: 'customer-lead-time',
  name: 'Customer lead time',
  nameZh: '客户交付周期',
  formula:
    'shipped − received, of order lines shipped in the window: P50 (value), P85, P95, exact up to 10,000 lines, then within 1 %',
  formulaZh: '发货时间 − 接单时间，取期间内发货的订单行：P50（主值）、P85、P95；1 万行以内精确，以上误差 1 %',
  dimensions: ORDER_DIMENSIONS,
});
