-- What searches see of where an issue belongs. Every statement may run again after a start that was killed half-way.
create table if not exists issue_index_place (
  issue bigint not null,
  kind varchar(20) not null,
  target bigint not null,
  primary key (issue, kind, target));
create index if not exists issue_index_place_target on issue_index_place (kind, target);
