import { speaker } from '../language.ts';

export const say = speaker({
  aloud: ['口頭', '口头', 'Aloud'],
  aloudAbout: ['客戶口頭說的：{title}', '客户口头说的：{title}', 'What they said aloud: {title}'],
  saidYes: ['客戶口頭同意了', '客户口头同意了', 'They said yes'],
  saidYesText: ['會在客戶的通路請對方確認；確認之前不算數。', '会在客户的渠道请对方确认；确认之前不算数。', 'They are asked to confirm it in their channel. Until they do, it counts for nothing.'],
  saidNo: ['客戶口頭說不同意', '客户口头说不同意', 'They said no'],
  saidNoText: ['立刻算數，並在對話中告訴客戶。', '立刻算数，并在对话中告诉客户。', 'It counts at once, and they are told so in their chat.'],
  tookBack: ['客戶口頭收回了', '客户口头收回了', 'They took it back'],
  tookBackText: ['立刻算數，並在對話中告訴客戶。為此記下的從此無法再開啟，也無法復原。', '立刻算数，并在对话中告诉客户。为此记下的从此无法再打开，也无法恢复。', 'It counts at once, and they are told so in their chat. What was noted for it can never be opened again.'],
  waits: ['{at} 記下口頭同意，等客戶確認。', '{at} 记下口头同意，等客户确认。', 'Noted {at} as said aloud. It waits for the client to confirm it.'],
  yesNoted: ['已記下，並請客戶在對話中確認', '已记下，并请客户在对话中确认', 'Noted; the client is asked in the chat to confirm it'],
  noNoted: ['已收回「{title}」，從現在起不再使用', '已收回“{title}”，从现在起不再使用', '“{title}” is off from now on'],
});
