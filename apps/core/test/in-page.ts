/**
 * What tests ask of a page, as scripts: they run in the browser, whose names this side does not know. Each is an expression whose
 * value comes back.
 */

/** Keeps a look unless the screen has one already. */
export const keepLook = (look: object): string =>
  `localStorage.getItem('takt.look') ?? localStorage.setItem('takt.look', ${JSON.stringify(JSON.stringify(look))})`;

/** Speaks another language from the next page on. */
export const speak = (language: string): string =>
  `localStorage.setItem('takt.look', JSON.stringify({ ...JSON.parse(localStorage.getItem('takt.look')), language: '${language}' }))`;

/** Keeps how a floor screen behaves, from the next page on. */
export const keepSettings = (settings: object): string =>
  `localStorage.setItem('takt.terminal.settings', ${JSON.stringify(JSON.stringify(settings))})`;

/** Notes from here on every word that the page shows, however shortly. */
export const noteWords = `{
  globalThis.__words = '';
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes)
      for (const node of [...addedNodes, target]) globalThis.__words += ' ' + (node.textContent ?? '');
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}`;

/** What the page has shown since then. */
export const notedWords = 'globalThis.__words';

/** The service worker is there: the screen opens without the server. */
export const readyForOffline = 'navigator.serviceWorker.ready.then(() => undefined)';

/** Makes the entries of a floor screen an hour old, as a night without the network does. */
export const ageEntries = `new Promise((done) => {
  const request = indexedDB.open('takt-outbox', 1);
  request.onsuccess = () => {
    const transaction = request.result.transaction('entries', 'readwrite');
    const store = transaction.objectStore('entries');
    const all = store.getAll();
    all.onsuccess = () => {
      for (const entry of all.result) store.put({ ...entry, keptMs: entry.keptMs - 3600000 });
    };
    transaction.oncomplete = () => done();
  };
})`;

/**
 * Asks the disk of a page for so much room, and gives it back. The browser looks then how much there is; until it is asked for more than
 * it has seen last, it does not look again.
 * @returns `kept`, or the name of the error
 */
export const askForRoom = (bytes: number): string => `new Promise((done) => {
  const request = indexedDB.open('room', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('room');
  request.onerror = () => done(request.error.name);
  request.onsuccess = () => {
    const transaction = request.result.transaction('room', 'readwrite');
    transaction.objectStore('room').put(new Uint8Array(${bytes}), 1).onsuccess = ({ target }) => target.source.delete(1);
    transaction.oncomplete = () => done('kept');
    transaction.onabort = () => done(transaction.error?.name ?? 'aborted');
  };
})`;

/** What a floor screen keeps of what it has shown, as text. */
export const keptReplies = `new Promise((done) => {
  const request = indexedDB.open('takt-replies', 1);
  request.onsuccess = () => {
    request.result.transaction('kept').objectStore('kept').getAll().onsuccess = ({ target }) => {
      request.result.close();
      done(JSON.stringify(target.result));
    };
  };
})`;

/** Puts back what a floor screen had kept at another time. @param kept what `keptReplies` gave then */
export const keepReplies = (kept: string): string => `new Promise((done) => {
  const request = indexedDB.open('takt-replies', 1);
  request.onsuccess = () => {
    const transaction = request.result.transaction('kept', 'readwrite');
    for (const each of ${kept}) transaction.objectStore('kept').put(each);
    transaction.oncomplete = () => {
      request.result.close();
      done();
    };
  };
})`;

/** How many entries of a floor screen are at which stage. */
export const entriesByStage = `new Promise((done) => {
  const request = indexedDB.open('takt-outbox', 1);
  request.onsuccess = () => {
    request.result.transaction('entries').objectStore('entries').getAll().onsuccess = ({ target }) => {
      const stages = {};
      for (const { stage } of target.result) stages[stage] = (stages[stage] ?? 0) + 1;
      request.result.close();
      done(stages);
    };
  };
})`;

/** What can be undone was done when the page is loaded next, however long that takes; once. */
export const doneJustNow = `{
  const kept = sessionStorage.getItem('takt.terminal.deed');
  if (kept !== null && sessionStorage.getItem('done-just-now') === null) {
    sessionStorage.setItem('done-just-now', 'yes');
    sessionStorage.setItem('takt.terminal.deed', JSON.stringify({ ...JSON.parse(kept), doneMs: Date.now() }));
  }
}`;

/** Tabs that hold the right to send what a device has entered. */
export const sendingTabs = `new Promise((done) => {
  const request = indexedDB.open('takt-outbox', 1);
  request.onsuccess = () => {
    request.result.transaction('leases').objectStore('leases').count().onsuccess = ({ target }) => {
      request.result.close();
      done(target.result);
    };
  };
})`;

/** Adds to the last entry of a floor screen what only another version of core understands. */
export const estrangeLastEntry = `new Promise((done) => {
  const request = indexedDB.open('takt-outbox', 1);
  request.onsuccess = () => {
    const transaction = request.result.transaction('entries', 'readwrite');
    const store = transaction.objectStore('entries');
    store.openCursor(null, 'prev').onsuccess = ({ target }) => {
      const entry = target.result.value;
      entry.command.body.pallet = '7';
      store.put(entry);
    };
    transaction.oncomplete = () => done();
  };
})`;

/** Findings of axe, which has to be on the page: all rules in the theme shown, colours in the other themes; as sentences. */
export const axeFindings = (themes: readonly string[]): string => `(async () => {
  const root = document.documentElement;
  const shown = root.dataset.theme;
  const all = [];
  for (const theme of ${JSON.stringify(themes)}) {
    root.dataset.theme = theme;
    for (let moving; (moving = document.getAnimations().filter((each) => each instanceof CSSTransition)).length > 0; )
      await Promise.allSettled(moving.map((each) => each.finished));
    const { violations } = await axe.run(theme === shown ? {} : { runOnly: ['color-contrast'] });
    for (const { id, nodes } of violations)
      for (const { html } of nodes) all.push(theme + ' ' + id + ': ' + html.slice(0, 200));
  }
  root.dataset.theme = shown;
  return all;
})()`;

/**
 * What gloves miss and what does not fit, at 6 px/mm: things to touch below 12 mm, actions below 20 mm, buttons less than 3 mm apart, or
 * 8 mm from one that takes something away; words that are cut; a page wider than the screen; as sentences.
 */
export const misfits = `(() => {
  const all = (selector) => [...(document.querySelector('dialog[open]') ?? document).querySelectorAll(selector)];
  const name = (element) => (element.innerText || element.getAttribute('aria-label') || '').slice(0, 40);
  const main = document.querySelector('main')?.getBoundingClientRect();
  const seen = (element, { left, right, top, bottom, width, height }) =>
    main && element.closest('main') && !element.closest('dialog')
      ? { left, right, width, height, top: Math.max(top, main.top), bottom: Math.min(bottom, main.bottom) }
      : { left, right, width, height, top, bottom };
  const touched = all('button, a, input, select, textarea')
    .map((element) => ({ element, box: seen(element, element.getBoundingClientRect()) }))
    .filter(({ box }) => box.width > 0 && box.bottom > box.top);
  const small = touched
    .filter(({ box }) => box.height < 71.5 || box.width < 48)
    .map(({ element, box }) => 'small: ' + name(element) + ' ' + Math.round(box.width) + ' × ' + Math.round(box.height));
  const low = touched
    .filter(({ element, box }) => /primary/.test(element.className) && box.height < 119.5)
    .map(({ element, box }) => 'low: ' + name(element) + ' ' + Math.round(box.height));
  const buttons = touched.filter(({ element }) => element.tagName === 'BUTTON');
  const near = buttons.flatMap(({ element, box }, at) =>
    buttons.slice(at + 1).flatMap(({ element: other, box: far }) => {
      const across = Math.max(far.left - box.right, box.left - far.right);
      const down = Math.max(far.top - box.bottom, box.top - far.bottom);
      const apart = Math.max(across, down);
      const asked = /danger/.test(element.className + other.className) ? 48 : 18;
      return apart < asked - 0.5 ? ['near: ' + name(element) + ' | ' + name(other) + ' ' + Math.round(apart)] : [];
    }),
  );
  const cut = all('button, a, h1, h2, p, th, td, output, [data-tone]')
    .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => 'cut: ' + element.innerText.slice(0, 80));
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the screen'] : [];
  return [...small, ...low, ...near, ...cut, ...wide];
})()`;

/** Buttons and links on the screen that a finger does not reach, because something else lies over them; as sentences. */
export const coveredTargets = `(() => {
  const main = document.querySelector('main').getBoundingClientRect();
  return [...document.querySelectorAll('main button, main a, footer button')].flatMap((element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const shown = width > 0 && height > 0 && (element.closest('footer') || (y > main.top && y < main.bottom));
    if (!shown) return [];
    const points = [[x, y], [left + 3, top + 3], [right - 3, top + 3]];
    const reached = points.every(([atX, atY]) => element.contains(document.elementFromPoint(atX, atY)));
    return reached ? [] : ['covered: ' + element.innerText.slice(0, 40)];
  });
})()`;

/** Parts of the work at a station that are not seen whole: out of the page, or with something else over them; as sentences. */
export const unseenParts = `(() => {
  const main = document.querySelector('main');
  const page = main.getBoundingClientRect();
  return [...main.querySelectorAll('section, section > *, [data-line] > *')].flatMap((element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    const name = (element.getAttribute('aria-label') ?? '') + ' ' + element.innerText.replaceAll('\\n', ' ').slice(0, 60);
    if (top < page.top - 0.5 || bottom > page.bottom + 0.5)
      return ['out of the page by ' + Math.round(Math.max(page.top - top, bottom - page.bottom)) + ' px: ' + name];
    const points = [[left + 2, top + 2], [(left + right) / 2, (top + bottom) / 2], [right - 2, bottom - 2]];
    const covered = points.some(([x, y]) => !main.contains(document.elementFromPoint(x, y)));
    return covered ? ['covered: ' + name] : [];
  });
})()`;
