import { speaker } from '../language.ts';

export const say = speaker({
  title: ['同事與通行金鑰', '同事与通行密钥', 'Colleagues and their passkeys'],
  lead: ['有人遺失了所有通行金鑰？兩位法遵人員在一天之內各自作證，就能讓對方重新進來。', '有人丢失了所有通行密钥？两位合规人员在一天之内各自作证，就能让对方重新进来。', 'Has somebody lost all their passkeys? When two officers vouch for them within a day, they can come in again.'],
  name: ['姓名', '姓名', 'Name'],
  part: ['身分', '身份', 'Part'],
  concierge: ['專屬管家', '专属管家', 'Concierge'],
  officer: ['法遵人員', '合规人员', 'Officer'],
  passkeys: ['通行金鑰', '通行密钥', 'Passkeys'],
  vouched: ['作證', '作证', 'Vouched for'],
  of: ['{n}/{needed}', '{n}/{needed}', '{n} of {needed}'],
  self: ['您', '您', 'you'],
  lost: ['為 {name} 作證', '为 {name} 作证', 'Vouch for {name}'],
  vouch: ['作證', '作证', 'Vouch'],
  askTitle: ['為 {name} 作證？', '为 {name} 作证？', 'Vouch for {name}?'],
  askText: ['請先當面確認：這是本人，而且通行金鑰確實遺失了。第二位作證之後，遺失的通行金鑰立即失效。', '请先当面确认：这是本人，而且通行密钥确实丢失了。第二位作证之后，丢失的通行密钥立即失效。', 'See them in person first: that it is they, and that the passkeys are lost. With the second word the lost ones let nobody in any more.'],
  cancel: ['取消', '取消', 'Cancel'],
  counted: ['已記下。還需要 {n} 位法遵人員。', '已记下。还需要 {n} 位合规人员。', 'Noted. {n} more officer is needed.'],
  letIn: ['遺失的通行金鑰已失效。把這個連結當面交給 {name}，一小時內只能用一次：', '丢失的通行密钥已失效。把这个链接当面交给 {name}，一小时内只能用一次：', 'The lost passkeys let nobody in any more. Hand {name} this link in person; it works once, within an hour:'],
  link: ['登入連結', '登录链接', 'Sign-in link'],
});
