-- What a new Jira Software site has before anybody works in it. Runs in one transaction.
insert into sequence_value_item (seq_name, seq_id) values
  ('User', 10000), ('Project', 10000), ('Issue', 10000), ('ChangeGroup', 10000), ('ChangeItem', 10000),
  ('CustomField', 10100), ('CustomFieldValue', 10000), ('Version', 10000), ('Component', 10000), ('Label', 10000),
  ('IssueLink', 10000), ('ProjectRoleActor', 10100), ('PortalPage', 10000), ('PortletConfiguration', 10000);

insert into cwd_group (group_name) values ('jira-administrators'), ('jira-developers'), ('jira-users');
insert into globalpermissionentry (permission, group_name) values
  ('ADMINISTER', 'jira-administrators'), ('SYSTEM_ADMIN', 'jira-administrators');

insert into projectrole (id, name, description) values
  (10000, 'Users', 'People who may look at the project'),
  (10001, 'Developers', 'People who work on issues'),
  (10002, 'Administrators', 'People who run the project');
insert into projectroleactor (id, pid, projectroleid, roletype, roletypeparameter) values
  (10000, null, 10000, 'group', 'jira-users'),
  (10001, null, 10001, 'group', 'jira-developers'),
  (10002, null, 10002, 'group', 'jira-administrators');

insert into permissionscheme (id, name) values (10000, 'Default software scheme');
insert into schemepermissions (scheme, permission_key, projectrole) values
  (10000, 'BROWSE_PROJECTS', 10000), (10000, 'BROWSE_PROJECTS', 10001), (10000, 'BROWSE_PROJECTS', 10002),
  (10000, 'CREATE_ISSUES', 10001), (10000, 'CREATE_ISSUES', 10002),
  (10000, 'EDIT_ISSUES', 10001), (10000, 'EDIT_ISSUES', 10002),
  (10000, 'TRANSITION_ISSUES', 10001), (10000, 'TRANSITION_ISSUES', 10002),
  (10000, 'LINK_ISSUES', 10001), (10000, 'LINK_ISSUES', 10002),
  (10000, 'ADD_COMMENTS', 10001), (10000, 'ADD_COMMENTS', 10002),
  (10000, 'WORK_ON_ISSUES', 10001), (10000, 'WORK_ON_ISSUES', 10002),
  (10000, 'MOVE_ISSUES', 10001), (10000, 'MOVE_ISSUES', 10002),
  (10000, 'DELETE_ISSUES', 10002),
  (10000, 'ADMINISTER_PROJECTS', 10002);
insert into issuesecurityscheme (id, name) values (10000, 'Confidential issues');
insert into schemeissuesecuritylevels (id, scheme, name) values (10000, 10000, 'Leads only');
insert into schemeissuesecurities (security, projectrole) values (10000, 10002);

insert into issuestatus (id, pname, description, sequence, statuscategory) values
  ('10000', 'To Do', 'Nobody has started', 1, 'new'),
  ('3', 'In Progress', 'Somebody works on it', 2, 'indeterminate'),
  ('10002', 'In Review', 'Somebody else looks at it', 3, 'indeterminate'),
  ('10001', 'Done', 'Finished, or given up for a reason', 4, 'done');
insert into resolution (id, pname, description, sequence) values
  ('10000', 'Done', 'The work is finished', 1),
  ('10001', 'Won''t Do', 'The work will not be done', 2),
  ('10002', 'Duplicate', 'The same as another issue', 3),
  ('10003', 'Cannot Reproduce', 'What was reported could not be seen again', 4);
insert into priority (id, pname, description, sequence) values
  ('1', 'Highest', 'Blocks progress', 1),
  ('2', 'High', 'Serious, could block progress', 2),
  ('3', 'Medium', 'May affect progress', 3),
  ('4', 'Low', 'Easily worked around', 4),
  ('5', 'Lowest', 'Hardly matters', 5);
insert into issuetype (id, pname, description, sequence, subtask) values
  ('10000', 'Epic', 'A large piece of work', 1, false),
  ('10001', 'Story', 'Something that a user can do afterwards', 2, false),
  ('10002', 'Task', 'Work that has to be done', 3, false),
  ('10004', 'Bug', 'Something that does not work', 4, false),
  ('10003', 'Sub-task', 'A part of another issue', 5, true);

insert into jiraworkflow (id, name, initial_status) values (10000, 'Software development workflow', '10000');
-- The event types are those of com.atlassian.jira.event.type.EventType.
insert into workflowtransition (workflow, action_id, name, from_status, to_status, needs_resolution, event_type) values
  (10000, 11, 'Start progress', '10000', '3', false, 13),
  (10000, 21, 'Stop progress', '3', '10000', false, 13),
  (10000, 31, 'Send to review', '3', '10002', false, 13),
  (10000, 41, 'Back to work', '10002', '3', false, 13),
  (10000, 51, 'Done', '10000', '10001', true, 4),
  (10000, 51, 'Done', '3', '10001', true, 4),
  (10000, 51, 'Done', '10002', '10001', true, 4),
  (10000, 61, 'Close', '10000', '10001', true, 5),
  (10000, 71, 'Reopen', '10001', '10000', false, 7);

insert into issuelinktype (id, linkname, pstyle) values (10000, 'jira_subtask_link', 'jira_subtask');
insert into customfield (id, customfieldtypekey, cfname, description) values
  (10002, 'com.pyxis.greenhopper.jira:jsw-story-points', 'Story Points', 'How large the work is, compared with other work');
