import { Draw } from '../draw';
import { Agenda } from './agenda';

const run = (agenda: Agenda): void => {
  for (let next = agenda.take(); next; next = agenda.take()) next.what();
};

describe('an agenda', () => {
  it('happens in order of time, and of entry within one time', () => {
    const agenda = new Agenda();
    const draw = new Draw(1, 'agenda');
    const times = Array.from({ length: 500 }, () => draw.whole(0, 50));
    const happened: [number, number][] = [];
    times.forEach((at, i) => agenda.enter(at, () => happened.push([at, i])));
    run(agenda);
    expect(happened).toEqual(
      times.map((at, i): [number, number] => [at, i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    );
  });

  it('forgets what was cancelled', () => {
    const agenda = new Agenda();
    const happened: string[] = [];
    const cancel = agenda.enter(1, () => happened.push('a'));
    agenda.enter(2, () => happened.push('b'));
    cancel();
    expect(agenda.nextAt).toBe(2);
    run(agenda);
    cancel();
    expect([happened, agenda.nextAt, agenda.take()]).toEqual([['b'], null, null]);
  });

  it('takes what is entered meanwhile', () => {
    const agenda = new Agenda();
    const happened: number[] = [];
    agenda.enter(1, () => {
      happened.push(1);
      agenda.enter(2, () => happened.push(2));
    });
    agenda.enter(3, () => happened.push(3));
    run(agenda);
    expect(happened).toEqual([1, 2, 3]);
  });
});
