define([], function () {
  return {
    Maintenance_Title: 'Mantenimiento'
  };
});
