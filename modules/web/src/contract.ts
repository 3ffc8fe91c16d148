/** The shapes of `openapi/confidant.yaml`, by hand: the contract is the source, this file follows it. */

export type Lang = 'zh-Hant' | 'zh-Hans' | 'en';
export type Basis = 'contract' | 'legal-duty' | 'consent';
export type Status =
  | 'none' | 'unknown' | 'requested' | 'pending' | 'given' | 'renewed' | 'refused' | 'deferred' | 'withdrawn'
  | 'expired' | 'revoked' | 'invalidated';
export type Precision = 'exact' | 'general' | 'presence' | 'none';
export type Delivery =
  | 'none' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled';
export type Channel = 'webchat' | 'line';
export type Author = 'client' | 'concierge' | 'assistant' | 'house';
export type Source = 'concierge' | 'assistant' | 'client' | 'import';

export interface RemedyAction { kind: 'ask-consent' | 'client-says' | 'wait' | 'none'; purpose?: string }
export interface Problem {
  type: string; title: string; status: number; detail?: string; rule?: string; ruleTitle?: string; remedy?: string;
  remedyAction?: RemedyAction; errors?: { pointer?: string; message: string }[];
}
export interface Reason { rule: string; reason: string; remedy?: string; remedyAction?: RemedyAction; count?: number }

export interface Concierge { handle: string; name: string; languages: Lang[]; promisedMinutes: number; about?: string }
export interface Concierges { house: string; concierges: Concierge[] }
export interface Purpose { id: string; title: string; why: string; basis: Basis; necessary: boolean; lastsDays?: number }
export interface Notice {
  id: string; version: number; sha256: string; lang: Lang; paragraphs: string[]; purposes: Purpose[];
}
export type Part = 'concierge' | 'officer' | 'manager';
export interface Session {
  role: Part; name: string; conciergeId?: string; handle?: string; house?: string; zone?: string;
  csrf: string; freshUntil?: string }
export interface Passkey { id: string; name: string; made: string; used?: string; synced: boolean }
export interface Colleague { part: Part; id: string; name: string; passkeys: number; vouched: number; self: boolean }
export interface Staff { staff: Colleague[]; needed: number }
export interface Word { vouched: number; needed: number; link?: string }
export interface Company { name?: string }
export interface OwnCompany { name?: string; connected: boolean }
export interface CompanyAnswer { state: string; code: string }
export interface Passkeys { passkeys: Passkey[]; keep: number }

export interface StartChat {
  concierge: string; lang: Lang; zone: string; noticeId: string; noticeVersion: number;
  consents: { purpose: string; given: boolean }[];
}
export interface ChatState {
  concierge: { handle: string; name: string; promisedMinutes: number };
  lang: Lang; lastSeq: number; csrf: string; before?: string;
  consents: { purpose: string; title: string; basis?: Basis; status: Status; since?: string }[];
}
export interface ChatMessage {
  seq: number; id: string; author: Author; at: string; text: string; automated: boolean; betweenUs?: boolean; clientMessageId?: string;
  request?: { purpose: string; title: string; why: string; answered?: 'yes' | 'no' };
  link?: string; picture?: string; file?: FileLine;
}
/** A picture or file of a conversation; name, type and size while it is here and can be opened. */
export interface FileLine {
  id: string; state: 'here' | 'coming' | 'gone'; name?: string; type?: string; size?: number; picture: boolean; kept: string[];
}
export interface Handover {
  state: 'open' | 'moving' | 'done' | 'lapsed'; reason: 'leave' | 'leaving'; concierge: string; until: string;
  others: { handle: string; name: string }[]; purposes: { id: string; title: string; why: string }[];
  choice?: { stay: boolean; concierge?: string; purposes: string[]; words: boolean };
}
export interface HandoverChoice { choice: 'stay' | 'go'; concierge?: string; purposes?: string[]; words?: boolean; now?: boolean }
export interface DeskLook { id: string; dataClass: string; classTitle: string; purpose: string; purposeTitle: string; why: string; begun: string; ends: string; secondsLeft: number; readings: number }
export interface DeskGlass { minutes: number; day: number; left: number; whys: { id: string; title: string }[]; looks: DeskLook[] }
export interface NewLook { idempotencyKey: string; dataClass: string; purpose: string; why: string; words: string }
export interface SeenLook { look: DeskLook; tags: { tagId: string; kind: string; kindTitle: string; value: string }[] }
export type Verdict = 'justified' | 'not-justified';
export interface AuditLook {
  id: string; pseudonym: string; concierge: string; dataClass: string; classTitle: string; purpose: string; purposeTitle: string; why: string; whyTitle: string;
  begun: string; ends: string; ended?: string; endedWhy?: 'hidden' | 'withdrawn' | 'erased'; stands: boolean; readings: number; statement: boolean;
  verdict?: Verdict; reviewedAt?: string; officer?: string;
}
export interface AuditLooks { reviews: AuditLook[]; open: number; total: number }
export interface DeskHandover {
  state: 'none' | 'open' | 'moving' | 'done' | 'stayed' | 'lapsed'; at?: string; until?: string; to?: string; from?: string;
}
export interface Receipt {
  id: string; purpose: string; title: string; status: Status; at: string; until?: string; finalBy?: string;
  method: string; noticeSha256: string; entry?: number;
}

export interface LetterTag {
  id: string; kindTitle: string; value: string; since: string; until?: string; source: Source; evidenceSeq?: number;
}
export interface LetterPurpose {
  purpose: string; title: string; why: string; basis: Basis; status: Status; since?: string; until?: string;
  unreadable?: boolean; finalBy?: string; tags: LetterTag[];
}
export interface Look { at: string; who: string; purpose: string; rule: string; precision: Precision; count: number }
export interface Letter {
  concierge: string; house: string; lang: Lang; csrf: string; purposes: LetterPurpose[]; reads: Look[];
  receipts: Receipt[];
}

/** How far an erasure has come; `promised` is by when no copy opens anything, backups included. */
export interface Erasure {
  stage: 'begun' | 'stopped' | 'sealed' | 'final'; askedAt: string; stoppedAt?: string; sealedAt?: string; endedAt?: string;
  promised: string; provable: boolean;
}
export type RulesFrom = 'folder' | 'before';
export interface RulesInForce { number: number; hash: string; before?: string; at: string; by: string }
export interface RulesProposal {
  hash?: string; same: boolean; problems: string[]; summary: string;
  changes: { kind: 'more' | 'less' | 'reason' | 'file'; words: string }[];
}
export interface AuditErasures { erasures: { pseudonym: string; erasure: Erasure; cause: 'asked' | 'retention' }[]; total: number }

export interface InboxRow {
  clientId: string; name?: string; channel: Channel; lang: Lang; lastSeq: number; lastAt: string; lastAuthor: Author;
  lastText?: string; waitingSince?: string; promisedMinutes?: number; unread?: number; assistant: 'on' | 'silent';
  draftWaiting: boolean;
}
export interface Inbox { rows: InboxRow[]; waiting: number; promisedMinutes: number; next?: string }
export interface DeskMessage {
  seq: number; id: string; author: Author; at: string; text?: string; readable: boolean; automated: boolean;
  purpose?: string; delivery?: Delivery; reason?: Reason; file?: FileLine;
  request?: { purpose: string; title: string; answered?: 'yes' | 'no' };
}
export interface DeskMessages { messages: DeskMessage[]; lastSeq: number; earlier?: boolean }
export interface Brief {
  lastWords: string; openQuestion: string; whatHelps: { text: string; purpose: string; purposeTitle?: string }[];
  draft?: { id: string; text: string; source: string };
}
export interface ConsentState {
  purpose: string; title: string; basis: Basis; status: Status; since?: string; until?: string;
}
export interface Tag {
  id: string; kind: string; kindTitle: string; dataClass?: string; value: string; precision: Precision; purpose: string;
  purposeTitle?: string; status: Status; since: string; until?: string; source: Source; evidenceSeq?: number;
  reason?: Reason;
}
export interface TagProposal {
  id: string; kind: string; kindTitle: string; value: string; purpose: string; purposeTitle?: string;
  confidence: number; source: string; evidenceSeq?: number; expires: string;
}
export interface Card {
  clientId: string; name?: string; zone: string; lang: Lang; channel: Channel; consents: ConsentState[]; tags: Tag[];
  occasions: { kind: string; kindTitle: string; nextAt?: string; calendar: 'gregorian' | 'chinese-lunar' }[];
  proposals: TagProposal[]; letGo?: { silentSince: string; at?: string };
}
export interface TagKind {
  id: string; title: string; form: 'date' | 'code' | 'count' | 'text'; purposes: string[];
  values: { code: string; title: string }[]; occasion?: boolean;
}

export type Condition =
  | { kind: 'age'; from: number; to: number; not?: boolean }
  | { kind: 'tag'; tag: string; value: string; not?: boolean }
  | { kind: 'atLeast'; tag: string; count: number; not?: boolean }
  | { kind: 'occasionWithin'; occasion: string; days: number; not?: boolean };
export interface SegmentCount { before: number; after: number; refused: Reason[]; micros?: number }
export interface SegmentPage { rows: { clientId: string; name?: string; channel?: Channel }[]; next?: string }
export interface Piece {
  id: string; title: string; language: Lang; type: 'text' | 'link' | 'picture'; body: string; url?: string;
  pictureDataUrl?: string; expires: string; createdAt: string;
}
export type NewPiece = Omit<Piece, 'id' | 'createdAt'>;
export interface SharePreview { gets: number; dropped: Reason[] }
export interface ShareProgress {
  shareId: string; pieceId: string; done: boolean; queued: number; sent: number; failed: number; dropped: Reason[];
}
export interface Greeting {
  clientId: string; name?: string; occasion: string; occasionTitle: string; at: string; zone?: string;
  state: 'due' | 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'dropped'; reason?: Reason;
}

export type Asking = 'audit' | 'complaint' | 'request' | 'incident';
export interface AuditClients {
  clients: { pseudonym: string; since?: string; consents: { purpose: string; title?: string; status: Status }[] }[];
  next?: string;
}
export interface AuditConsent {
  purpose: string; title?: string; basis?: Basis; status: Status; at: string; until?: string; by: string;
  method: string; reason?: string; noticeSha256: string; entry?: number;
}
export interface AuditHold {
  pseudonym: string; purpose: string; title: string; held: boolean; at: string; officer: string; reason: string; lifted?: string;
}
export interface AuditHolds { holds: AuditHold[]; total: number; purposes: { id: string; title: string }[] }
export interface EntryFilter { event?: string; pseudonym?: string; from?: string; to?: string; purpose?: string; role?: string; actor?: string }
export interface AuditEntry {
  index: number; at: string; event: string; actor: string; role: string; pseudonym?: string; purpose?: string;
  rule: string; ruleTitle?: string; policyHash: string; classes?: string[]; precision: Precision; count: number;
  note?: string;
}
export interface AuditComplaints {
  complaints: { id: string; pseudonym: string; at: string; text: string }[];
  total: number;
}
export const RIGHTS = ['access', 'correction', 'erasure', 'portability', 'objection'] as const;
export type Right = (typeof RIGHTS)[number];
export interface RequestStep { move: string; at: string; detail: string; title?: string; words?: string }
export interface OwnRequest { id: string; right: Right; text: string; received: string; open: boolean; waiting: boolean; due?: string; late: boolean; steps: RequestStep[] }
export interface AuditRequest {
  id: string; pseudonym: string; version: number; right: Right; text: string; received: string; open: boolean; waiting: boolean;
  law?: string; article?: string; named: boolean; due?: string; late: boolean; prolongs: boolean; steps: RequestStep[];
}
export interface AuditRequests {
  requests: AuditRequest[]; total: number;
  laws: { id: string; title: string; law: string; reviewed: boolean; rights: Right[] }[];
}
export interface AuditStanding {
  pseudonym: string; at: string;
  standings: { purpose: string; title: string; status: Status; since: string; until?: string }[];
}
export interface EndingRow { pseudonym: string; purpose: string; title: string; until: string }
export interface ExposureRow { pseudonym?: string; classes: string[]; titles: string[]; sharpest: Precision; times: number; first: string; last: string }
export interface AuditExposure { from: string; to: string; rows: ExposureRow[]; entries: number; reached?: string; next?: string }
export interface AuditEnding { rows: EndingRow[]; next?: string }
export interface FigureCell { cell: string; title: string; count?: number }
export interface FigureAnswer { period: string; at: string; epsilon: string; threshold: number; cells: FigureCell[] }
export interface FigureQuestion { id: string; title: string; answers: FigureAnswer[] }
export interface Figures {
  period: string; threshold: number; epsilon: string; budget: string; spent: string; left: number; renews: string; ruleTitle: string;
  questions: FigureQuestion[];
}
export interface RetentionRow {
  pseudonym: string; purpose: string; purposeTitle: string; dataClass: string; classTitle: string; rule: string;
  ruleTitle: string; cause: 'class' | 'own'; keptDays: number; due: string; count: number; state: 'due' | 'held' | 'shut';
}
export interface AuditRetention { rows: RetentionRow[]; next?: string }
export interface SendRow {
  index: number; at: string; pseudonym: string; purpose: string; title: string; rule: string; ruleTitle: string; status: Status;
  since?: string; stopped: boolean;
}
export interface AuditSends {
  from: string; to: string; rows: SendRow[]; entries: number; sends: number; unjudged: number; reached?: string; next?: string;
}
export interface ConductRow { concierge: string; day: string; clients: number; reads: number; busiest: number; silent: number; night: number; stopped: number; glass: number }
export interface AuditConduct { from: string; to: string; rows: ConductRow[]; entries: number; next?: string }
export interface OldMessagesRow {
  pseudonym: string; rule: string; ruleTitle: string; keptDays: number; due: string; count: number; more: boolean; state: 'due' | 'held' | 'shut';
}
export interface AuditOldMessages { rows: OldMessagesRow[]; looked: number; next?: string }
export interface SilentClient {
  pseudonym: string; classes: { id: string; title: string }[]; rule: string; ruleTitle: string; keptDays: number;
  since: string; sign: 'joined' | 'wrote' | 'consent'; over: string; due?: string; keptBy: SilenceKeeper[];
}
export type SilenceKeeper = 'consent' | 'hold' | 'request' | 'complaint' | 'handover' | 'message' | 'share' | 'rules';
export interface AuditSilentClients { rows: SilentClient[]; looked: number; next?: string }
export interface ImportTrial {
  problem?: 'empty' | 'header' | 'column' | 'rows' | 'broken' | 'full'; total: number; fresh: number; known: number; erased: number; faulty: number; room: number;
  lines: { line: number; column?: string; reason: string }[];
}
export interface Import {
  importId: string; at: string; state: 'running' | 'done' | 'broken'; total: number; done: number; fresh: number; known: number; erased: number; faulty: number;
}
export interface Newcomers {
  clients: { clientId: string; name?: string; channel: Channel; lang: Lang; at: string; talking: boolean }[]; total: number; next?: string;
}
export interface AuditEvidence { papers: { purpose: string; agreedAt: string; words: string; at: string }[] }
export interface RecordPoint { id: string; title: string; text: string }
export interface RecordParty {
  part: 'controller' | 'processor' | 'platform'; partTitle: string; name: string; does?: string; contact?: string; country: string; countryTitle: string;
  contract?: string; abroad: boolean; safeguard?: string;
}
export interface RecordPurpose {
  purpose: string; title: string; why: string; basis: Basis; basisTitle: string; dpv: string; lastsDays?: number; subjects: string;
  classes: { dataClass: string; title: string; dpv: string; keepDays: number; swept: boolean; fields: string[] }[];
  deeds: {
    role: string; roleTitle: string; act: string; actTitle: string; anyPool: boolean;
    classes: { dataClass: string; title: string; precision: Precision; rule: string; ruleTitle: string }[];
  }[];
  channels: string[];
}
export interface ProcessingRecord {
  house: string; hash: string; since?: string; at: string; purposes: RecordPurpose[]; parties: RecordParty[]; measures: RecordPoint[]; notStated: RecordPoint[];
}
export interface Checkpoint {
  origin: string; size: number; rootHash: string; at?: string; note: string; verifierKey: string;
}

export interface ChatFrame { type: 'message' | 'consent'; seq: number }
export interface DeskFrame {
  type: 'message' | 'inbox' | 'draft' | 'proposal' | 'consent' | 'delivery' | 'status'; clientId: string; seq?: number;
}
