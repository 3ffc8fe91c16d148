/** Which of the three languages the page speaks, and the words of each area as typed keys. */
import type { Lang } from './contract.ts';

export const LANGS: readonly Lang[] = ['zh-Hant', 'zh-Hans', 'en'];
export const LANG_NAMES: Record<Lang, string> = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' };
const KEPT = 'confidant-lang';
const listeners = new Set<() => void>();

/** The one of the three that fits a BCP 47 tag; English for everything that is not Chinese. */
export function nearest(tag: string): Lang {
  const lower = tag.toLowerCase();
  if (!lower.startsWith('zh')) return 'en';
  return /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
}

function first(): Lang {
  const kept = localStorage.getItem(KEPT);
  return LANGS.find(l => l === kept) ?? nearest(navigator.language || 'en');
}

let current: Lang = typeof document === 'undefined' ? 'en' : first();
if (typeof document !== 'undefined') document.documentElement.lang = current;

export function lang(): Lang {
  return current;
}

export function chosen(): boolean {
  return localStorage.getItem(KEPT) !== null;
}

export function speakIn(next: Lang): void {
  current = next;
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
  listeners.forEach(tell => tell());
}

export function onLanguage(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** One row of words: zh-Hant, zh-Hans, English. A missing language does not compile. */
export type Row = readonly [string, string, string];
export type Speaker<K extends string> = (key: K, values?: Record<string, string | number>) => string;

/** Gives the words of an area in the current language; `{name}` stands for a value. */
export function speaker<K extends string>(rows: Record<K, Row>): Speaker<K> {
  return (key, values = {}) => {
    const row = rows[key];
    const text = current === 'zh-Hant' ? row[0] : current === 'zh-Hans' ? row[1] : row[2];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
