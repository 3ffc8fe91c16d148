import { speaker } from '../language.ts';

export const say = speaker({
  title: ['同事查閱的異常跡象', '同事查阅的异常迹象', 'What stands out in how colleagues look'],
  lead: ['依帳本逐日計數，不含任何內容。跡象只是詢問的理由，不證明任何事；請先聽當事人怎麼說。', '依账本逐日计数，不含任何内容。迹象只是询问的理由，不证明任何事；请先听当事人怎么说。', 'Counts of each day by the ledger, without any content. A signal is a reason to ask and proves nothing; hear the colleague first.'],
  within: ['期間', '期间', 'Within'],
  days1: ['最近一天', '最近一天', 'The last day'],
  days7: ['最近 7 天', '最近 7 天', 'The last 7 days'],
  days30: ['最近 30 天', '最近 30 天', 'The last 30 days'],
  days90: ['最近 90 天', '最近 90 天', 'The last 90 days'],
  show: ['列出', '列出', 'List'],
  looked: ['查過 {n} 個條目。', '查过 {n} 个条目。', 'Looked through {n} entries.'],
  soFar: ['目前查過 {n} 個條目，還有更多。', '目前查过 {n} 个条目，还有更多。', 'Looked through {n} entries so far; there are more.'],
  empty: ['這段期間沒有查閱', '这段期间没有查阅', 'Nobody looked at anything in this time'],
  emptyText: ['選長一點的期間再試一次。', '选长一点的期间再试一次。', 'Choose a longer time.'],
  day: ['日期', '日期', 'Day'],
  who: ['同事', '同事', 'Colleague'],
  clients: ['看過的客戶', '看过的客户', 'Clients looked at'],
  busiest: ['一小時內最多', '一小时内最多', 'Most within an hour'],
  silent: ['當日無往來者', '当日无往来者', 'Of them without a message that day'],
  night: ['夜間查閱（22 至 6 時）', '夜间查阅（22 至 6 时）', 'Looks at night (22 to 6)'],
  stopped: ['被規則擋下的發送', '被规则挡下的发送', 'Sends that the rules stopped'],
  more: ['更多', '更多', 'More'],
});
