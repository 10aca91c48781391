-- What Jira keeps of users, projects, issues and dashboards, in Jira's own table names where it has them.
-- Runs on H2 and PostgreSQL; every statement may run again after a start that was killed half-way.
create table if not exists sequence_value_item (
  seq_name varchar(60) not null primary key,
  seq_id bigint not null);

create table if not exists cwd_user (
  id bigint not null primary key,
  user_key varchar(255) not null unique,
  user_name varchar(255) not null,
  lower_user_name varchar(255) not null unique,
  display_name varchar(255) not null,
  email_address varchar(255) not null,
  active boolean not null,
  locale varchar(20),
  credential varchar(255) not null);
create table if not exists cwd_group (
  group_name varchar(255) not null primary key);
create table if not exists cwd_membership (
  group_name varchar(255) not null references cwd_group (group_name),
  user_key varchar(255) not null references cwd_user (user_key),
  primary key (group_name, user_key));
create table if not exists globalpermissionentry (
  permission varchar(60) not null,
  group_name varchar(255) not null,
  primary key (permission, group_name));

create table if not exists permissionscheme (
  id bigint not null primary key,
  name varchar(255) not null);
create table if not exists projectrole (
  id bigint not null primary key,
  name varchar(255) not null unique,
  description varchar(255) not null);
create table if not exists schemepermissions (
  scheme bigint not null references permissionscheme (id),
  permission_key varchar(60) not null,
  projectrole bigint not null references projectrole (id),
  primary key (scheme, permission_key, projectrole));
create table if not exists issuesecurityscheme (
  id bigint not null primary key,
  name varchar(255) not null);
create table if not exists schemeissuesecuritylevels (
  id bigint not null primary key,
  scheme bigint not null references issuesecurityscheme (id),
  name varchar(255) not null,
  unique (scheme, name));
create table if not exists schemeissuesecurities (
  security bigint not null references schemeissuesecuritylevels (id),
  projectrole bigint not null references projectrole (id),
  primary key (security, projectrole));

create table if not exists issuestatus (
  id varchar(20) not null primary key,
  pname varchar(60) not null unique,
  description varchar(255) not null,
  sequence bigint not null,
  statuscategory varchar(20) not null);
create table if not exists resolution (
  id varchar(20) not null primary key,
  pname varchar(60) not null unique,
  description varchar(255) not null,
  sequence bigint not null);
create table if not exists priority (
  id varchar(20) not null primary key,
  pname varchar(60) not null unique,
  description varchar(255) not null,
  sequence bigint not null);
create table if not exists issuetype (
  id varchar(20) not null primary key,
  pname varchar(60) not null unique,
  description varchar(255) not null,
  sequence bigint not null,
  subtask boolean not null);
create table if not exists jiraworkflow (
  id bigint not null primary key,
  name varchar(255) not null unique,
  initial_status varchar(20) not null references issuestatus (id));
create table if not exists workflowtransition (
  workflow bigint not null references jiraworkflow (id),
  action_id int not null,
  name varchar(60) not null,
  from_status varchar(20) not null references issuestatus (id),
  to_status varchar(20) not null references issuestatus (id),
  needs_resolution boolean not null,
  event_type bigint not null,
  primary key (workflow, action_id, from_status));

create table if not exists project (
  id bigint not null primary key,
  pkey varchar(255) not null unique,
  pname varchar(255) not null,
  description varchar(32767) not null,
  url varchar(255) not null,
  lead_key varchar(255) not null references cwd_user (user_key),
  pcounter bigint not null,
  permissionscheme bigint not null references permissionscheme (id),
  issuesecurityscheme bigint not null references issuesecurityscheme (id),
  workflow bigint not null references jiraworkflow (id));
-- Rows without a project are the members that a new project starts with.
create table if not exists projectroleactor (
  id bigint not null primary key,
  pid bigint references project (id),
  projectroleid bigint not null references projectrole (id),
  roletype varchar(20) not null,
  roletypeparameter varchar(255) not null);
create table if not exists projectversion (
  id bigint not null primary key,
  project bigint not null references project (id),
  vname varchar(255) not null,
  sequence bigint not null,
  released boolean not null,
  releasedate timestamp with time zone,
  unique (project, vname));
create table if not exists component (
  id bigint not null primary key,
  project bigint not null references project (id),
  cname varchar(255) not null,
  unique (project, cname));

create table if not exists jiraissue (
  id bigint not null primary key,
  project bigint not null references project (id),
  issuenum bigint not null,
  issuetype varchar(20) not null references issuetype (id),
  summary varchar(255) not null,
  description varchar(32767),
  priority varchar(20) not null references priority (id),
  issuestatus varchar(20) not null references issuestatus (id),
  resolution varchar(20) references resolution (id),
  reporter varchar(255) not null references cwd_user (user_key),
  assignee varchar(255) references cwd_user (user_key),
  creator varchar(255) not null references cwd_user (user_key),
  created timestamp with time zone not null,
  updated timestamp with time zone not null,
  duedate date,
  resolutiondate timestamp with time zone,
  timeoriginalestimate bigint,
  timeestimate bigint,
  timespent bigint,
  security bigint references schemeissuesecuritylevels (id),
  unique (project, issuenum));
create table if not exists moved_issue_key (
  old_issue_key varchar(255) not null primary key,
  issue_id bigint not null references jiraissue (id));
create index if not exists moved_issue_key_issue on moved_issue_key (issue_id);
create table if not exists issuelinktype (
  id bigint not null primary key,
  linkname varchar(60) not null unique,
  pstyle varchar(60));
create table if not exists issuelink (
  id bigint not null primary key,
  linktype bigint not null references issuelinktype (id),
  source bigint not null references jiraissue (id),
  destination bigint not null references jiraissue (id));
create index if not exists issuelink_source on issuelink (source);
create index if not exists issuelink_destination on issuelink (destination);
create table if not exists nodeassociation (
  source_node_id bigint not null references jiraissue (id),
  sink_node_id bigint not null,
  association_type varchar(60) not null,
  primary key (source_node_id, association_type, sink_node_id));
create table if not exists label (
  id bigint not null primary key,
  issue bigint not null references jiraissue (id),
  label varchar(255) not null,
  unique (issue, label));

create table if not exists customfield (
  id bigint not null primary key,
  customfieldtypekey varchar(255) not null,
  cfname varchar(255) not null,
  description varchar(255) not null);
create table if not exists customfieldvalue (
  id bigint not null primary key,
  issue bigint not null references jiraissue (id),
  customfield bigint not null references customfield (id),
  numbervalue decimal(18, 6),
  textvalue varchar(32767),
  unique (issue, customfield));

create table if not exists changegroup (
  id bigint not null primary key,
  issueid bigint not null references jiraissue (id),
  author varchar(255) references cwd_user (user_key),
  created timestamp with time zone not null);
create index if not exists changegroup_issue on changegroup (issueid);
create table if not exists changeitem (
  id bigint not null primary key,
  groupid bigint not null references changegroup (id),
  fieldtype varchar(20) not null,
  field varchar(255) not null,
  oldvalue varchar(32767),
  oldstring varchar(32767),
  newvalue varchar(32767),
  newstring varchar(32767));
create index if not exists changeitem_group on changeitem (groupid);

-- The search index: what searches see, copied from jiraissue after each commit.
create table if not exists issue_index (
  id bigint not null primary key,
  project bigint not null,
  issuenum bigint not null,
  issuetype varchar(20) not null,
  summary varchar(255) not null,
  description varchar(32767),
  priority varchar(20) not null,
  issuestatus varchar(20) not null,
  resolution varchar(20),
  reporter varchar(255) not null,
  assignee varchar(255),
  creator varchar(255) not null,
  created timestamp with time zone not null,
  updated timestamp with time zone not null,
  duedate date,
  resolutiondate timestamp with time zone,
  timeoriginalestimate bigint,
  timeestimate bigint,
  timespent bigint,
  security bigint,
  title_words varchar(300) not null,
  all_words varchar(33100) not null);
create index if not exists issue_index_project on issue_index (project, issuenum);

create table if not exists portalpage (
  id bigint not null primary key,
  user_key varchar(255) not null unique references cwd_user (user_key));
create table if not exists portletconfiguration (
  id bigint not null primary key,
  portalpage bigint not null references portalpage (id),
  dashboard_module_complete_key varchar(255) not null,
  column_number int not null,
  positionseq bigint not null);
create index if not exists portletconfiguration_page on portletconfiguration (portalpage);
create table if not exists gadgetuserpreference (
  portletconfiguration bigint not null references portletconfiguration (id),
  userprefkey varchar(255) not null,
  userprefvalue varchar(32767) not null,
  primary key (portletconfiguration, userprefkey));

create table if not exists imported_file (
  sha256 varchar(64) not null primary key,
  file_name varchar(255) not null,
  imported timestamp with time zone not null);
create table if not exists host_schema (
  version int not null primary key);
