import * as fc from 'fast-check';
import { makeBoard } from '../../../src/application/board';
import type { Board } from '../../../src/application/board';
import { gridRows, moveTo, shownColumn, tabStop } from '../../../src/ui/features/matrix/grid-moves';
import type { GridCell } from '../../../src/ui/features/matrix/grid-moves';
import { expandedRows, filterMatrix, matches, NO_FILTERS } from '../../../src/ui/features/matrix/matrix-filters';
import { matrixOf } from '../../../src/ui/features/matrix/matrix-model';
import { readQuery, writeQuery } from '../../../src/ui/features/matrix/matrix-query';
import { inMemoryServices, SAMPLE_NOW } from '../../support/in-memory-services';

let board: Board;
beforeAll(async () => {
  const services = inMemoryServices();
  board = makeBoard(await services.plan.readWorkspace(SAMPLE_NOW), SAMPLE_NOW);
});

describe('the plan as a matrix', () => {
  it("has the plan's 79 key results, 7 processes and 140 marks", () => {
    const matrix = matrixOf(board);
    expect(matrix.keyResults).toHaveLength(79);
    expect(matrix.processes).toEqual(['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV']);
    expect(matrix.totals).toEqual({ byProcess: [29, 29, 15, 26, 14, 14, 13], total: 140 });
    expect(matrix.keyResults.filter(row => row.count === 0)).toHaveLength(13);
    expect(matrix.keyResults.filter(row => row.count === 1)).toHaveLength(28);
  });

  it('numbers every row of the whole plan, from the header to the total', () => {
    const matrix = matrixOf(board);
    expect(matrix.rows.map(row => row.index)).toEqual(Array.from({ length: 5 + 20 + 79 }, (_, index) => index + 2));
    expect(matrix.rowCount).toBe(106);
  });

  it('counts groups from their members', () => {
    const matrix = matrixOf(board);
    const total = (kind: 'strategic' | 'tactical'): number =>
      matrix.rows.reduce((sum, row) => sum + (row.kind === kind ? row.counts.total : 0), 0);
    expect([total('strategic'), total('tactical')]).toEqual([140, 140]);
    const [first] = matrix.rows;
    expect(first).toMatchObject({ kind: 'strategic', id: 'OE1', keyResults: 23, counts: { byProcess: [6, 3, 2, 5, 2, 14, 0], total: 32 } });
  });

  it('leaves out what a planner has retired', () => {
    const retired = {
      ...board,
      workspace: {
        ...board.workspace,
        keyResults: board.workspace.keyResults.map(item => (item.code === 'OE1-OT1-R1' ? { ...item, active: false } : item))
      }
    };
    expect(matrixOf(retired).keyResults).toHaveLength(78);
  });
});

describe('filters', () => {
  it('finds by every word, without accents or case, in code, wording and topics', () => {
    const matrix = matrixOf(board);
    const found = (search: string): string[] => filterMatrix(matrix, { ...NO_FILTERS, search }).keyResults.map(row => row.id);
    expect(found('oe1-ot2-r5')).toEqual(['OE1-OT2-R5']);
    expect(found('COOPERACION  tecnica')).toContain('OE1-OT2-R5');
    expect(found('cooperacion zzz')).toEqual([]);
    expect(found('plan de comunicaciones')).toContain('OE1-OT2-R3');
  });

  it("keeps groups with their matches' counts and drops empty ones", () => {
    const matrix = matrixOf(board);
    const filtered = filterMatrix(matrix, { ...NO_FILTERS, process: 'COOP' });
    expect(filtered.keyResults).toHaveLength(14);
    expect(filtered.totals.byProcess[5]).toBe(14);
    expect(filtered.rows.filter(row => row.kind === 'strategic').map(row => row.id)).toEqual(['OE1']);
    const group = filtered.rows.find(row => row.id === 'OE1-OT2');
    expect(group).toMatchObject({ keyResults: 6 });
  });

  it('counts what it keeps, whatever the filters', () => {
    const matrix = matrixOf(board);
    fc.assert(
      fc.property(
        fc.constantFrom('', 'plan', 'de', 'OE3'),
        fc.constantFrom(null, 'none', 'one', 'several'),
        fc.constantFrom(null, ...matrix.processes),
        (search, sharing, process) => {
          const filters = { ...NO_FILTERS, search, sharing, process };
          const filtered = filterMatrix(matrix, filters);
          expect(filtered.keyResults.length).toBe(matrix.keyResults.filter(row => matches(row, filters, matrix.processes)).length);
          expect(filtered.totals.total).toBe(filtered.keyResults.reduce((sum, row) => sum + row.count, 0));
          expect(filtered.rows.filter(row => row.kind === 'keyResult')).toHaveLength(filtered.keyResults.length);
        }
      )
    );
  });

  it('hides what is inside a closed group', () => {
    const matrix = matrixOf(board);
    const closed = expandedRows(matrix.rows, new Set(['OE1', 'OE2', 'OE3', 'OE4', 'OE5']));
    expect(closed.map(row => row.id)).toEqual(['OE1', 'OE2', 'OE3', 'OE4', 'OE5']);
    const one = expandedRows(matrix.rows, new Set(['OE1-OT1']));
    expect(one.some(row => row.id === 'OE1-OT1')).toBe(true);
    expect(one.some(row => row.id.startsWith('OE1-OT1-R'))).toBe(false);
  });
});

describe('the address', () => {
  const defaults = { processes: ['GCI', 'COOP'], mine: 'COOP', startsWithMine: false };

  it('says nothing while everything is as it starts', () => {
    for (const startsWithMine of [false, true]) {
      const here = { ...defaults, startsWithMine };
      expect(Object.values(writeQuery(readQuery({}, here), here)).every(value => value === '')).toBe(true);
    }
  });

  it("starts a phone's list with the person's own process, unless it says otherwise", () => {
    const phone = { ...defaults, startsWithMine: true };
    expect(readQuery({}, phone).process).toBe('COOP');
    expect(readQuery({ proceso: 'todos' }, phone).process).toBeNull();
    expect(readQuery({ responsables: 'ninguno' }, phone).process).toBeNull();
    expect(readQuery({}, defaults).process).toBeNull();
  });

  it('ignores what it does not know', () => {
    expect(readQuery({ proceso: 'XYZ', responsables: 'x', estado: 'azul', resaltar: 'ABC' }, defaults)).toEqual({
      search: '',
      sharing: null,
      process: null,
      light: null,
      highlight: 'COOP'
    });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(null, 'none', 'one', 'several'),
        fc.constantFrom(null, 'GCI', 'COOP'),
        fc.constantFrom(null, 'rojo', 'sinDato'),
        fc.constantFrom(null, 'GCI', 'COOP'),
        fc.boolean(),
        (search, sharing, process, light, highlight, startsWithMine) => {
          const here = { ...defaults, startsWithMine };
          const query = { search, sharing, process, light, highlight } as const;
          const written = writeQuery(query, here);
          const values: Record<string, string> = {};
          const names = { search: 'buscar', sharing: 'responsables', process: 'proceso', light: 'estado', highlight: 'resaltar' } as const;
          (Object.keys(names) as (keyof typeof names)[]).forEach(key => {
            if (written[key] !== '') values[names[key]] = written[key];
          });
          expect(readQuery(values, here)).toEqual(query);
        }
      )
    );
  });
});

describe('moving through the grid', () => {
  const rows = gridRows([
    { kind: 'strategic', id: 'OE1' },
    { kind: 'tactical', id: 'OE1-OT1' },
    { kind: 'keyResult', id: 'R1' },
    { kind: 'keyResult', id: 'R2' }
  ] as never);
  const columns = 10;
  const press = (from: GridCell, key: string, ctrlKey = false): GridCell | null => moveTo(rows, columns, from, { key, ctrlKey }, 3);

  it('moves by one cell and stops at the edges', () => {
    expect(press({ row: 'R1', column: 3 }, 'ArrowRight')).toEqual({ row: 'R1', column: 4 });
    expect(press({ row: 'R1', column: 9 }, 'ArrowRight')).toEqual({ row: 'R1', column: 9 });
    expect(press({ row: 'R1', column: 0 }, 'ArrowLeft')).toEqual({ row: 'R1', column: 0 });
    expect(press({ row: 'head', column: 2 }, 'ArrowUp')).toEqual({ row: 'head', column: 2 });
    expect(press({ row: 'R2', column: 2 }, 'ArrowDown')).toEqual({ row: 'total', column: 2 });
    expect(press({ row: 'total', column: 2 }, 'ArrowDown')).toEqual({ row: 'total', column: 2 });
  });

  it('goes to the ends of the row and of the grid', () => {
    expect(press({ row: 'R1', column: 3 }, 'Home')).toEqual({ row: 'R1', column: 0 });
    expect(press({ row: 'R1', column: 3 }, 'End')).toEqual({ row: 'R1', column: 9 });
    expect(press({ row: 'R1', column: 3 }, 'Home', true)).toEqual({ row: 'head', column: 0 });
    expect(press({ row: 'R1', column: 3 }, 'End', true)).toEqual({ row: 'total', column: 9 });
    expect(press({ row: 'head', column: 3 }, 'PageDown')).toEqual({ row: 'R1', column: 3 });
    expect(press({ row: 'R2', column: 3 }, 'PageUp')).toEqual({ row: 'OE1', column: 3 });
  });

  it("passes a group's wide first cell as one, and stays in the column it came from", () => {
    expect(press({ row: 'OE1', column: 0 }, 'ArrowRight')).toEqual({ row: 'OE1', column: 2 });
    expect(press({ row: 'OE1', column: 2 }, 'ArrowLeft')).toEqual({ row: 'OE1', column: 0 });
    const over = press({ row: 'head', column: 1 }, 'ArrowDown') as GridCell;
    expect(shownColumn(rows[1], over.column)).toBe(0);
    expect(press({ ...over, row: 'OE1-OT1' }, 'ArrowDown')).toEqual({ row: 'R1', column: 1 });
  });

  it('leaves other keys to whoever wants them', () => {
    expect(press({ row: 'R1', column: 3 }, 'a')).toBeNull();
    expect(press({ row: 'R1', column: 3 }, 'Tab')).toBeNull();
  });

  it('keeps the tab stop where it was, or takes it to the first row when that is gone', () => {
    expect(tabStop(rows, { row: 'R2', column: 4 })).toEqual({ row: 'R2', column: 4 });
    expect(tabStop(rows, { row: 'gone', column: 4 })).toEqual({ row: 'OE1', column: 0 });
    expect(tabStop(rows, null)).toEqual({ row: 'OE1', column: 0 });
  });
});
