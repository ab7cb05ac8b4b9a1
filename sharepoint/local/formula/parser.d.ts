declare module 'fast-formula-parser' {
  interface Options {
    functions?: Record<string, (...args: unknown[]) => unknown>;
    onCell?: (cell: { sheet: string; row: number; col: number }) => unknown;
    onRange?: (range: unknown) => unknown[];
  }
  export default class FormulaParser {
    constructor(options: Options);
    parse(formula: string, position: { sheet: string; row: number; col: number }): unknown;
  }
}
