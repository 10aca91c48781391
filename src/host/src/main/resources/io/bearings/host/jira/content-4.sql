-- The start makes the index anew, now with places.
delete from issue_index;
