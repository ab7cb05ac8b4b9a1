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

    // Quarter: the quarter shown
    Quarter_Group: 'Trimestre que se muestra',
    Quarter_Older: 'Trimestres anteriores',
    Quarter_OlderShort: 'Anteriores',
    Quarter_Closed: 'Cerrado: ',
    Quarter_Today: 'Hoy',
    Quarter_Note: 'Los trimestres cerrados se muestran tal como se congelaron.'
  };
});
