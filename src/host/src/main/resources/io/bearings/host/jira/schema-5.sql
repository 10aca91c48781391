-- People whom no directory knows any more, and projects in the archive; their rows stay, because others refer to them.
-- Every statement may run again after a start that was killed half-way.
alter table cwd_user add column if not exists gone boolean default false not null;
alter table project add column if not exists archived boolean default false not null;
