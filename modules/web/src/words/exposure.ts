import { speaker } from '../language.ts';

export const say = speaker({
  title: ['外洩報告：誰的資料、哪些、從何時', '泄露报告：谁的资料、哪些、从何时', 'After a breach: whose data, which, since when'],
  lead: ['某位同事的登入可能落入他人之手時，依帳本列出這段期間其看過的客戶資料。不開啟任何內容。', '某位同事的登录可能落入他人之手时，依账本列出这段期间其看过的客户资料。不打开任何内容。', 'When a colleague\u2019s session may have been in wrong hands: what was seen under it, by the ledger. Nothing is opened.'],
  who: ['同事', '同事', 'Colleague'],
  from: ['從', '从', 'From'],
  to: ['到', '到', 'To'],
  show: ['列出', '列出', 'List'],
  looking: ['查帳本中，已看過 {n} 個條目……', '查账本中，已看过 {n} 个条目……', 'Looking through the ledger, {n} entries so far…'],
  clients: ['客戶數：{n}。', '客户数：{n}。', 'Clients: {n}.'],
  looked: ['查過 {entries} 個條目，從 {from} 到 {to}。', '查过 {entries} 个条目，从 {from} 到 {to}。', 'Looked through {entries} entries, from {from} to {to}.'],
  empty: ['這段期間沒有看過任何資料', '这段期间没有看过任何资料', 'Nothing was seen in this time'],
  emptyText: ['換一段期間，或換一位同事。', '换一段期间，或换一位同事。', 'Choose another time, or another colleague.'],
  pseudonym: ['代號', '代号', 'Pseudonym'],
  pool: ['整個客群（解鎖或分眾）', '整个客群（解锁或分群）', 'the whole pool (unlocked or counted)'],
  classes: ['資料類別', '资料类别', 'Classes of data'],
  sharpest: ['最清楚到', '最清楚到', 'At the sharpest'],
  times: ['次數', '次数', 'Entries'],
  first: ['第一次', '第一次', 'First'],
  last: ['最後一次', '最后一次', 'Last'],
});
