export { OnEvent, OnEventPush, push, type Push } from './on-event.decorator';
export { OutboxRelay } from './relay';
