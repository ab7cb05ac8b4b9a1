define([], function () {
  return {
    Common_AppName: 'SIGACI OKR'
  };
});
