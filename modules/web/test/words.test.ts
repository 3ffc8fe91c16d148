import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { nearest, speaker } from '../src/language.ts';
import { pause } from '../src/live.ts';
import { running, urgency } from '../src/ui/when.ts';

test('nearest_chineseTags_followTheScript', () => {
  assert.deepEqual(['zh-TW', 'zh-HK', 'zh-Hant-US', 'zh-CN', 'zh', 'en-GB', 'fr'].map(nearest),
    ['zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hans', 'zh-Hans', 'en', 'en']);
});

test('speaker_values_fillTheirPlaces', () => {
  assert.equal(speaker({ hello: ['', '', 'Hello {name}'] })('hello', { name: 'Ann' }), 'Hello Ann');
});

test('pause_attempts_growToFifteenSeconds', () => {
  assert.equal(pause(0, 0.5), 500);
  assert.equal(pause(20, 0.5), 15_000);
  assert.ok(pause(3, 0) < pause(3, 1));
});

test('urgency_lastThirdAndBeyond_changes', () => {
  const since = '2026-11-22T10:00:00Z';
  const at = (minutes: number) => urgency(since, 15, Date.parse(since) + minutes * 60_000);
  assert.deepEqual([at(5), at(10), at(15)], ['calm', 'soon', 'over']);
});

test('running_pastAnHour_showsHours', () => {
  const since = '2026-11-22T10:00:00Z';
  assert.equal(running(since, Date.parse(since) + 130_000), '02:10');
  assert.equal(running(since, Date.parse(since) + 3_900_000), '1:05 h');
});
