import * as fs from 'fs';
import * as path from 'path';

/** What the seed files hold, as the tests read them. */
export interface SeedKeyResult {
  code: string; tacticalObjective: string; title: string; processes: string[];
  direction: string; accumulation: string; unit: string; baseline: number | null; target: number | null; criticalLimit: number | null;
  stages: { weight: number; text: string }[]; scale: string[]; startDate: string; endDate: string; weight: number;
  sameMeasureAs: string | null; indicator: string | null; topics: string[]; sourceNote: string; reading: string; source: string;
  active: boolean; order: number;
}

/** plan.json */
export interface SeedPlan {
  plan: {
    code: string; title: string; purpose: string; vision: string; slogan: string; startDate: string; endDate: string;
    greenFrom: number; yellowFrom: number; graceDays: number; source: Record<string, string>;
  };
  processes: { code: string; order: number }[];
  quarters: { code: string; startDate: string; endDate: string; state: string }[];
  strategicObjectives: { code: string; title: string; statement: string; order: number; weight: number; source: string }[];
  tacticalObjectives: {
    code: string; strategicObjective: string; title: string; statement: string; order: number; weight: number; source: string;
    sourceNote: string;
  }[];
  topics: { code: string; title: string; statement: string; source: string }[];
  keyResults: SeedKeyResult[];
}

/** indicators.json: one row. */
export interface SeedIndicator {
  code: string; kind: string; title: string; unit: string; accumulationForm: string; sense: string; baseline: number | null;
  planTarget: number; weight: number; program: string; source: string;
  years: { year: number; target: number; achieved: number; cutMonth: number }[];
}

/** The text of a seed file. */
export function seedText(name: string): string {
  return fs.readFileSync(path.join(__dirname, '../../sharepoint/seed', name), 'utf8');
}

/** plan.json, parsed. */
export const seedPlan = JSON.parse(seedText('plan.json')) as SeedPlan;
/** indicators.json, parsed. */
export const seedIndicators = JSON.parse(seedText('indicators.json')) as SeedIndicator[];
