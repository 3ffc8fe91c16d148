/** The contract as typed calls. Every failure is a {@link Failure}; nothing here keeps or logs what passes through. */
import type * as C from './contract.ts';
import { plainName, whole } from './files.ts';
import { lang } from './language.ts';

/** An answer other than success. Status 0 means that no answer came: offline, or the house is away. */
export class Failure extends Error {
  readonly problem: C.Problem;

  constructor(problem: C.Problem) {
    super(problem.type);
    this.problem = problem;
  }

  get status(): number { return this.problem.status; }

  /** Sending the same request again may help. */
  get passing(): boolean { return this.status === 0 || this.status === 429 || this.status >= 500; }
}

type Query = Record<string, string | number | undefined>;

const BASE = '/v1';
let csrf = '';

/** The token of the page's session; each page has one session only. */
export function useToken(token: string): void {
  csrf = token;
}

function address(path: string, query?: Query): string {
  const given = Object.entries(query ?? {}).filter((e): e is [string, string | number] => e[1] !== undefined && e[1] !== '');
  const search = new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString();
  return BASE + path + (search ? `?${search}` : '');
}

async function problemOf(response: Response): Promise<C.Problem> {
  try {
    const body = (await response.json()) as Partial<C.Problem>;
    return { type: body.type ?? 'about:blank', title: body.title ?? '', ...body, status: response.status };
  } catch {
    return { type: 'about:blank', title: '', status: response.status };
  }
}

/** When somebody last touched this page; what it fetches by itself afterwards keeps no session alive. */
let touched = Date.now();
if (typeof document !== 'undefined') {
  for (const event of ['pointerdown', 'keydown'] as const) document.addEventListener(event, () => { touched = Date.now(); }, { capture: true, passive: true });
}
const UNATTENDED = 60_000;

let stepUp: () => Promise<boolean> = () => Promise.resolve(false);

/** Names who asks the person for their passkey where a request wants one. */
export function onStepUp(ask: () => Promise<boolean>): void {
  stepUp = ask;
}

/** Sends a request; where it wants a passkey that was used just now, asks for it and sends the request once more. */
async function call<T>(method: string, path: string, body?: unknown, query?: Query, keepalive = false): Promise<T> {
  try {
    return await once<T>(method, path, body, query, keepalive);
  } catch (e) {
    if (e instanceof Failure && e.problem.type.endsWith('/step-up') && (await stepUp())) return once<T>(method, path, body, query, keepalive);
    throw e;
  }
}

async function once<T>(method: string, path: string, body: unknown, query: Query | undefined, keepalive: boolean): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': lang() };
  if (Date.now() - touched > UNATTENDED) headers['X-Confidant-Unattended'] = '1';
  if (method !== 'GET' && csrf) headers['X-Confidant-Csrf'] = csrf;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(address(path, query), {
      method, headers, keepalive, credentials: 'same-origin', cache: 'no-store',
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw new Failure({ type: 'about:blank', title: '', status: 0 });
  }
  if (!response.ok) throw new Failure(await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Sends a file as it is. `progress` hears which share of it has left; null while that is not known. */
function upload<T>(path: string, query: Query, file: Blob & { name: string }, words: string, progress: Progress): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const answer = (): unknown => {
      try {
        return JSON.parse(request.responseText);
      } catch {
        return {};
      }
    };
    request.open('POST', address(path, query));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', lang());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(plainName(file.name)));
    if (words) request.setRequestHeader('X-File-Words', encodeURIComponent(whole(words)));
    if (csrf) request.setRequestHeader('X-Confidant-Csrf', csrf);
    request.upload.onprogress = e => progress(e.lengthComputable && e.total > 0 ? e.loaded / e.total : null);
    request.onerror = () => failed(new Failure({ type: 'about:blank', title: '', status: 0 }));
    request.onload = () => {
      if (request.status < 300) return done(answer() as T);
      const body = answer() as Partial<C.Problem>;
      failed(new Failure({ type: body.type ?? 'about:blank', title: body.title ?? '', ...body, status: request.status }));
    };
    request.send(file);
  });
}

export type Progress = (share: number | null) => void;

const get = <T>(path: string, query?: Query) => call<T>('GET', path, undefined, query);
const post = <T>(path: string, body?: unknown) => call<T>('POST', path, body);
const at = (clientId: string, rest: string) => `/desk/clients/${encodeURIComponent(clientId)}/${rest}`;

/** The address of a live line of this house. */
export function lineAddress(path: string): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${BASE}${path}`;
}

export const open = {
  concierges: () => get<C.Concierges>('/concierges'),
  notice: (concierge: string) => get<C.Notice>('/notice', { concierge, lang: lang() }),
  signIn: (code: string) => post<C.Session>('/sessions', { code }),
  session: () => get<C.Session>('/session'),
  signOut: () => call<void>('DELETE', '/session'),
};

export interface Options { challenge: string; rpId: string; user?: { id: string; name: string }; known: string[]; algorithms?: number[] }
export interface Answer { id: string; clientDataJSON: string; attestationObject?: string; authenticatorData?: string; signature?: string; userHandle?: string }

const key = (id: string) => `/passkeys/${encodeURIComponent(id)}`;

export const passkeys = {
  askToEnter: () => post<Options>('/sessions/passkey/options'),
  enter: (answer: Answer) => post<C.Session>('/sessions/passkey', answer),
  askToProve: () => post<Options>('/session/proof/options'),
  prove: (answer: Answer) => post<{ freshUntil: string }>('/session/proof', answer),
  askForOne: () => post<Options>('/passkeys/options'),
  add: (name: string, answer: Answer) => post<C.Passkey>('/passkeys', { name, answer }),
  list: () => get<C.Passkeys>('/passkeys'),
  rename: (id: string, name: string) => call<void>('PUT', key(id), { name }),
  remove: (id: string) => call<void>('DELETE', key(id)),
};

/** The sign-in of the company that staff belong to. */
export const company = {
  named: () => get<C.Company>('/sessions/company'),
  goTo: () => post<{ address: string }>('/sessions/company/options'),
  enter: (answer: C.CompanyAnswer) => post<C.Session>('/sessions/company', answer),
  own: () => get<C.OwnCompany>('/company'),
  goToConnect: () => post<{ address: string }>('/company/options'),
  connect: (answer: C.CompanyAnswer) => post<void>('/company', answer),
  disconnect: () => call<void>('DELETE', '/company'),
};

export const rules = {
  inForce: (reason: C.Asking) => get<C.RulesInForce>('/audit/rules', { reason }),
  proposal: (reason: C.Asking, from: C.RulesFrom) => get<C.RulesProposal>('/audit/rules/proposal', { reason, from }),
  release: (from: C.RulesFrom, hash: string) => post<C.RulesInForce>('/audit/rules/release', { from, hash }),
};

export const figures = {
  board: () => get<C.Figures>('/figures'),
  ask: (question: string) => post<C.FigureAnswer>(`/figures/${encodeURIComponent(question)}`),
};

export const staff = {
  all: () => get<C.Staff>('/staff'),
  vouch: (who: C.Colleague) => post<C.Word>(`/staff/${who.part}/${encodeURIComponent(who.id)}/vouch`),
};

export const chat = {
  start: (body: C.StartChat) => post<C.ChatState>('/chat/sessions', body),
  state: () => get<C.ChatState>('/chat'),
  messages: (after: number, limit = 100) => get<{ messages: C.ChatMessage[]; more: boolean; concierge: string }>('/chat/messages', { after, limit }),
  say: (clientMessageId: string, text: string) =>
    post<{ seq: number; id?: string; duplicate: boolean; betweenUs?: boolean }>('/chat/messages', { clientMessageId, text }),
  sendFile: (clientMessageId: string, file: File, words: string, progress: Progress) =>
    upload<{ seq: number; id?: string; duplicate: boolean; betweenUs?: boolean }>('/chat/attachments', { clientMessageId }, file, words, progress),
  fileAddress: (id: string) => address(`/chat/attachments/${encodeURIComponent(id)}`),
  consent: (purpose: string, given: boolean, requestSeq?: number) =>
    post<C.Receipt>('/chat/consents', { purpose, given, ...(requestSeq ? { requestSeq } : {}) }),
  privacyLink: () => post<{ url: string }>('/chat/privacy-link'),
};

export const privacy = {
  open: (token: string) => post<{ csrf: string; lang: C.Lang }>('/privacy/sessions', { token }),
  letter: () => get<C.Letter>('/privacy'),
  consent: (purpose: string, given: boolean) => post<C.Receipt>('/privacy/consents', { purpose, given }),
  receipt: (id: string) => get<C.Receipt>(`/privacy/receipts/${encodeURIComponent(id)}`),
  removeTag: (id: string) => post<{ id: string }>(`/privacy/tags/${encodeURIComponent(id)}/remove`),
  files: () => get<{ files: C.FileLine[] }>('/privacy/attachments'),
  fileAddress: (id: string) => address(`/privacy/attachments/${encodeURIComponent(id)}`),
  removeFile: (id: string) => post<{ id: string }>(`/privacy/attachments/${encodeURIComponent(id)}/remove`),
  archiveAddress: () => address('/privacy/archive', { lang: lang() }),
  erasure: () => get<C.Erasure | undefined>('/privacy/erasure'),
  erase: () => post<C.Erasure>('/privacy/erasure'),
  requests: () => get<{ requests: C.OwnRequest[] }>('/privacy/requests'),
  ask: (idempotencyKey: string, right: C.Right, text: string) => post<C.OwnRequest>('/privacy/requests', { idempotencyKey, right, text }),
  reply: (id: string, words: string) => post<C.OwnRequest>(`/privacy/requests/${encodeURIComponent(id)}/reply`, { words }),
  handover: () => get<C.Handover | undefined>('/privacy/handover'),
  choose: (choice: C.HandoverChoice) => post<C.Handover | undefined>('/privacy/handover', choice),
};

export const desk = {
  inbox: (cursor?: string) => get<C.Inbox>('/desk/inbox', { cursor, limit: 100 }),
  purposes: () => get<{ purposes: C.Purpose[]; files: string[] }>('/desk/purposes'),
  tagKinds: () => get<{ kinds: C.TagKind[] }>('/desk/tag-kinds'),
  messages: (id: string, where: { after?: number; before?: number } = {}) =>
    get<C.DeskMessages>(at(id, 'messages'), { ...where, limit: 60 }),
  reply: (id: string, body: { idempotencyKey: string; text: string; draftId?: string }, keepalive = false) =>
    call<{ seq: number; id: string; state: C.Delivery }>('POST', at(id, 'messages'), body, undefined, keepalive),
  sendFile: (id: string, idempotencyKey: string, file: File, words: string, progress: Progress) =>
    upload<{ seq: number; id: string; state: C.Delivery }>(at(id, 'attachments'), { idempotencyKey }, file, words, progress),
  fileAddress: (id: string, file: string, purpose?: string) => address(at(id, `attachments/${encodeURIComponent(file)}`), { purpose }),
  keptFiles: (id: string, purpose: string) => get<{ files: C.FileLine[] }>(at(id, 'attachments'), { purpose }),
  keepFile: (id: string, file: string, purpose: string, keep: boolean) =>
    post<{ purpose: string; keep: boolean }>(at(id, `attachments/${encodeURIComponent(file)}/keep`), { purpose, keep }),
  handover: (id: string) => get<C.DeskHandover>(at(id, 'handover')),
  glass: (id: string) => get<C.DeskGlass>(at(id, 'glass')),
  beginLook: (id: string, look: C.NewLook) => post<C.DeskLook>(at(id, 'glass'), look),
  readLook: (id: string, look: string) => get<C.SeenLook>(at(id, `glass/${encodeURIComponent(look)}`)),
  endLook: (id: string, look: string) => call<void>('DELETE', at(id, `glass/${encodeURIComponent(look)}`)),
  offerHandover: (id: string, reason: 'leave' | 'leaving') => post<C.DeskHandover>(at(id, 'handover'), { reason }),
  brief: (id: string) => get<C.Brief>(at(id, 'brief')),
  card: (id: string) => get<C.Card>(at(id, 'card')),
  addTag: (id: string, tag: { kind: string; value: string; purpose: string }) => post<C.Tag>(at(id, 'tags'), tag),
  removeTag: (id: string, tag: string) => call<void>('DELETE', at(id, `tags/${encodeURIComponent(tag)}`)),
  askConsent: (id: string, purpose: string) =>
    post<{ seq: number; id: string; state: C.Delivery }>(at(id, 'consent-requests'), { purpose }),
  saidYes: (id: string, purpose: string) => post<{ seq: number; id: string; state: C.Delivery }>(at(id, 'said-yes'), { purpose }),
  saidNo: (id: string, purpose: string) => post<C.ConsentState>(at(id, 'said-no'), { purpose }),
  accept: (id: string, proposal: string) => post<C.Tag>(at(id, `proposals/${encodeURIComponent(proposal)}/accept`)),
  drop: (id: string, proposal: string) => post<void>(at(id, `proposals/${encodeURIComponent(proposal)}/drop`)),
  greetings: (day: string) => get<{ day: string; greetings: C.Greeting[] }>('/desk/greetings', { day }),
  count: (purpose: string, conditions: C.Condition[]) => post<C.SegmentCount>('/desk/segments/count', { purpose, conditions }),
  page: (purpose: string, conditions: C.Condition[], cursor?: string) =>
    post<C.SegmentPage>('/desk/segments/page', { purpose, conditions, limit: 50, ...(cursor ? { cursor } : {}) }),
  pieces: (cursor?: string) => get<{ pieces: C.Piece[]; next?: string }>('/desk/pieces', { cursor, limit: 50 }),
  addPiece: (piece: C.NewPiece) => post<C.Piece>('/desk/pieces', piece),
  preview: (pieceId: string, purpose: string, conditions: C.Condition[]) =>
    post<C.SharePreview>('/desk/shares/preview', { pieceId, purpose, conditions }),
  share: (body: { pieceId: string; purpose: string; conditions: C.Condition[]; idempotencyKey: string }) =>
    post<{ shareId: string }>('/desk/shares', body),
  tryImport: (file: string) => post<C.ImportTrial>('/desk/imports/trial', { file }),
  startImport: (file: string) => post<C.Import>('/desk/imports', { file }),
  imports: () => get<{ imports: C.Import[] }>('/desk/imports'),
  importProgress: (id: string) => get<C.Import>(`/desk/imports/${encodeURIComponent(id)}`),
  newcomers: (cursor?: string) => get<C.Newcomers>('/desk/newcomers', { cursor, limit: 50 }),
  progress: (id: string) => get<C.ShareProgress>(`/desk/shares/${encodeURIComponent(id)}`),
};

const of = (pseudonym: string, rest: string) => `/audit/clients/${encodeURIComponent(pseudonym)}/${rest}`;

export const audit = {
  clients: (reason: C.Asking, cursor?: string) => get<C.AuditClients>('/audit/clients', { reason, cursor, limit: 50 }),
  consents: (pseudonym: string, reason: C.Asking) =>
    get<{ pseudonym: string; events: C.AuditConsent[] }>(`/audit/clients/${encodeURIComponent(pseudonym)}/consents`, { reason }),
  evidence: (pseudonym: string, reason: C.Asking) => get<C.AuditEvidence>(of(pseudonym, 'evidence'), { reason }),
  revoke: (whose: string, purpose: string, reason: string) => post<C.AuditConsent>(of(whose, 'revoke'), { purpose, reason }),
  invalidate: (whose: string, purpose: string, reason: string) => post<C.AuditConsent>(of(whose, 'invalidate'), { purpose, reason }),
  askAnew: (whose: string, purpose: string) => post<C.AuditConsent>(of(whose, 'ask-anew'), { purpose }),
  placeHold: (whose: string, purpose: string, reason: string) => post<C.AuditHold>(of(whose, 'holds'), { purpose, reason }),
  liftHold: (whose: string, purpose: string, reason: string) => post<C.AuditHold>(of(whose, 'holds/lift'), { purpose, reason }),
  holds: (reason: C.Asking, pseudonym?: string) => get<C.AuditHolds>('/audit/holds', { reason, pseudonym, limit: 100 }),
  entries: (reason: C.Asking, filter: C.EntryFilter & { cursor?: string }) =>
    get<{ entries: C.AuditEntry[]; next?: string }>('/audit/entries', { reason, limit: 50, ...filter }),
  complaints: (reason: C.Asking) => get<C.AuditComplaints>('/audit/complaints', { reason, limit: 100 }),
  closeComplaint: (id: string) => post<void>(`/audit/complaints/${encodeURIComponent(id)}/close`),
  looks: (reason: C.Asking) => get<C.AuditLooks>('/audit/glass', { reason, limit: 100 }),
  statement: (id: string) => get<{ text?: string }>(`/audit/glass/${encodeURIComponent(id)}/statement`),
  reviewLook: (id: string, verdict: C.Verdict) => post<C.AuditLook>(`/audit/glass/${encodeURIComponent(id)}`, { verdict }),
  requests: () => get<C.AuditRequests>('/audit/requests', { reason: 'request', limit: 100 }),
  recordRequest: (body: { idempotencyKey: string; pseudonym: string; right: C.Right; way: string; at: string; text: string }) => post<C.AuditRequest>('/audit/requests', body),
  step: (id: string, { words, ...step }: { version: number; move: string; detail: string; words: string }) =>
    post<C.AuditRequest>(`/audit/requests/${encodeURIComponent(id)}/steps`, words.trim() ? { ...step, words } : step),
  erasures: (reason: C.Asking) => get<C.AuditErasures>('/audit/erasures', { reason, limit: 100 }),
  standing: (pseudonym: string, reason: C.Asking, at: string) =>
    get<C.AuditStanding>(`/audit/clients/${encodeURIComponent(pseudonym)}/standing`, { reason, at }),
  ending: (reason: C.Asking, days: number, cursor?: string) => get<C.AuditEnding>('/audit/ending', { reason, days, cursor, limit: 50 }),
  retention: (reason: C.Asking, days: number, cursor?: string) => get<C.AuditRetention>('/audit/retention', { reason, days, cursor, limit: 50 }),
  conduct: (reason: C.Asking, span: { from?: string; to?: string; cursor?: string }) => get<C.AuditConduct>('/audit/conduct', { reason, ...span }),
  oldMessages: (reason: C.Asking, days: number, cursor?: string) => get<C.AuditOldMessages>('/audit/retention/messages', { reason, days, cursor }),
  silentClients: (reason: C.Asking, days: number, cursor?: string) => get<C.AuditSilentClients>('/audit/retention/clients', { reason, days, cursor }),
  exposure: (who: C.Colleague, span: { from?: string; to?: string; cursor?: string }) =>
    get<C.AuditExposure>(`/audit/exposure/${who.part}/${encodeURIComponent(who.id)}`, { reason: 'incident', ...span }),
  sends: (reason: C.Asking, span: { from?: string; to?: string; cursor?: string }) => get<C.AuditSends>('/audit/sends', { reason, ...span }),
  record: (reason: C.Asking) => get<C.ProcessingRecord>('/audit/record', { reason }),
  recordAddress: (reason: C.Asking, form: 'html' | 'jsonld') => address('/audit/record/export', { reason, form, lang: lang() }),
  checkpoint: (reason: C.Asking) => get<C.Checkpoint>('/audit/checkpoint', { reason }),
  fileAddress: (reason: C.Asking, form: 'csv' | 'jsonld', filter: C.EntryFilter & { cursor?: string }) => address('/audit/entries/export', { reason, form, lang: lang(), ...filter }),
  bundleAddress: (reason: C.Asking) => address('/audit/bundle', { reason }),
};
