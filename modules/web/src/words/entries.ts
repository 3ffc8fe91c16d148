import { speaker } from '../language.ts';

export const say = speaker({
  role: ['角色', '角色', 'Role'],
  client: ['客戶', '客户', 'Client'],
  concierge: ['專屬管家', '专属管家', 'Concierge'],
  assistant: ['小幫手', '小助手', 'Assistant'],
  scheduler: ['排程', '排程', 'Scheduler'],
  officer: ['法遵人員', '合规人员', 'Officer'],
  manager: ['主管', '主管', 'Manager'],
  operator: ['維運', '运维', 'Operator'],
  actor: ['誰（代號）', '谁（代号）', 'Who (pseudonym)'],
  files: ['帶走目前這些條目', '带走目前这些条目', 'Take these entries away'],
  filesText: ['檔案用上面顯示中的條件，由新到舊，一個檔案最多 20,000 條；檔案最後會寫是否完整，若不完整，也寫從哪個編號繼續。下載前要用通行金鑰確認，並記入帳本。', '文件用上面显示中的条件，由新到旧，一个文件最多 20,000 条；文件最后会写是否完整，若不完整，也写从哪个编号继续。下载前要用通行密钥确认，并记入账本。', 'By the filters of the list that is shown, newest first, at most 20,000 in one file. Its end says whether that was all and, if not, below which number to go on. It asks for your passkey and becomes an entry itself.'],
  csv: ['下載 CSV', '下载 CSV', 'Download as CSV'],
  jsonld: ['下載 JSON-LD', '下载 JSON-LD', 'Download as JSON-LD'],
  below: ['從這個編號往前繼續', '从这个编号往前继续', 'Go on below number'],
});
