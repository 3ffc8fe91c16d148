/**
 * The desk's offline shell: its page, scripts and style, so that it opens without a connection and says so. Nothing under
 * /v1 passes through here, so no personal datum can land in a cache.
 */
interface Worker {
  addEventListener(type: string, listener: (event: Happening) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface Happening { request: Request; waitUntil(p: Promise<unknown>): void; respondWith(p: Promise<Response>): void }

const worker = self as unknown as Worker;
const names = '@SHELL@'.split(' ');
const shell = ['/desk', '/icon.svg', '/desk.webmanifest', ...names.map(n => `/assets/${n}`)];
const cacheName = `desk-${names.join('|')}`;

worker.addEventListener('install', event => {
  event.waitUntil(caches.open(cacheName).then(c => c.addAll(shell)).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(keys => Promise.all(keys.filter(k => k !== cacheName).map(k => caches.delete(k))))
    .then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !shell.includes(url.pathname)) return;
  const kept = caches.open(cacheName).then(c => c.match(url.pathname));
  // The page itself comes from the house when it is there, so that a new build is seen at once; assets never change.
  event.respondWith(url.pathname === '/desk'
    ? fetch(event.request).catch(async () => (await kept) ?? Response.error())
    : kept.then(hit => hit ?? fetch(event.request)));
});

export {};
