package io.bearings.host.jira;

/** A small company for tests. */
final class Team {
  /**
   * boss runs all projects, dev works in APP and LIB, guest looks at APP and LIB, out has no role,
   * gone was a developer. APP-1 To Do, APP-2 In Progress, APP-3 Done, APP-4 a sub-task of APP-1,
   * APP-5 for leads only; LIB-1; HID-1 for boss only.
   */
  static final String FILE =
      """
      {
        'users': [
          {'name': 'boss', 'fullname': 'Zoe Boss'}, {'name': 'dev', 'fullname': 'Abel Dev'},
          {'name': 'guest'}, {'name': 'out'}, {'name': 'gone', 'active': false}],
        'links': [{'name': 'sub-task-link', 'sourceId': '4', 'destinationId': '1'}],
        'projects': [
          {'key': 'APP', 'name': 'The app', 'lead': 'boss', 'versions': [{'name': '1.0'}],
           'roles': {'Administrators': {'users': ['boss']}, 'Developers': {'users': ['dev', 'gone']},
                     'Users': {'users': ['guest']}},
           'issues': [
             {'key': 'APP-1', 'externalId': '1', 'summary': 'Sign in with a passkey', 'priority': 'Low',
              'description': 'Nobody remembers passwords.', 'assignee': 'dev', 'labels': ['x'],
              'created': 'P-9D', 'fixedVersions': ['1.0'], 'customFieldValues':
                [{'fieldName': 'Story Points', 'fieldType':
                  'com.pyxis.greenhopper.jira:jsw-story-points', 'value': '3'}]},
             {'key': 'APP-2', 'summary': 'Re-open lists where they were', 'status': 'In Progress',
              'issueType': 'Story', 'assignee': 'boss', 'created': 'P-8D', 'priority': 'Highest'},
             {'key': 'APP-3', 'summary': 'Fewer passwords', 'status': 'Done', 'issueType': 'Bug',
              'resolution': 'Done', 'created': 'P-7D', 'resolutionDate': 'P-1D',
              'history': [{'author': 'dev', 'created': 'P-1D', 'items': [
                {'field': 'resolution', 'toString': 'Done'},
                {'field': 'status', 'fromString': 'To Do', 'toString': 'Done'}]}]},
             {'key': 'APP-4', 'externalId': '4', 'summary': 'Ask for the fingerprint',
              'issueType': 'Sub-task', 'created': 'P-6D'},
             {'key': 'APP-5', 'summary': 'Talk about the price', 'securityLevel': 'Leads only',
              'assignee': 'boss', 'created': 'P-5D'}]},
          {'key': 'LIB', 'name': 'The library', 'lead': 'boss',
           'roles': {'Administrators': {'users': ['boss']}, 'Developers': {'users': ['dev']},
                     'Users': {'users': ['guest']}},
           'issues': [{'key': 'LIB-1', 'summary': 'Sign the library', 'created': 'P-4D'}]},
          {'key': 'HID', 'name': 'Hidden', 'lead': 'boss',
           'roles': {'Administrators': {'users': ['boss']}},
           'issues': [{'key': 'HID-1', 'summary': 'Sign in secret', 'created': 'P-3D'}]}
        ]
      }
      """;

  private Team() {}
}
