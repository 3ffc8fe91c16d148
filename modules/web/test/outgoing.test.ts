import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { Outgoing, type Outcome, type Waiting } from '../src/client/outgoing.ts';

const AT = '2026-11-22T10:00:00Z';
const settled = () => new Promise<void>(done => setImmediate(done));

function house(answers: Outcome[]): { box: Outgoing; got: string[] } {
  const got: string[] = [];
  const send = (m: Waiting): Promise<Outcome> => {
    got.push(m.clientMessageId);
    return Promise.resolve(answers.shift() ?? { done: true, again: false });
  };
  return { box: new Outgoing(send, () => {}, () => 60_000), got };
}

test('outgoing_acknowledged_leavesNothingWaiting', async () => {
  const { box, got } = house([]);
  box.add('a', 'one', AT);
  await settled();
  assert.deepEqual(got, ['a']);
  assert.equal(box.waiting.length, 0);
});

test('outgoing_lostConnection_sendsTheSameIdsAgainInOrder', async () => {
  const { box, got } = house([{ done: false, again: true }]);
  box.add('a', 'one', AT);
  box.add('b', 'two', AT);
  await settled();
  assert.deepEqual(box.waiting.map(w => w.clientMessageId), ['a', 'b']);
  box.hurry();
  await settled();
  assert.deepEqual(got, ['a', 'a', 'b']);
  assert.equal(box.waiting.length, 0);
});

test('outgoing_refused_staysAsFailedAndLetsTheNextPass', async () => {
  const { box, got } = house([{ done: false, again: false }]);
  box.add('a', 'one', AT);
  await settled();
  box.add('b', 'two', AT);
  await settled();
  assert.deepEqual(got, ['a', 'b']);
  assert.deepEqual(box.waiting.map(w => w.state), ['failed']);
});

test('outgoing_seenInTheConversation_isNotSentAgain', async () => {
  const { box, got } = house([{ done: false, again: true }]);
  box.add('a', 'one', AT);
  await settled();
  box.seen('a');
  box.hurry();
  await settled();
  assert.deepEqual(got, ['a']);
});

test('outgoing_fileThatFailed_isSentAgainUnderItsId_orDropped', async () => {
  const { box, got } = house([{ done: false, again: false, why: 'too many' }]);
  const file = new File(['x'], 'x.txt');
  box.add('a', '', AT, file);
  await settled();
  assert.deepEqual(box.waiting.map(w => [w.state, w.why, w.file]), [['failed', 'too many', file]]);
  box.retry('a');
  await settled();
  assert.deepEqual(got, ['a', 'a']);
  assert.equal(box.waiting.length, 0);
  const other = house([{ done: false, again: false }]);
  other.box.add('b', '', AT, file);
  await settled();
  other.box.drop('b');
  assert.equal(other.box.waiting.length, 0);
});
