import {
  allRoutes,
  asyncApiDocument,
  errorCatalog,
  eventCatalog,
  jobCatalog,
  openApiDocument,
  sentenceOf,
  type ErrorCode,
} from './index';

describe('registry', () => {
  it('has every method and path once', () => {
    const keys = allRoutes().map(({ route }) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('declares each path parameter, and no other', () => {
    for (const { name, route } of allRoutes()) {
      const inPath = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort();
      const declared = Object.keys((route.params as unknown as { shape: object }).shape).sort();
      expect([name, declared]).toEqual([name, inPath]);
    }
  });

  it('refuses unknown fields in every JSON body', () => {
    for (const { name, route } of allRoutes()) {
      if (route.method === 'GET' || route.raw) continue;
      const result = route.body.safeParse({ plant: 'other', role: 'admin', surprise: 1 });
      expect([name, result.success]).toEqual([name, false]);
    }
  });

  it('generates OpenAPI with every route', () => {
    const document = openApiDocument('1.2.3') as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(ids.sort()).toEqual(
      allRoutes()
        .map(({ name }) => name)
        .sort(),
    );
    expect(JSON.stringify(document)).toContain('application/problem+json');
  });

  it('generates AsyncAPI with every device channel', () => {
    const document = asyncApiDocument('1.2.3') as { channels: Record<string, { address: string }> };
    expect(document.channels['mqtt-count']?.address).toBe('takt/v1/{plant}/{line}/{station}/count');
    expect(document.channels['mqtt-command']).toBeDefined();
  });
});

describe('errors', () => {
  it.each(Object.entries(errorCatalog))(
    '%s: both languages have a sentence, a hint and the same placeholders',
    (_, entry) => {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect(entry.en[1]).toMatch(/^Maybe /);
      expect(entry.zh[1]).toMatch(/^也许/);
      expect(names(entry.zh.join())).toEqual(names(entry.en.join()));
    },
  );

  it('puts the facts into the sentence', () => {
    const { detail } = sentenceOf(
      'stock.short' satisfies ErrorCode,
      { item: 'FLOUR', available: '3', needed: '5' },
      'en',
    );
    expect(detail).toBe('Only 3 of FLOUR are available, 5 are needed.');
  });
});

describe('events and jobs', () => {
  it('names events noun.past and jobs noun.verb', () => {
    for (const name of [...Object.keys(eventCatalog), ...Object.keys(jobCatalog)])
      expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });
});
