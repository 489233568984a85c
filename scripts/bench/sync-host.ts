// The service without its schedule: runs a cycle whenever its parent says so, and answers what it did and what it needs.
import { machineClock } from '../../sync/clock.ts';
import { loadConfig } from '../../sync/config.ts';
import { connectMirrors } from '../../sync/connect.ts';
import { createLog } from '../../sync/log.ts';
import { openState } from '../../sync/state/index.ts';

const KILOBYTES_A_MEGABYTE = 1024;
const MICROSECONDS_A_MILLISECOND = 1000;

const config = loadConfig();
const state = openState(config.stateDir);
const mirrors = connectMirrors(config, state, machineClock, createLog('warn'));

process.on('message', () => {
  const before = process.cpuUsage();
  void mirrors.runCycle(new AbortController().signal).then(({ durationMs, failures }) => {
    const { user, system } = process.cpuUsage(before);
    const cpuMs = Math.round((user + system) / MICROSECONDS_A_MILLISECOND);
    const peakMb = Math.round(process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE);
    process.send?.({ cycleMs: durationMs, cpuMs, failures, peakMb });
  });
});
process.on('disconnect', () => state.close());
