// The data lie beside src, so the compiler must not take them in; their shapes are PlanSeed and IndicatorSeed[].
declare module '*/seed/plan.json' {
  const content: unknown;
  export default content;
}
declare module '*/seed/indicators.json' {
  const content: unknown;
  export default content;
}
