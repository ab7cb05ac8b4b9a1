define([], function () {
  return {
    // Maintenance: the frame of the page
    Maintenance_Title: 'Maintenance',
    Maintenance_Intro: 'Close quarters, review reports and mend data. Nothing changes before you have seen what it becomes.',
    Maintenance_Targets: 'Targets',
    Maintenance_Responsibilities: 'Responsibilities',
    Maintenance_ImportExport: 'Import and export',
    Maintenance_Site: 'Site',
    Maintenance_PlannersOnly: 'This page is for planners. If something in the plan needs changing, talk to Planning.'
  };
});
