// The globals that Jira's pages offer to scripts, and the AMD modules that wrap them.
(function () {
  'use strict';
  var AJS = window.AJS;
  var $ = window.jQuery;

  // Jira's pages keep what scripts may ask in <meta name="ajs-…">; both ways to ask are in use.
  function metaOf(name) {
    var element = document.querySelector('meta[name="ajs-' + CSS.escape(name) + '"]');
    return element ? element.content : undefined;
  }
  document.querySelectorAll('meta[name^="ajs-"]').forEach(function (element) {
    var camel = element.name.slice(4).replace(/-([a-z])/g, function (match, letter) {
      return letter.toUpperCase();
    });
    AJS.params[camel] = element.content;
  });
  AJS.params.baseURL = AJS.contextPath();
  AJS.Meta = {
    get: function (name) {
      var value = metaOf(name);
      return value === 'true' ? true : value === 'false' ? false : value;
    },
    getBoolean: function (name) {
      return metaOf(name) === 'true';
    },
    getNumber: function (name) {
      return Number(metaOf(name));
    },
  };

  // Web resources that come after the page, one after the other; what is there is not loaded again.
  function add(address) {
    return new Promise(function (resolve, reject) {
      var isStyle = address.split('?')[0].endsWith('.css');
      var there = document.querySelector((isStyle ? 'link[href="' : 'script[src="') + CSS.escape(address) + '"]');
      if (there) {
        resolve();
        return;
      }
      var element = document.createElement(isStyle ? 'link' : 'script');
      if (isStyle) {
        element.rel = 'stylesheet';
        element.href = address;
      } else {
        element.src = address;
      }
      element.onload = resolve;
      element.onerror = function () {
        element.remove();
        reject(new Error(address));
      };
      document.head.append(element);
    });
  }
  function resource(name) {
    if (name.slice(0, 3) !== 'wr!') {
      return Promise.reject(new Error('The host knows wr! and no ' + name));
    }
    return fetch(AJS.contextPath() + '/download/resources/' + name.slice(3))
      .then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject(new Error(name + ': ' + answer.status));
      })
      .then(function (addresses) {
        return addresses.split('\n').reduce(function (before, address) {
          return before.then(function () {
            return add(address);
          });
        }, Promise.resolve());
      });
  }
  window.WRM = {
    require: function (names, callback) {
      var loaded = $.Deferred();
      [].concat(names)
        .reduce(function (before, name) {
          return before.then(function () {
            return resource(name);
          });
        }, Promise.resolve())
        .then(loaded.resolve, loaded.reject);
      return callback ? loaded.done(callback) : loaded;
    },
  };

  var define = window.define;
  define('jquery', [], function () {
    return $;
  });
  define('ajs', [], function () {
    return AJS;
  });
  define('aui/flag', [], function () {
    return AJS.flag;
  });
  define('aui/dialog2', [], function () {
    return AJS.dialog2;
  });
  define('wrm/require', [], function () {
    return window.WRM.require;
  });
  define('wrm/context-path', [], function () {
    return AJS.contextPath;
  });
})();
