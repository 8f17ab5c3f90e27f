import { lookUp, readBestKnown } from './best-known';

const read = (text: string) => readBestKnown({ path: 'best-known.csv', text });

test('by instance or by file, whatever the ending', () => {
  const known = read('instance,file,lower_bound,best_known,status\nmk01,brandimarte_mk01.txt,39,40,open\n');
  const entry = { bestKnown: 40, lowerBound: 39 };
  expect(
    ['mk01', 'MK01', 'brandimarte_mk01', 'brandimarte_mk01.txt'].map((name) => lookUp(known, name)),
  ).toEqual(Array(4).fill(entry));
  expect(lookUp(known, 'mk02')).toBeUndefined();
});

test('a Taillard file under its short name, a name with a file ending, values with a decimal point', () => {
  const known = read(
    'instance,size,lower_bound,best_known\nta01js,15 x 15,,1231\nnaderi_194.txt,30 x 10,999.0,1009.0\n',
  );
  expect(lookUp(known, 'ta01')).toEqual({ bestKnown: 1231 });
  expect(lookUp(known, 'naderi_194')).toEqual({ bestKnown: 1009, lowerBound: 999 });
});

test('one value per tightness of due dates', () => {
  const known = read('instance,f,best_known\nla17,1.3,899\nla17,1.5,260\nla18,1.3,\n');
  expect(lookUp(known, 'la17-f1.5')).toEqual({ bestKnown: 260 });
  expect(lookUp(known, 'la17_1.3')).toEqual({ bestKnown: 899 });
  expect(lookUp(known, 'la18-f1.3')).toBeUndefined();
});
