// An org as a process of its own, booted from the project that it is told; answers its peak memory whenever asked.
import { startEmulators } from '../../../emulators/index.ts';

const KILOBYTES_A_MEGABYTE = 1024;

const [source] = process.argv.slice(2);
if (source === undefined) throw new RangeError('Expected the folder of a project');
const emulators = await startEmulators({ only: ['salesforce'], source });

process.on('message', () => {
  process.send?.({ peakMb: Math.round(process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE) });
});
process.on('disconnect', () => void emulators.close());
process.send?.(emulators.ready.salesforce);
