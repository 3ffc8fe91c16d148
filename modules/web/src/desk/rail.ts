/** The left side: sections, search and the inbox; on a phone the sections become the bar below. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InboxRow } from '../contract.ts';
import { icon, mark, type IconName } from '../ui/icons.ts';
import { empty, skeleton } from '../ui/signs.ts';
import { clock, dayLine, running, sameDay, span, urgency } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import { say as filed } from '../words/files.ts';
import { inOrder, type Room, type Section } from './room.ts';

const SECTIONS: readonly [Exclude<Section, 'contacts'>, IconName][] = [['waiting', 'chat'], ['today', 'today'], ['pool', 'pool'], ['library', 'library'], ['me', 'me']];

export function sections(room: Room): TemplateResult {
  return html`<nav class="sections" aria-label=${say('sections')}>${SECTIONS.map(([section, sign]) => html`<button type="button"
    class="section ${section}" data-testid="section-${section}" aria-current=${room.section === section || (room.section === 'contacts' && section === 'pool') ? 'page' : 'false'} @click=${() => room.show(section)}>
    ${icon(sign)}<span>${say(section)}</span>${section === 'waiting' && room.inbox?.waiting ? html`<b class="count">${room.inbox.waiting}</b>` : nothing}</button>`)}</nav>`;
}

export interface Rail { room: Room; narrow: boolean; search: string; now: number; find: (text: string) => void; choose: (clientId: string) => void }

export function rail(r: Rail): TemplateResult {
  return html`<aside class="rail"><div class="rail-top">${mark()}<b>${r.room.session?.house ?? 'Confidant'}</b></div>
    ${r.narrow ? nothing : sections(r.room)}
    <label class="search">${icon('search')}<span class="unseen">${say('search')}</span>
      <input type="search" data-testid="search" placeholder="${say('search')}  /" autocomplete="off" .value=${r.search}
        @input=${(e: Event) => r.find((e.target as HTMLInputElement).value)}></label>
    ${inbox(r)}</aside>`;
}

function inbox(r: Rail): TemplateResult {
  const all = r.room.inbox;
  if (!all) return skeleton(7);
  if (all.rows.length === 0) return empty(say('inboxEmpty'), say('inboxEmptyText'));
  const sought = r.search.trim().toLowerCase();
  const found = sought ? all.rows.filter(row => (row.name ?? '').toLowerCase().includes(sought)) : all.rows;
  const { waiting, others } = inOrder(found);
  const list = (rows: InboxRow[], title: string) => rows.length === 0 ? nothing : html`<h2>${title} <span class="count">${rows.length}</span></h2>
    <ul>${repeat(rows, row => row.clientId, row => html`<li>${rowView(row, r, all.promisedMinutes)}</li>`)}</ul>`;
  return html`<div class="inbox" role="region" aria-label=${say('inbox')} data-testid="inbox">
    ${list(waiting, say('waiting'))}${list(others, say('others'))}
    ${found.length === 0 ? html`<p class="fine pad">${say('nobodyFound')}</p>` : nothing}
    ${all.next && !sought ? html`<button type="button" class="quiet small" @click=${() => void r.room.more()}>${common('more')}</button>` : nothing}</div>`;
}

export function waitingClock(row: InboxRow, promised: number, now: number): TemplateResult {
  const minutes = row.promisedMinutes ?? promised;
  const time = running(row.waitingSince!, now);
  return html`<span class="clock ${urgency(row.waitingSince!, minutes, now)}" title="${say('waits', { time })} · ${say('promised', { time: span(minutes) })}">
    ${icon('clock')}<span class="unseen">${say('waits', { time: '' })} </span>${time}</span>`;
}

function rowView(row: InboxRow, r: Rail, promised: number): TemplateResult {
  const open = r.room.panes.includes(row.clientId);
  const name = row.name ?? say('nameless');
  const at = sameDay(row.lastAt, new Date(r.now).toISOString()) ? clock(row.lastAt) : dayLine(row.lastAt);
  return html`<button type="button" class="row ${open ? 'open' : ''}" data-testid="row-${row.clientId}" aria-pressed=${r.room.focused === row.clientId ? 'true' : 'false'}
      @click=${() => r.choose(row.clientId)}>
    <span class="face" aria-hidden="true">${[...name][0]}</span>
    <span class="row-words"><span class="row-first"><b>${name}</b>${row.waitingSince ? waitingClock(row, promised, r.now) : html`<time class="fine" datetime=${row.lastAt}>${at}</time>`}</span>
      <span class="row-second"><span class="last">${row.lastAuthor === 'assistant' ? html`<i>${common('assistant')}</i> ` : nothing}${row.lastText === '' ? filed('pictureOrFile') : row.lastText ?? common(row.channel)}</span>
        ${row.draftWaiting ? html`<span class="dotted">${say('draftWaiting')}</span>` : nothing}
        ${row.unread ? html`<b class="count" aria-label=${say('unread', { n: row.unread })}>${row.unread}</b>` : nothing}</span></span></button>`;
}
