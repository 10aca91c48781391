-- Boards and sprints of Jira Software, in its own table names; which issue is in which sprint stands in a table
-- of its own. Every statement may run again after a start that was killed half-way.
create table if not exists ao_60db71_rapidview (
  id bigint not null primary key,
  name varchar(255) not null,
  project bigint not null references project (id),
  query varchar(32767) not null,
  view_type varchar(20) not null,
  estimation_field bigint references customfield (id));
create table if not exists ao_60db71_column (
  id bigint not null primary key,
  rapid_view_id bigint not null references ao_60db71_rapidview (id),
  name varchar(255) not null,
  pos int not null);
create index if not exists ao_60db71_column_view on ao_60db71_column (rapid_view_id);
create table if not exists ao_60db71_columnstatus (
  column_id bigint not null references ao_60db71_column (id),
  status_id varchar(20) not null references issuestatus (id),
  pos int not null,
  primary key (column_id, status_id));
create table if not exists ao_60db71_sprint (
  id bigint not null primary key,
  rapid_view_id bigint not null references ao_60db71_rapidview (id),
  name varchar(255) not null,
  goal varchar(1000) not null,
  sprint_state varchar(10) not null,
  start_date timestamp with time zone,
  end_date timestamp with time zone,
  activated_date timestamp with time zone,
  complete_date timestamp with time zone);
create index if not exists ao_60db71_sprint_view on ao_60db71_sprint (rapid_view_id);
create table if not exists issue_sprint (
  issue bigint not null references jiraissue (id),
  sprint bigint not null references ao_60db71_sprint (id),
  primary key (issue, sprint));
create index if not exists issue_sprint_sprint on issue_sprint (sprint);
