define([], function () {
  return {
    Dashboard_Title: 'Dashboard',

    // Dashboard: the page's frame
    Dashboard_Plan: 'Plan {plan}',
    Dashboard_LiveOpen: 'on {day} · live figures, {quarter} is still open',
    Dashboard_Live: 'on {day} · live figures',
    Dashboard_Frozen: 'quarter {quarter}, as it was frozen on {day}',
    Dashboard_FrozenOn: 'quarter {quarter}, as it was frozen on {day} · closed on {closed}',
    Dashboard_QuarterOpen: '{quarter} is not closed yet: its figures are today’s.',
    Dashboard_QuarterUnknown: 'This plan has no quarter {quarter}.',
    Dashboard_SeeToday: 'See today',
    Dashboard_Empty: 'The plan has no key results yet. Planning adds them to the list Resultados clave.',
    Dashboard_Added: 'They joined the plan after that cutoff and are not in these figures: {codes}.',
    Dashboard_Removed: 'They have a cutoff of that quarter and are no longer in the plan: {codes}.',
    Dashboard_UnknownObjectives: 'The page’s properties name objectives that this plan does not have: {codes}. The others are shown.',

    // Quarter: the quarter shown
    Quarter_Group: 'Quarter shown',
    Quarter_Older: 'Earlier quarters',
    Quarter_OlderShort: 'Earlier',
    Quarter_Closed: 'Closed: ',
    Quarter_Today: 'Today',
    Quarter_Note: 'Closed quarters are shown as they were frozen.'
  };
});
