/**
 * What the browser does with the check-ins that SharePoint sends, before anything is shown: parsing the answer and mapping its rows, for this
 * plan's open quarter and for 20,000 rows. Median milliseconds. `npx tsx test/bench/reading.ts`
 */
import type { Workspace } from '../../src/application';
import { mapCheckIns } from '../../src/sharepoint/mapping/check-ins';
import { inMemoryServices, SAMPLE_NOW } from '../support/in-memory-services';

const SIZES = [200, 20000];
const REPEATS = 15;

function answer({ keyResults, processes }: Workspace, rows: number): string {
  const reporting = keyResults.filter(({ sameMeasureAs }) => sameMeasureAs === null);
  const author = { Id: 3, Name: 'i:0#.f|membership|com@aci.example', Title: 'Profesional de COM', EMail: 'com@aci.example' };
  return JSON.stringify({
    value: Array.from({ length: rows }, (_, n) => ({
      'odata.etag': '"1"', Id: n + 1, Title: `Reporte ${n}`, KeyResultId: reporting[n % reporting.length].id, ProcessId: 1 + (n % processes.length),
      Quarter: '2021-T3', Value: 1, StagesDone: '', Confidence: 'Alta', Obstacles: '', NextStep: 'Firmar el siguiente.', Evidence: '',
      Narrative: 'Se gestionaron acuerdos con tres ciudades y se firmó uno en el trimestre.', ReportedOn: '2021-10-05T15:00:00Z',
      ClientKey: `reading-${n}`, Created: '2021-10-05T15:00:00Z', OData__UIVersionString: '1.0', Author: author
    }))
  });
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main(): Promise<void> {
  const workspace = await inMemoryServices({ user: 'direccion' }).plan.readWorkspace(SAMPLE_NOW, undefined, 'dashboard');
  const context = {
    keyResults: workspace.keyResults, quarters: workspace.quarters,
    keyResultCodes: new Map(workspace.keyResults.map(({ id, code }) => [id, code])),
    processCodes: new Map(workspace.processes.map(({ code }, index) => [index + 1, code]))
  };
  for (const size of SIZES) {
    const text = answer(workspace, size);
    const times: Record<'parse' | 'map', number[]> = { parse: [], map: [] };
    for (let n = 0; n < REPEATS; n++) {
      const started = performance.now();
      const { value } = JSON.parse(text);
      const parsed = performance.now();
      const checkIns = mapCheckIns(value, [], context, []);
      const mapped = performance.now();
      if (checkIns.length !== size) throw new Error(`${checkIns.length} of ${size} rows could be used`);
      times.parse.push(parsed - started);
      times.map.push(mapped - parsed);
    }
    console.log(`${String(size).padStart(6)} rows, ${(text.length / 1e6).toFixed(1)} MB: parsed ${median(times.parse).toFixed(1)} ms, mapped ${median(times.map).toFixed(1)} ms`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
