import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { LARGEST, plainName, sizeWord, unfit } from '../src/files.ts';

test('unfit_largestAndEmpty_areToldBeforeSending', () => {
  assert.deepEqual([LARGEST, LARGEST + 1, 0, 1].map(size => unfit({ size })), [null, 'tooLarge', 'emptyFile', null]);
});

test('plainName_longNames_keepTheirEnding', () => {
  const latin = plainName(`${'a'.repeat(400)}.jpeg`);
  assert.equal(latin.length, 255);
  assert.ok(latin.endsWith('a.jpeg'));
  const chinese = plainName(`${'旅'.repeat(255)}.pdf`);
  assert.ok(encodeURIComponent(chinese).length <= 2000);
  assert.ok(chinese.endsWith('旅.pdf'));
});

test('plainName_ordinaryNames_stayAsTheyAre', () => {
  assert.deepEqual(['護照 2026.png', '.profile', 'notes', ''].map(plainName), ['護照 2026.png', '.profile', 'notes', '']);
});

test('plainName_halfLetters_areReplaced', () => {
  assert.equal(plainName('a\ud83d.png'), 'a\ufffd.png');
  assert.equal(plainName('a😀.png'), 'a😀.png');
});

test('sizeWord_sizes_areReadable', () => {
  assert.deepEqual([0, 1023, 1024, 140_000, 20 * 1024 * 1024].map(sizeWord), ['0 B', '1023 B', '1 KB', '137 KB', '20.0 MB']);
});
