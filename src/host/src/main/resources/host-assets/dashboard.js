// The dashboard: draws each gadget by its module and keeps its preferences.
(function () {
  'use strict';
  var AJS = window.AJS;
  var $ = AJS.$;
  var base = AJS.contextPath() + '/rest/dashboards/1.0/gadget';
  var dashboard = document.getElementById('dashboard');
  var MINUTE = 60 * 1000;

  function send(method, path, body) {
    return fetch(base + path, {
      method: method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).then(function (response) {
      if (response.ok) {
        return response.status === 204 ? null : response.json();
      }
      return response.json().then(
        function (problem) {
          throw new Error((problem.errorMessages || []).concat(Object.values(problem.errors || {})).join(' '));
        },
        function () {
          throw new Error('The host answered ' + response.status);
        },
      );
    });
  }

  function complain(title, error) {
    AJS.flag({ type: 'error', title: title, body: AJS.escapeHtml(error.message), close: 'manual' });
  }

  // Jira keeps every preference as text, whatever a module hands over.
  function asTexts(preferences) {
    var texts = {};
    Object.keys(preferences || {}).forEach(function (name) {
      var value = preferences[name];
      texts[name] = value === null || value === undefined ? '' : String(value);
    });
    return texts;
  }

  function Gadget(chrome) {
    this.chrome = chrome;
    this.id = chrome.dataset.id;
    this.element = chrome.querySelector('.gadget-inline');
    // What the server rendered is there again whenever the module draws anew.
    this.view = this.element.innerHTML;
    this.title = chrome.querySelector('.dashboard-item-title');
    this.loading = chrome.querySelector('.host-loading');
    this.preferences = JSON.parse(chrome.dataset.preferences);
    this.configurable = chrome.dataset.configurable === 'true';
    this.timer = null;
    this.afterRender = [];
  }

  Gadget.prototype.api = function () {
    var gadget = this;
    return {
      getGadgetId: function () {
        return gadget.id;
      },
      isEditable: function () {
        return true;
      },
      getContext: function () {
        return { dashboard: { id: AJS.Meta.get('dashboard-id') }, dashboardItem: { id: gadget.id } };
      },
      getRefreshFieldValue: function () {
        return gadget.preferences.refresh || 'false';
      },
      once: function (event, listener) {
        if (event === 'afterRender') {
          gadget.afterRender.push(listener);
        }
      },
      resize: function () {
        // The page's layout follows the content by itself.
      },
      forceLayoutRefresh: function () {
        window.dispatchEvent(new Event('resize'));
      },
      showLoadingBar: function () {
        gadget.loading.hidden = false;
      },
      hideLoadingBar: function () {
        gadget.loading.hidden = true;
      },
      setTitle: function (title) {
        gadget.title.textContent = title;
      },
      savePreferences: function (preferences) {
        var texts = asTexts(preferences);
        return send('PUT', '/' + gadget.id + '/prefs', texts).then(
          function () {
            gadget.preferences = texts;
            gadget.show();
          },
          function (error) {
            complain('The preferences could not be saved', error);
          },
        );
      },
      closeEdit: function () {
        gadget.show();
      },
      initRefresh: function (preferences, refresh) {
        gadget.refreshEvery(Number((preferences || {}).refresh), refresh);
      },
    };
  };

  Gadget.prototype.refreshEvery = function (minutes, refresh) {
    clearInterval(this.timer);
    this.timer = null;
    if (minutes > 0) {
      this.timer = setInterval(refresh, minutes * MINUTE);
    }
  };

  Gadget.prototype.start = function () {
    if (this.chrome.dataset.module === '') {
      return;
    }
    try {
      var Module = window.require(this.chrome.dataset.module);
      this.module = new Module(this.api(), this.api().getContext());
    } catch (error) {
      this.fail(error);
      return;
    }
    // As in Jira, a module says that it has all it needs by the preference isConfigured.
    if (this.configurable && this.preferences.isConfigured !== 'true') {
      this.edit();
    } else {
      this.show();
    }
  };

  Gadget.prototype.fail = function (error) {
    var message = document.createElement('p');
    message.className = 'host-gadget-failed';
    message.textContent = 'This gadget cannot be shown: ' + error.message;
    this.element.replaceChildren(message);
    this.loading.hidden = true;
    console.error(error);
  };

  Gadget.prototype.draw = function (how) {
    clearInterval(this.timer);
    this.element.innerHTML = this.view;
    try {
      var drawn = this.module[how]($(this.element), Object.assign({}, this.preferences));
      Promise.resolve(drawn).catch(this.fail.bind(this));
    } catch (error) {
      this.fail(error);
      return;
    }
    this.afterRender.splice(0).forEach(function (listener) {
      listener();
    });
  };

  Gadget.prototype.show = function () {
    this.draw('render');
  };

  Gadget.prototype.edit = function () {
    this.draw('renderEdit');
  };

  Gadget.prototype.remove = function () {
    var gadget = this;
    send('DELETE', '/' + gadget.id).then(
      function () {
        window.location.reload();
      },
      function (error) {
        complain('The gadget could not be removed', error);
      },
    );
  };

  var gadgets = {};
  dashboard.querySelectorAll('.dashboard-item-frame').forEach(function (chrome) {
    var gadget = new Gadget(chrome);
    gadgets[gadget.id] = gadget;
    gadget.start();
  });

  dashboard.addEventListener('click', function (event) {
    var button = event.target.closest('[data-action]');
    if (!button) {
      return;
    }
    var gadget = gadgets[button.closest('.dashboard-item-frame').dataset.id];
    switch (button.dataset.action) {
      case 'refresh':
        gadget.show();
        break;
      case 'configure':
        gadget.edit();
        break;
      default:
        gadget.remove();
    }
  });

  document.getElementById('add-gadget').addEventListener('click', function () {
    AJS.dialog2('#gadget-directory').show();
  });

  document.getElementById('gadget-directory').addEventListener('click', function (event) {
    var button = event.target.closest('[data-add]');
    if (!button) {
      return;
    }
    var filled = Array.from(dashboard.querySelectorAll('.host-column'), function (column) {
      return column.childElementCount;
    });
    var shorter = filled.indexOf(Math.min.apply(null, filled));
    send('POST', '', { completeKey: button.dataset.add, column: shorter }).then(
      function () {
        window.location.reload();
      },
      function (error) {
        complain('The gadget could not be added', error);
      },
    );
  });
})();
