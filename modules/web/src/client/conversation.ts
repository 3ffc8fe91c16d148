/** The words said so far, as the client sees them. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { chat } from '../api.ts';
import type { ChatMessage } from '../contract.ts';
import { sizeWord } from '../files.ts';
import { fileView } from '../ui/file.ts';
import { icon } from '../ui/icons.ts';
import '../ui/thumb.ts';
import { clock, dayLine, sameDay } from '../ui/when.ts';
import { say } from '../words/client.ts';
import { say as common } from '../words/common.ts';
import { say as filed } from '../words/files.ts';
import type { Waiting } from './outgoing.ts';

export interface Talk { messages: ChatMessage[]; waiting: readonly Waiting[]; concierge: string; answering: ReadonlySet<number> }
export interface TalkActs { answer: (m: ChatMessage, given: boolean) => void; retry: (id: string) => void; drop: (id: string) => void }

export function talkView(t: Talk, acts: TalkActs): TemplateResult {
  return html`<ol class="talk">
    ${repeat(t.messages, m => m.seq, (m, i) => html`${dayBreak(m, t.messages[i - 1])}${message(m, t, acts)}`)}
    ${repeat(t.waiting, w => w.clientMessageId, w => waiting(w, acts))}
  </ol>`;
}

function waiting(w: Waiting, acts: TalkActs): TemplateResult {
  const under = w.state === 'sending' && w.file && w.share ? filed('sendingShare', { n: Math.floor(w.share * 100) }) : say(w.state);
  return html`<li class="said mine" data-state=${w.state}>
    <div class="bubble">${w.file ? html`<div class="filecard"><cf-thumb .file=${w.file}></cf-thumb><span class="filecard-words"><b>${w.file.name || filed('file')}</b><span class="size">${sizeWord(w.file.size)}</span>
      ${w.state === 'sending' ? html`<progress max="1" .value=${w.share ?? 0} aria-label=${say('sending')}></progress>` : nothing}</span></div>` : nothing}${w.text ? html`<p>${w.text}</p>` : nothing}</div>
    <span class="meta">${w.state === 'failed' ? html`${w.why ?? say('failed')} <button type="button" class="link" data-testid="send-again" @click=${() => acts.retry(w.clientMessageId)}>${common('retry')}</button>
      ${w.file ? html` <button type="button" class="link" data-testid="send-not" @click=${() => acts.drop(w.clientMessageId)}>${filed('drop')}</button>` : nothing}` : under}</span></li>`;
}

function dayBreak(m: ChatMessage, before: ChatMessage | undefined): TemplateResult | typeof nothing {
  return before && sameDay(before.at, m.at) ? nothing : html`<li class="daybreak"><span>${dayLine(m.at)}</span></li>`;
}

function author(m: ChatMessage, concierge: string): string {
  if (m.author === 'client') return common('you');
  return m.author === 'concierge' ? concierge : m.author === 'assistant' ? common('assistant') : common('house');
}

function message(m: ChatMessage, t: Talk, acts: TalkActs): TemplateResult {
  const mine = m.author === 'client';
  return html`<li class="said ${mine ? 'mine' : m.author}${m.betweenUs ? ' aside' : ''}" data-seq=${m.seq} data-author=${m.author}>
    <div class="bubble"><span class="${mine ? 'unseen' : 'by'}">${author(m, t.concierge)}${m.automated ? html` · ${common('automated')}` : nothing}</span>
      ${m.betweenUs ? html`<span class="between">${icon('lock')}${say('betweenUs', { name: t.concierge })}</span>` : nothing}
      ${enclosed(m)}${words(m, mine)}${piece(m)}${m.request ? request(m, t.answering.has(m.seq), acts) : nothing}</div>
    <time class="meta" datetime=${m.at}>${clock(m.at)}</time></li>`;
}

/** Words said between us that are over are told of as one, with what came beside them. */
const over = (m: ChatMessage): boolean => m.betweenUs === true && !m.text && (!m.file || m.file.state === 'gone');

function enclosed(m: ChatMessage): TemplateResult | typeof nothing {
  return m.file && !over(m) ? fileView(m.file, chat.fileAddress(m.file.id)) : nothing;
}

function words(m: ChatMessage, mine: boolean): TemplateResult | typeof nothing {
  if (over(m)) return html`<p>${say('takenBack')}</p>`;
  return m.file && !m.text ? nothing : html`<p>${mine ? m.text : linked(m.text)}</p>`;
}

/** Addresses in what the house says become links; nothing tells the house whether they are followed. */
function linked(text: string): (string | TemplateResult)[] {
  return text.split(/(https?:\/\/[^\s<>"'）。，]+)/).map((part, i) =>
    i % 2 ? html`<a href=${part} rel="noreferrer noopener" target="_blank">${part}</a>` : part);
}

function piece(m: ChatMessage): TemplateResult | typeof nothing {
  if (m.picture?.startsWith('data:image/')) return html`<img class="piece" src=${m.picture} alt=${say('picture')}>`;
  if (m.link && /^https?:\/\//.test(m.link)) return html`<a class="piece" href=${m.link} rel="noreferrer noopener" target="_blank">${m.link}</a>`;
  return nothing;
}

function request(m: ChatMessage, busy: boolean, acts: TalkActs): TemplateResult {
  const r = m.request!;
  if (r.answered) return html`<p class="answered">${icon('check')}${say(r.answered === 'yes' ? 'answeredYes' : 'answeredNo')} · ${r.title}</p>`;
  return html`<div class="ask" role="group" aria-label=${r.title} data-testid="consent-request-${r.purpose}">
    <b>${r.title}</b><span>${r.why}</span>
    <div class="pair"><button type="button" ?disabled=${busy} data-testid="consent-yes" @click=${() => acts.answer(m, true)}>${common('yes')}</button>
      <button type="button" ?disabled=${busy} data-testid="consent-no" @click=${() => acts.answer(m, false)}>${common('no')}</button></div>
    <span class="fine">${say('equal')}</span></div>`;
}
