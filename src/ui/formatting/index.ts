export { HARD_SPACE, formatAmount, formatNumber, formatPercent, formatPoints, formatTenths, shareText } from './numbers';
export { formatAgo, formatDay, formatDayMonth, formatLongDay, formatMoment, formatMonth, formatTime, formatWeekday, isSameDay } from './dates';
export type { When } from './dates';
export { plural, rich, text } from './text';
export type { TextValue } from './text';
export { describeAccumulation, describeExpectation, describeFigure, describeMeasure, figurePhrase, figureSentence, isLimit, levelName } from './figures';
export type { FigureText } from './figures';
