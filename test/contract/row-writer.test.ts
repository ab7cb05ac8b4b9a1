import type { AppError } from '../../src/application';
import { ReadBatch, valueOf } from '../../src/sharepoint/rows';
import { type RowWrite, type WriteOutcome, writeRows } from '../../src/sharepoint/row-writer';
import { contractSite } from './site';

const site = contractSite(true);

async function decisions(): Promise<readonly { Id: number; Title: string; etag: string }[]> {
  const batch = new ReadBatch(site.connection('planeacion'));
  const rows = batch.rows({ list: 'Decisions', select: ['Id', 'Title'], withEtag: true });
  await batch.send();
  return (await valueOf(await rows)).map(row => ({ Id: Number(row.Id), Title: String(row.Title), etag: String(row['odata.etag']) }));
}

function ids(outcomes: readonly WriteOutcome[]): number[] {
  return outcomes.map(outcome => (outcome.ok ? outcome.id : 0));
}

function failure(outcome: WriteOutcome): AppError | null {
  return outcome.ok ? null : outcome.error;
}

const add = (title: string): RowWrite => ({ kind: 'add', list: 'Decisions', row: { Title: title, DecidedOn: '2023-10-05T12:00:00Z' } });

describe('writing rows in batches', () => {
  it('sends 250 in three requests, tells after each, and gives every row its id and ETag', async () => {
    const connection = site.connection('planeacion');
    site.takeRequests();
    const told: string[] = [];
    const writes = Array.from({ length: 250 }, (_, index) => add(`Decisión ${index}`));
    const outcomes = await writeRows(connection, writes, { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(site.takeRequests()).toEqual(Array.from({ length: 3 }, () => 'POST /_api/$batch'));
    expect(told).toEqual(['100/250', '200/250', '250/250']);
    expect(new Set(ids(outcomes)).size).toBe(250);
    expect(outcomes.every(outcome => outcome.ok && outcome.etag === '"1"')).toBe(true);
    const rows = await decisions();
    expect(ids(outcomes).every((id, index) => rows.some(row => row.Id === id && row.Title === `Decisión ${index}`))).toBe(true);
  });

  it('changes and deletes only the version it is told, and goes on with the others', async () => {
    const connection = site.connection('planeacion');
    const [one, two, three] = ids(await writeRows(connection, [add('uno'), add('dos'), add('tres')]));
    const first = await writeRows(connection, [
      { kind: 'merge', list: 'Decisions', id: one, etag: '"1"', row: { Title: 'uno, cambiada' } },
      { kind: 'merge', list: 'Decisions', id: two, etag: '"7"', row: { Title: 'dos, cambiada' } },
      { kind: 'remove', list: 'Decisions', id: three, etag: '"1"' }
    ]);
    expect(first[0]).toEqual({ ok: true, id: one, etag: '"2"' });
    expect(failure(first[1])?.kind).toBe('conflict');
    expect(first[2].ok).toBe(true);
    const rows = await decisions();
    expect(rows.find(({ Id }) => Id === one)?.Title).toBe('uno, cambiada');
    expect(rows.find(({ Id }) => Id === two)?.Title).toBe('dos');
    expect(rows.some(({ Id }) => Id === three)).toBe(false);
  });

  it('counts a row that is gone as deleted, and says so of one that was to be changed', async () => {
    const connection = site.connection('planeacion');
    const outcomes = await writeRows(connection, [
      { kind: 'remove', list: 'Decisions', id: 99999, etag: '"1"' },
      { kind: 'merge', list: 'Decisions', id: 99999, etag: '"1"', row: { Title: 'nadie' } }
    ]);
    expect(outcomes[0].ok).toBe(true);
    expect(failure(outcomes[1])?.kind).toBe('gone');
  });

  it('tells what SharePoint refuses, and to whom', async () => {
    const outcomes = await writeRows(site.connection('coop'), [add('de quien no puede')]);
    expect(failure(outcomes[0])?.kind).toBe('noAccess');
  });

  it('leaves the rest when it is cancelled', async () => {
    let batches = 0;
    const outcomes = await writeRows(
      site.connection('planeacion'), Array.from({ length: 150 }, (_, index) => add(`Sin terminar ${index}`)),
      { onProgress: () => { batches += 1; }, isCancelled: () => batches > 0 }
    );
    expect(outcomes).toHaveLength(100);
  });

  it('fails as a whole when the request gets no answer', async () => {
    const fault = { url: 'batch', kind: 'dropBefore' };
    const faults = `${site.server.origin}/_local/faults`;
    await fetch(faults, { method: 'POST', body: JSON.stringify(fault), headers: { 'Content-Type': 'application/json' } });
    await expect(writeRows(site.connection('planeacion'), [add('perdida')])).rejects.toMatchObject({ kind: 'offline' });
    await fetch(faults, { method: 'DELETE' });
    expect((await decisions()).some(({ Title }) => Title === 'perdida')).toBe(false);
  }, 30000);
});
