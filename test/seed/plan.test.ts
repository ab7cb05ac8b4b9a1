import { parseMatrix, parseOutline, planText, PROCESS_COLUMNS, section, typographyFree } from './plan-text';
import { seedIndicators, seedPlan, seedText } from './seed-types';

const goals = parseOutline(section('4.3 Objetivos', 'Indicadores de Resultado'));
const listed = parseOutline(section('5.1 Resultados', '5.2 '));
const matrix = parseMatrix(section('5.2 Planes', '6. Recom'));
const { plan, processes, quarters, strategicObjectives, tacticalObjectives, topics, keyResults } = seedPlan;
const codes = keyResults.map((k) => k.code);

/** Differs only by quotes or a final full stop: listed in the seed's README, no note on screen. */
const TYPOGRAPHY_ONLY = ['OE2-OT1-R2', 'OE3-OT3-R4', 'OE3-OT4-R1'];
/** Noted for a reason other than a difference between the two sections. */
const SAME_IN_BOTH_BUT_NOTED = ['OE3-OT3-R1', 'OE3-OT4-R5'];

describe('the source text', () => {
  it('gives the counts that the seed is measured against', () => {
    expect(goals.objectives.size).toBe(5);
    expect(goals.tactical.size).toBe(20);
    expect(listed.keyResults.size).toBe(76);
    expect(matrix.rows.size).toBe(79);
    expect([matrix.headers, matrix.shiftedHeaders]).toEqual([7, 2]);
    const marks = [...matrix.rows.values()].flatMap((row) => row.processes);
    expect(marks).toHaveLength(140);
    expect(PROCESS_COLUMNS.map((p) => marks.filter((m) => m === p).length)).toEqual([29, 29, 15, 26, 14, 14, 13]);
    expect([...matrix.rows.values()].filter((row) => row.processes.length === 0)).toHaveLength(13);
  });

  it('has INV answer for every key result of OE2 but OE2-OT4-R3, and for nothing else', () => {
    const inv = [...matrix.rows].filter(([, row]) => row.processes.includes('INV')).map(([code]) => code);
    expect(inv).toEqual([...matrix.rows.keys()].filter((code) => code.startsWith('OE2') && code !== 'OE2-OT4-R3'));
  });
});

describe('plan.json: plan, processes, quarters', () => {
  it('quotes purpose, vision and slogan', () => {
    const text = planText.toLowerCase();
    for (const quote of [plan.purpose, plan.slogan]) expect(text).toContain(quote.toLowerCase());
    // The plan closes the vision's quotation marks before the full stop.
    expect(planText).toContain(`“${plan.vision.replace(/\.$/, '')}”.`);
  });

  it('has one process per column, in the order of the columns, without invented names', () => {
    expect(processes).toEqual(PROCESS_COLUMNS.map((code, i) => ({ code, order: i + 1 })));
  });

  it('has 12 quarters that cover the plan without gap or overlap', () => {
    expect(quarters.map((q) => q.code)).toEqual(
      ['2021', '2022', '2023'].flatMap((year) => [1, 2, 3, 4].map((t) => `${year}-T${t}`))
    );
    expect(quarters[0].startDate).toBe(plan.startDate);
    expect(quarters[11].endDate).toBe(plan.endDate);
    for (let i = 1; i < quarters.length; i += 1) {
      expect(Date.parse(quarters[i].startDate) - Date.parse(quarters[i - 1].endDate)).toBe(86_400_000);
    }
    expect(new Set(quarters.map((q) => q.state))).toEqual(new Set(['open']));
  });
});

describe('plan.json: objectives', () => {
  it('has the 5 strategic objectives of section 4.3, and section 5.1 says the same', () => {
    const seed = strategicObjectives.map((o) => [o.code, { title: o.title, statement: o.statement }]);
    expect(seed).toEqual([...goals.objectives]);
    expect(seed).toEqual([...listed.objectives]);
    expect(strategicObjectives.map((o) => o.order)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has the 20 tactical objectives of section 4.3 word for word', () => {
    expect(tacticalObjectives.map((o) => [o.code, o.statement])).toEqual([...goals.tactical]);
    for (const o of tacticalObjectives) expect(o.code).toBe(`${o.strategicObjective}-OT${o.order}`);
  });

  it('notes exactly the tactical objectives whose wording differs in section 5.1 or in the matrix', () => {
    const differing = tacticalObjectives.filter((o) =>
      [listed, matrix].some((s) => typographyFree(s.tactical.get(o.code) ?? '') !== typographyFree(o.statement))
    );
    expect(differing.map((o) => o.code)).toEqual(['OE3-OT4']);
    expect(tacticalObjectives.filter((o) => o.sourceNote).map((o) => o.code)).toEqual(['OE3-OT4']);
  });
});

describe('plan.json: key results against the matrix', () => {
  it('has the same 79 codes in the same order, each once', () => {
    expect(codes).toEqual([...matrix.rows.keys()]);
    expect(new Set(codes).size).toBe(79);
    for (const k of keyResults) expect(k.code).toBe(`${k.tacticalObjective}-R${k.order}`);
  });

  it.each(keyResults.map((k) => [k.code, k] as const))('%s: wording and marks', (code, k) => {
    expect({ wording: k.title, processes: k.processes }).toEqual(matrix.rows.get(code));
  });

  it('adds up to 140 marks, the totals per process and 13 without any', () => {
    expect(keyResults.reduce((n, k) => n + k.processes.length, 0)).toBe(140);
    const totals = processes.map((p) => [p.code, keyResults.filter((k) => k.processes.includes(p.code)).length]);
    expect(Object.fromEntries(totals)).toEqual({ GCI: 29, CI: 29, RLeI: 15, COM: 26, ADM: 14, COOP: 14, INV: 13 });
    expect(keyResults.filter((k) => k.processes.length === 0)).toHaveLength(13);
  });
});

describe('plan.json: what the plan contradicts', () => {
  it('notes exactly the key results that section 5.1 words otherwise or lacks', () => {
    const differing = codes.filter((code) => listed.keyResults.get(code) !== matrix.rows.get(code)?.wording);
    const meaning = differing.filter((code) =>
      typographyFree(listed.keyResults.get(code) ?? '') !== typographyFree(matrix.rows.get(code)?.wording ?? '')
    );
    expect(differing.filter((code) => !meaning.includes(code))).toEqual(TYPOGRAPHY_ONLY);
    const noted = keyResults.filter((k) => k.sourceNote).map((k) => k.code);
    expect(noted).toEqual(codes.filter((code) => meaning.includes(code) || SAME_IN_BOTH_BUT_NOTED.includes(code)));
    expect([...listed.keyResults.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('quotes in its notes what the text says', () => {
    for (const { sourceNote, code } of [...keyResults, ...tacticalObjectives]) {
      for (const [, quote] of sourceNote.matchAll(/«([^»]+)»/g)) {
        expect([code, planText.includes(quote.replace(/…$/, ''))]).toEqual([code, true]);
      }
      if (sourceNote) expect(sourceNote).toMatch(/§5\.1/);
      if (sourceNote) expect(sourceNote).toMatch(/§5\.2/);
    }
  });

  it('takes the target of the matrix for OE1-OT4-R1 and keeps both figures in the note', () => {
    const k = keyResults.find((x) => x.code === 'OE1-OT4-R1');
    expect(k?.target).toBe(7);
    expect(k?.sourceNote).toMatch(/26 .*siete \(7\)/s);
  });
});

describe('plan.json: how each wording is read', () => {
  const figures = (text: string): number[] =>
    [...text.replace(/\b[A-Z]+\d+\b/g, '').matchAll(/\d+/g)].map((m) => Number(m[0])).concat(/\bun plan anual\b/.test(text) ? [1] : []);

  it('uses only the directions and accumulations that the plan needs', () => {
    const kinds = new Set(keyResults.map((k) => `${k.direction}/${k.accumulation}`));
    expect([...kinds].sort()).toEqual([
      'AtMost/Latest', 'Increase/Latest', 'Increase/Sum', 'Increase/SumPerYear', 'Milestone/Latest', 'Qualitative/Latest'
    ]);
  });

  it.each(keyResults.map((k) => [k.code, k] as const))('%s: the target is a figure of its wording', (_code, k) => {
    if (k.direction === 'Milestone') {
      expect(k.target).toBeNull();
      expect(k.stages.length).toBeGreaterThan(0);
      expect(figures(k.title).every((n) => n === 1)).toBe(true);
    } else if (k.target === null) {
      expect(figures(k.title)).toEqual([]);
    } else {
      expect(figures(k.title)).toContain(k.target);
    }
    if (k.direction !== 'Milestone') expect(k.stages).toEqual([]);
    if (k.unit === '%' && k.target !== null) expect(k.title).toMatch(/%/);
    if (/al año|anual/.test(k.title)) expect(k.accumulation).toBe('SumPerYear');
    expect(k.scale).toEqual([]);
    expect(k.reading).not.toBe('');
    expect(k.criticalLimit).toBeNull();
  });

  it('leaves these without a defined target, and no others', () => {
    const open = keyResults.filter((k) => k.direction !== 'Milestone' && k.target === null).map((k) => k.code);
    expect(open).toEqual([
      'OE3-OT1-R4', 'OE3-OT2-R1', 'OE3-OT2-R4', 'OE3-OT3-R5', 'OE3-OT4-R1', 'OE3-OT4-R2', 'OE3-OT4-R4', 'OE4-OT3-R1', 'OE4-OT3-R3'
    ]);
  });

  it('has dates within the plan, weight 1 and everything active', () => {
    for (const k of keyResults) {
      expect([k.startDate, k.endDate, k.weight, k.active, k.source]).toEqual([plan.startDate, plan.endDate, 1, true, 'plan §5.2']);
    }
  });
});

describe('plan.json: references', () => {
  it('resolves objectives, processes, indicators, topics and aliases', () => {
    for (const o of tacticalObjectives) expect(strategicObjectives.map((s) => s.code)).toContain(o.strategicObjective);
    for (const k of keyResults) {
      expect(tacticalObjectives.map((o) => o.code)).toContain(k.tacticalObjective);
      for (const p of k.processes) expect(processes.map((x) => x.code)).toContain(p);
      if (k.indicator) expect(seedIndicators.map((i) => i.code)).toContain(k.indicator);
      for (const t of k.topics) expect(topics.map((x) => x.title)).toContain(t);
    }
  });

  it('has one alias, on a measure that is no alias itself, with the same rules', () => {
    const aliases = keyResults.filter((k) => k.sameMeasureAs !== null);
    expect(aliases.map((k) => [k.code, k.sameMeasureAs])).toEqual([['OE3-OT3-R1', 'OE3-OT1-R2']]);
    const other = keyResults.find((k) => k.code === 'OE3-OT1-R2');
    expect(other?.sameMeasureAs).toBeNull();
    for (const field of ['direction', 'accumulation', 'unit', 'target'] as const) expect(aliases[0][field]).toBe(other?.[field]);
  });

  it('links key results to the indicators of the development plan', () => {
    expect(Object.fromEntries(keyResults.filter((k) => k.indicator).map((k) => [k.code, k.indicator]))).toEqual({
      'OE1-OT2-R5': '1.3.4', 'OE1-OT2-R6': '1.3.3.5', 'OE1-OT4-R1': '1.3.3.4', 'OE2-OT1-R3': '1.3.3', 'OE2-OT1-R6': '1.3.3.2',
      'OE2-OT3-R1': '1.3.2.3', 'OE3-OT2-R4': '1.3.3.3'
    });
  });

  it('has the seven topics of section 6 word for word', () => {
    expect(topics.map((t) => `- ${t.code}. ${t.statement}`)).toEqual(
      planText.split('\n').filter((line) => /^- [a-g]\. /.test(line))
    );
  });
});

describe('README of the seed', () => {
  it('lists every place where the plan contradicts itself', () => {
    const table = seedText('README.md').split('## Where the plan contradicts itself')[1].split('\n## ')[0];
    const noted = [...keyResults, ...tacticalObjectives].filter((k) => k.sourceNote).map((k) => k.code);
    for (const code of noted) expect(table).toContain(`| ${code} (*note*) |`);
    for (const code of TYPOGRAPHY_ONLY) expect(table).toContain(code);
    expect([...table.matchAll(/\(\*note\*\)/g)]).toHaveLength(noted.length);
  });
});
