import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const person = (worker: string, does: string) => ({
  worker,
  name: worker,
  badge: `B${worker}`,
  pin: '1234',
  does,
});
const floor = [
  person('101', 'lead'),
  ...['102', '103', '104'].map((id) => person(id, 'bakery: bake')),
  ...['105', '106'].map((id) => person(id, 'bakery: decorate')),
  person('113', 'lead'),
];
const facts = {
  ...{
    url: 'http://127.0.0.1:3000',
    ports: null,
    rate: 1,
    admin: null,
    dataDir: '.takt',
    logDir: '.takt/log',
  },
  life: { seed: 1, logIns: { office: [], floor, screens: [{ name: 'Oven', code: 'ABCD1234' }] } },
};

it('prints for every kind of work the first and the last who can do it', () => {
  const script = `import { welcome } from ${JSON.stringify(join(__dirname, 'welcome.mjs'))};
    console.log(welcome(${JSON.stringify(facts)}));`;
  const words = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const printed = [...words.matchAll(/ B(\d+) /g)].map(([, id]) => id);
  expect(printed).toEqual(['101', '113', '102', '104', '105', '106']);
});
