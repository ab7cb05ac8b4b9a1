import {
  type Cells, findings, type Finding, type ListName, type ListRow, nearestChoice, numberWithin, type Plan, type Problem, type Process,
  type QualityInput, reversed, RowIndex, separated
} from '../../../src/domain';
import { checkIn, keyResult, quarters, RULES, strategicObjective, tacticalObjective } from '../fixtures';

const PLAN: Plan = {
  id: 1, code: '2021-2023', title: 'Plan', purpose: '', vision: '', slogan: '', start: '2021-01-01', end: '2023-12-31', ...RULES
};
const person = (login: string): NonNullable<Process['leader']> => ({ id: 1, login, name: login, email: '' });
const process = (code: string, id: number, members = [person(code.toLowerCase())]): Process => ({
  id, code, fullName: '', leader: null, members, operativePlanUrl: '', order: id
});

function row(list: ListName, id: number, cells: Cells): ListRow {
  return { list, id, cells, author: null };
}

/** A plan of one key result with nothing wrong in it. */
function input(over: Partial<QualityInput> = {}, rows: readonly ListRow[] = []): QualityInput {
  return {
    plan: PLAN, planCodes: [PLAN.code], processes: [process('CI', 1), process('COOP', 2)], strategicObjectives: [strategicObjective('OE1')],
    tacticalObjectives: [tacticalObjective('OE1-OT2')], keyResults: [keyResult()], quarters: quarters('2023-T2'), checkIns: [], problems: [],
    today: '2023-10-05', facts: { rows, planners: ['planeacion'] }, ...over
  };
}

const problem = (over: Partial<Problem>): Problem => ({
  kind: 'notANumber', list: 'KeyResults', rowId: 1, row: 'OE1-OT2-R5', column: 'Target', found: '30 millones', severity: 'warning', ...over
});

const kinds = (found: readonly Finding[]): string[] => found.map(({ kind }) => kind);

/** The columns a finding's mend would write, row by row; `null` where only people can mend it. */
function mended(found: readonly Finding[], kind: string): Cells[] | null {
  const one = found.find(finding => finding.kind === kind);
  if (!one) throw new Error(`no ${kind} in ${kinds(found).join()}`);
  return one.remedy.kind === 'mend' ? one.remedy.changes.map(({ after }) => after) : null;
}

test('a plan in order has no findings', () => {
  expect(findings(input())).toEqual([]);
});

test('before the rows are read the parsed plan is judged, and nothing can be mended', () => {
  const found = findings(input({ facts: null, problems: [problem({})], processes: [process('CI', 1, []), process('COOP', 2)] }));
  expect(found.map(({ kind, remedy }) => [kind, remedy.kind])).toEqual([['notANumber', 'row'], ['noMembers', 'row']]);
});

describe('numbers that are text', () => {
  test('are suggested where they can be read in one way only', () => {
    const found = findings(input({ problems: [problem({})] }, [row('KeyResults', 1, { Target: '30 millones', Key0: '2021-2023/OE1-OT2-R5' })]));
    expect(found).toMatchObject([{
      kind: 'notANumber', severity: 'changesFigures', effect: 'valueAssumed',
      remedy: { kind: 'mend', changes: [{ before: { Target: '30 millones' }, after: { Target: 30 } }] }
    }]);
  });

  test.each([
    ['30 millones', 30], ['USD 1.234,5 millones', 1234.5], ['unas 12', 12], ['-3 puntos', -3], ['entre 3 y 5', null], ['12.5 %', null], ['muchos', null]
  ])('%s', (text, number) => expect(numberWithin(text)).toBe(number));
});

test.each([
  ['Alt', 'Alta'], ['meda', 'Media'], ['BAJA.', 'Baja'], ['x', null], ['urgente', null], ['', null]
])('the choice nearest to %s', (text, choice) => expect(nearestChoice(text, ['Alta', 'Media', 'Baja'])).toBe(choice));

test('a misspelt direction is mended, a quarter’s state is not guessed', () => {
  const rows = [row('KeyResults', 1, { Direction: 'Increse', Key0: '2021-2023/OE1-OT2-R5' }), row('Quarters', 11, { Title: '2023-T3', State: 'clsed' })];
  const found = findings(input({ problems: [
    problem({ kind: 'unknownChoice', column: 'Direction', found: 'Increse' }),
    problem({ kind: 'unknownChoice', list: 'Quarters', rowId: 11, row: '2023-T3', column: 'State', found: 'clsed' })
  ] }, rows));
  expect(found.filter(({ kind }) => kind === 'unknownChoice').map(({ remedy }) => remedy)).toMatchObject([
    { kind: 'mend', changes: [{ after: { Direction: 'Increase' } }] }, { kind: 'row' }
  ]);
});

test('two rows with one code are to be compared; the other takes the next free code and is inactive, written first', () => {
  const cells = { Code: 'OE1-OT2-R5', Key0: '2021-2023/OE1-OT2-R5', Active: true };
  const rows = [
    row('KeyResults', 1, cells), row('KeyResults', 9, { ...cells, Key0: '2021-2023/otra' }), row('KeyResults', 2, { Code: 'OE1-OT2-R1' })
  ];
  const found = findings(input({ problems: [problem({ kind: 'duplicateCode', rowId: 9, column: 'Code', severity: 'error' })] }, rows));
  expect(found).toMatchObject([{ severity: 'changesFigures', remedy: { kind: 'compare', code: 'OE1-OT2-R5', ids: [1, 9] } }]);
  expect(separated('OE1-OT2-R5', [1, 9], 9, '2021-2023', new RowIndex(rows)).map(({ id, after }) => [id, after])).toEqual([
    [1, { Code: 'OE1-OT2-R2', Key0: '2021-2023/OE1-OT2-R2', Active: false }], [9, { Code: 'OE1-OT2-R5', Key0: '2021-2023/OE1-OT2-R5' }]
  ]);
  expect(separated('OE1-OT2-R5', [1, 9], 1, '2021-2023', new RowIndex(rows))).toHaveLength(1);
});

describe('of the plan', () => {
  test('key results without a responsible or a target are one finding each', () => {
    const keyResults = ['OE1-OT2-R1', 'OE1-OT2-R2', 'OE1-OT2-R3'].map((code, index) => keyResult({
      id: index + 1, code, title: code, processes: [], target: index === 0 ? 5 : null, active: index < 2
    }));
    const found = findings(input({ keyResults }));
    expect(found.map(({ kind, rows, remedy }) => [kind, rows.map(({ name }) => name), remedy.kind === 'part' && remedy.part])).toEqual([
      ['noResponsible', ['OE1-OT2-R1', 'OE1-OT2-R2'], 'responsables'], ['targetMissing', ['OE1-OT2-R2'], 'metas']
    ]);
  });

  test('an objective without key results, a process without people', () => {
    const found = findings(input({
      tacticalObjectives: [tacticalObjective('OE1-OT2'), { ...tacticalObjective('OE1-OT3'), id: 2 }], processes: [process('CI', 1, []), process('COOP', 2)]
    }));
    expect(found.map(({ kind, rows: [first] }) => [kind, first.name])).toEqual([['noKeyResults', 'OE1-OT3'], ['noMembers', 'CI']]);
  });

  test('weights that are all zero become 1', () => {
    const found = findings(input({ keyResults: [keyResult({ weight: 0 })] }, [row('KeyResults', 1, { Weight: 0, Key0: '2021-2023/OE1-OT2-R5' })]));
    expect(found).toMatchObject([{ kind: 'weightsZero', severity: 'changesFigures' }]);
    expect(mended(found, 'weightsZero')).toEqual([{ Weight: 1 }]);
  });

  test('dates beyond the plan are cut to it; those altogether outside are for people', () => {
    const rows = [row('KeyResults', 1, { EndDate: '2024-06-30', Key0: '2021-2023/OE1-OT2-R5' })];
    expect(mended(findings(input({ keyResults: [keyResult({ end: '2024-06-30' })] }, rows)), 'datesOutsidePlan')).toEqual([{ EndDate: '2023-12-31' }]);
    expect(mended(findings(input({ keyResults: [keyResult({ start: '2024-01-01', end: '2024-06-30' })] }, rows)), 'datesOutsidePlan')).toBeNull();
  });

  test('two that say the same: the one without reports may show the other’s figures', () => {
    const twins = [keyResult(), keyResult({ id: 2, code: 'OE1-OT2-R6', title: 'Gestionar un monto de cooperacion tecnica o financiera por USD 30 millones' })];
    const rows = twins.map(({ id, code }) => row('KeyResults', id, { SameMeasureAs: null, Key0: `2021-2023/${code}` }));
    const reported = checkIn({ quarter: '2023-T3', keyResult: 'OE1-OT2-R6', value: 1, narrative: '' });
    expect(mended(findings(input({ keyResults: twins, checkIns: [reported] }, rows)), 'sameWording')).toEqual([{ SameMeasureAs: 2 }]);
    const both = findings(input({ keyResults: twins, checkIns: [reported, { ...reported, id: 77, keyResult: 'OE1-OT2-R5' }] }, rows));
    expect(mended(both, 'sameWording')).toBeNull();
    expect(both.find(({ kind }) => kind === 'sameWording')?.severity).toBe('changesFigures');
  });

  test('a target that its history does not end with', () => {
    const rows = [row('TargetChanges', 1, { KeyResult: 1, OldTarget: 10, NewTarget: 20, EffectiveOn: '2022-01-01' })];
    const found = findings(input({}, rows));
    expect(kinds(found)).toEqual(['targetWithoutHistory']);
    expect(found[0].remedy).toEqual({ kind: 'history', keyResult: 'OE1-OT2-R5' });
    expect(kinds(findings(input({ keyResults: [keyResult({ target: 20 })] }, rows)))).toEqual([]);
  });
});

describe('of check-ins', () => {
  const report = (cells: Cells): ListRow => row('CheckIns', 318, { Title: 'R', KeyResult: 1, Quarter: '2023-T3', ReportedOn: '2023-10-03T15:00:00Z', ...cells });
  const known = row('KeyResults', 1, { Key0: '2021-2023/OE1-OT2-R5' });

  test('a quarter that does not exist is told by the report’s date, within the window before', () => {
    expect(mended(findings(input({}, [known, report({ Quarter: '2023-T5' })])), 'quarterUnknown')).toEqual([{ Quarter: '2023-T3' }]);
    expect(mended(findings(input({}, [known, report({ Quarter: '2023-T5', ReportedOn: '2023-11-03T15:00:00Z' })])), 'quarterUnknown'))
      .toEqual([{ Quarter: '2023-T4' }]);
    // Into a closed quarter nothing is written.
    expect(mended(findings(input({}, [known, report({ Quarter: '2023-T5', ReportedOn: '2022-05-03T15:00:00Z' })])), 'quarterUnknown')).toBeNull();
  });

  test('a report whose key result is gone', () => {
    expect(kinds(findings(input({}, [known, report({ KeyResult: 77 })])))).toEqual(['danglingReference']);
  });

  test('by somebody who is not of the process, planners apart', () => {
    const by = (login: string): QualityInput => input({ checkIns: [checkIn({ quarter: '2023-T3', author: person(login) })] });
    expect(kinds(findings(by('coop')))).toEqual([]);
    expect(kinds(findings(by('Planeacion')))).toEqual([]);
    expect(kinds(findings(by('gci')))).toEqual(['notAMember']);
  });

  test('the same contribution written twice counts twice; a reading does not', () => {
    const twice = [1, 2].map(() => checkIn({ quarter: '2023-T3', value: 2 }));
    expect(findings(input({ checkIns: twice }))).toMatchObject([{ kind: 'reportedTwice', severity: 'changesFigures', rows: [{}, {}] }]);
    expect(findings(input({ checkIns: twice, keyResults: [keyResult({ accumulation: 'Latest' })] }))).toEqual([]);
    expect(findings(input({ checkIns: [twice[0], { ...twice[1], narrative: 'Otro convenio.' }] }))).toEqual([]);
  });

  test('links that only lack the s are mended, all of the row’s or none', () => {
    const bad = problem({ kind: 'badLink', list: 'CheckIns', rowId: 318, row: 'R', column: 'Evidence', found: 'http://a.co/acta.pdf' });
    const of = (evidence: string): Cells[] | null =>
      mended(findings(input({ problems: [bad] }, [known, report({ Evidence: evidence })])), 'badLink');
    expect(of('http://a.co/acta.pdf | Acta\n/SIGACI/b.pdf')).toEqual([{ Evidence: 'https://a.co/acta.pdf | Acta\n/SIGACI/b.pdf' }]);
    expect(of('http://a.co/acta.pdf\nen la carpeta de COOP')).toBeNull();
  });

  test('of a closed quarter are not mended: the list refuses them', () => {
    const bad = problem({ kind: 'badLink', list: 'CheckIns', rowId: 318, row: 'R', column: 'Evidence' });
    expect(mended(findings(input({ problems: [bad] }, [known, report({ Quarter: '2023-T1', Evidence: 'http://a.co' })])), 'badLink')).toBeNull();
  });
});

test('quarters left open long after their window are told once', () => {
  expect(kinds(findings(input({ quarters: quarters('2023-T1') })))).toEqual([]);
  const [late] = findings(input({ quarters: quarters('2022-T3') }));
  expect(late).toMatchObject({ kind: 'quarterNotClosed', effect: 'readsGrow', rows: [{ name: '2022-T4' }, { name: '2023-T1' }] });
});

describe('form', () => {
  test('spaces around codes, in every column of the row at once', () => {
    const found = findings(input({}, [row('KeyResults', 1, { Code: 'OE1-OT2-R5 ', Key0: ' 2021-2023/OE1-OT2-R5' })]));
    expect(found).toMatchObject([{ kind: 'codeSpaces', severity: 'form' }]);
    expect(mended(found, 'codeSpaces')).toEqual([{ Code: 'OE1-OT2-R5', Key0: '2021-2023/OE1-OT2-R5' }]);
  });

  test('a key that says something else, unless another row has the right one', () => {
    const wrong = row('KeyResults', 1, { Code: 'OE1-OT2-R5', Key0: '2021-2023/OE1-OT2-R4' });
    expect(mended(findings(input({}, [wrong])), 'keyMismatch')).toEqual([{ Key0: '2021-2023/OE1-OT2-R5' }]);
    expect(mended(findings(input({}, [wrong, row('KeyResults', 2, { Key0: '2021-2023/OE1-OT2-R5' })])), 'keyMismatch')).toBeNull();
  });

  test('choices that are understood are written as the list has them', () => {
    const found = findings(input({}, [row('KeyResults', 1, { Direction: 'aumentar', Key0: '2021-2023/OE1-OT2-R5' })]));
    expect(mended(found, 'choiceSpelling')).toEqual([{ Direction: 'Increase' }]);
  });
});

test('what changes figures comes first, and every finding has an id of its own', () => {
  const rows = [row('KeyResults', 1, { Code: 'OE1-OT2-R5 ', Weight: 0 })];
  const found = findings(input({ keyResults: [keyResult({ weight: 0, processes: [] })], problems: [problem({}), problem({})] }, rows));
  expect(found.map(({ severity }) => severity)).toEqual(['changesFigures', 'changesFigures', 'confuses', 'form']);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

test('a change’s way back', () => {
  const change = { list: 'KeyResults' as const, id: 1, name: 'a', before: { Weight: 0 }, after: { Weight: 1 } };
  expect(reversed(change)).toEqual({ ...change, before: { Weight: 1 }, after: { Weight: 0 } });
});
