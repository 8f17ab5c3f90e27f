export { OnEvent, OnEventPush, OnEvents, push, type AnyEvent, type Push } from './on-event.decorator';
export { OutboxRelay } from './relay';
