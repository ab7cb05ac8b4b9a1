import { body, InjectHeaders, parseBinderWithErrorCheck } from '@pnp/queryable';
import { spPostMerge } from '@pnp/sp/spqueryable';
import type { Refusal } from '../application/closing/port';
import { isQuarterCode, type Instant, type QuarterCode } from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { toAppError } from './errors';
import { textOf } from './mapping/row-reader';
import { ReadBatch, valueOf } from './rows';

/**
 * What the list of check-ins itself refuses (§3.4). The formula has no function, separator or decimal, since those depend on the site's
 * language. Assumption: text compares in it as codes of quarters sort.
 */
const FORMULA = /^=\s*\[?[^\]>]+\]?\s*>\s*"([^"]+)"\s*$/;

function formulaFor(quarter: QuarterCode, columnTitle: string): string {
  return `=[${columnTitle}]>"${quarter}"`;
}

/** What people read who add or change a row of a closed quarter in the list itself: the texts of lists are Spanish. */
function messageFor(quarter: QuarterCode): string {
  return `${quarter} y los trimestres anteriores están cerrados: no reciben reportes ni correcciones. Elige un trimestre abierto; `
    + 'si hay un error en uno cerrado, pídele a Planeación que lo reabra.';
}

export function parseRefusal(formula: string): Refusal {
  if (formula === '') return { kind: 'none' };
  const match = FORMULA.exec(formula);
  return match && isQuarterCode(match[1]) ? { kind: 'upTo', quarter: match[1] } : { kind: 'other', formula };
}

/** Asks for it within a batch. */
export function readRefusal(batch: ReadBatch, connection: SiteConnection): () => Promise<Refusal> {
  const list = batch.get<{ ValidationFormula?: unknown }>(listUrl(connection, 'CheckIns'), ['ValidationFormula']);
  return async () => parseRefusal(textOf((await valueOf(await list, 'CheckIns')).ValidationFormula));
}

/** Makes the list refuse check-ins of quarters up to one; of none with `null`. Writes nothing where it stands so already. */
export async function writeRefusal(connection: SiteConnection, quarter: QuarterCode | null): Promise<void> {
  const url = listUrl(connection, 'CheckIns');
  const batch = new ReadBatch(connection);
  const present = readRefusal(batch, connection);
  // Formulas are written with the column's present title, which planners may have changed.
  const column = batch.get<{ Title?: unknown }>(`${url}/fields/getByInternalNameOrTitle('Quarter')`, ['Title']);
  await batch.send();
  const refusal = await present();
  if (refusal.kind === 'none' ? quarter === null : refusal.kind === 'upTo' && refusal.quarter === quarter) return;
  const title = textOf((await valueOf(await column, 'CheckIns')).Title);
  const change = quarter === null
    ? { ValidationFormula: '', ValidationMessage: '' }
    : { ValidationFormula: formulaFor(quarter, title), ValidationMessage: messageFor(quarter) };
  try {
    await spPostMerge(connection.api.request(url), body(change));
  } catch (error) {
    throw await toAppError(error, 'CheckIns');
  }
}

const DateParse = parseBinderWithErrorCheck(async (response: Response): Promise<Instant | null> => {
  const time = Date.parse(response.headers.get('Date') || '');
  return isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
});

/** The server's clock, to the second; `null` where its answer does not tell. */
export async function serverTime(connection: SiteConnection): Promise<Instant | null> {
  try {
    // An answer out of a cache would have the clock of when it was made.
    const request = connection.api.request('_api/web').select('Id');
    return await request.using(DateParse, InjectHeaders({ 'Cache-Control': 'no-cache' }))<Instant | null>();
  } catch (error) {
    throw await toAppError(error);
  }
}
