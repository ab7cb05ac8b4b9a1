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

    // Stand: where the plan stands
    Stand_Plan: 'The plan',
    Stand_Part: 'The part of the plan shown ({codes})',
    Stand_NoData: '{subject} has no reports yet.',
    Stand_Behind: '{subject} is at {progress}, {n} point below expected.|{subject} is at {progress}, {n} points below expected.',
    Stand_Ahead: '{subject} is at {progress}, {n} point above expected.|{subject} is at {progress}, {n} points above expected.',
    Stand_OnPar: '{subject} is at {progress}, as expected.',
    Stand_BehindPast: '{subject} was at {progress}, {n} point below expected.|{subject} was at {progress}, {n} points below expected.',
    Stand_AheadPast: '{subject} was at {progress}, {n} point above expected.|{subject} was at {progress}, {n} points above expected.',
    Stand_OnParPast: '{subject} was at {progress}, as expected.',
    Stand_ExpectedToday: 'Expected today: {expected}',
    Stand_ExpectedThen: 'Expected then: {expected}',
    Stand_SinceCutoff: 'points since cutoff {quarter} ({progress})',
    Stand_Of: '{reported} of {total}',
    Stand_Reported: 'key results with some report',
    Stand_NoDataCount: 'the one without data counts as 0|the {n} without data count as 0',
    Stand_NoTargetCount: 'the one without target does not count|the {n} without target do not count',
    Stand_ResultsToday: 'The {n} key results, today',
    Stand_ResultsThen: 'The {n} key results, at the close of {quarter}',
    Stand_Stripe: 'Key results by state: {lights}',
    Stand_Since: '{change} since {quarter}',
    Stand_Coverage: '{reported} of {total} reported on',
    Change_Up: 'Up',
    Change_Down: 'Down',
    Change_Same: 'No change',

    // Quarter: the quarter shown
    Quarter_Group: 'Quarter shown',
    Quarter_Older: 'Earlier quarters',
    Quarter_OlderShort: 'Earlier',
    Quarter_Closed: 'Closed: ',
    Quarter_Today: 'Today',
    Quarter_Note: 'Closed quarters are shown as they were frozen.'
  };
});
