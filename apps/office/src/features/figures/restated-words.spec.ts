import { restatedWhy } from './restated-words';

const book = (kind: string) => (id: string) => `${kind} ${id}`;
const reader = {
  say: (key: string, { what }: { what: string }) => `${key}(${what})`,
  names: { station: book('station'), worker: book('worker'), item: book('item'), reason: book('reason') },
} as unknown as Parameters<typeof restatedWhy>[1];

it.each([
  ['late messages of oven', 'restated.messages(station oven)'],
  ['delayed messages of oven', 'restated.messages(station oven)'],
  ['report 12-ab taken back', 'restated.report-back(12-ab)'],
  ['report 12-ab', 'restated.report(12-ab)'],
  ['order O-1 changed', 'restated.order-changed(O-1)'],
  ['shipment of order O-1', 'restated.shipment(O-1)'],
  ['wip-out of FLOUR', 'restated.movement(item FLOUR)'],
  ['badge of ann; badge of ann; plan 7 published', 'restated.badge(worker ann); restated.plan(7)'],
  ['the moon', 'the moon'],
])('says "%s"', (reason, words) => expect(restatedWhy(reason, reader)).toBe(words));
