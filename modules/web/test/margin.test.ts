import assert from 'node:assert/strict';
import { test } from 'node:test';
import { margin } from '../src/manager/margin.ts';

test('margin covers 19 of 20 draws, and no smaller one does', () => {
  for (const epsilon of ['1/2', '1', '1/10', '3']) {
    const [above = 1, below = 1] = epsilon.split('/').map(Number);
    const step = Math.exp(-above / below);
    const outside = (n: number) => (2 * step ** (n + 1)) / (1 + step);
    const n = margin(epsilon);
    assert.ok(outside(n) <= 0.05, epsilon);
    assert.ok(n === 0 || outside(n - 1) > 0.05, epsilon);
  }
  assert.equal(margin('1/2'), 6);
});
