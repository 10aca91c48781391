-- Nobody is gone and nothing is archived yet.
update cwd_user set gone = false;
update project set archived = false;
