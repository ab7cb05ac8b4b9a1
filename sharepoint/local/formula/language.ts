/** Spanish names of Excel's functions, by their English ones; those that are the same in both are left out. */
const SPANISH: Record<string, string> = {
  AND: 'Y', OR: 'O', NOT: 'NO', IF: 'SI', IFERROR: 'SI.ERROR', TRUE: 'VERDADERO', FALSE: 'FALSO', SUM: 'SUMA', AVERAGE: 'PROMEDIO',
  COUNT: 'CONTAR',
  COUNTA: 'CONTARA', ROUND: 'REDONDEAR', ROUNDUP: 'REDONDEAR.MAS', ROUNDDOWN: 'REDONDEAR.MENOS', INT: 'ENTERO', MOD: 'RESIDUO',
  POWER: 'POTENCIA',
  SQRT: 'RAIZ', SIGN: 'SIGNO', TODAY: 'HOY', NOW: 'AHORA', YEAR: 'AÑO', MONTH: 'MES', DAY: 'DIA', HOUR: 'HORA', MINUTE: 'MINUTO',
  SECOND: 'SEGUNDO',
  WEEKDAY: 'DIASEM', DATE: 'FECHA', DATEVALUE: 'FECHANUMERO', TIME: 'NSHORA', DATEDIF: 'SIFECHA', LEN: 'LARGO', LEFT: 'IZQUIERDA',
  RIGHT: 'DERECHA', MID: 'EXTRAE',
  UPPER: 'MAYUSC', LOWER: 'MINUSC', PROPER: 'NOMPROPIO', TRIM: 'ESPACIOS', CONCATENATE: 'CONCATENAR', FIND: 'ENCONTRAR', SEARCH: 'HALLAR',
  REPLACE: 'REEMPLAZAR', SUBSTITUTE: 'SUSTITUIR', REPT: 'REPETIR', TEXT: 'TEXTO', VALUE: 'VALOR', EXACT: 'IGUAL', ISBLANK: 'ESBLANCO',
  ISERROR: 'ESERROR',
  ISNUMBER: 'ESNUMERO', ISTEXT: 'ESTEXTO', CHOOSE: 'ELEGIR', PRODUCT: 'PRODUCTO', CEILING: 'MULTIPLO.SUPERIOR', FLOOR: 'MULTIPLO.INFERIOR',
  EVEN: 'REDONDEA.PAR', ODD: 'REDONDEA.IMPAR', MEDIAN: 'MEDIANA'
};
const ENGLISH: Record<string, string> = Object.fromEntries(Object.entries(SPANISH).map(([english, spanish]) => [spanish, english]));

/** How formulas are written in a site of a language. */
export interface FormulaLanguage {
  separator: ',' | ';';
  decimal: '.' | ',';
  /** English name of a function as it is written there; undefined where it is not called so. */
  english(name: string): string | undefined;
}

const englishLanguage: FormulaLanguage = {
  separator: ',',
  decimal: '.',
  english: (name) => (ENGLISH[name.toUpperCase()] && !SPANISH[name.toUpperCase()] ? undefined : name.toUpperCase())
};

const spanishLanguage: FormulaLanguage = {
  separator: ';',
  decimal: ',',
  english: (name) => {
    const upper = name.toUpperCase();
    return ENGLISH[upper] ?? (SPANISH[upper] ? undefined : upper);
  }
};

/** Of a site's language (LCID). */
export const formulaLanguage = (lcid: number): FormulaLanguage => (lcid === 1033 || lcid === 2057 ? englishLanguage : spanishLanguage);
