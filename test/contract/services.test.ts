/** What the interface relies on, of whatever stands behind the ports: the same cases in memory and over HTTP. */
import type { Services, Workspace } from '../../src/application';
import { correctCheckIn, frozenBoard, makeBoard, recordCheckIn, undoCheckIn } from '../../src/application';
import type { CheckInDraft, KeyResult } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';
import { contractSite, SAMPLE_DAY } from './site';

const site = contractSite(true);
const memory = inMemoryServices();

/** Services of a person, by where they come from. */
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

async function workspaceOf(services: Services): Promise<Workspace> {
  return services.plan.readWorkspace(services.now());
}

function find(workspace: Workspace, code: string): KeyResult {
  const keyResult = workspace.keyResults.find(one => one.code === code);
  if (!keyResult) throw new Error(code);
  return keyResult;
}

const CODE = 'OE1-OT2-R5';
let keys = 0;

/** A report of COOP on the key result of the mock-ups, "llevas 19,9, aportas 1,5". */
function draftOf(changes: Partial<CheckInDraft> = {}): CheckInDraft {
  keys += 1;
  return {
    keyResult: CODE, process: 'COOP', quarter: '2023-T3', value: 1.5, stagesDone: [], confidence: 'Media',
    narrative: 'Cuatro acciones nuevas.', obstacles: 'Faltan firmas.',
    nextStep: 'Firmar dos acuerdos.', evidence: [{ url: '/SIGACI/acta.pdf', text: 'Acta del comité' }],
    reportedOn: '2023-10-05T15:42:00Z', clientKey: `contract-${keys}`, ...changes
  };
}

function references(workspace: Workspace, draft: CheckInDraft): { keyResultId: number; processId: number } {
  const process = workspace.processes.find(({ code }) => code === draft.process);
  return { keyResultId: find(workspace, draft.keyResult).id, processId: process ? process.id : 0 };
}

const add = (services: Services, workspace: Workspace, draft: CheckInDraft): ReturnType<Services['checkIns']['add']> =>
  services.checkIns.add(draft, references(workspace, draft));

describe.each(adapters)('%s', (_name, as) => {
  describe('the workspace', () => {
    test('holds the plan and its follow-up', async () => {
      const workspace = await workspaceOf(as('coop'));
      expect(workspace.plan).toMatchObject(
        { code: '2021-2023', start: '2021-01-01', end: '2023-12-31', greenFrom: 0.9, yellowFrom: 0.6, graceDays: 10 }
      );
      expect([
        workspace.strategicObjectives.length, workspace.tacticalObjectives.length, workspace.keyResults.length,
        workspace.processes.length, workspace.quarters.length,
        workspace.cutoffs.length
      ]).toEqual([5, 20, 79, 7, 12, 79]);
      expect(workspace.keyResults.reduce((marks, { processes }) => marks + processes.length, 0)).toBe(140);
      expect(workspace.keyResults.filter(({ processes }) => processes.length === 0)).toHaveLength(13);
      expect(workspace.baseQuarter).toBe('2023-T2');
      expect(workspace.problems).toEqual([]);
      expect(workspace.user).toMatchObject({ name: 'Profesional COOP', login: expect.stringContaining('coop@aci.example') });
    });

    test.each([
      ['coop', { report: true, decide: false, plan: false, setUp: false }],
      ['direccion', { report: false, decide: true, plan: false, setUp: false }],
      ['planeacion', { report: true, decide: true, plan: true, setUp: true }]
    ])('tells what %s may do', async (person, permissions) => {
      expect((await workspaceOf(as(person))).permissions).toEqual(permissions);
    });

    test('is refused to those without access', async () => {
      await expect(workspaceOf(as('sin-acceso'))).rejects.toMatchObject({ kind: 'noAccess' });
    });

    test('of a plan that is not there is gone', async () => {
      await expect(as('coop').plan.readWorkspace(SAMPLE_DAY, '1999-2001')).rejects.toMatchObject({ kind: 'gone' });
      expect((await as('coop').plan.readWorkspace(SAMPLE_DAY, '2021-2023')).plan.code).toBe('2021-2023');
    });

    test('makes a person’s board', async () => {
      const board = makeBoard(await workspaceOf(as('coop')), SAMPLE_DAY);
      expect(board.myProcesses).toEqual(['COOP']);
      expect(board.reporting?.quarter.code).toBe('2023-T3');
      expect(board.itemsOf('COOP')).toHaveLength(board.workspace.keyResults.filter(({ processes }) => processes.includes('COOP')).length);
    });
  });

  describe('a closed quarter', () => {
    test('is read whole: its cutoffs, and its reports with their verdicts', async () => {
      const services = as('direccion');
      const workspace = await workspaceOf(services);
      const closed = await services.plan.readClosedQuarter(workspace, '2021-T4');
      expect(closed).toMatchObject({ quarter: '2021-T4', removed: [], problems: [] });
      expect(closed.cutoffs).toHaveLength(79);
      expect(closed.cutoffs.every(({ quarter, trail }) => quarter === '2021-T4' && trail.length === 4)).toBe(true);
      expect(closed.checkIns.length).toBeGreaterThan(20);
      expect(closed.checkIns.every(({ quarter }) => quarter === '2021-T4')).toBe(true);
      const board = frozenBoard(makeBoard(workspace, SAMPLE_DAY), closed);
      expect([board.rollUps.plan.total, Number((board.rollUps.plan.progress || 0).toFixed(3)), board.rollUps.plan.reported]).toEqual([79, 0.282, 57]);
    });

    test('names key results that the plan no longer has', async () => {
      const services = as('direccion');
      const workspace = await workspaceOf(services);
      const keyResults = workspace.keyResults.filter(({ code }) => code !== CODE);
      const closed = await services.plan.readClosedQuarter({ ...workspace, keyResults }, '2023-T2');
      expect(closed).toMatchObject({ removed: [CODE], problems: [] });
      expect(closed.cutoffs).toHaveLength(78);
      expect(closed.checkIns.some(({ keyResult }) => keyResult === CODE)).toBe(false);
    });

    test('is refused to those without access', async () => {
      const workspace = await workspaceOf(as('direccion'));
      await expect(as('sin-acceso').plan.readClosedQuarter(workspace, '2021-T4')).rejects.toMatchObject({ kind: 'noAccess' });
    });
  });

  describe('a check-in', () => {
    test('is written, read, corrected and removed', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      const draft = draftOf();
      const written = await add(services, workspace, draft);
      expect(written).toMatchObject({ ...draft, version: '1.0', review: 'pending', author: { name: 'Profesional COOP' } });

      const { checkIns } = await services.plan.readCheckIns(find(workspace, CODE), '2023-T3');
      expect(checkIns.find(({ id }) => id === written.id)).toEqual(written);
      expect((await workspaceOf(services)).checkIns.find(({ id }) => id === written.id)).toEqual(written);
      expect(await services.checkIns.read(written.id)).toMatchObject({ ...written, changedBy: { name: 'Profesional COOP' } });

      const corrected = await services.checkIns.update(
        written, { ...draft, value: 2.5, narrative: 'Cinco acciones.' }, references(workspace, draft)
      );
      expect(corrected).toMatchObject(
        { id: written.id, value: 2.5, narrative: 'Cinco acciones.', version: '2.0', author: { name: 'Profesional COOP' } }
      );
      expect(corrected.etag).not.toBe(written.etag);
      expect(await services.checkIns.read(written.id)).toMatchObject({ value: 2.5, version: '2.0', review: 'pending' });

      await services.checkIns.remove(corrected);
      await expect(services.checkIns.read(written.id)).rejects.toMatchObject({ kind: 'gone' });
      await services.checkIns.remove(corrected);
    });

    test('of stages, of a level and of a reading keep what they hold', async () => {
      const services = as('planeacion');
      const workspace = await workspaceOf(services);
      const board = workspace.keyResults.filter(({ sameMeasureAs, processes }) => sameMeasureAs === null && processes.length > 0);
      const samples: [KeyResult['direction'], Partial<CheckInDraft>][] = [
        ['Milestone', { value: null, stagesDone: [1] }], ['Qualitative', { value: 2 }], ['AtMost', { value: 7.25 }]
      ];
      for (const [direction, content] of samples) {
        const keyResult = board.find(one => one.direction === direction && (direction !== 'Qualitative' || one.scale.length > 1));
        if (!keyResult) throw new Error(direction);
        const written = await add(services, workspace, draftOf({ keyResult: keyResult.code, process: keyResult.processes[0], ...content }));
        const { checkIns } = await services.plan.readCheckIns(keyResult, '2023-T3');
        expect(checkIns.find(({ id }) => id === written.id)).toEqual(written);
        expect(written).toMatchObject(content);
        await services.checkIns.remove(written);
      }
    });

    test('is written once, however often it is sent', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      const draft = draftOf();
      const first = await add(services, workspace, draft);
      const second = await add(services, workspace, draft);
      expect(second).toEqual(first);
      const { checkIns } = await services.plan.readCheckIns(find(workspace, CODE), '2023-T3');
      expect(checkIns.filter(({ clientKey }) => clientKey === draft.clientKey)).toHaveLength(1);
      await services.checkIns.remove(first);
    });

    test('that changed meanwhile is a conflict, and stays as it was changed', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      const draft = draftOf();
      const mine = await add(services, workspace, draft);
      const planner = as('planeacion');
      const theirs = await planner.checkIns.update(mine, { ...draft, value: 9 }, references(workspace, draft));
      await expect(services.checkIns.update(mine, { ...draft, value: 3 }, references(workspace, draft))).rejects.toMatchObject(
        { kind: 'conflict' }
      );
      await expect(services.checkIns.remove(mine)).rejects.toMatchObject({ kind: 'conflict' });
      expect(await services.checkIns.read(mine.id)).toMatchObject(
        { value: 9, changedBy: { name: 'Planeación' }, author: { name: 'Profesional COOP' } }
      );
      await planner.checkIns.remove(theirs);
    });

    test('that is gone cannot be corrected', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      const draft = draftOf();
      const written = await add(services, workspace, draft);
      await services.checkIns.remove(written);
      await expect(services.checkIns.update(written, draft, references(workspace, draft))).rejects.toMatchObject({ kind: 'gone' });
    });

    test('of somebody else is nobody’s to change, but a planner’s', async () => {
      const workspace = await workspaceOf(as('coop'));
      const draft = draftOf();
      const written = await add(as('coop'), workspace, draft);
      await expect(as('gci').checkIns.update(written, draft, references(workspace, draft))).rejects.toMatchObject({ kind: 'noAccess' });
      await expect(as('gci').checkIns.remove(written)).rejects.toMatchObject({ kind: 'noAccess' });
      await as('planeacion').checkIns.remove(written);
    });

    test('is not leaders’ to write', async () => {
      const workspace = await workspaceOf(as('direccion'));
      await expect(add(as('direccion'), workspace, draftOf())).rejects.toMatchObject({ kind: 'noAccess' });
    });

    test('into a closed quarter is refused', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      await expect(add(services, workspace, draftOf({ quarter: '2023-T2' }))).rejects.toMatchObject({ kind: 'quarterClosed' });
      await expect(add(as('planeacion'), workspace, draftOf({ quarter: '2021-T1' }))).rejects.toMatchObject({ kind: 'quarterClosed' });
    });

    test('that was reviewed cannot be removed', async () => {
      const planner = as('planeacion');
      const reviewed = (await workspaceOf(planner)).checkIns.find(({ review }) => review !== 'pending');
      if (!reviewed) throw new Error('no reviewed check-in in the open quarters');
      await expect(planner.checkIns.remove(reviewed)).rejects.toMatchObject({ kind: 'refused' });
      expect(await planner.checkIns.read(reviewed.id)).toMatchObject({ id: reviewed.id, review: reviewed.review });
    });

    test('goes through the use cases and moves the figures', async () => {
      const services = as('coop');
      const workspace = await workspaceOf(services);
      const before = makeBoard(workspace, SAMPLE_DAY).statuses.get(CODE);
      const recorded = await recordCheckIn(services, workspace, draftOf());
      const after = makeBoard(recorded.workspace, SAMPLE_DAY).statuses.get(CODE);
      expect((after?.value ?? 0) - (before?.value ?? 0)).toBeCloseTo(1.5);
      // What is shown at once is what a reading gives afterwards.
      expect(makeBoard(await workspaceOf(services), SAMPLE_DAY).statuses.get(CODE)?.value).toBeCloseTo(after?.value ?? NaN);
      const corrected = await correctCheckIn(
        services, recorded.workspace, recorded.checkIn, { ...draftOf(), value: 2, clientKey: recorded.checkIn.clientKey }
      );
      expect(makeBoard(corrected.workspace, SAMPLE_DAY).statuses.get(CODE)?.value).toBeCloseTo((before?.value ?? 0) + 2);
      const undone = await undoCheckIn(services, corrected.workspace, corrected.checkIn);
      expect(makeBoard(undone, SAMPLE_DAY).statuses.get(CODE)?.value).toBeCloseTo(before?.value ?? NaN);
    });
  });

  describe('a key result’s page', () => {
    test('has its cutoffs, changes of target and indicator', async () => {
      const services = as('direccion');
      const workspace = await workspaceOf(services);
      const history = await services.plan.readHistory(find(workspace, 'OE1-OT4-R1'));
      expect(history.cutoffs.map(({ quarter }) => quarter)).toEqual([
        '2021-T1', '2021-T2', '2021-T3', '2021-T4', '2022-T1', '2022-T2', '2022-T3', '2022-T4', '2023-T1', '2023-T2'
      ]);
      expect(history.targetChanges).toMatchObject(
        [{ oldTarget: 7, newTarget: 26, effectiveOn: '2022-02-15', author: { name: 'Planeación' } }]
      );
      expect(history.cutoffs.map(({ target }) => target).slice(0, 5)).toEqual([7, 7, 7, 7, 26]);
      expect(history.indicator).toMatchObject(
        { code: '1.3.3.4', planTarget: 26, years: [{ year: 2020, achieved: 4 }, {}, {}, { year: 2023, cutMonth: 8 }] }
      );
      expect(history.problems).toEqual([]);
    });

    test('without an indicator has none, and no changes', async () => {
      const workspace = await workspaceOf(as('coop'));
      expect(await as('coop').plan.readHistory(find(workspace, 'OE1-OT1-R1'))).toMatchObject(
        { indicator: null, targetChanges: [], problems: [] }
      );
    });

    test('has the versions of its target, newest first', async () => {
      const workspace = await workspaceOf(as('coop'));
      const versions = await as('coop').plan.readTargetVersions(find(workspace, 'OE1-OT4-R1'));
      expect(versions.map(({ target, author }) => [target, author?.name])).toEqual([[26, 'Planeación'], [7, 'Planeación']]);
      expect(await as('coop').plan.readTargetVersions(find(workspace, CODE))).toEqual([]);
    });

    test('has the check-ins of a quarter, newest first, with their reviews', async () => {
      const workspace = await workspaceOf(as('coop'));
      const { checkIns, problems } = await as('coop').plan.readCheckIns(find(workspace, CODE), '2021-T4');
      expect(checkIns.length).toBeGreaterThan(1);
      expect(checkIns.map(({ reportedOn }) => reportedOn)).toEqual([...checkIns.map(({ reportedOn }) => reportedOn)].sort().reverse());
      expect(checkIns.every(({ review, quarter }) => review === 'approved' && quarter === '2021-T4')).toBe(true);
      expect(problems).toEqual([]);
    });
  });

  test('evidence comes from the process’s folder', async () => {
    const entries = await as('coop').evidence.list('COOP');
    expect(entries).toContainEqual(expect.objectContaining({
      text: 'Plan operativo 2021 COOP (ejemplo).pdf', isFolder: false,
      url: expect.stringMatching(/^\/SIGACI\/Planeacion%20Estrategica%202021\/.*COOP.*\.pdf$/)
    }));
  });

  test('links lead to the list and to the row’s form', () => {
    const { links } = as('coop');
    expect(links.list('KeyResults')).toMatch(/^https?:\/\/[^/]+\/Lists\/KeyResults\/AllItems\.aspx$/);
    expect(links.row('KeyResults', 7)).toMatch(/\/Lists\/KeyResults\/EditForm\.aspx\?ID=7$/);
  });

  test('the site is set up, and who may do that is told', async () => {
    expect(await as('planeacion').setUp.inspect()).toMatchObject({ state: 'ready', missing: [], allowed: true });
    expect(await as('coop').setUp.inspect()).toMatchObject({ state: 'ready', allowed: false, owners: ['Planeación'] });
    await expect(as('coop').setUp.run(() => undefined)).rejects.toMatchObject({ kind: 'noAccess' });
  });
});

/** Ids and addresses differ from site to site; what they lead to does not. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  const left = ['id', 'lastCheckInId', 'site', 'readAt', 'etag', 'operativePlanUrl', 'order'];
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key)).map(([key, one]) => [key, withoutIds(one)]));
}

test('both give the same workspace and the same figures', async () => {
  const [one, other] = await Promise.all([workspaceOf(memory.as('coop')), workspaceOf(site.services('coop'))]);
  const sorted = (workspace: Workspace): unknown => withoutIds({
    ...workspace,
    cutoffs: [...workspace.cutoffs].sort((a, b) => a.keyResult.localeCompare(b.keyResult))
      .map(cutoff => ({ ...cutoff, trail: cutoff.trail.map(value => (value === null ? null : Number(value.toFixed(4)))) })),
    checkIns: [...workspace.checkIns].sort((a, b) => a.clientKey.localeCompare(b.clientKey)),
    programmedTargets: [...workspace.programmedTargets].sort(
      (a, b) => `${a.keyResult}${a.quarter}`.localeCompare(`${b.keyResult}${b.quarter}`)
    )
  });
  expect(sorted(other)).toEqual(sorted(one));
  const figures = (workspace: Workspace): unknown[] => [...makeBoard(workspace, SAMPLE_DAY).statuses.values()]
    .map(({ keyResult, value, progress, expected, light, unapproved }) => withoutIds(
      [keyResult.code, value, progress, expected, light, unapproved]
    ));
  expect(figures(other)).toEqual(figures(one));
});
