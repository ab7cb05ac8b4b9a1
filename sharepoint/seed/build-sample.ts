/**
 * Makes sample.json out of sample-reports.txt and sample-settings.ts: `npx tsx sharepoint/seed/build-sample.ts`.
 * The same sources always give the same file; a test compares the committed one with what this makes.
 */
import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import {
  CLOSED_ON, DECISIONS, KEY_RESULT_OVERRIDES, OPERATIVE_PLANS_FOLDER, PROGRAMMED_TARGETS, SAMPLE_NOTE, SAMPLE_NOW, TARGET_CHANGES
} from './sample-settings';
import type { Sample, SampleCheckIn, SampleDocument, SampleEvidence } from './sample-types';

interface PlanFile {
  processes: { code: string }[];
  quarters: { code: string; endDate: string }[];
  keyResults: { code: string; title: string; processes: string[]; direction: string }[];
}

const DAY = 86_400_000;
const CONFIDENCE = { A: 'Alta', M: 'Media', B: 'Baja' } as const;
/** Share of the check-ins, in percent, that carry evidence when their line does not say. */
const EVIDENCE_SHARE = 60;

const digest = (text: string): string => createHash('sha1').update(`sigaci-okr-sample/${text}`).digest('hex');
const pick = (text: string, below: number): number => parseInt(digest(text).slice(0, 8), 16) % below;

/** A UUID (version 5 in form) that depends only on the text. */
function stableKey(text: string): string {
  const h = digest(text);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-5${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** A working day in the first week after the quarter's end, unless the line says which. Never after the sample's clock. */
function reportingDay(key: string, quarterEnd: string, given: string | undefined, lastDay: string): string {
  if (given) return given;
  let day = Date.parse(quarterEnd) + (1 + pick(`${key}/day`, 8)) * DAY;
  if (day > Date.parse(lastDay)) day = Date.parse(quarterEnd) + (2 + pick(`${key}/day`, 3)) * DAY;
  while ([0, 6].includes(new Date(day).getUTCDay())) day += DAY;
  return new Date(day).toISOString().slice(0, 10);
}

/** Latest readings must follow the order of the file within a quarter, so later lines of one day get later hours. */
function clockTime(key: string, position: number): string {
  const minutes = 8 * 60 + Math.min(position, 8) * 60 + pick(`${key}/minute`, 60);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

const linkTo = (file: SampleDocument): SampleEvidence => ({
  url: `/${`${file.folder}/${file.fileName}`.split('/').map(encodeURIComponent).join('/')}`,
  text: file.title
});

function documents(plan: PlanFile): { operativePlans: SampleDocument[]; records: SampleDocument[] } {
  const operativePlans = plan.processes.map(({ code }) => ({
    process: code,
    folder: OPERATIVE_PLANS_FOLDER,
    fileName: `Plan operativo 2021 ${code} (ejemplo).pdf`,
    title: `Plan operativo 2021 ${code} (ejemplo)`,
    lines: [
      'DOCUMENTO DE EJEMPLO. No es un plan operativo de la ACI Medellín.', '',
      `Resultados clave por los que responde ${code} en el plan estratégico 2021-2023:`, '',
      ...plan.keyResults.filter((k) => k.processes.includes(code)).map((k) => `${k.code}  ${k.title}`)
    ]
  }));
  const records = plan.processes.map(({ code }) => ({
    process: code,
    folder: OPERATIVE_PLANS_FOLDER,
    fileName: `Acta de seguimiento ${code} (ejemplo).pdf`,
    title: `Acta de seguimiento ${code} (ejemplo)`,
    lines: [
      'DOCUMENTO DE EJEMPLO. No es un acta de la ACI Medellín.', '',
      `Acta de la reunión trimestral de seguimiento de ${code}.`,
      'Se revisaron los reportes del trimestre y sus soportes, y se acordaron los próximos pasos.'
    ]
  }));
  return { operativePlans, records };
}

/** Parses the reports. Throws, naming the line, where one does not have the form described at the top of the file. */
function checkIns(text: string, plan: PlanFile, files: { operativePlans: SampleDocument[]; records: SampleDocument[] }): SampleCheckIn[] {
  const out: SampleCheckIn[] = [];
  const seen = new Map<string, number>();
  const positions = new Map<string, number>();
  let keyResult: PlanFile['keyResults'][number] | undefined;
  text.split('\n').forEach((line, index) => {
    const fail = (why: string): never => { throw new Error(`sample-reports.txt, line ${index + 1}: ${why}: ${line}`); };
    if (!line.trim() || line.startsWith('#')) return;
    if (/^OE\d-OT\d-R\d$/.test(line)) {
      keyResult = plan.keyResults.find((k) => k.code === line) ?? fail('no such key result');
      return;
    }
    const [head, narrative = '', obstacles = '', nextStep = '', options = ''] = line.split('|').map((part) => part.trim());
    const match = /^(2\d)T([1-4]) (\w+) ([\d.]+)(\/?) ([AMB])$/.exec(head);
    if (!match || !keyResult || !narrative) return fail('not a report');
    const [, year, term, process, figure, slash, confidence] = match;
    const quarter = plan.quarters.find((q) => q.code === `20${year}-T${term}`) ?? fail('no such quarter');
    const milestone = keyResult.direction === 'Milestone';
    if (milestone !== (slash === '/')) fail('stages are for milestones, and milestones have only stages');
    const option = new Map(options.split(' + ').map((o) => o.trim()).filter(Boolean).map((o) => {
      const [name, value = ''] = o.split('=');
      return [name, value] as const;
    }));
    const unknown = [...option.keys()].find((o) => !['fecha', 'devuelto', 'pendiente', 'sin evidencia', 'acta'].includes(o));
    if (unknown) fail(`unknown option ${unknown}`);

    const place = `${keyResult.code}/${quarter.code}/${process}`;
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    const key = `${place}/${nth}`;
    const positionKey = `${keyResult.code}/${quarter.code}`;
    const position = positions.get(positionKey) ?? 0;
    positions.set(positionKey, position + 1);
    const record = files.records.find((f) => f.process === process);
    const operativePlan = files.operativePlans.find((f) => f.process === process);
    if (!record || !operativePlan) return fail('no such process');
    const withEvidence = option.has('acta') || (!option.has('sin evidencia') && pick(`${key}/evidence`, 100) < EVIDENCE_SHARE);
    const evidence = withEvidence ? [linkTo(option.has('acta') || pick(`${key}/kind`, 2) ? record : operativePlan)] : [];
    out.push({
      title: `Dato de ejemplo: ${keyResult.code} · ${process} · ${quarter.code}`,
      keyResult: keyResult.code,
      process,
      quarter: quarter.code,
      value: milestone ? null : Number(figure),
      stagesDone: milestone ? Array.from({ length: Number(figure) }, (_, i) => i + 1) : null,
      confidence: CONFIDENCE[confidence as keyof typeof CONFIDENCE],
      narrative, obstacles, nextStep, evidence,
      reportedOn: `${reportingDay(positionKey, quarter.endDate, option.get('fecha'), '2023-10-04')}T${clockTime(key, position)}-05:00`,
      clientKey: stableKey(key),
      review: option.has('pendiente') ? null
        : option.has('devuelto') ? { verdict: 'Devuelto', note: option.get('devuelto') ?? '' }
          : { verdict: 'Aprobado', note: '' }
    });
  });
  return out;
}

/** The content of sample.json. */
export function buildSample(folder: string = __dirname): Sample {
  const plan = JSON.parse(fs.readFileSync(path.join(folder, 'plan.json'), 'utf8')) as PlanFile;
  const files = documents(plan);
  return {
    sample: true,
    note: SAMPLE_NOTE,
    now: SAMPLE_NOW,
    quarterStates: Object.entries(CLOSED_ON).map(([quarter, day]) => ({ quarter, state: 'closed', closedOn: `${day}T09:00:00-05:00` })),
    members: Object.fromEntries(plan.processes.map(({ code }) => [code, code.toLowerCase()])),
    keyResultOverrides: KEY_RESULT_OVERRIDES,
    targetChanges: TARGET_CHANGES,
    programmedTargets: PROGRAMMED_TARGETS,
    decisions: DECISIONS,
    operativePlans: files.operativePlans,
    documents: files.records,
    checkIns: checkIns(fs.readFileSync(path.join(folder, 'sample-reports.txt'), 'utf8'), plan, files)
  };
}

/** sample.json as it is written: check-ins and other rows one a line, so that a change shows as that row. */
export function sampleText(sample: Sample): string {
  const rows = Object.entries(sample).map(([name, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(name)}: [\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}

if (require.main === module) {
  fs.writeFileSync(path.join(__dirname, 'sample.json'), sampleText(buildSample()));
}
