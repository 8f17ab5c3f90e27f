import { z } from 'zod';
import { DeviceCommand, deviceMessages } from './device-message';
import { clientEvents, serverEvents, SOCKET_NAMESPACE } from './socket';
import { COMMAND_CHANNEL, TOPIC_ROOT } from './topic';

type Json = Record<string, unknown>;
interface Entry {
  readonly id: string;
  readonly address: string;
  readonly action: 'send' | 'receive';
  readonly server: 'mqtt' | 'socket';
  readonly schema: z.ZodType;
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}

/** Every message: what core receives from devices and screens, and what it sends to them. */
function entries(): Entry[] {
  const topic = (channel: string) => `${TOPIC_ROOT}/{plant}/{line}/{station}/${channel}`;
  return [
    ...Object.entries(deviceMessages).map(([channel, schema]) => ({
      id: `mqtt-${channel}`,
      address: topic(channel),
      action: 'receive' as const,
      server: 'mqtt' as const,
      schema,
    })),
    {
      id: 'mqtt-command',
      address: topic(COMMAND_CHANNEL),
      action: 'send',
      server: 'mqtt',
      schema: DeviceCommand,
    },
    ...Object.entries(serverEvents).map(([name, schema]) => ({
      id: `socket-${name}`,
      address: name,
      action: 'send' as const,
      server: 'socket' as const,
      schema,
    })),
    ...Object.entries(clientEvents).map(([name, schema]) => ({
      id: `socket-${name}`,
      address: name,
      action: 'receive' as const,
      server: 'socket' as const,
      schema,
    })),
  ];
}

function parametersOf(address: string): Json {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.length === 0
    ? {}
    : { parameters: Object.fromEntries(names.map((name) => [name, { description: `id of the ${name}` }])) };
}

/**
 * The AsyncAPI 3.0 document of MQTT topics and socket events, generated from the contracts.
 * @param version version of the product
 */
export function asyncApiDocument(version: string): Json {
  const list = entries();
  return {
    asyncapi: '3.0.0',
    info: { title: 'Takt: devices and screens', version },
    servers: {
      mqtt: { host: 'localhost:1883', protocol: 'mqtt', protocolVersion: '3.1.1' },
      socket: { host: 'localhost:3000', protocol: 'ws', pathname: SOCKET_NAMESPACE },
    },
    channels: Object.fromEntries(
      list.map((entry) => [
        entry.id,
        {
          address: entry.address,
          servers: [{ $ref: `#/servers/${entry.server}` }],
          ...parametersOf(entry.address),
          messages: { [entry.id]: { contentType: 'application/json', payload: schemaOf(entry.schema) } },
        },
      ]),
    ),
    operations: Object.fromEntries(
      list.map((entry) => [entry.id, { action: entry.action, channel: { $ref: `#/channels/${entry.id}` } }]),
    ),
  };
}
