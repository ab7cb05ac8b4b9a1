/** A workbook as a person's spreadsheet has it: read with our reader, and part by part for what the reader does not look at. */
import { strFromU8, unzipSync } from 'fflate';
import type { Sheet } from '../../../src/application/import';
import type { OutSheet } from '../../../src/application/workbook';
import { readXlsx } from '../../../src/ui/workbook/read-xlsx';
import { xlsxBlob } from '../../../src/ui/workbook/write-xlsx';

export interface CellLook {
  /** Excel's code of the number format. */
  readonly format: string;
  readonly bold: boolean;
  /** Colour behind it, `FFE1DFDD`; '' without one. */
  readonly fill: string;
  readonly wrap: boolean;
  readonly across: string;
  readonly upright: string;
}

export interface OpenedWorkbook {
  readonly sheets: readonly Sheet[];
  /** The XML of each part, by its path. */
  readonly parts: Readonly<Record<string, string>>;
  /** @param sheet counted from 1 */
  readonly sheetXml: (sheet: number) => Document;
  /** How a cell looks. @param at its address, `F2` */
  readonly look: (sheet: number, at: string) => CellLook;
}

export async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const [error] = Array.from(document.getElementsByTagName('parsererror'));
  if (error) throw new Error(`${error.textContent ?? ''} in ${xml.slice(0, 200)}`);
  return document;
}

const BUILT_IN: Readonly<Record<string, string>> = { 0: 'General', 9: '0%', 10: '0.00%', 49: '@' };

export async function openBytes(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const styles = parse(parts['xl/styles.xml']);
  const children = (name: string): Element[] => Array.from(styles.getElementsByTagName(name)[0]?.children ?? []);
  const sheetXml = (sheet: number): Document => parse(parts[`xl/worksheets/sheet${sheet}.xml`]);
  const look = (sheet: number, at: string): CellLook => {
    const cell = sheetXml(sheet).querySelector(`c[r="${at}"]`);
    if (!cell) throw new Error(`${at} is empty`);
    const style = children('cellXfs')[Number(cell.getAttribute('s') ?? 0)];
    const id = style.getAttribute('numFmtId') ?? '0';
    const alignment = style.querySelector('alignment');
    return {
      format: BUILT_IN[id] ?? styles.querySelector(`numFmt[numFmtId="${id}"]`)?.getAttribute('formatCode') ?? '',
      bold: children('fonts')[Number(style.getAttribute('fontId'))].querySelector('b') !== null,
      fill: children('fills')[Number(style.getAttribute('fillId'))].querySelector('fgColor')?.getAttribute('rgb') ?? '',
      wrap: alignment?.getAttribute('wrapText') === '1',
      across: alignment?.getAttribute('horizontal') ?? '',
      upright: alignment?.getAttribute('vertical') ?? ''
    };
  };
  return { sheets: await readXlsx(bytes), parts, sheetXml, look };
}

export async function openWorkbook(sheets: readonly OutSheet[]): Promise<OpenedWorkbook> {
  return openBytes(await bytesOf(await xlsxBlob(sheets)));
}

/** Makes the page refuse workers, as SharePoint's content security policy does. @returns how often one was asked for */
export function withoutWorkers(): { readonly asked: () => number; readonly restore: () => void } {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  const refuse = jest.fn(() => {
    throw new Error('Refused to create a worker: worker-src');
  });
  Object.defineProperty(globalThis, 'Worker', { configurable: true, writable: true, value: refuse });
  return {
    asked: () => refuse.mock.calls.length,
    restore: () => {
      if (before) Object.defineProperty(globalThis, 'Worker', before);
      else Reflect.deleteProperty(globalThis, 'Worker');
    }
  };
}
