// Runs in the page before anything else: tells when something was first on the screen, and when the person clicked, in
// milliseconds since the navigation.
(() => {
  // Synthetic shadow hides what is inside components from the functions that the page sees later.
  const find = Document.prototype.querySelector.bind(document);
  const waiting = new Map();
  const look = () => {
    for (const [selector, tell] of waiting) {
      if (!find(selector)?.checkVisibility({ visibilityProperty: true })) continue;
      waiting.delete(selector);
      requestAnimationFrame(() => {
        // The task after a frame's callbacks comes when that frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell(performance.now());
        port2.postMessage(undefined);
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  const seen = (selector) =>
    new Promise((resolve) => {
      waiting.set(selector, resolve);
      look();
    });
  const clicked = () =>
    new Promise((resolve) => {
      document.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });
  window.stopwatch = {
    seen,
    /** From the next click until something is on the screen. */
    fromClickTo: async (selector) => {
      const [from, to] = await Promise.all([clicked(), seen(selector)]);
      return to - from;
    },
  };
})();
