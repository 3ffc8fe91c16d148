/** The manager's page: a few questions, their answers with noise, and what is left to spend. Nothing here moves on its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { figures, open, useToken, type Failure } from '../api.ts';
import type { FigureAnswer, FigureQuestion, Figures, Session } from '../contract.ts';
import { Page } from '../page.ts';
import { icon, mark } from '../ui/icons.ts';
import { asFailure, broken, empty, languageSwitch, skeleton } from '../ui/signs.ts';
import { day, full } from '../ui/when.ts';
import { say } from '../words/manager.ts';
import { say as key } from '../words/passkey.ts';
import { margin } from './margin.ts';

class Manager extends Page {
  private session: Session | null = null;
  private board: Figures | null = null;
  private failure: Failure | null = null;
  private asking = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  protected override languageChanged(): void {
    if (this.session) void this.begin();
  }

  private async begin(): Promise<void> {
    await this.attempt(async () => {
      this.session ??= await open.session();
      useToken(this.session.csrf);
      if (this.session.role === 'manager') this.board = await figures.board();
    });
  }

  private async attempt(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      this.failure = null;
    } catch (e) {
      this.failure = asFailure(e);
      this.again(this.failure, () => void this.begin());
    }
    this.requestUpdate();
  }

  private async ask(question: FigureQuestion): Promise<void> {
    if (this.asking) return;
    this.asking = question.id;
    this.requestUpdate();
    try {
      await figures.ask(question.id);
    } catch (e) {
      // Somebody else may have spent the last in another window: the board says so, and until when.
      if (!asFailure(e).problem.type.endsWith('/budget')) this.failure = asFailure(e);
    }
    this.asking = '';
    if (!this.failure) await this.begin();
    this.requestUpdate();
  }

  private budget(b: Figures): TemplateResult {
    const date = day(b.renews);
    return b.left === 0
      ? html`<section class="verdict" role="status" data-testid="budget">${icon('alert')}<div><h2>${say('spent')}</h2><p>${say('spentText', { date })}</p></div></section>`
      : html`<section class="verdict good" role="status" data-testid="budget">${icon('check')}<div><h2>${b.left === 1 ? say('leftOne') : say('left', { n: b.left })}</h2><p>${say('renews', { spent: b.spent, budget: b.budget, date })}</p></div></section>`;
  }

  private answer(a: FigureAnswer, title: string): TemplateResult {
    return html`<p class="fine">${say('of', { period: a.period, at: full(a.at) })}</p>
      <table class="dense" aria-label=${`${title}, ${a.period}`}><thead><tr><th scope="col">${say('group')}</th><th scope="col" class="num">${say('clients')}</th></tr></thead>
        <tbody>${a.cells.map(c => html`<tr data-cell=${c.cell}><th scope="row">${c.title}</th><td class="num">${c.count === undefined ? html`<span class="soft">${say('withheld')}</span>` : c.count.toLocaleString()}</td></tr>`)}</tbody></table>`;
  }

  private question(q: FigureQuestion, b: Figures): TemplateResult {
    const now = q.answers.find(a => a.period === b.period);
    const before = q.answers.filter(a => a !== now);
    return html`<section class="figure" data-testid="figure-${q.id}"><h2>${q.title}</h2>
      ${now ? this.answer(now, q.title) : html`<p class="soft">${say('none', { period: b.period })}</p>
        ${b.left > 0 ? html`<p><button type="button" data-testid="ask-${q.id}" aria-label=${say('askOf', { title: q.title })} ?disabled=${this.asking !== ''} @click=${() => void this.ask(q)}>${say('ask')}</button> <span class="fine">${say('cost', { epsilon: b.epsilon })}</span></p>` : nothing}`}
      ${before.length > 0 ? html`<details><summary>${say('earlier')}</summary>${before.map(a => this.answer(a, q.title))}</details>` : nothing}</section>`;
  }

  private report(): TemplateResult {
    const b = this.board;
    return html`<div class="report-top"><div><h1>${say('title')}</h1><p class="soft">${say('lead')}</p></div></div>
      ${this.failure ? broken(this.failure, () => void this.begin()) : nothing}
      ${!b ? (this.failure ? nothing : skeleton(6)) : b.questions.length === 0 ? empty(say('empty'), say('emptyText')) : html`${this.budget(b)}
        <p class="fine">${say('margin', { n: margin(b.epsilon), k: b.threshold })} ${say('same')}</p>
        <div class="figures">${b.questions.map(q => this.question(q, b))}</div>`}`;
  }

  protected override render(): TemplateResult {
    const out = this.failure?.status === 401 || (this.session !== null && this.session.role !== 'manager');
    const body = out ? html`<h1 class="unseen">${say('signedOut')}</h1>${empty(say('signedOut'), say('signedOutText'), html`<a class="button" href="/signin">${key('enter')}</a>`)}` : this.report();
    return html`<header class="top"><a class="brand" href="/">${mark()}<span>${this.session?.house ?? 'Confidant'}</span></a>${languageSwitch()}
        ${this.session && !out ? html`<a class="quiet" href="/passkeys" data-testid="passkeys-link">${key('title')}</a>
        <button type="button" class="quiet small" data-testid="sign-out" @click=${() => void open.signOut().finally(() => location.replace('/signin'))}>${say('signOut')}</button>` : nothing}</header>
      <main class="report">${body}</main>`;
  }
}

customElements.define('cf-manager', Manager);
