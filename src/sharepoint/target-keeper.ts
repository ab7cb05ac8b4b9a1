import type { KeyResultRow, TargetKeeper, TargetRows, TargetWrite } from '../application/targets/port';
import type { KeyResult } from '../domain';
import type { SiteConnection } from './connection';
import { mapProgrammedTargets } from './mapping/quarters';
import { oldestFirst, RowReader, textOf, writtenDay } from './mapping/row-reader';
import { programmedTargetsQuery } from './queries';
import { ReadBatch, valueOf } from './rows';
import { type RowWrite, writeRows } from './row-writer';

/** Programmed targets, weights and changes of target, as rows of ProgrammedTargets, KeyResults and TargetChanges. */
export function targetKeeper(connection: SiteConnection): TargetKeeper {
  return {
    read: keyResults => read(connection, keyResults),
    write: (writes, onProgress) => writeRows(connection, writes.map(rowWriteOf), { onProgress })
  };
}

async function read(connection: SiteConnection, keyResults: readonly KeyResult[]): Promise<TargetRows> {
  const batch = new ReadBatch(connection);
  const programmed = batch.rows({ ...programmedTargetsQuery, withEtag: true });
  const rows = batch.rows({ list: 'KeyResults', select: ['Id', 'Code', 'Target', 'Weight'], withEtag: true });
  await batch.send();
  const own = new Map(keyResults.map(keyResult => [keyResult.id, keyResult]));
  const keyResultRows: KeyResultRow[] = [];
  for (const row of oldestFirst(await valueOf(await rows, 'KeyResults'))) {
    const keyResult = own.get(Number(row.Id));
    if (!keyResult) continue;
    const reader = new RowReader('KeyResults', row, []);
    const weight = reader.number('Weight', { min: 0 });
    keyResultRows.push({
      id: reader.id, etag: textOf(row['odata.etag']), code: keyResult.code, target: reader.number('Target'), weight: weight === null ? 1 : weight
    });
  }
  const programmedRows = await valueOf(await programmed, 'ProgrammedTargets');
  const etags = new Map(programmedRows.map(row => [Number(row.Id), textOf(row['odata.etag'])]));
  const codes = new Map(keyResults.map(({ id, code }) => [id, code]));
  // Rows that cannot be used are told with the plan; of two for one quarter the older stands, as everywhere.
  return {
    programmed: mapProgrammedTargets(programmedRows, codes, null, []).map(row => ({ ...row, etag: etags.get(row.id) || '' })),
    keyResults: keyResultRows
  };
}

function rowWriteOf(write: TargetWrite): RowWrite {
  switch (write.kind) {
    case 'program': return {
      kind: 'add', list: 'ProgrammedTargets', row: {
        Title: `${write.keyResult} · ${write.quarter}`, KeyResultId: write.keyResultId, Quarter: write.quarter, Value: write.value, ClientKey: write.key
      }
    };
    case 'reprogram': return { kind: 'merge', list: 'ProgrammedTargets', id: write.row.id, etag: write.row.etag, row: { Value: write.value } };
    case 'clear': return { kind: 'remove', list: 'ProgrammedTargets', id: write.row.id, etag: write.row.etag };
    case 'weigh': return { kind: 'merge', list: 'KeyResults', id: write.row.id, etag: write.row.etag, row: { Weight: write.weight } };
    case 'retarget': return { kind: 'merge', list: 'KeyResults', id: write.row.id, etag: write.row.etag, row: { Target: write.target } };
    case 'record': {
      const { keyResult, oldTarget, newTarget, reason, effectiveOn } = write.change;
      return {
        kind: 'add', list: 'TargetChanges', row: {
          Title: `${keyResult}: ${oldTarget ?? '—'} → ${newTarget ?? '—'}`, KeyResultId: write.keyResultId, OldTarget: oldTarget, NewTarget: newTarget,
          Reason: reason, EffectiveOn: writtenDay(effectiveOn), ClientKey: write.key
        }
      };
    }
    case 'unrecord': return { kind: 'remove', list: 'TargetChanges', id: write.row.id, etag: write.row.etag };
    default: throw new Error(`Unknown write ${String((write as { kind?: unknown }).kind)}`);
  }
}
