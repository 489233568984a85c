// Runs in the page before anything else: notes when things were first on the screen, in milliseconds since the navigation.
(() => {
  // Synthetic shadow hides what is inside components from the functions that the page sees later.
  const find = Document.prototype.querySelector.bind(document);
  const observe = MutationObserver;
  const waiting = new Map();
  const look = () => {
    for (const [selector, seen] of waiting) {
      const element = find(selector);
      if (element === null) continue;
      waiting.delete(selector);
      requestAnimationFrame(() => {
        // The task after a frame's callbacks comes when that frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => seen(performance.now());
        port2.postMessage(undefined);
      });
    }
  };
  new observe(look).observe(document, { childList: true, subtree: true, attributes: true });
  window.stopwatch = {
    seen: (selector) =>
      new Promise((resolve) => {
        waiting.set(selector, resolve);
        look();
      }),
    /** When the next click was made. */
    clicked: () =>
      new Promise((resolve) =>
        document.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
      ),
  };
  window.firstSeen = window.stopwatch.seen('c-implementation-request-panel [data-start]');
})();
