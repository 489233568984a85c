// An org as a process of its own, booted from the project that it is told; answers what it has used whenever asked.
import { startEmulators } from '../../../emulators/index.ts';

const KILOBYTES_A_MEGABYTE = 1024;
const MICROSECONDS_A_MILLISECOND = 1000;

const [source] = process.argv.slice(2);
if (source === undefined) throw new RangeError('Expected the folder of a project');
const emulators = await startEmulators({ only: ['salesforce'], source });

process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({
    peakMb: Math.round(maxRSS / KILOBYTES_A_MEGABYTE),
    cpuMs: (userCPUTime + systemCPUTime) / MICROSECONDS_A_MILLISECOND,
  });
});
process.on('disconnect', () => void emulators.close());
process.send?.(emulators.ready.salesforce);
