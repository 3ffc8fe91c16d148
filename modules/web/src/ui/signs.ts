/** The signs that look the same everywhere: consent badge, reason chip, states of a page, language switch. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { Failure } from '../api.ts';
import type { Basis, Lang, Precision, Reason, Source, Status } from '../contract.ts';
import { LANGS, LANG_NAMES, lang, speakIn } from '../language.ts';
import { say } from '../words/common.ts';
import { icon, mark } from './icons.ts';
import { day } from './when.ts';

type Sign = 'given' | 'requested' | 'expired' | 'withdrawn' | 'none' | 'lock';

export const valid = (status: Status): boolean => status === 'given' || status === 'renewed';

function signOf(status: Status, basis: Basis): Sign {
  if (basis !== 'consent') return 'lock';
  if (valid(status)) return 'given';
  if (status === 'requested' || status === 'pending' || status === 'deferred') return 'requested';
  if (status === 'expired') return 'expired';
  return status === 'none' || status === 'unknown' ? 'none' : 'withdrawn';
}

const SHAPES = {
  given: svg`<circle cx="7" cy="7" r="5" class="fill"/>`,
  requested: svg`<circle cx="7" cy="7" r="4.5"/>`,
  expired: svg`<circle cx="7" cy="7" r="4.5" stroke-dasharray="2.2 2.2"/>`,
  withdrawn: svg`<circle cx="7" cy="7" r="4.5"/><path d="M2 12 12 2"/>`,
  none: svg`<path d="M3.5 7h7"/>`,
  lock: svg`<rect x="2.5" y="6" width="9" height="6.5" rx="1.2" class="fill"/><path d="M4.5 6V4.300a2.5 2.5 0 0 1 5 0V6"/>`,
} satisfies Record<Sign, unknown>;

export function statusWord(status: Status, basis: Basis = 'consent'): string {
  if (basis === 'contract') return say('contract');
  if (basis === 'legal-duty') return say('legal');
  const sign = signOf(status, basis);
  if (status === 'refused' || status === 'pending' || status === 'revoked' || status === 'invalidated') return say(status);
  return sign === 'lock' ? '' : say(sign);
}

export interface Consented { title: string; status: Status; basis?: Basis | undefined; since?: string | undefined; until?: string | undefined }

/** Shape, words and dates of one consent; the dates show on hover and are read out. */
export function badge(c: Consented, words = true): TemplateResult {
  const basis = c.basis ?? 'consent';
  const sign = signOf(c.status, basis);
  const dates = [c.since && say('since', { at: day(c.since) }), c.until && say('until', { at: day(c.until) })].filter(Boolean).join(', ');
  const tip = `${c.title}: ${statusWord(c.status, basis)}${dates ? ` (${dates})` : ''}`;
  return html`<span class="badge ${sign}" title=${tip} data-status=${c.status}>
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${SHAPES[sign]}</svg>
    ${words ? html`<span>${c.title}</span><span class="unseen">: ${statusWord(c.status, basis)}</span>` : html`<span class="unseen">${tip}</span>`}</span>`;
}

/** A refusal, drop or delay: the rule's title, and its remedy as a button where one can be had here. */
export function reasonChip(reason: Reason, remedy?: () => void): TemplateResult {
  const ask = reason.remedyAction?.kind === 'ask-consent' && remedy;
  return html`<span class="chip" data-rule=${reason.rule}>
    ${icon('alert')}<span class="chip-words"><span>${reason.reason}</span>${reason.remedy && !ask ? html` <span class="soft">${reason.remedy}</span>` : nothing}</span>
    ${reason.count === undefined ? nothing : html`<b class="count">${reason.count}</b>`}
    ${ask ? html`<button type="button" class="quiet small" @click=${remedy}>${say('askConsent')}</button>` : nothing}</span>`;
}

export function reasonOf(failure: Failure): Reason {
  const p = failure.problem;
  return {
    rule: p.rule ?? String(p.status), reason: p.ruleTitle ?? p.detail ?? (p.title || say('failedTitle')),
    ...(p.remedy ? { remedy: p.remedy } : {}), ...(p.remedyAction ? { remedyAction: p.remedyAction } : {}),
  };
}

export const asFailure = (e: unknown): Failure =>
  e instanceof Failure ? e : new Failure({ type: 'about:blank', title: '', status: 0 });

/** A page that could not be had: what happened, what is safe, what next. */
export function broken(failure: Failure, retry: () => void): TemplateResult {
  const gone = failure.status === 404;
  const title = gone ? say('notFoundTitle') : failure.status === 0 && !navigator.onLine ? say('offlineTitle') : failure.passing ? say('awayTitle') : say('failedTitle');
  const text = gone ? say('notFoundText') : failure.passing ? say('awayText') : failure.problem.detail ?? say('failedSafe');
  return html`<div class="state" role="alert">${icon('alert')}<h2>${title}</h2><p>${text}</p>
    ${gone ? nothing : html`<button type="button" class="quiet" @click=${retry}>${say('retry')}</button>`}</div>`;
}

export function empty(title: string, text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="state">${mark()}<h2>${title}</h2><p>${text}</p>${action}</div>`;
}

export function skeleton(rows: number): TemplateResult {
  return html`<div class="skeleton" role="status"><span class="unseen">${say('loading')}</span>
    ${Array.from({ length: rows }, () => html`<div class="bone"></div>`)}</div>`;
}

export function languageSwitch(): TemplateResult {
  return html`<label class="language"><span class="unseen">${say('language')}</span>
    <select data-testid="language" @change=${(e: Event) => speakIn((e.target as HTMLSelectElement).value as Lang)}>
      ${LANGS.map(l => html`<option value=${l} lang=${l} ?selected=${l === lang()}>${LANG_NAMES[l]}</option>`)}</select></label>`;
}

export function sourceWord(source: Source): string {
  return say(source === 'concierge' ? 'sourceConcierge' : source === 'assistant' ? 'sourceAssistant' : source === 'client' ? 'sourceClient' : 'sourceImport');
}

export function precisionWord(precision: Precision): string {
  return say(precision === 'none' ? 'nothing' : precision);
}
