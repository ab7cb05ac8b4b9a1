import { buildSample, sampleText } from '../../sharepoint/seed/build-sample';
import { samplePdf } from '../../sharepoint/seed/sample-document';
import type { Sample } from '../../sharepoint/seed/sample-types';
import { planText } from './plan-text';
import type { Standing} from './reference';
import { localKeyResults, standings } from './reference';
import { seedPlan, seedText } from './seed-types';

const sample = JSON.parse(seedText('sample.json')) as Sample;
const { checkIns } = sample;
const byCode = new Map(seedPlan.keyResults.map((k) => [k.code, k]));
const local = new Map(localKeyResults(seedPlan.keyResults, sample).map((k) => [k.code, k]));
const quarters = new Map(seedPlan.quarters.map((q) => [q.code, q]));
const closedOn = new Map(sample.quarterStates.map((q) => [q.quarter, q.closedOn]));
const standing = new Map(standings([...local.values()], sample).map((s) => [s.code, s]));
const at = (code: string): Standing => {
  const found = standing.get(code);
  if (!found) throw new Error(`No ${code}`);
  return found;
};
const where = (c: { keyResult: string; process: string; quarter: string }): string => `${c.keyResult}/${c.process}/${c.quarter}`;
/** Rows for which the condition does not hold. */
const offenders = <T extends { keyResult: string; process: string; quarter: string }>(rows: T[], holds: (row: T) => boolean): string[] =>
  rows.filter((row) => !holds(row)).map(where);

describe('sample.json', () => {
  it('is what build-sample.ts makes', () => {
    expect(seedText('sample.json')).toBe(sampleText(buildSample()));
  });

  it('says that it is sample data, in the file and in every row that people see', () => {
    expect(sample.sample).toBe(true);
    expect(sample.note).toMatch(/Datos de ejemplo/);
    expect(offenders(checkIns, (c) => c.title === `Dato de ejemplo: ${c.keyResult} · ${c.process} · ${c.quarter}`)).toEqual([]);
    for (const row of [...sample.targetChanges, ...sample.keyResultOverrides]) expect(row.reason).toMatch(/^Dato de ejemplo/);
    for (const decision of sample.decisions) expect(decision.detail).toMatch(/^Dato de ejemplo/);
    for (const file of [...sample.operativePlans, ...sample.documents]) expect(file.lines[0]).toMatch(/^DOCUMENTO DE EJEMPLO/);
  });
});

describe('sample check-ins', () => {
  it('refer to key results of the plan, processes that answer for them, and no alias', () => {
    expect(offenders(checkIns, (c) => byCode.get(c.keyResult)?.processes.includes(c.process) === true)).toEqual([]);
    expect(offenders(checkIns, (c) => byCode.get(c.keyResult)?.sameMeasureAs === null)).toEqual([]);
  });

  it('spread over the quarters from 2021-T1 to 2023-T3, none in one that has just begun', () => {
    const perQuarter = seedPlan.quarters.map((q) => checkIns.filter((c) => c.quarter === q.code).length);
    expect(Math.min(...perQuarter.slice(0, 11))).toBeGreaterThanOrEqual(10);
    expect(perQuarter[11]).toBe(0);
    expect(checkIns.length).toBeGreaterThanOrEqual(300);
  });

  it('were reported after the quarter ended, before it was closed and before the sample\'s clock', () => {
    expect(offenders(checkIns, (c) => c.reportedOn > `${quarters.get(c.quarter)?.endDate}T23:59` && c.reportedOn < sample.now)).toEqual([]);
    expect(offenders(checkIns.filter((c) => closedOn.has(c.quarter)), (c) => c.reportedOn < (closedOn.get(c.quarter) ?? ''))).toEqual([]);
    expect(offenders(checkIns, (c) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:00-05:00$/.test(c.reportedOn))).toEqual([]);
  });

  it('have unique client keys in the form of a UUID', () => {
    expect(new Set(checkIns.map((c) => c.clientKey)).size).toBe(checkIns.length);
    expect(offenders(checkIns, (c) => /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/.test(c.clientKey))).toEqual([]);
  });

  it('carry what their key result measures: stages, a level, or a number that makes sense', () => {
    expect(offenders(checkIns, (c) => {
      const k = local.get(c.keyResult);
      if (!k) return false;
      if (k.direction === 'Milestone') return c.value === null && (c.stagesDone ?? [99]).every((n) => n >= 1 && n <= k.stages.length);
      if (c.stagesDone !== null || c.value === null || !Number.isFinite(c.value) || c.value < 0) return false;
      return k.direction !== 'Qualitative' || (Number.isInteger(c.value) && c.value >= 1 && c.value <= k.scale.length);
    })).toEqual([]);
  });

  it('never take a finished stage back', () => {
    for (const k of local.values()) {
      const counts = checkIns.filter((c) => c.keyResult === k.code).map((c) => c.stagesDone?.length ?? 0);
      expect([k.code, counts]).toEqual([k.code, [...counts].sort((a, b) => a - b)]);
    }
  });

  it('say what holds them back and what comes next where confidence is low', () => {
    expect(offenders(checkIns, (c) => c.confidence !== 'Baja' || (c.obstacles !== '' && c.nextStep !== ''))).toEqual([]);
    expect(offenders(checkIns, (c) => c.obstacles === '' || c.nextStep !== '')).toEqual([]);
    expect(offenders(checkIns, (c) => c.narrative.length > 20 && /[.»]$/.test(c.narrative))).toEqual([]);
    expect(new Set(checkIns.map((c) => c.narrative)).size).toBeGreaterThan(checkIns.length * 0.98);
  });

  it('link only to files that the sample library holds', () => {
    const files = [...sample.operativePlans, ...sample.documents].map((f) => `/${f.folder}/${f.fileName}`);
    const good = (url: string): boolean => files.includes(decodeURIComponent(url)) && !/[ "<>]/.test(url);
    expect(offenders(checkIns, (c) => c.evidence.every((e) => good(e.url)))).toEqual([]);
    expect(checkIns.filter((c) => c.evidence.length > 0).length).toBeGreaterThan(100);
  });

  it('are reviewed but for 16 of the open quarter; returned ones have a reason', () => {
    const pending = checkIns.filter((c) => c.review === null);
    expect(pending).toHaveLength(16);
    expect(new Set(pending.map((c) => c.quarter))).toEqual(new Set(['2023-T3']));
    const returned = checkIns.filter((c) => c.review?.verdict === 'Devuelto');
    expect(returned.map((c) => c.keyResult)).toEqual(['OE1-OT2-R1', 'OE1-OT3-R4', 'OE1-OT4-R1', 'OE3-OT2-R4', 'OE3-OT4-R2']);
    expect(offenders(returned, (c) => (c.review?.note ?? '') !== '')).toEqual([]);
  });
});

describe('beside the check-ins', () => {
  it('closes every quarter up to 2023-T2, in order, after its reporting window', () => {
    expect(sample.quarterStates.map((q) => q.quarter)).toEqual(seedPlan.quarters.slice(0, 10).map((q) => q.code));
    for (const q of sample.quarterStates) {
      const days = (Date.parse(q.closedOn) - Date.parse(`${quarters.get(q.quarter)?.endDate}T23:59:59-05:00`)) / 86_400_000;
      expect(days).toBeGreaterThan(seedPlan.plan.graceDays);
    }
  });

  it('changes the target of OE1-OT4-R1 from the plan\'s 7 to 26', () => {
    expect(sample.targetChanges.map(({ keyResult, oldTarget, newTarget, effectiveOn }) => [keyResult, oldTarget, newTarget, effectiveOn]))
      .toEqual([['OE1-OT4-R1', byCode.get('OE1-OT4-R1')?.target, 26, '2022-02-15']]);
  });

  it('programs targets for two key results: cumulative, every quarter, ending at the target', () => {
    const programmed = new Map<string, number[]>();
    for (const t of sample.programmedTargets) programmed.set(t.keyResult, [...(programmed.get(t.keyResult) ?? []), t.value]);
    expect(programmed.size).toBe(2);
    for (const [code, values] of programmed) {
      expect(values).toHaveLength(12);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(values[11]).toBe(local.get(code)?.target);
    }
  });

  it('resolves its references', () => {
    const processes = seedPlan.processes.map((p) => p.code);
    for (const row of [...sample.keyResultOverrides, ...sample.programmedTargets]) expect(byCode.has(row.keyResult)).toBe(true);
    for (const row of sample.programmedTargets) expect(quarters.has(row.quarter)).toBe(true);
    expect(Object.entries(sample.members)).toEqual(processes.map((p) => [p, p.toLowerCase()]));
    expect(sample.operativePlans.map((f) => f.process)).toEqual(processes);
    expect(sample.documents.map((f) => f.process)).toEqual(processes);
    expect(sample.decisions).toHaveLength(3);
    for (const d of sample.decisions) {
      expect(byCode.get(d.keyResult)?.code.startsWith(d.strategicObjective)).toBe(true);
      expect(byCode.get(d.keyResult)?.processes).toContain(d.responsibleProcess);
      expect(d.decidedOn <= sample.now.slice(0, 10) && d.dueDate > d.decidedOn).toBe(true);
    }
  });

  it('overrides only what the plan leaves open', () => {
    for (const { keyResult, set } of sample.keyResultOverrides) {
      const k = byCode.get(keyResult);
      if (set.stages) expect(k?.direction).toBe('Milestone');
      if (set.scale) expect([k?.direction, k?.scale]).toEqual(['Qualitative', []]);
      if (set.criticalLimit) expect([k?.direction, k?.criticalLimit]).toEqual(['AtMost', null]);
    }
    const codes = sample.keyResultOverrides.map((o) => o.keyResult);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has the operative plans where section 5.2 says they are', () => {
    const address = /&id=(\S+)>/.exec(planText)?.[1] ?? '';
    for (const file of sample.operativePlans) expect(`/${file.folder}`).toBe(decodeURIComponent(address));
  });
});

describe('what the sample shows on its day', () => {
  it('has every light, every direction of the plan and every accumulation', () => {
    const lights = [...standing.values()].map((s) => s.light);
    for (const light of ['verde', 'amarillo', 'rojo', 'cumplido', 'desactualizado', 'sinDato', 'sinMeta'] as const) {
      expect([light, lights.filter((l) => l === light).length >= 2]).toEqual([light, true]);
    }
    const reported = [...local.values()].filter((k) => checkIns.some((c) => c.keyResult === k.code) && at(k.code).progress !== null);
    expect(new Set(reported.map((k) => k.direction))).toEqual(new Set(['Increase', 'AtMost', 'Milestone', 'Qualitative']));
    expect(new Set(reported.map((k) => k.accumulation))).toEqual(new Set(['Sum', 'SumPerYear', 'Latest']));
    expect(new Set(checkIns.map((c) => c.confidence))).toEqual(new Set(['Alta', 'Media', 'Baja']));
  });

  it.each([
    ['OE1-OT2-R5', 19.9, 0.663, 'amarillo'], ['OE1-OT2-R6', 55, 0.733, 'amarillo'], ['OE1-OT3-R2', null, 0, 'rojo'],
    ['OE1-OT4-R1', 23, 0.885, 'verde'], ['OE1-OT4-R3', 6, 1.2, 'cumplido'], ['OE1-OT4-R4', null, 0.9, 'desactualizado'],
    ['OE2-OT1-R3', 481.69, 0.567, 'amarillo'], ['OE2-OT1-R6', 21, 1.05, 'cumplido'], ['OE2-OT2-R3', 8.4, 1, 'verde'],
    ['OE3-OT1-R1', 9, 0.822, 'amarillo'], ['OE3-OT1-R2', 14, 0.9, 'verde'], ['OE3-OT2-R1', 3, 1, 'verde'],
    ['OE3-OT2-R4', 30, null, 'sinMeta'], ['OE3-OT3-R1', 14, 0.9, 'verde'], ['OE3-OT3-R2', 515, 1.431, 'cumplido'],
    ['OE3-OT3-R3', null, null, 'sinDato'], ['OE3-OT4-R5', 52, 0.867, 'desactualizado']
  ] as const)('%s stands at %p', (code, value, progress, light) => {
    const s = at(code);
    expect([s.value, s.progress === null ? null : Math.round(s.progress * 1000) / 1000, s.light]).toEqual([value, progress, light]);
  });

  it('takes OE1-OT2-R5 to 22.286 when COOP adds its 2.386 of 2023-T3', () => {
    expect(Math.round(((at('OE1-OT2-R5').value ?? 0) + 2.386) * 1000) / 1000).toBe(22.286);
    expect(checkIns.some((c) => c.keyResult === 'OE1-OT2-R5' && c.quarter === '2023-T3')).toBe(false);
  });

  it('owes as many reports of 2023-T3 per process as the screens were drawn with', () => {
    const reported = new Set(checkIns.filter((c) => c.quarter === '2023-T3').map((c) => c.keyResult));
    const due = (process: string): number =>
      [...local.values()].filter((k) => k.processes.includes(process) && at(k.code).light !== 'cumplido' && !reported.has(k.code)).length;
    expect([due('COOP'), due('COM')]).toEqual([5, 12]);
  });
});

describe('samplePdf', () => {
  const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
  const many = Array.from({ length: 130 }, (_, i) => `Renglón ${i} (prueba) con «comillas» y “más” \\ 日`);

  it.each([['short', ['Una línea']], ['long', many]])('has a cross-reference table that points at its objects: %s', (_name, lines) => {
    const pdf = text(samplePdf('Título', lines));
    expect(pdf).toMatch(/^%PDF-1\.4\n/);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe('xref');
    const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((m) => Number(m[1]));
    offsets.forEach((offset, i) => expect(pdf.slice(offset).startsWith(`${i + 1} 0 obj\n`)).toBe(true));
    for (const m of pdf.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) expect(m[2]).toHaveLength(Number(m[1]));
  });

  it('breaks long lines and pages, escapes what PDF reserves, keeps accents', () => {
    const pdf = text(samplePdf('Título', many));
    expect(pdf).toContain('/Count 3');
    expect(pdf).toContain('Rengl\\363n 0 \\050prueba\\051 con \\253comillas\\273 y \\223m\\341s\\224 \\134 ?');
    const longLine = text(samplePdf('T', [Array(40).fill('palabra').join(' ')]));
    expect([...longLine.matchAll(/Tj T\*/g)].length).toBe(4);
  });
});
