import type { ZodType } from 'zod';
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
import type { CatalogEntry } from './catalog-entry';

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

  it('takes no blanks for a reason that has to be given', () => {
    const needed = allRoutes().flatMap(({ name, route }) => {
      const { reason } = (route.body as { shape?: { reason?: ZodType } }).shape ?? {};
      return reason && !reason.safeParse(undefined).success ? [[name, reason] as const] : [];
    });
    expect(needed.map(([name]) => name)).toEqual(
      expect.arrayContaining(['reports.reverse', 'movements.scrap']),
    );
    for (const [name, reason] of needed) {
      expect([name, reason.safeParse(' \t ').success]).toEqual([name, false]);
      expect([name, reason.safeParse('x').success]).toEqual([name, true]);
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
    (_, entry: CatalogEntry) => {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      for (const { en, zh } of [entry, ...Object.values(entry.reasons ?? {})]) {
        expect(en[1]).toMatch(/^Maybe /);
        expect(zh[1]).toMatch(/^也许/);
        expect(names(zh.join())).toEqual(names(en.join()));
      }
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

describe('sentences', () => {
  it('say why where an error has several reasons', () => {
    const facts = {
      item: 'CAKE',
      why: 'DOUGH: 999 ∉ 10, 20',
      component: 'DOUGH',
      no: 999,
      numbers: '10, 20',
    };
    expect(sentenceOf('routing.invalid', { ...facts, reason: 'bom-operation' }, 'en').detail).toBe(
      'The bill of materials of CAKE uses DOUGH at operation 999, which its routing does not have; it has 10, 20.',
    );
    expect(sentenceOf('routing.invalid', facts, 'en').detail).toBe(
      'The routing of CAKE is not usable: DOUGH: 999 ∉ 10, 20.',
    );
  });

  it('end a list that is too long behind one of its entries', () => {
    const columns = Array.from({ length: 200 }, (_, i) => `column-${i}`).join(', ');
    const { hint } = sentenceOf('import.column-unknown', { column: 'x', columns }, 'en');
    expect(hint).toMatch(/column-\d+,…\.$/);
    expect(hint.length).toBeLessThan(600);
  });
});

describe('events and jobs', () => {
  it('names events noun.past and jobs noun.verb', () => {
    for (const name of [...Object.keys(eventCatalog), ...Object.keys(jobCatalog)])
      expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });
});
