// The board: plans, starts and completes sprints, and moves issues, by dialog or by dragging.
(function () {
  'use strict';
  var AJS = window.AJS;
  var dragged = null;

  function send(method, path, body) {
    return fetch(AJS.contextPath() + path, {
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

  function change(title, work) {
    work.then(
      function () {
        window.location.reload();
      },
      function (error) {
        AJS.flag({ type: 'error', title: title, body: AJS.escapeHtml(error.message), close: 'manual' });
      },
    );
  }

  function field(id) {
    return document.getElementById(id);
  }

  function onEach(attribute, event, work) {
    document.querySelectorAll('[' + attribute + ']').forEach(function (element) {
      element.addEventListener(event, function (happened) {
        work(element.getAttribute(attribute), element, happened);
      });
    });
  }

  // Opens a dialog and puts the focus into its first field; what submits it is replaced each time.
  function ask(id, submit) {
    var form = field(id);
    form.onsubmit = function (event) {
      event.preventDefault();
      AJS.dialog2(form).hide();
      submit();
    };
    AJS.dialog2(form).show();
    form.querySelector('input, select, textarea').focus();
  }

  onEach('data-cancel', 'click', function (value, button) {
    AJS.dialog2(button.closest('form')).hide();
  });

  // A moment as the field of the browser's own time zone wants it.
  function local(moment) {
    var date = new Date(moment);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  }

  var create = field('create-sprint');
  if (create) {
    create.addEventListener('click', function () {
      change(
        'The sprint was not created',
        send('POST', '/rest/agile/1.0/sprint', {
          originBoardId: Number(create.getAttribute('data-board')),
          name: create.getAttribute('data-name'),
        }),
      );
    });
  }

  onEach('data-start', 'click', function (sprint, button) {
    field('start-name').value = button.getAttribute('data-name');
    field('start-goal').value = button.getAttribute('data-goal');
    ['start-date', 'start-end'].forEach(function (id) {
      field(id).value = local(field(id).getAttribute('data-preset'));
    });
    ask('start-dialog', function () {
      change(
        'The sprint was not started',
        send('POST', '/rest/agile/1.0/sprint/' + sprint, {
          state: 'active',
          name: field('start-name').value,
          goal: field('start-goal').value,
          startDate: new Date(field('start-date').value).toISOString(),
          endDate: new Date(field('start-end').value).toISOString(),
        }),
      );
    });
  });

  onEach('data-complete', 'click', function (sprint) {
    ask('complete-dialog', function () {
      change(
        'The sprint was not completed',
        send('PUT', '/rest/greenhopper/1.0/sprint/' + sprint + '/complete', {
          incompleteIssuesDestination: field('complete-to').value,
        }),
      );
    });
  });

  // The detail view comes by Ajax, as in Jira: no page resource comes with it, and no event tells of it.
  onEach('data-detail', 'click', function (key, button) {
    var detail = field('ghx-detail-view');
    fetch(AJS.contextPath() + '/host/board-detail/' + key, { credentials: 'same-origin' })
      .then(function (response) {
        if (!response.ok) {
          throw new Error('The host answered ' + response.status);
        }
        return response.text();
      })
      .then(
        function (html) {
          detail.innerHTML = html;
          detail.hidden = false;
          var close = detail.querySelector('[data-close-detail]');
          close.addEventListener('click', function () {
            detail.hidden = true;
            detail.textContent = '';
            button.focus();
          });
          close.focus();
        },
        function (error) {
          AJS.flag({ type: 'error', title: key, body: AJS.escapeHtml(error.message), close: 'manual' });
        },
      );
  });

  function move(key, sprint) {
    change(
      key + ' was not moved',
      send('POST', '/rest/agile/1.0/' + (sprint === '0' ? 'backlog' : 'sprint/' + sprint) + '/issue', { issues: [key] }),
    );
  }

  onEach('data-move', 'click', function (key, button) {
    field('move-title').textContent = 'Move ' + key;
    field('move-to').value = button.closest('[data-sprint]').getAttribute('data-sprint');
    ask('move-dialog', function () {
      move(key, field('move-to').value);
    });
  });

  function transitions(key) {
    return send('GET', '/rest/api/2/issue/' + key + '/transitions').then(function (answer) {
      return answer.transitions;
    });
  }

  function transition(key, id) {
    return send('POST', '/rest/api/2/issue/' + key + '/transitions', { transition: { id: id } });
  }

  onEach('data-transition', 'click', function (key) {
    transitions(key).then(
      function (all) {
        var choice = field('transition-to');
        choice.textContent = '';
        all.forEach(function (each) {
          choice.add(new Option(each.name, each.id));
        });
        field('transition-title').textContent = 'Status of ' + key;
        ask('transition-dialog', function () {
          change('The status of ' + key + ' was not changed', transition(key, choice.value));
        });
      },
      function (error) {
        AJS.flag({ type: 'error', title: key, body: AJS.escapeHtml(error.message), close: 'manual' });
      },
    );
  });

  function toColumn(key, statuses) {
    change(
      'The status of ' + key + ' was not changed',
      transitions(key).then(function (all) {
        var fitting = all.filter(function (each) {
          return statuses.split(' ').indexOf(each.to.id) >= 0;
        });
        if (fitting.length === 0) {
          throw new Error('No transition leads there.');
        }
        return transition(key, fitting[0].id);
      }),
    );
  }

  onEach('draggable', 'dragstart', function (value, element, event) {
    dragged = element;
    event.dataTransfer.setData('text/plain', element.getAttribute('data-key'));
    event.dataTransfer.effectAllowed = 'move';
  });

  function target(attribute, drop) {
    onEach(attribute, 'dragover', function (value, element, event) {
      if (dragged) {
        event.preventDefault();
      }
    });
    onEach(attribute, 'drop', function (value, element, event) {
      event.preventDefault();
      if (dragged && !element.contains(dragged)) {
        drop(dragged.getAttribute('data-key'), value);
      }
      dragged = null;
    });
  }

  target('data-sprint', move);
  target('data-statuses', toColumn);
})();
