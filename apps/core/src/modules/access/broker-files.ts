import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../env';
import { OnJob } from '../../platform/queue';
import { DeviceService } from './device.service';
import { hashDevicePassword } from './password';

/** What core itself may do at the broker. */
const OWN_RULES = ['topic readwrite takt/v1/#', 'topic readwrite spBv1.0/#'] as const;

/** Keeps the accounts of an external mosquitto in files that it reads: those of the devices, and core's own. */
@Injectable()
export class BrokerFiles {
  private readonly folder: string | undefined;
  private readonly own: Promise<{ passwords: string; acl: string }>;

  constructor(
    private readonly devices: DeviceService,
    @Inject(ENV) env: Pick<Env, 'BROKER_FILES_DIR' | 'MQTT_URL'>,
  ) {
    this.folder = env.BROKER_FILES_DIR;
    this.own = ownAccount(this.folder === undefined ? undefined : env.MQTT_URL);
  }

  /** Writes the files when something in them has changed. */
  @OnJob('broker.files')
  async write(): Promise<void> {
    const { folder } = this;
    if (folder === undefined) return;
    const own = await this.own;
    const { passwords, acl } = await this.devices.brokerFiles('*');
    await mkdir(folder, { recursive: true });
    await replace(join(folder, 'acl'), `${own.acl}\n${acl}`);
    await replace(join(folder, 'passwords'), `${own.passwords}${passwords}`);
  }
}

async function ownAccount(url: string | undefined): Promise<{ passwords: string; acl: string }> {
  const { username = '', password = '' } = url === undefined ? {} : new URL(url);
  if (username === '') return { passwords: '', acl: '' };
  const name = decodeURIComponent(username);
  const hash = await hashDevicePassword(decodeURIComponent(password));
  return { passwords: `${name}:${hash}\n`, acl: `${[`user ${name}`, ...OWN_RULES].join('\n')}\n` };
}

/** Readers see the old file or the new one, never half of one. */
async function replace(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return;
  await writeFile(`${path}.new`, text, { mode: 0o640 });
  await rename(`${path}.new`, path);
}
