import { effect, type Signal } from './reading/signal.ts';
import { anyOf } from './reading/words.ts';

const passive: ReadonlySet<string> = new Set([
  'look',
  'fetch',
  'compose',
  'send',
  'pay',
  'transfer',
  'delete',
  'grant',
]);
const devices = new Set([
  'mobile',
  'android',
  'adb',
  'ios',
  'simulator',
  'emulator',
  'device',
  'robot',
  'drone',
  'thermostat',
  'plc',
  'lamp',
]);
const device = anyOf(
  `devices?, simulator, emulator, phone, smartphone, android, robot, drone, lights?, lamps?, thermostat,
    tv, speaker, volume, mouse, keyboard, cursor, desktop, screen, printer, camera, motors?, vacuum,
    plugs?, heater, air conditioner, garage, playback, spotify, 手机, 设备, 屏幕`,
);

/** An operating verb on a phone, appliance, instrument or desktop. */
export const deviceControl: Signal = effect('device-control', {
  action: ({ act, object }, { words }) =>
    !passive.has(act) &&
    (device.test(object.slice(0, 8).join(' ')) || words.some((word) => devices.has(word))),
});
