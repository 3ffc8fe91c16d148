/** One consent over time as a horizontal band per purpose: SVG attributes only, and a sentence for those who listen. */
import { html, svg, type TemplateResult } from 'lit';
import type { AuditConsent } from '../contract.ts';
import { statusWord, valid } from '../ui/signs.ts';
import { day } from '../ui/when.ts';
import { say } from '../words/officer.ts';

const WIDTH = 640;

interface Stretch { from: number; to: number; event: AuditConsent }

/** Each state lasts until the next one, or until its own end. */
export function stretches(events: AuditConsent[], now: number): Stretch[] {
  const sorted = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return sorted.map((event, i) => {
    const next = sorted[i + 1];
    const end = event.until ? Math.min(now, Date.parse(event.until)) : now;
    return { from: Date.parse(event.at), to: next ? Math.min(Date.parse(next.at), end) : end, event };
  });
}

export function bands(events: AuditConsent[], now: number): TemplateResult {
  const purposes = [...new Set(events.map(e => e.purpose))];
  const first = Math.min(...events.map(e => Date.parse(e.at)));
  const margin = Math.max(3_600_000, (now - first) * 0.04);
  const x = (t: number) => ((t - first + margin) / (now - first + 2 * margin)) * WIDTH;
  return html`<div class="bands">${purposes.map(p => {
    const own = stretches(events.filter(e => e.purpose === p), now);
    const title = own[0]?.event.title ?? p;
    const list = own.map(s => `${statusWord(s.event.status, s.event.basis)} ${day(s.event.at)}`).join(', ');
    return html`<div class="band-row" data-testid="band-${p}"><span>${title}</span>
      <svg viewBox="0 0 ${WIDTH} 26" preserveAspectRatio="none" role="img" aria-label=${say('band', { title, list })}>
        ${svg`<line x1="0" x2=${WIDTH} y1="13" y2="13" class="ground"/>`}
        ${own.map(s => svg`<rect x=${x(s.from)} width=${Math.max(3, x(s.to) - x(s.from))} y=${valid(s.event.status) ? 4 : 10} height=${valid(s.event.status) ? 18 : 6} rx="3" class=${valid(s.event.status) ? 'given' : s.event.status}><title>${statusWord(s.event.status, s.event.basis)} ${day(s.event.at)}</title></rect>`)}</svg></div>`;
  })}<div class="band-row axis" aria-hidden="true"><span></span><span class="ends"><span>${day(new Date(first).toISOString())}</span><span>${day(new Date(now).toISOString())}</span></span></div></div>`;
}
