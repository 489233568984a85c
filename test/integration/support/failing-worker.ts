// A worker of the chaos harness whose histories go wrong in every way that one can, by their seeds.
import type { Task, Word } from '../../../scripts/chaos/worker.ts';

function say(word: Word): void {
  process.send?.(word);
}

process.on('message', ({ seed }: Task) => {
  say({ kind: 'begins' });
  switch (seed) {
    case 1:
      say({ kind: 'ended', verdict: { seed, failure: undefined, tally: { 'step cycle': 2 } } });
      return;
    case 2:
      return process.exit(3);
    case 3:
      for (;;);
    case 4:
      throw new RangeError('The judge stumbled');
    default:
      say({ kind: 'ended', verdict: { seed, failure: [`seed ${seed} fails`], tally: { 'step cycle': 1 } } });
      return;
  }
});
say({ kind: 'ready' });
