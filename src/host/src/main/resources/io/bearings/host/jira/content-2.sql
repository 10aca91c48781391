-- What Jira Software adds to a site. Runs in one transaction.
insert into sequence_value_item (seq_name, seq_id) values 
  ('RapidView', 1), ('Column', 1), ('Sprint', 1), ('IssueConstant', 10200);
insert into customfield (id, customfieldtypekey, cfname, description) values
  (10001, 'com.pyxis.greenhopper.jira:gh-sprint', 'Sprint', 'The sprints that the work was planned for'),
  (10003, 'com.pyxis.greenhopper.jira:gh-epic-link', 'Epic Link', 'The epic that the work belongs to');
insert into issuelinktype (id, linkname, pstyle) values (10001, 'Epic-Story Link', 'jira_gh_epic_story');
insert into schemepermissions (scheme, permission_key, projectrole) values
  (10000, 'MANAGE_SPRINTS_PERMISSION', 10002),
  (10000, 'SCHEDULE_ISSUES', 10001), (10000, 'SCHEDULE_ISSUES', 10002);
