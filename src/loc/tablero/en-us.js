define([], function () {
  return {
    Dashboard_Title: 'Dashboard'
  };
});
