define([], function () {
  return {
    Maintenance_Title: 'Maintenance'
  };
});
