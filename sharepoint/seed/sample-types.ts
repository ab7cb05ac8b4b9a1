/** What sample.json holds. Codes refer to plan.json. */

export interface SampleEvidence {
  /** Site-relative, percent-encoded. */
  url: string;
  text: string;
}

export interface SampleCheckIn {
  /** The row's Title: says that it is sample data. */
  title: string;
  keyResult: string;
  process: string;
  quarter: string;
  /** Contribution, reading, or level of the scale (1-based); null for milestones. */
  value: number | null;
  /** Milestone: finished stages, 1-based; null for the rest. */
  stagesDone: number[] | null;
  confidence: 'Alta' | 'Media' | 'Baja';
  narrative: string;
  obstacles: string;
  nextStep: string;
  evidence: SampleEvidence[];
  /** ISO with Bogota's offset. */
  reportedOn: string;
  clientKey: string;
  /** null: not reviewed yet. */
  review: { verdict: 'Aprobado' | 'Devuelto'; note: string } | null;
}

export interface SampleTargetChange {
  keyResult: string; oldTarget: number | null; newTarget: number | null; reason: string; effectiveOn: string;
}

export interface SampleProgrammed { keyResult: string; quarter: string; value: number }

export interface SampleDecision {
  title: string; keyResult: string; strategicObjective: string; decidedOn: string; responsibleProcess: string; dueDate: string;
  state: 'Abierta' | 'Cumplida'; detail: string;
}

/** Columns of a key result that the local site has otherwise than the plan. */
export interface SampleOverride {
  keyResult: string;
  sample: true;
  reason: string;
  set: { stages?: { weight: number; text: string }[]; scale?: string[]; criticalLimit?: number };
}

/** A file of the SIGACI library; its bytes come from `samplePdf(title, lines)`. */
export interface SampleDocument {
  process: string;
  /** Site-relative, as the plan writes it. */
  folder: string;
  fileName: string;
  title: string;
  lines: string[];
}

export interface Sample {
  sample: true;
  note: string;
  /** The local site's clock. */
  now: string;
  /** Quarters that are not open; `closedOn` ISO with Bogota's offset. */
  quarterStates: { quarter: string; state: 'closed'; closedOn: string }[];
  /** Process code → login of the person of that process in the local site. */
  members: Record<string, string>;
  keyResultOverrides: SampleOverride[];
  targetChanges: SampleTargetChange[];
  programmedTargets: SampleProgrammed[];
  decisions: SampleDecision[];
  /** One per process. */
  operativePlans: SampleDocument[];
  /** What the evidence of check-ins links to, beside the operative plans. */
  documents: SampleDocument[];
  checkIns: SampleCheckIn[];
}
