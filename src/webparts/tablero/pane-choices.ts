import type { Services } from '../../application/ports';

/** What the property pane offers, read when it opens. */
export interface PaneChoices {
  readonly site: string;
  readonly plan: string;
  readonly planCodes: readonly string[];
  readonly objectives: readonly { readonly code: string; readonly title: string }[];
}

/** A code that can be the name of a property. */
const PLAIN = /^[\w-]+$/;

/** `null` when they cannot be read: the pane then asks for text instead. @param plan code, or empty for the one that holds today */
export async function readPaneChoices(services: Services, site: string, plan: string): Promise<PaneChoices | null> {
  try {
    const workspace = await services.plan.readWorkspace(services.now(), plan || undefined);
    return {
      site,
      plan,
      planCodes: workspace.planCodes,
      objectives: workspace.strategicObjectives.filter(({ code }) => PLAIN.test(code)).map(({ code, title }) => ({ code, title }))
    };
  } catch {
    // The page itself says what is wrong; the pane is there to mend it.
    return null;
  }
}
