import { continueAt } from './continue-at';

const machine = { rate: 1, told: false, realMs: 1000 };

it('the clock of the machine is that of the factory, where it has always been', () => {
  expect(continueAt({ untilMs: null, newestMs: 5000 }, machine)).toBeNull();
  expect(continueAt({ untilMs: null, newestMs: null }, { ...machine, rate: 60 })).toBeNull();
});

it('a factory with a time of its own goes on where it stopped, behind the machine or ahead of it', () => {
  expect(continueAt({ untilMs: 400, newestMs: 300 }, { ...machine, rate: 60 })).toBe(400);
  expect(continueAt({ untilMs: 4000, newestMs: null }, { ...machine, rate: 60 })).toBe(4000);
  expect(continueAt({ untilMs: 400, newestMs: 300 }, { ...machine, told: true })).toBe(400);
});

it('what was recorded after the time was kept is not later than now', () => {
  expect(continueAt({ untilMs: 400, newestMs: 450 }, { ...machine, rate: 60 })).toBe(450);
});

it('started with the clock of the machine, it does not go back to it', () => {
  expect(continueAt({ untilMs: 9000, newestMs: 8000 }, machine)).toBe(9000);
  expect(continueAt({ untilMs: 900, newestMs: 1200 }, machine)).toBe(1200);
  expect(continueAt({ untilMs: 900, newestMs: 1000 }, machine)).toBeNull();
});
