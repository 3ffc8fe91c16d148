import { speaker } from '../language.ts';

export const say = speaker({
  show: ['匯入檔案對先前同意的說明', '导入文件对先前同意的说明', 'What an import said of earlier consents'],
  title: ['匯入檔案的說明', '导入文件的说明', 'What an import said'],
  lead: ['這些說明不使任何同意生效；客戶親自同意才算數。', '这些说明不使任何同意生效；客户亲自同意才算数。', 'It makes nothing valid. Only what the client agrees to themselves counts.'],
  purpose: ['用途', '用途', 'Purpose'],
  agreed: ['同意日期', '同意日期', 'Agreed at'],
  words: ['如何同意', '如何同意', 'How'],
  at: ['匯入時間', '导入时间', 'Imported'],
  none: ['沒有說明', '没有说明', 'Nothing was said'],
  noneText: ['這位客戶不是由匯入而來，或匯入時沒有附上說明。', '这位客户不是由导入而来，或导入时没有附上说明。', 'This client did not come by an import, or came without evidence.'],
});
