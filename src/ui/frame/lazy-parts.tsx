import * as React from 'react';
import { ErrorBoundary } from '../components/error-boundary/error-boundary';
import { LoadingScreen } from './loading-screen';

// What opens later comes in files of its own, so that the first screen is not kept waiting for it.
export const ReportPanel = React.lazy(() => import(/* webpackChunkName: "report" */ '../features/report'));
export const KeyResultPage = React.lazy(() => import(/* webpackChunkName: "detail" */ '../features/detail'));
export const MatrixPage = React.lazy(() => import(/* webpackChunkName: "matrix" */ '../features/matrix'));
export const SetUpScreen = React.lazy(() => import(/* webpackChunkName: "set-up" */ '../features/set-up'));
export const ProblemsPanel = React.lazy(() => import(/* webpackChunkName: "problems" */ '../features/problems'));

/** Holds the place of a part while its file is on the way. `over`: it opens over the page, which stays as it is. */
export const LazyPart: React.FC<{ over?: boolean }> = ({ over, children }) => (
  <ErrorBoundary>
    <React.Suspense fallback={over ? null : <LoadingScreen slow={false} />}>{children}</React.Suspense>
  </ErrorBoundary>
);
