/** The keys that work everywhere: what is pressed, and what help says of it, are one table. */
import { expect, test } from 'vitest';
import { type Pressed, presses, shortcutOf, shortcuts } from '../../editor/frame/keys.ts';
import { keyGroups } from '../../editor/help/keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({ ...none, key, code, ...held });
const done = (pressed: Pressed) => shortcutOf(pressed)?.act ?? null;

test('each key does what it is for, in whatever case and layout it comes', () => {
  expect(done(press('s', 'KeyS', { ctrlKey: true }))).toBe('save');
  expect(done(press('S', 'KeyS', { metaKey: true }))).toBe('save');
  expect(done(press('z', 'KeyZ', { ctrlKey: true }))).toBe('undo');
  expect(done(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
  expect(done(press('y', 'KeyY', { ctrlKey: true }))).toBe('redo');
  expect(done(press('F8', 'F8'))).toBe('next');
  expect(done(press('F8', 'F8', { shiftKey: true }))).toBe('previous');
  // Alt and a digit is another sign on a Mac.
  expect(done(press('¡', 'Digit1', { altKey: true }))).toBe('table');
  expect(done(press('2', 'Digit2', { altKey: true }))).toBe('text');
});

test('what is near a shortcut is none', () => {
  expect(done(press('s', 'KeyS'))).toBeNull();
  expect(done(press('s', 'KeyS', { ctrlKey: true, shiftKey: true }))).toBeNull();
  // AltGr comes as Ctrl and Alt together, and types a letter.
  expect(done(press('ś', 'KeyS', { ctrlKey: true, altKey: true }))).toBeNull();
  expect(done(press('1', 'Digit1'))).toBeNull();
  expect(done(press('3', 'Digit3', { altKey: true }))).toBeNull();
});

test('no two have a key in common, and the help lists them all', () => {
  const keys = shortcuts.flatMap((one) => one.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const listed = keyGroups[0]?.keys ?? [];
  for (const one of shortcuts) expect(listed).toContain(one);
  expect(presses(press('F8', 'F8', { ctrlKey: true }), 'F8')).toBe(false);
});
