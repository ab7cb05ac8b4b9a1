import type { NewVerdict, RecordedVerdict, ReviewedVersions, ReviewRegister } from '../application/review/port';
import type { QuarterCode } from '../domain';
import { quoted, type SiteConnection } from './connection';
import { verdicts as verdictChoices } from './mapping/choices';
import { versionOf } from './mapping/check-ins';
import type { Row } from './mapping/row';
import { oldestFirst, RowReader, textOf } from './mapping/row-reader';
import { person } from './queries';
import { ReadBatch, valueOf } from './rows';
import { type RowWrite, writeRows } from './row-writer';

/** Verdicts on check-ins, as rows of the Reviews list. */
export function reviewRegister(connection: SiteConnection): ReviewRegister {
  return {
    read: quarters => read(connection, quarters),
    add: (verdicts, onProgress) => writeRows(connection, verdicts.map(rowOf), { onProgress }),
    remove: verdicts => writeRows(connection, verdicts.map(({ id, etag }) => ({ kind: 'remove', list: 'Reviews', id, etag })))
  };
}

function rowOf({ checkIn, version, verdict, note, quarter, title, key }: NewVerdict): RowWrite {
  return {
    kind: 'add',
    list: 'Reviews',
    row: { Title: title, CheckInId: checkIn, Version0: version, Verdict: verdict, Note: note, Quarter: quarter, ClientKey: key }
  };
}

async function read(connection: SiteConnection, quarters: readonly QuarterCode[]): Promise<ReviewedVersions> {
  const batch = new ReadBatch(connection);
  const asked = quarters.map(quarter => {
    const filter = `Quarter eq ${quoted(quarter)}`;
    return {
      checkIns: batch.rows({ list: 'CheckIns', select: ['Id', 'OData__UIVersionString'], filter }),
      reviews: batch.rows({
        list: 'Reviews', select: ['Id', 'CheckInId', 'Version0', 'Verdict', 'Note', ...person('Author')], filter, withEtag: true
      })
    };
  });
  await batch.send();
  const versions = new Map<number, string>();
  const rows: Row<'Reviews'>[] = [];
  for (const { checkIns, reviews } of asked) {
    for (const row of await valueOf(await checkIns, 'CheckIns')) versions.set(Number(row.Id), textOf(row.OData__UIVersionString));
    rows.push(...await valueOf(await reviews, 'Reviews'));
  }
  return { versions, verdicts: oldestFirst(rows).map(recordedOf).filter((verdict): verdict is RecordedVerdict => verdict !== null) };
}

/** `null` for a row that says nothing: it is told among the plan's problems. */
function recordedOf(row: Row<'Reviews'>): RecordedVerdict | null {
  const reader = new RowReader('Reviews', row, []);
  const checkIn = reader.reference('CheckIn');
  const verdict = reader.choice('Verdict', verdictChoices);
  if (checkIn === null || verdict === null) return null;
  return {
    id: reader.id, etag: textOf(row['odata.etag']), checkIn, version: versionOf(reader.text('Version0')), verdict,
    note: reader.text('Note'), author: reader.person('Author')
  };
}
