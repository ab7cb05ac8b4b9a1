define([], function () {
  return {
    Dashboard_Title: 'Tablero'
  };
});
