import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { DataInUseError, startLocalSharePoint } from '../../sharepoint/local/server';
import { clientOf } from './support';

const root = resolve(__dirname, '../..');

/** A site in a process of its own, so that it can be killed. */
async function startProcess(dataDir: string): Promise<{ process: ChildProcess; origin: string }> {
  const script = join(dataDir, 'run.ts');
  writeFileSync(script, `import { startLocalSharePoint } from ${JSON.stringify(join(root, 'sharepoint/local/server'))};
void startLocalSharePoint({ dataDir: ${JSON.stringify(dataDir)} }).then((site) => console.log(site.origin));`);
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (data: Buffer) => done(data.toString().trim()));
    child.once('exit', (code) => failed(new Error(`ended with ${String(code)}`)));
  });
  return { process: child, origin };
}

describe('durability', () => {
  const dir = mkdtempSync(join(tmpdir(), 'local-sharepoint-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('keeps every answered write over kill -9, and starts again', async () => {
    let answered = 0;
    for (let round = 0; round < 3; round += 1) {
      const { process: child, origin } = await startProcess(dir);
      const sp = clientOf({ origin } as LocalSharePoint, 'planeacion');
      await sp.web.lists.ensure('Durables');
      let dead = false;
      const writing = (async () => {
        for (let i = 0; !dead && i < 500; i += 1) {
          await sp.web.getList('/Lists/Durables').items.add({ Title: `r${round}-${i}` });
          answered += 1;
        }
      })().catch(() => undefined);
      await new Promise((done) => { setTimeout(done, 400 + round * 150); });
      dead = true;
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
      await writing;
    }
    const local = await startLocalSharePoint({ dataDir: dir });
    const list = clientOf(local, 'planeacion').web.getList('/Lists/Durables');
    const rows = await list.items.select('Title').top(5000)();
    const { ItemCount } = await list.select('ItemCount')();
    await local.close();
    expect(answered).toBeGreaterThan(0);
    // One per round may have been written and its answer lost.
    expect(rows.length).toBeGreaterThanOrEqual(answered);
    expect(rows.length).toBeLessThanOrEqual(answered + 3);
    expect(ItemCount).toBe(rows.length);
  }, 90000);

  it('lets no second process have the same data, and tells why', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'local-sharepoint-'));
    const { process: child, origin } = await startProcess(shared);
    await clientOf({ origin } as LocalSharePoint, 'planeacion').web.lists.add('Única');
    await expect(startLocalSharePoint({ dataDir: shared })).rejects.toThrow(DataInUseError);
    await expect(startLocalSharePoint({ dataDir: shared })).rejects.toThrow(/in use by another process/);
    expect((await clientOf({ origin } as LocalSharePoint, 'coop').web.lists.getByTitle('Única')()).Title).toBe('Única');
    const ended = new Promise((done) => { child.once('exit', done); });
    child.kill('SIGKILL');
    await ended;
    const next = await startLocalSharePoint({ dataDir: shared });
    expect((await clientOf(next, 'planeacion').web.lists.getByTitle('Única')()).Title).toBe('Única');
    await next.close();
    rmSync(shared, { recursive: true, force: true });
  }, 60000);

  it('never loses a write to another one', async () => {
    const local = await startLocalSharePoint({ dataDir: ':memory:' });
    const web = clientOf(local, 'planeacion').web;
    await web.lists.add('Contador');
    await web.getList('/Lists/Contador').fields.addNumber('N');
    await web.getList('/Lists/Contador').items.add({ Title: 'uno', N: 0 });
    const add = async (person: string, times: number): Promise<void> => {
      const item = clientOf(local, person).web.getList('/Lists/Contador').items.getById(1);
      for (let done = 0; done < times;) {
        const read = await item.select('N')() as { N: number; 'odata.etag': string };
        try {
          await item.update({ N: read.N + 1 }, read['odata.etag']);
          done += 1;
        } catch (error) {
          expect((error as { status: number }).status).toBe(412);
        }
      }
    };
    await Promise.all([add('planeacion', 20), add('planeacion', 20), add('planeacion', 20)]);
    expect((await web.getList('/Lists/Contador').items.getById(1)() as { N: number }).N).toBe(60);
    await local.close();
  }, 30000);
});
