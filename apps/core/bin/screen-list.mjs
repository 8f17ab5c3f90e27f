/**
 * Which screens are pictured: name of the picture, address, what it shows, and what is done before it is taken: `row` opens
 * the first row of a list, `press` the first button with that icon or place (a CSS selector), `file` hands a file to the page.
 */

const FIRST_ROW = 'main tbody tr[data-place]';

/** A file with two faults. */
const FAULTY = {
  name: 'items.csv',
  text: 'id,name,kind,replenishment,unit\nCAKE-2,,pastry,make-to-order,pcs\n',
};

/** The office: as the administrator, who sees all of it. */
export const officeScreens = [
  { name: 'orders', path: '/orders', shows: 'Order lines, what is late first' },
  { name: 'order', path: '/orders', shows: 'One order: dates, work, shipments', press: FIRST_ROW },
  { name: 'order-entry', path: '/orders/new', shows: 'A new order, with its promise' },
  { name: 'plan', path: '/schedule', shows: 'The plan by station' },
  {
    name: 'operation',
    path: '/schedule?operation={operation}',
    shows: 'One operation: why here, why not earlier',
  },
  { name: 'versions', path: '/schedule?view=versions', shows: 'Versions of the plan' },
  { name: 'version', path: '/schedule?view=versions', shows: 'What a version changed', press: FIRST_ROW },
  { name: 'notices', path: '/schedule?view=notices&notices=all', shows: 'Changes, and who has seen them' },
  { name: 'what-if', path: '/schedule?view=what-if', shows: 'What would happen if …' },
  { name: 'work-orders', path: '/work', shows: 'Work orders' },
  { name: 'work-order', path: '/work', shows: 'One work order: operations, materials', press: FIRST_ROW },
  { name: 'floor', path: '/now', shows: 'Stations as they are now' },
  { name: 'station', path: '/now', shows: 'One station: states, measures, commands', press: FIRST_ROW },
  { name: 'stops', path: '/now?view=stops&stops=all', shows: 'Stops and their reasons' },
  { name: 'calls', path: '/now?view=calls&calls=all', shows: 'Calls for help' },
  { name: 'people', path: '/now?view=people', shows: 'Who is here' },
  { name: 'handovers', path: '/now?view=handovers', shows: 'Shifts that were handed over' },
  {
    name: 'shift',
    path: '/now?view=handovers',
    shows: 'A shift as it stands',
    press: 'main [role=tabpanel] button',
  },
  { name: 'holds', path: '/quality?holds=all', shows: 'What is on hold' },
  { name: 'checks', path: '/quality?view=checks', shows: 'What was checked' },
  { name: 'stock', path: '/stock', shows: 'Stock and its value' },
  { name: 'count', path: '/stock', shows: 'Counting, moving, writing off', press: FIRST_ROW },
  { name: 'lots', path: '/stock?view=lots', shows: 'Lots, first to expire first' },
  { name: 'movements', path: '/stock?view=movements', shows: 'The stock ledger' },
  { name: 'supplies', path: '/stock?view=supplies&supplies=all', shows: 'Expected receipts' },
  { name: 'waste', path: '/stock?view=waste', shows: 'What was thrown away' },
  { name: 'trace', path: '/trace/work-order/{workOrder}', shows: 'Where it came from, and who got it' },
  { name: 'shifts', path: '/shifts', shows: 'The week' },
  { name: 'exceptions', path: '/shifts?view=exceptions', shows: 'Overtime, closures, absences' },
  { name: 'figures', path: '/figures', shows: 'The four figures, and where it is lost' },
  { name: 'heat', path: '/figures?part=heat', shows: 'When and where it is weak' },
  { name: 'figure', path: '/figures/otd', shows: 'One figure, down to what is behind it' },
  { name: 'stations', path: '/set-up', shows: 'Stations' },
  { name: 'item', path: '/set-up?of=items', shows: 'One item: bill of materials, routing', press: FIRST_ROW },
  { name: 'changeover', path: '/set-up?of=changeovers', shows: 'A changeover matrix', press: FIRST_ROW },
  { name: 'worker', path: '/set-up?of=workers', shows: 'One person: skills, PIN', press: FIRST_ROW },
  { name: 'plant', path: '/set-up?of=plant', shows: 'The plant' },
  { name: 'shops', path: '/set-up?of=shops', shows: 'Shops, and what they were told' },
  { name: 'reports', path: '/set-up?of=reports', shows: 'Reports that are sent by themselves' },
  { name: 'import', path: '/set-up?of=import', shows: 'A faulty file: nothing is imported', file: FAULTY },
  { name: 'devices', path: '/devices', shows: 'Devices' },
  { name: 'screens', path: '/devices?view=screens', shows: 'Floor screens' },
  { name: 'quarantine', path: '/devices?view=quarantine&show=all', shows: 'Messages that were not accepted' },
  { name: 'loop', path: '/loop', shows: 'The loop at work' },
  { name: 'users', path: '/access', shows: 'Who may log in' },
  { name: 'audit', path: '/access?view=audit', shows: 'Who changed what' },
  { name: 'not-found', path: '/nowhere', shows: 'No such view' },
];

/** The terminal, by what it is paired as; `{station}` and `{operation}` are where somebody works and on what. `signedIn`: after a person has signed in there. */
export const terminalScreens = [
  { name: 'pairing', mode: null, path: '/floor/', shows: 'A screen that is not paired yet' },
  { name: 'sign-in', mode: 'operator', path: '/floor/sign-in', shows: 'Who works here' },
  { name: 'operator', mode: 'operator', path: '/floor/operator', shows: 'Now and next', signedIn: true },
  {
    name: 'made',
    mode: 'operator',
    path: '/floor/operator/made?station={station}&operation={operation}',
    shows: 'Good and scrap',
    signedIn: true,
  },
  {
    name: 'reading',
    mode: 'operator',
    path: '/floor/operator/reading?station={station}&operation={operation}',
    shows: 'What the counter shows',
    signedIn: true,
  },
  {
    name: 'pause',
    mode: 'operator',
    path: '/floor/operator/pause?station={station}',
    shows: 'Why it pauses',
    signedIn: true,
  },
  {
    name: 'help',
    mode: 'operator',
    path: '/floor/operator/help?station={station}',
    shows: 'A call for help',
    signedIn: true,
  },
  {
    name: 'queue',
    mode: 'operator',
    path: '/floor/operator/queue?station={station}',
    shows: 'What comes next',
    signedIn: true,
  },
  {
    name: 'instruction',
    mode: 'operator',
    path: '/floor/operator/instruction?station={station}',
    shows: 'How it is made',
    signedIn: true,
  },
  { name: 'line', mode: 'supervisor', path: '/floor/supervisor', shows: 'The line', signedIn: true },
  {
    name: 'line-people',
    mode: 'supervisor',
    path: '/floor/supervisor/people',
    shows: 'Who is here',
    signedIn: true,
  },
  {
    name: 'line-late',
    mode: 'supervisor',
    path: '/floor/supervisor/late',
    shows: 'What is late',
    signedIn: true,
  },
  {
    name: 'line-stops',
    mode: 'supervisor',
    path: '/floor/supervisor/stops',
    shows: 'Stops to explain',
    signedIn: true,
  },
  {
    name: 'line-changes',
    mode: 'supervisor',
    path: '/floor/supervisor/changes',
    shows: 'What changed',
    signedIn: true,
  },
  {
    name: 'line-handover',
    mode: 'supervisor',
    path: '/floor/supervisor/handover',
    shows: 'Handover',
    signedIn: true,
  },
  { name: 'device', mode: 'supervisor', path: '/floor/device', shows: 'This device', signedIn: true },
  { name: 'andon', mode: 'andon', path: '/floor/andon', shows: 'The board in the hall' },
];
