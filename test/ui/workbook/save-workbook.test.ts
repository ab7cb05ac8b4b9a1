import { factsSheet } from '../../../src/application/workbook';
import { download } from '../../../src/ui/workbook/download';
import { safeFileName, saveWorkbook } from '../../../src/ui/workbook/save-workbook';

const created: Blob[] = [];
beforeEach(() => {
  created.length = 0;
  URL.createObjectURL = (blob: Blob | MediaSource): string => {
    created.push(blob as Blob);
    return 'blob:here';
  };
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

test('hands the browser a file with the name asked for and leaves nothing in the page', async () => {
  const clicked: { href: string; download: string }[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(this: HTMLAnchorElement) {
    clicked.push({ href: this.href, download: this.download });
  });
  expect(await saveWorkbook([factsSheet('A', [['Plan', 1]])], 'Matriz 2021-2023 2023-10-05')).toBe('Matriz 2021-2023 2023-10-05.xlsx');
  expect(clicked).toEqual([{ href: 'blob:here', download: 'Matriz 2021-2023 2023-10-05.xlsx' }]);
  expect(created[0].type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(document.querySelectorAll('a')).toHaveLength(0);
});

test('frees the address of the file afterwards', () => {
  jest.useFakeTimers();
  const freed = jest.spyOn(URL, 'revokeObjectURL');
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  download(new Blob(['x']), 'x.xlsx');
  expect(freed).not.toHaveBeenCalled();
  jest.runAllTimers();
  expect(freed).toHaveBeenCalledWith('blob:here');
  jest.useRealTimers();
});

test('makes file names that every system takes', () => {
  expect(safeFileName('Matriz 2021/2023: "final"', 'xlsx')).toBe('Matriz 2021 2023 final.xlsx');
  expect(safeFileName('..', 'xlsx')).toBe('sigaci.xlsx');
  expect(safeFileName(`${'a'.repeat(119)} b`, 'xlsx')).toBe(`${'a'.repeat(119)}.xlsx`);
});
