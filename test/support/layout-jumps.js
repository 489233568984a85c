// Runs in every page before anything else. Tells `layoutJumped` when the content of the page moves by more than is good
// while it loads: from its navigation to the first thing that the person does. https://web.dev/articles/cls
(() => {
  const MOST = 0.1;
  const LONGEST_WINDOW_MS = 5000;
  const LONGEST_GAP_MS = 1000;
  const window_ = { score: 0, from: 0, to: 0, parts: [], told: false };

  const place = ({ node, previousRect, currentRect }) => {
    const element = node instanceof Element ? node : node?.parentElement;
    const name = element === null || element === undefined ? 'gone' : `${element.localName}.${element.className}`;
    return `${name} (${previousRect.x},${previousRect.y} ${previousRect.width}×${previousRect.height} → ${currentRect.x},${currentRect.y} ${currentRect.width}×${currentRect.height})`;
  };

  const observer = new PerformanceObserver((list) => {
    for (const { startTime, value, sources, hadRecentInput } of list.getEntries()) {
      if (hadRecentInput) continue;
      if (startTime - window_.to > LONGEST_GAP_MS || startTime - window_.from > LONGEST_WINDOW_MS) {
        Object.assign(window_, { score: 0, from: startTime, parts: [], told: false });
      }
      window_.to = startTime;
      window_.score += value;
      window_.parts.push(`${value.toFixed(3)}: ${sources.map(place).join(', ')}`);
      if (window_.score <= MOST || window_.told) continue;
      window_.told = true;
      layoutJumped(
        `${location.pathname} at ${innerWidth} px: ${window_.score.toFixed(2)}\n  ${window_.parts.join('\n  ')}`,
      );
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  for (const input of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(input, () => observer.disconnect(), { capture: true, once: true });
  }
})();
