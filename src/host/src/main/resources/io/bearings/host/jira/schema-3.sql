-- Functions that run when a transition is taken, comments and work logs. Every statement may run again after a
-- start that was killed half-way.
create table if not exists workflowfunction (
  id bigint not null primary key,
  workflow bigint not null references jiraworkflow (id),
  action_id int not null,
  module_key varchar(255) not null);
create index if not exists workflowfunction_workflow on workflowfunction (workflow);
create table if not exists workflowfunctionarg (
  workflowfunction bigint not null references workflowfunction (id),
  arg_name varchar(255) not null,
  arg_value varchar(32767) not null,
  primary key (workflowfunction, arg_name));

create table if not exists jiraaction (
  id bigint not null primary key,
  issueid bigint not null references jiraissue (id),
  author varchar(255) not null references cwd_user (user_key),
  actionbody varchar(32767) not null,
  created timestamp with time zone not null,
  updateauthor varchar(255) references cwd_user (user_key),
  updated timestamp with time zone not null);
create index if not exists jiraaction_issue on jiraaction (issueid);
create table if not exists worklog (
  id bigint not null primary key,
  issueid bigint not null references jiraissue (id),
  author varchar(255) not null references cwd_user (user_key),
  worklogbody varchar(32767) not null,
  created timestamp with time zone not null,
  startdate timestamp with time zone not null,
  timeworked bigint not null);
create index if not exists worklog_issue on worklog (issueid);
