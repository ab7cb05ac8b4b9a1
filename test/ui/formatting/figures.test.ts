import { makeBoard } from '../../../src/application';
import type { Board } from '../../../src/application';
import type { KeyResultStatus } from '../../../src/domain';
import { describeExpectation, describeFigure, describeMeasure, figurePhrase, figureSentence } from '../../../src/ui/formatting';
import { inMemoryServices } from '../../support/in-memory-services';

let board: Board;
beforeAll(async () => {
  const services = inMemoryServices();
  board = makeBoard(await services.plan.readWorkspace(services.now()), services.now());
});

const statusOf = (code: string): KeyResultStatus => {
  const status = board.statuses.get(code);
  if (!status) throw new Error(`no ${code}`);
  return status;
};
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const said = (code: string): string[] => {
  const { value, of, share } = describeFigure(statusOf(code), board.today);
  return [value, of, share].map(plain);
};

// Every way of measuring, as the sample's key results have it.
describe('a key result\'s figure in words', () => {
  it.each([
    ['a sum in money', 'OE2-OT1-R3', ['481,69', 'de USD 850 millones', '57 %']],
    ['a reading in percent', 'OE2-OT1-R4', ['86 %', 'de 100 %', '86 %']],
    ['a limit', 'OE2-OT2-R3', ['8,4 %', 'límite 10 %', 'Dentro']],
    ['a sum per year', 'OE3-OT1-R1', ['9', 'de 15 escenarios en 2023', '82 %']],
    ['stages', 'OE1-OT2-R3', ['2 de 4', 'etapas', '60 %']],
    ['one stage', 'OE1-OT1-R2', ['Entregado', '1 entrega', '100 %']],
    ['a scale', 'OE3-OT4-R2', ['Fortalecida', 'nivel 3 de 4', '67 %']],
    ['no target', 'OE3-OT2-R4', ['30', 'aportes', '']],
    ['no data', 'OE3-OT3-R3', ['Sin dato', '1 entrega', '']],
    ['more than the target', 'OE3-OT3-R2', ['515', 'de 360 delegados', '143 %']]
  ])('%s: %s', (_what, code, words) => expect(said(code)).toEqual(words));

  it.each([
    ['OE2-OT1-R3', 'Esperado 92 %', 'Suma de 6 procesos'],
    ['OE2-OT1-R6', 'Meta 20, superada en 1', 'Suma de 6 procesos'],
    ['OE1-OT4-R2', 'Meta 3, completa', 'Suma de 2 procesos'],
    ['OE1-OT1-R1', 'Entregado completo', 'Por etapas'],
    ['OE2-OT2-R3', 'Límite crítico 15 %', 'Última lectura'],
    ['OE3-OT1-R1', 'Esperado 92 %', '2021: 15 · 2022: 13'],
    ['OE3-OT2-R1', 'Esperado 92 %', 'Sin meta definida'],
    ['OE3-OT2-R4', 'Sin meta definida', 'Suma de 2 procesos'],
    ['OE1-OT1-R3', 'Esperado 92 %', 'Suma de aportes']
  ])('%s says what is expected and how it is counted', (code, expectation, measure) => {
    expect(plain(describeExpectation(statusOf(code)))).toBe(expectation);
    expect(describeMeasure(statusOf(code), board.today)).toBe(measure);
  });

  it('says of an alias whose figure it is', () => {
    expect(describeMeasure(statusOf('OE3-OT3-R1'), board.today)).toBe('Misma medida que OE3-OT1-R2');
  });

  it.each([
    ['OE2-OT1-R3', 'Quedan en 481,69 de USD 850 millones.'],
    ['OE2-OT2-R3', 'Quedan en 8,4 %, límite 10 %.'],
    ['OE1-OT2-R3', 'Quedan en 2 de 4 etapas.'],
    ['OE3-OT4-R2', 'Quedan en Fortalecida, nivel 3 de 4.'],
    ['OE1-OT1-R2', 'Entregado.']
  ])('%s in a sentence: %s', (code, sentence) => expect(plain(figureSentence(statusOf(code), board.today))).toBe(sentence));

  it.each([
    ['OE2-OT1-R3', '481,69 de USD 850 millones'],
    ['OE1-OT1-R2', 'Entregado'],
    ['OE2-OT2-R3', '8,4 %, límite 10 %'],
    ['OE1-OT3-R7', 'Sin dato']
  ])('%s in a cell: %s', (code, words) => expect(plain(figurePhrase(statusOf(code), board.today))).toBe(words));

  it('never says NaN, Infinity, undefined or null', () => {
    const words = Array.from(board.statuses.values()).flatMap((status) => [
      ...Object.values(describeFigure(status, board.today)), describeExpectation(status), describeMeasure(status, board.today),
      figureSentence(status, board.today)
    ]);
    expect(words).toHaveLength(79 * 6);
    expect(words.filter((text) => /NaN|Infinity|undefined|null|∞|\{/.test(text))).toEqual([]);
  });
});
