/**
 * The score as the field Score__c has it: the sum of weight × factor ÷ 5, rounded to one decimal. What is unknown counts 0.
 *
 * @param {Record<string, number>} weights in percent
 * @param {Record<string, number | null>} factors 0 to 5; null when unknown
 */
export function scoreOf(weights, factors) {
  const sum = Object.entries(weights).reduce((total, [key, weight]) => total + weight * (factors[key] ?? 0), 0);
  return Math.round((sum / 5) * 10 + 1e-9) / 10;
}
