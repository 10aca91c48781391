// What AUI takes over when it is loaded.
(function () {
  'use strict';
  var meta = document.querySelector('meta[name="ajs-context-path"]');
  window.AJS = {
    contextPath: function () {
      return meta ? meta.content : '';
    },
  };
})();
