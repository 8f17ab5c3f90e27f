/**
 * All that crosses a process boundary: REST, sockets, MQTT, jobs, events, error codes. One file per noun.
 * The server, the browser apps and the devices derive their types and checks from here; nothing is typed twice.
 */
export * from './scalar';
export * from './role';
export * from './error-code';
export * from './problem';
export { formIn, type Form } from './form-words';
export { issueIn } from './issue-words';
export * from './route';
export * from './list';
export * from './plant';
export * from './instruction';
export * from './item';
export * from './customer';
export * from './people';
export * from './access';
export * from './order';
export * from './work-status';
export * from './production';
export * from './released-lots';
export * from './material';
export * from './inventory';
export * from './movement';
export * from './quality';
export * from './trace';
export * from './topic';
export * from './device-message';
export * from './command';
export * from './telemetry';
export * from './andon';
export * from './handover';
export * from './label';
export * from './schedule';
export * from './notice';
export * from './kpi';
export * from './figure-report';
export * from './import';
export * from './channel';
export * from './webhook';
export * from './report-subscription';
export * from './loop';
export * from './socket';
export * from './event';
export * from './job';
export * from './registry';
export * from './openapi';
export * from './asyncapi';
