/** What an installation of `npm start` keeps below its data folder: its log-in, its rate, its logs. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OWNER_ONLY = 0o600;
const PASSWORD_BYTES = 12;
/** minutes before the early shift on a Monday: the factory is seen to open */
const OPENING = { hour: 5, minute: 40 };

/** The Monday of this week at the opening, in the machine's time zone. */
function lastMonday() {
  const day = new Date();
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  day.setHours(OPENING.hour, OPENING.minute, 0, 0);
  return day.toISOString();
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Writes down where core is, for tools that run beside it. */
export function keepAddress(dataDir, address) {
  writeFileSync(join(dataDir, 'address.json'), `${JSON.stringify(address)}\n`);
}

/**
 * Reads what the installation is, or founds one with a random password of its administrator.
 * @param {string} dataDir
 * @param {{ rate: number, empty: boolean }} wanted
 */
export function keepInstallation(dataDir, wanted) {
  const logDir = join(dataDir, 'log');
  mkdirSync(logDir, { recursive: true });
  const logIn = join(dataDir, 'log-in.json');
  const before = read(logIn);
  const isForeign = before === null && existsSync(join(dataDir, 'postgres'));
  const remarks = [];
  if (isForeign)
    remarks.push(
      `${dataDir} was set up by another command: its log-ins are yours, and no simulated factory lives there.`,
    );
  const lives = before ? before.lives : !wanted.empty && !isForeign;
  if (before && before.lives === wanted.empty)
    remarks.push(
      before.lives
        ? `A simulated factory lives in ${dataDir} already. Maybe set DATA_DIR to another folder for an empty plant.`
        : `${dataDir} holds a plant of your own: no simulated factory lives there. Maybe set DATA_DIR to another folder for one.`,
    );
  const admin = before ?? { login: 'admin', password: randomBytes(PASSWORD_BYTES).toString('base64url') };
  if (!before && !isForeign)
    writeFileSync(logIn, `${JSON.stringify({ ...admin, lives })}\n`, { mode: OWNER_ONLY });
  return {
    logDir,
    logIn,
    lives,
    remarks,
    rate: wanted.rate,
    admin: isForeign ? null : admin,
    env: {
      CLOCK_RATE: String(lives ? wanted.rate : 1),
      ...(lives ? { CLOCK_START: lastMonday() } : {}),
      ...(isForeign ? {} : { ADMIN_PASSWORD: admin.password }),
    },
  };
}
