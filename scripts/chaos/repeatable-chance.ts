import { createRandom } from '../../emulators/core/index.ts';

/** Has Math.random, by which libraries stretch their pauses, give the same numbers whenever it begins with the same seed. */
export function makeChanceRepeatable(seed: number): () => void {
  const real = Math.random;
  Math.random = createRandom(seed);
  return () => {
    Math.random = real;
  };
}
