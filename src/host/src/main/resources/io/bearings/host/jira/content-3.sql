insert into sequence_value_item (seq_name, seq_id) values
  ('WorkflowFunction', 10000), ('Action', 10000), ('Worklog', 10000);
