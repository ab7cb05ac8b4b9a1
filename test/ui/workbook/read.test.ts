import { strToU8, zipSync } from 'fflate';
import { decodeText, readCsv, sniffDelimiter } from '../../../src/ui/workbook/read-csv';
import { readXlsx } from '../../../src/ui/workbook/read-xlsx';

/** A workbook as another program writes it: shared strings, styles, prefixes, formulas, merged cells. */
function workbook(sheetData: string, { styles = '', strings = '', extra = '' } = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8('<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Metas &amp; más" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Target="/xl/worksheets/uno.xml" Id="rId7" Type="t"/></Relationships>'),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/worksheets/uno.xml': strToU8(`<worksheet><sheetData>${sheetData}</sheetData>${extra}</worksheet>`)
  });
}

test('formulas give their last result, never their text; errors and formulas without one say so', async () => {
  const [sheet] = await readXlsx(workbook('<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>42</v></c><c r="B1" t="str"><f>cmd|x</f><v>hola</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>X()</f></c></row>'));
  expect(sheet).toEqual({ name: 'Metas & más', rows: [[42, 'hola', { error: '#DIV/0!' }, { error: '(fórmula sin resultado)' }]], formulas: 4, merged: 0 });
});

test('rich shared strings, gaps, dates by style and merged cells down a column', async () => {
  const [sheet] = await readXlsx(workbook(
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>44377</v></c><c r="D2" s="2"><v>44377.5</v></c></row><row r="3"><c r="C3"><v>7</v></c></row>',
    {
      strings: '<si><r><t>Uno </t></r><r><t xml:space="preserve">y &lt;dos&gt;</t></r><rPh><t>no</t></rPh></si>',
      styles: '<numFmts><numFmt numFmtId="170" formatCode="[$-es]dd\\ mmm\\ yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>',
      extra: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    }
  ));
  expect(sheet.rows).toEqual([[], ['Uno y <dos>', null, { date: '2021-06-30' }, { date: '2021-06-30T12:00:00' }], ['Uno y <dos>', null, 7]]);
  expect(sheet.merged).toBe(1);
});

test('a lone cell far below makes no million rows, and a part that unpacks to too much is refused', async () => {
  const [sheet] = await readXlsx(workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"></row>'));
  expect(sheet.rows).toHaveLength(1);
  await expect(readXlsx(strToU8('%PDF-1.7'))).rejects.toMatchObject({ problem: 'notAWorkbook' });
});

test.each([
  ['a;b;c\n1,5;2;3', ';'], ['a,b,c\n1,2,3', ','], ['a\tb\n1\t2', '\t'], ['sep=|\na|b', '|'], ['"a;b;c","d;e"\n"1;2",3', ',']
])('the delimiter of %j is %j', (text, mark) => expect(sniffDelimiter(text)).toBe(mark));

test('texts in UTF-8, with its mark, and as Windows saves them in Spanish', () => {
  expect(decodeText(strToU8('\ufeffCódigo'))).toBe('Código');
  expect(decodeText(new Uint8Array([67, 0xf3, 100, 105, 103, 111]))).toBe('Código');
  expect(readCsv(strToU8('Código;Meta\r\n"OE1;""x""\nb";1,5\r\n;\r\n'), 'KR')).toEqual([
    { name: 'KR', rows: [['Código', 'Meta'], ['OE1;"x"\nb', '1,5'], [null, null]], formulas: 0, merged: 0 }
  ]);
});
