/** What `npm start` prints once everything runs. */

function rows(list) {
  const widths = list[0].map((_, column) => Math.max(...list.map((row) => row[column].length)));
  return list.map((row) => `    ${row.map((cell, i) => cell.padEnd(widths[i])).join('  ')}`.trimEnd());
}

/** Of those who do the same, the first and the last: one of each shift. */
function someOf(people) {
  return [...new Set(people.map(({ does }) => does))].flatMap((deed) => {
    const same = people.filter(({ does }) => does === deed);
    return [...new Set([same.at(0), same.at(-1)])];
  });
}

/**
 * @param {{ url: string, ports: { mqtt: number } | null, rate: number, admin: { login: string, password: string } | null,
 *   life: { seed: number, logIns: import('../../../devices/twin/live/twin').LogIns } | null, dataDir: string, logDir: string }} facts
 */
export function welcome({ url, ports, rate, admin, life, dataDir, logDir }) {
  const office = [...(admin ? [{ ...admin, role: 'admin' }] : []), ...(life?.logIns.office ?? [])];
  return [
    '',
    `  Takt is at  ${url}`,
    `  office      ${url}/         pages of the API: ${url}/api/docs`,
    `  floor       ${url}/floor/${ports ? `   MQTT: port ${ports.mqtt}` : ''}`,
    '',
    ...(office.length > 0
      ? [
          '  Office: log in with',
          ...rows(office.map(({ login, password, role }) => [login, password, role])),
          '',
        ]
      : []),
    ...(life
      ? [
          '  Floor: open one of these once, each in a browser (profile) of its own; it pairs the screen',
          ...rows(life.logIns.screens.map(({ name, code }) => [name, `${url}/floor/?pair=${code}`])),
          '  and sign in there by PIN, or by typing the badge and Enter',
          ...rows([
            ['who', 'name', 'badge', 'PIN', 'does'],
            ...someOf(life.logIns.floor).map(({ worker, name, badge, pin, does }) => [
              worker,
              name,
              badge,
              pin,
              does,
            ]),
          ]),
          '',
          `  A simulated factory (seed ${life.seed}) lives there; one of its hours takes ${(60 / rate).toPrecision(2)} minutes.`,
          `  What it knows: ${dataDir}/factory.json   Logs: ${logDir}`,
        ]
      : [
          '  Floor: announce a screen in the office under set-up; it shows the code that pairs it.',
          `  Logs: ${logDir}`,
        ]),
    '',
  ].join('\n');
}
