/** Times as people read them, by Intl, in the page's language. */
import { lang } from '../language.ts';
import { say } from '../words/common.ts';

function format(options: Intl.DateTimeFormatOptions, at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : new Intl.DateTimeFormat(lang(), options).format(time);
}

/** Hour and minute, in the page's zone or in the one named. */
export function clock(at: string, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  try {
    return format({ ...options, ...(timeZone ? { timeZone } : {}) }, at);
  } catch {
    return format(options, at);
  }
}

export const day = (at: string): string => format({ year: 'numeric', month: 'short', day: 'numeric' }, at);
export const monthDay = (at: string): string => format({ month: 'long', day: 'numeric' }, at);
export const full = (at: string): string =>
  format({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);
export const precise = (at: string): string =>
  format({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, at);

/** The day in the Chinese calendar, for occasions that are kept by it. */
export function lunar(at: string): string {
  return new Intl.DateTimeFormat(`${lang() === 'en' ? 'zh-Hant' : lang()}-u-ca-chinese`, { month: 'long', day: 'numeric' }).format(new Date(at));
}

export function sameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

export function dayLine(at: string): string {
  return sameDay(at, new Date().toISOString()) ? say('today') : format({ weekday: 'short', month: 'long', day: 'numeric' }, at);
}

/** A length of time in its largest fitting unit. */
export function span(minutes: number): string {
  if (minutes < 60) return say('minutes', { n: Math.max(1, Math.round(minutes)) });
  if (minutes < 48 * 60) return say('hours', { n: Math.round(minutes / 60) });
  return say('days', { n: Math.round(minutes / 1440) });
}

/** A running clock, mm:ss up to an hour and h:mm beyond. */
export function running(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  if (seconds < 3600) return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)} h`;
  return span(seconds / 60);
}

/** Pine while there is time, amber in the last third of the promise, persimmon when it is over. */
export function urgency(since: string, promisedMinutes: number, now: number): 'calm' | 'soon' | 'over' {
  const share = (now - Date.parse(since)) / 60_000 / promisedMinutes;
  return share >= 1 ? 'over' : share >= 2 / 3 ? 'soon' : 'calm';
}
