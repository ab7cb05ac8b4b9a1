define([], function () {
  return {
    // Maintenance: the frame of the page
    Maintenance_Title: 'Mantenimiento',
    Maintenance_Intro: 'Cierra trimestres, revisa reportes y repara datos. Nada se cambia sin mostrarte antes cómo queda.',
    Maintenance_Targets: 'Metas',
    Maintenance_Responsibilities: 'Responsables',
    Maintenance_ImportExport: 'Importar y exportar',
    Maintenance_Site: 'Sitio',
    Maintenance_PlannersOnly: 'Esta página es de Planeación. Si necesitas cambiar algo del plan, habla con Planeación.'
  };
});
