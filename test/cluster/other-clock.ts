// Gives a process, by `--import`, a clock that is PLACARD_TEST_CLOCK minutes ahead of the machine's. At SIGUSR2 it
// jumps to as many minutes behind. What only grows (performance.now) grows on; timeOrigin stays where the clock was.
const machineTime = Date.now.bind(Date);
let ahead = Number(process.env.PLACARD_TEST_CLOCK) * 60_000;
const now = (): number => machineTime() + ahead;

Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ahead });
globalThis.Date = new Proxy(Date, {
  construct: (date, words) => Reflect.construct(date, words.length === 0 ? [now()] : words) as Date,
  apply: () => new Date().toString(),
  get: (date, name) => (name === 'now' ? now : (Reflect.get(date, name) as unknown)),
});
process.on('SIGUSR2', () => {
  ahead = -ahead;
});
