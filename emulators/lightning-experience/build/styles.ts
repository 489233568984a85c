import postcss from 'postcss';

/**
 * Takes out the rules that only native shadow DOM needs: with synthetic shadow the page's own stylesheet does their work,
 * and they are nine tenths of the base components' styles.
 */
export function withoutNativeShadow(css: string): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !selector.includes('[data-render-mode'));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  root.walkAtRules((atRule) => {
    if (atRule.nodes?.length === 0) atRule.remove();
  });
  // The compiler turns an empty stylesheet into undefined, which breaks its importers when the page runs.
  return root.nodes.some((node) => node.type !== 'comment') ? root.toString() : ':host {}';
}
