import { body, headers } from '@pnp/queryable';
import { type ISPQueryable, spDelete, spPost } from '@pnp/sp/spqueryable';
import type { DecisionReferences, DecisionRegister } from '../application/ports';
import type { Decision, DecisionDraft, Problem } from '../domain';
import { listUrl, quoted, type SiteConnection } from './connection';
import { toAppError } from './errors';
import { type DecisionContext, mapDecisions } from './mapping/decisions';
import type { Row } from './mapping/row';
import { idOf, textOf, writtenDay } from './mapping/row-reader';
import { allDecisionsQuery } from './queries';
import { ReadBatch, valueOf, WithMetadata } from './rows';
import type { RowToWrite } from './schema';
import { WrittenParse, type WrittenRow } from './written-row';

/** The committee's decisions on SharePoint. */
export function decisionRegister(connection: SiteConnection): DecisionRegister {
  return {
    add: (draft, references) => add(connection, draft, references),
    update: (decision, draft, references) => update(connection, decision, draft, references),
    remove: decision => remove(connection, decision),
    list: plan => list(connection, plan)
  };
}

function items(connection: SiteConnection, part = ''): ISPQueryable {
  return connection.api.request(`${listUrl(connection, 'Decisions')}/items${part}`);
}

function rowOf(draft: DecisionDraft, references: DecisionReferences): RowToWrite<'Decisions'> {
  return {
    Title: draft.title,
    KeyResultId: references.keyResultId,
    StrategicObjectiveId: references.strategicObjectiveId,
    DecidedOn: writtenDay(draft.decidedOn),
    ResponsibleProcessId: references.processId,
    DueDate: writtenDay(draft.due),
    State: draft.state,
    Detail: draft.detail
  };
}

function decisionOf({ clientKey: _key, ...content }: DecisionDraft, { id, etag }: Pick<Decision, 'id' | 'etag'>): Decision {
  return { ...content, id, etag };
}

async function add(connection: SiteConnection, draft: DecisionDraft, references: DecisionReferences): Promise<Decision> {
  try {
    const row = { ...rowOf(draft, references), ClientKey: draft.clientKey };
    const { row: added, etag } = await spPost<WrittenRow>(items(connection).using(WithMetadata, WrittenParse), body(row));
    return decisionOf(draft, { id: idOf(added.Id) || 0, etag });
  } catch (error) {
    const refusal = await toAppError(error, 'Decisions');
    if (refusal.kind !== 'duplicate') throw refusal;
    // The key is this draft's alone: the row is from an attempt whose answer was lost. What is on screen now is what counts.
    const known = await find(connection, draft.clientKey);
    if (!known) throw refusal;
    return update(connection, known, draft, references);
  }
}

async function find(connection: SiteConnection, clientKey: string): Promise<Pick<Decision, 'id' | 'etag'> | null> {
  const query = items(connection).select('Id');
  query.query.set('$filter', `ClientKey eq ${quoted(clientKey)}`);
  try {
    const [row] = await query.using(WithMetadata)<Row<'Decisions'>[]>();
    return row ? { id: Number(row.Id), etag: textOf(row['odata.etag']) } : null;
  } catch (error) {
    throw await toAppError(error, 'Decisions');
  }
}

async function update(
  connection: SiteConnection, decision: Pick<Decision, 'id' | 'etag'>, draft: DecisionDraft, references: DecisionReferences
): Promise<Decision> {
  try {
    const { etag } = await spPost<WrittenRow>(
      items(connection, `(${decision.id})`).using(WrittenParse),
      body(rowOf(draft, references), headers({ 'IF-Match': decision.etag, 'X-HTTP-Method': 'MERGE' }))
    );
    return decisionOf(draft, { id: decision.id, etag });
  } catch (error) {
    throw await toAppError(error, 'Decisions');
  }
}

async function remove(connection: SiteConnection, decision: Pick<Decision, 'id' | 'etag'>): Promise<void> {
  try {
    await spDelete(items(connection, `(${decision.id})`), headers({ 'IF-Match': decision.etag }));
  } catch (error) {
    const refusal = await toAppError(error, 'Decisions');
    if (refusal.kind !== 'gone') throw refusal;
  }
}

function byId(rows: readonly { readonly id: number; readonly code: string }[]): ReadonlyMap<number, string> {
  return new Map(rows.map(({ id, code }) => [id, code]));
}

async function list(
  connection: SiteConnection, plan: Parameters<DecisionRegister['list']>[0]
): Promise<{ decisions: Decision[]; problems: Problem[] }> {
  const batch = new ReadBatch(connection);
  const rows = batch.rows(allDecisionsQuery);
  await batch.send();
  const context: DecisionContext = {
    keyResultCodes: byId(plan.keyResults),
    objectiveCodes: byId(plan.strategicObjectives),
    processCodes: byId(plan.processes)
  };
  const problems: Problem[] = [];
  return { decisions: mapDecisions(await valueOf(await rows, 'Decisions'), context, problems), problems };
}
