import { bodyOfDraft, draftOf, type FieldSpec } from './record';

const fields: readonly FieldSpec[] = [
  { key: 'name', label: '', kind: 'text' },
  { key: 'nameZh', label: '', kind: 'text', optional: true },
  { key: 'line', label: '', kind: 'choice', nullable: true },
  { key: 'position', label: '', kind: 'number' },
  { key: 'cost', label: '', kind: 'decimal', asText: true },
  { key: 'skills', label: '', kind: 'tags' },
  { key: 'active', label: '', kind: 'check' },
];
const record = { name: 'Oven', line: null, position: 3, cost: '2.5', skills: ['bake'], active: true };

it('comes back as it was when nothing is changed', () =>
  expect(bodyOfDraft(draftOf(record, fields), fields)).toEqual(record));
it('keeps what no field shows', () =>
  expect(bodyOfDraft(draftOf(record, fields), fields, { unit: 'pcs' })).toMatchObject({ unit: 'pcs' }));
it('sends numbers as numbers, amounts as text, and an emptied field as nothing', () =>
  expect(
    bodyOfDraft({ ...draftOf(record, fields), position: '7', cost: '3', line: '', nameZh: ' ' }, fields),
  ).toEqual({ ...record, position: 7, cost: '3' }));
it('shows seconds as days and words of the reader, and stores them as they were', () => {
  const shown: readonly FieldSpec[] = [
    { key: 'leadTimeSec', label: '', kind: 'decimal', scale: 86_400 },
    { key: 'unit', label: '', kind: 'text', words: { shown: () => '件', stored: () => 'pcs' } },
  ];
  const stored = { leadTimeSec: 100_000, unit: 'pcs' };
  expect(draftOf(stored, shown)).toEqual({ leadTimeSec: '1.157407', unit: '件' });
  expect(bodyOfDraft(draftOf(stored, shown), shown)).toEqual(stored);
});
it('begins empty', () =>
  expect(draftOf({}, fields)).toEqual({
    name: '',
    nameZh: '',
    line: '',
    position: '',
    cost: '',
    skills: [],
    active: false,
  }));
