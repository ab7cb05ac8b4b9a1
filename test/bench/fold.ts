/**
 * Folding in the domain, on one core: 100,000 check-ins of the plan's key results, spread over its twelve quarters, into every status; and
 * quarter by quarter into cutoffs, as the check of closed quarters does. Target: under 0.2 s for the first, median of nine.
 */
import { cutoffsOfClosedQuarters } from '../../src/application/cutoffs';
import type { CheckIn } from '../../src/domain';
import { statusesOf } from '../../src/domain';
import { sampleData } from '../support/in-memory-seed';

const CHECK_INS = 100000;
const RUNS = 9;
const LIMIT = 200;

const data = sampleData();
const quarters = data.quarters.map(quarter => ({ ...quarter, state: 'closed' as const }));
const measured = data.keyResults.filter(({ sameMeasureAs }) => sameMeasureAs === null);

function checkIn(index: number): CheckIn {
  const keyResult = measured[(index * 7) % measured.length];
  const quarter = quarters[(index * 5) % quarters.length];
  const { direction, scale, stages } = keyResult;
  return {
    ...data.checkIns[0],
    id: index + 1,
    keyResult: keyResult.code,
    quarter: quarter.code,
    value: direction === 'Milestone' ? null : direction === 'Qualitative' ? 1 + (index % Math.max(1, scale.length)) : (index % 97) / 10,
    stagesDone: direction === 'Milestone' ? stages.slice(0, 1 + (index % stages.length)).map((_, position) => position + 1) : [],
    // In no order of time, as reports that are written late.
    reportedOn: `${quarter.start.slice(0, 8)}${String(1 + ((index * 11) % 28)).padStart(2, '0')}T12:00:00Z`
  };
}

const checkIns = Array.from({ length: CHECK_INS }, (_, index) => checkIn(index));

/** Milliseconds of processor time, the median of several runs. */
function median(run: () => void): number {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const input = { ...data, quarters, checkIns };
const folded = median(() => statusesOf({ ...input, baseQuarter: null, cutoffs: [], today: '2024-02-01' }));
const closed = median(() => cutoffsOfClosedQuarters(input));
console.log(`${CHECK_INS} check-ins into ${data.keyResults.length} statuses: ${folded.toFixed(0)} ms (limit ${LIMIT})`);
console.log(`the same into the cutoffs of ${quarters.length} quarters, one after another: ${closed.toFixed(0)} ms`);
if (folded >= LIMIT) process.exitCode = 1;
