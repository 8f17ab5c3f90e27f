import { randomInt, randomUUID } from 'node:crypto';
import {
  authRoutes,
  changeoverRoutes,
  channelRoutes,
  customerRoutes,
  deviceRoutes,
  inventoryRoutes,
  itemRoutes,
  lineRoutes,
  plantRoutes,
  reasonRoutes,
  shiftRoutes,
  stationRoutes,
  terminalRoutes,
  userRoutes,
  workerRoutes,
  type Plant,
  type RequestOf,
  type Route,
  type TerminalMode,
} from '@takt/contracts';
import { ApiFault, type Api } from '../../kit';
import type { Factory } from '../factory';
import type { Memory } from './memory';
import { newPassword } from './password';
import { screenOf } from './sign-in';

const PIN_DIGITS = 4;
const NOT_FOUND = 404;
/** It is there: an earlier start put it there, or a person has changed it since. */
const THERE = new Set(['revision.missing', 'thing.exists']);

/** A screen for a visitor, with the code that pairs a browser. */
export interface Offer {
  readonly name: string;
  readonly mode: TerminalMode;
  readonly code: string;
}

/** Sets the plant up as an installer would: through the API, as administrator. Begun twice, it goes on where it was left. */
export class SetUp {
  /** @param api logged in as administrator */
  constructor(
    private readonly api: Api,
    private readonly factory: Factory,
    private readonly memory: Memory,
  ) {}

  /** @throws ApiFault naming what core refused */
  async run(): Promise<Plant> {
    const plant = await this.api.call(plantRoutes.current);
    if (!this.memory.all.isSetUp) {
      await this.plant(plant);
      await this.places();
      await this.products();
      await this.people();
      this.memory.keep({ isSetUp: true });
    }
    await this.screens();
    await this.devices();
    await this.shops();
    return this.api.call(plantRoutes.current);
  }

  /** New codes for screens of visitors; those of the start before that nobody has paired are withdrawn. */
  async offer(): Promise<Offer[]> {
    const screens = await this.api.call(terminalRoutes.list);
    const { offered } = this.memory.all;
    const unused = screens.filter(
      ({ id, pairedAt, revokedAt }) => offered.includes(id) && pairedAt === null && revokedAt === null,
    );
    for (const { id } of unused) await this.api.send(terminalRoutes.revoke, { params: { terminal: id } });
    const [line] = this.factory.lines;
    const bench = this.factory.stations.find(
      ({ device, line: own }) => own === line?.id && device.kind === 'worker-station',
    );
    if (!line || !bench) return [];
    const wanted = [
      { name: bench.name, mode: 'operator', line: line.id, stations: [bench.id] },
      { name: `${line.name}, supervisor`, mode: 'supervisor', line: line.id, stations: [] },
      { name: `${line.name}, board`, mode: 'andon', line: line.id, stations: [] },
    ] as const;
    const made = [];
    for (const { stations, ...rest } of wanted)
      made.push(await this.api.call(terminalRoutes.create, { body: { ...rest, stations: [...stations] } }));
    this.memory.keep({ offered: made.map(({ terminal }) => terminal.id) });
    return made.map(({ terminal: { name, mode }, code }) => ({ name, mode, code }));
  }

  private async plant({ id, revision, timeZone }: Plant): Promise<void> {
    const body = { ...this.factory.plant, timeZone };
    await this.api.call(plantRoutes.update, { params: { plant: id }, body }, { ifMatch: revision });
  }

  private async places(): Promise<void> {
    for (const { id, ...body } of this.factory.reasons)
      await this.put(reasonRoutes.put, { params: { reason: id }, body });
    for (const { id, ...body } of this.factory.skills)
      await this.put(workerRoutes.putSkill, { params: { skill: id }, body });
    for (const { id, ...body } of this.factory.patterns)
      await this.put(shiftRoutes.putPattern, { params: { pattern: id }, body });
    for (const { id, ...body } of this.factory.changeovers)
      await this.put(changeoverRoutes.put, { params: { changeover: id }, body });
    for (const { id, ...body } of this.factory.lines)
      await this.put(lineRoutes.put, { params: { line: id }, body });
    for (const { id, device: _, ...body } of this.factory.stations)
      await this.put(stationRoutes.put, { params: { station: id }, body });
  }

  private async products(): Promise<void> {
    for (const { id, ...body } of this.factory.items)
      await this.put(itemRoutes.put, { params: { item: id }, body });
    // before anybody could think that the store is empty and has to be filled
    await this.stock();
    for (const { item, operations } of this.factory.routings)
      await this.put(itemRoutes.putRouting, { params: { item }, body: { operations } });
    for (const { item, lines } of this.factory.boms)
      await this.put(itemRoutes.putBom, { params: { item }, body: { lines } });
    for (const { id, ...body } of this.factory.customers)
      await this.put(customerRoutes.put, { params: { customer: id }, body });
  }

  private async people(): Promise<void> {
    for (const { id, ...body } of this.factory.workers) {
      await this.put(workerRoutes.put, { params: { worker: id }, body });
      const pin = String(randomInt(10 ** (PIN_DIGITS - 1), 10 ** PIN_DIGITS));
      await this.api.call(userRoutes.setPin, { params: { worker: id }, body: { pin } });
      this.memory.keep({ pins: { ...this.memory.all.pins, [id]: pin } });
    }
    const known = await this.api.call(userRoutes.list);
    for (const person of this.factory.office) {
      const password = newPassword();
      const body = { ...person, active: true, password };
      const before = known.find(({ login }) => login === person.login);
      if (before)
        await this.api.call(
          userRoutes.update,
          { params: { user: before.id }, body },
          { ifMatch: before.revision },
        );
      else await this.api.call(userRoutes.create, { body });
      this.memory.keep({ passwords: { ...this.memory.all.passwords, [person.login]: password } });
    }
  }

  /** A screen at every station, a supervisor's tablet for every line, each paired once. */
  private async screens(): Promise<void> {
    for (const { id, name, line } of this.factory.stations)
      await this.pair(screenOf({ station: id }), { name, mode: 'operator', line, stations: [id] });
    for (const { id, name } of this.factory.lines)
      await this.pair(screenOf({ line: id }), {
        name: `${name}, lead`,
        mode: 'supervisor',
        line: id,
        stations: [],
      });
  }

  private async pair(
    screen: string,
    body: NonNullable<RequestOf<typeof terminalRoutes.create>['body']>,
  ): Promise<void> {
    if (screen in this.memory.all.screens) return;
    const { code } = await this.api.call(terminalRoutes.create, { body });
    const { token } = await this.api.call(
      authRoutes.pair,
      { body: { code, name: body.name } },
      { token: null },
    );
    this.memory.keep({ screens: { ...this.memory.all.screens, [screen]: token } });
  }

  private async devices(): Promise<void> {
    for (const { id, name, device } of this.factory.stations) {
      if (id in this.memory.all.devices) continue;
      const body = { id, name, kind: device.kind, stations: [id] };
      // one whose password was never written down is registered anew
      const before = await this.api.send(deviceRoutes.revoke, { params: { device: id } });
      if (!before.ok && before.status !== NOT_FOUND)
        throw new ApiFault(`device ${id}`, before.status, before.problem);
      const { username, password } = await this.api.call(deviceRoutes.create, { body });
      this.memory.keep({ devices: { ...this.memory.all.devices, [id]: { username, password } } });
    }
  }

  /** A shop that is not let in rings the office instead. */
  private async shops(): Promise<void> {
    for (const { id, ...body } of this.factory.channels) {
      if (id in this.memory.all.shops) continue;
      const answer = await this.api.send(channelRoutes.put, { params: { channel: id }, body });
      const secret = answer.ok ? answer.body.secret : undefined;
      if (secret !== undefined) this.memory.keep({ shops: { ...this.memory.all.shops, [id]: secret } });
    }
  }

  /** What lies in the store: each item is received once, whatever happens in between. */
  private async stock(): Promise<void> {
    for (const { item, qty } of this.factory.stock) {
      if (this.memory.all.stocked[item] === 'received') continue;
      const commandId = this.memory.all.stocked[item] ?? randomUUID();
      this.memory.keep({ stocked: { ...this.memory.all.stocked, [item]: commandId } });
      await this.api.call(inventoryRoutes.receive, {
        body: { commandId, item, qty, note: 'Opening stock / 期初库存' },
      });
      this.memory.keep({ stocked: { ...this.memory.all.stocked, [item]: 'received' } });
    }
  }

  /** Creates a thing; one that is there stays as it is. */
  private async put<R extends Route>(route: R, request: RequestOf<R>): Promise<void> {
    const answer = await this.api.send(route, request);
    if (answer.ok || THERE.has(answer.problem?.code ?? '')) return;
    throw new ApiFault(`${route.method} ${route.path}`, answer.status, answer.problem);
  }
}
