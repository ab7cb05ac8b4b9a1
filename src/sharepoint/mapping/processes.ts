import type { Problem, Process } from '../../domain';
import type { Row } from './row';
import { oldestFirst, RowReader, textOf } from './row-reader';

/** The processes in their order, and the code behind each row's id: rows that repeat a code stand for the first one. */
export function mapProcesses(rows: readonly Row<'Processes'>[], problems: Problem[]): { processes: Process[]; codes: Map<number, string> } {
  const processes: Process[] = [];
  const codes = new Map<number, string>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Processes', row, problems);
    const code = reader.text('Title');
    if (code === '') {
      reader.note('empty', 'Title', 'error');
      continue;
    }
    codes.set(reader.id, code);
    if (processes.some(process => process.code === code)) {
      reader.note('duplicateCode', 'Title', 'error', code);
      continue;
    }
    processes.push({
      id: reader.id,
      code,
      fullName: reader.text('FullName'),
      leader: reader.person('Leader'),
      members: reader.people('Members'),
      operativePlanUrl: textOf((reader.raw('OperativePlanUrl') as { Url?: unknown } | null | undefined)?.Url),
      order: reader.number('Order0') ?? Number.MAX_SAFE_INTEGER
    });
  }
  processes.sort((a, b) => a.order - b.order || a.id - b.id);
  return { processes: processes.map((process, index) => ({ ...process, order: index + 1 })), codes };
}
