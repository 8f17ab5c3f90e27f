import { readDatedFamilies } from './dated-families';

const shop = {
  jobs: [
    [
      [[0, 5]],
      [
        [1, 6],
        [0, 7],
      ],
    ],
  ],
  machines: 2,
  release: [3],
  due: [20],
  weight: [4],
  families: 2,
  familyOfJob: [1],
  setup: [0, 1, 2, 0, 0, 3, 4, 0],
};
const read = (json: unknown) => readDatedFamilies({ path: 'syn.json', text: '' }, json);

test('families by job, one matrix a machine, from before to', () => {
  const { jobs, changeovers, horizon } = read(shop);
  expect(horizon).toBe(1 + 3 + 4 + 5 + 4 + 7);
  expect(changeovers).toEqual({
    M0: {
      families: ['F0', 'F1'],
      seconds: [
        [0, 1],
        [2, 0],
      ],
    },
    M1: {
      families: ['F0', 'F1'],
      seconds: [
        [0, 3],
        [4, 0],
      ],
    },
  });
  expect(jobs).toEqual([
    {
      id: 'J1',
      release: 3,
      due: 20,
      weight: 4,
      operations: [
        { id: '1', family: 'F1', after: [], modes: [{ station: 'M0', run: 5 }] },
        {
          id: '2',
          family: 'F1',
          after: [{ op: 'J1/1' }],
          modes: [
            { station: 'M1', run: 6 },
            { station: 'M0', run: 7 },
          ],
        },
      ],
    },
  ]);
});

test('refuses missing and short lists', () => {
  expect(() => read({ ...shop, due: undefined })).toThrow('syn.json: due: ');
  expect(() => read({ ...shop, due: [] })).toThrow('syn.json: due has 0 entries for 1 jobs');
  expect(() => read({ ...shop, setup: [1] })).toThrow('setup has 1 entries for 2 machines of 2 families');
});
