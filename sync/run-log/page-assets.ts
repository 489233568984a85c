import type { Markup } from './markup.ts';

/** The look of the local pages: calm, one column on a phone. */
export const STYLE: Markup = {
  text: `
:root { color-scheme: light; --ink: #16202c; --soft: #4d5b6b; --line: #dbe2ea; font: 16px/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; color: var(--ink); background: #f5f7fa; }
* { box-sizing: border-box; }
body { margin: 0; }
header { padding: .75rem 1.25rem; background: #10243b; color: #fff; }
.brand { font-weight: 700; }
.place::before { content: '/'; opacity: .5; margin: 0 .6rem; }
main { max-width: 68rem; margin: 0 auto; padding: 1.75rem 1.25rem 3rem; }
h1 { font-size: 1.625rem; line-height: 1.2; letter-spacing: -.02em; margin: 0; }
h2 { font-size: 1.0625rem; margin: 2rem 0 .75rem; }
.lead { color: var(--soft); margin: .35rem 0 0; max-width: 46rem; }
.now { margin: 1.25rem 0; }
.quiet, .none { color: var(--soft); }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); list-style: none; margin: 0; padding: 0; }
.sides > li { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.125rem; min-width: 0; }
.sides h2 { display: flex; justify-content: space-between; gap: .5rem; align-items: baseline; margin: 0 0 .35rem; }
.sides p { margin: .25rem 0; color: var(--soft); font-size: .9375rem; overflow-wrap: anywhere; }
.pill { flex: none; border-radius: 999px; padding: .05rem .6rem; font-size: .8125rem; font-weight: 600; background: #e9eef4; color: var(--soft); }
.pill.good { background: #e5f4ea; color: #1b6b3a; }
.pill.bad { background: #fdecea; color: #a1251b; }
.sides p.bad, td.bad { color: #a1251b; }
.bar { margin: .5rem 0; font-size: .9375rem; }
.bar progress, .bar meter { display: block; width: 100%; height: .75rem; accent-color: #0b5cab; }
.plain { padding: 0; list-style: none; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid var(--line); border-radius: 10px; }
.scroll:focus-visible { outline: 3px solid #f6a821; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .875rem; }
th, td { text-align: right; padding: .4rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap; font-weight: 400; }
thead th { font-weight: 600; color: var(--soft); }
th[rowspan]:first-child, th[scope='row'], td.bad { text-align: left; }
thead th { vertical-align: bottom; }
th[colspan] { text-align: center; border-left: 1px solid var(--line); }
td.bad { white-space: normal; }
tbody tr:last-child > * { border-bottom: 0; }
.empty { border: 1px dashed #b9c6d3; border-radius: 10px; padding: 1.5rem; color: var(--soft); text-align: center; }
`,
};

/** Brings the page up to date while somebody looks at it. */
export const SCRIPT: Markup = {
  text: `
const EVERY_MS = 2000;
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer?.ok !== true) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = document.querySelector('[data-live]');
  const next = fresh.querySelector('[data-live]');
  const scrolled = now.querySelector('.scroll')?.scrollLeft ?? 0;
  const isFocused = document.activeElement?.classList.contains('scroll') === true;
  now.innerHTML = next.innerHTML;
  const table = now.querySelector('.scroll');
  if (table === null) return;
  table.scrollLeft = scrolled;
  if (isFocused) table.focus({ preventScroll: true });
}
setInterval(refresh, EVERY_MS);
`,
};
