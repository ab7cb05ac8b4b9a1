define([], function () {
  return {
    Dashboard_Title: 'Tablero',

    // Dashboard: the page's frame
    Dashboard_Plan: 'Plan {plan}',
    Dashboard_LiveOpen: 'a {day} · cifras vivas, {quarter} sigue abierto',
    Dashboard_Live: 'a {day} · cifras vivas',
    Dashboard_Frozen: 'trimestre {quarter}, tal como se congeló a {day}',
    Dashboard_FrozenOn: 'trimestre {quarter}, tal como se congeló a {day} · cerrado el {closed}',
    Dashboard_QuarterOpen: '{quarter} todavía no está cerrado: sus cifras son las de hoy.',
    Dashboard_QuarterUnknown: 'Este plan no tiene el trimestre {quarter}.',
    Dashboard_SeeToday: 'Ver hoy',
    Dashboard_Empty: 'El plan todavía no tiene resultados clave. Planeación los agrega en la lista Resultados clave.',
    Dashboard_Added: 'Llegaron al plan después de ese corte y no están en estas cifras: {codes}.',
    Dashboard_Removed: 'Tienen corte de ese trimestre y ya no están en el plan: {codes}.',
    Dashboard_UnknownObjectives: 'Las propiedades de la página nombran objetivos que este plan no tiene: {codes}. Se muestran los demás.',

    // Stand: where the plan stands
    Stand_Plan: 'El plan',
    Stand_Part: 'La parte del plan que se muestra ({codes})',
    Stand_NoData: '{subject} todavía no tiene reportes.',
    Stand_Behind: '{subject} va en {progress}, {n} punto por debajo de lo esperado.|{subject} va en {progress}, {n} puntos por debajo de lo esperado.',
    Stand_Ahead: '{subject} va en {progress}, {n} punto por encima de lo esperado.|{subject} va en {progress}, {n} puntos por encima de lo esperado.',
    Stand_OnPar: '{subject} va en {progress}, lo esperado.',
    Stand_BehindPast: '{subject} iba en {progress}, {n} punto por debajo de lo esperado.|{subject} iba en {progress}, {n} puntos por debajo de lo esperado.',
    Stand_AheadPast: '{subject} iba en {progress}, {n} punto por encima de lo esperado.|{subject} iba en {progress}, {n} puntos por encima de lo esperado.',
    Stand_OnParPast: '{subject} iba en {progress}, lo esperado.',
    Stand_ExpectedToday: 'Esperado hoy: {expected}',
    Stand_ExpectedThen: 'Esperado entonces: {expected}',
    Stand_SinceCutoff: 'puntos desde el corte {quarter} ({progress})',
    Stand_Of: '{reported} de {total}',
    Stand_Reported: 'resultados con algún reporte',
    Stand_NoDataCount: 'el que está sin dato cuenta como 0|los {n} sin dato cuentan como 0',
    Stand_NoTargetCount: 'el que está sin meta no cuenta|los {n} sin meta no cuentan',
    Stand_ResultsToday: 'Los {n} resultados, hoy',
    Stand_ResultsThen: 'Los {n} resultados, al cierre de {quarter}',
    Stand_Stripe: 'Resultados por estado: {lights}',
    Stand_Since: '{change} desde {quarter}',
    Stand_Coverage: '{reported} de {total} con reporte',
    Change_Up: 'Sube',
    Change_Down: 'Baja',
    Change_Same: 'Sin cambio',

    // Quarter: the quarter shown
    Quarter_Group: 'Trimestre que se muestra',
    Quarter_Older: 'Trimestres anteriores',
    Quarter_OlderShort: 'Anteriores',
    Quarter_Closed: 'Cerrado: ',
    Quarter_Today: 'Hoy',
    Quarter_Note: 'Los trimestres cerrados se muestran tal como se congelaron.'
  };
});
