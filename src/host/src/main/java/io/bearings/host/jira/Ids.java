package io.bearings.host.jira;

import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ids as Jira gives them out: a node takes a block of them from a table and hands them out from
 * memory, so that they cost no statement and several nodes never collide. A restart leaves a gap.
 */
final class Ids {
  private static final int BLOCK = 500;

  /** What is numbered; the names are those in the table. */
  enum Sequence {
    USER("User"),
    PROJECT("Project"),
    ISSUE("Issue"),
    CHANGE_GROUP("ChangeGroup"),
    CHANGE_ITEM("ChangeItem"),
    CUSTOM_FIELD("CustomField"),
    CUSTOM_FIELD_VALUE("CustomFieldValue"),
    VERSION("Version"),
    COMPONENT("Component"),
    LABEL("Label"),
    ISSUE_LINK("IssueLink"),
    ROLE_ACTOR("ProjectRoleActor"),
    WORKFLOW_FUNCTION("WorkflowFunction"),
    COMMENT("Action"),
    WORK_LOG("Worklog"),
    CONSTANT("IssueConstant"),
    BOARD("RapidView"),
    BOARD_COLUMN("Column"),
    SPRINT("Sprint"),
    DASHBOARD("PortalPage"),
    DASHBOARD_ITEM("PortletConfiguration");

    private final String name;

    Sequence(String name) {
      this.name = name;
    }
  }

  private record Block(long next, long end) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate separate;
  private final Map<Sequence, Block> blocks = new EnumMap<>(Sequence.class);

  Ids(Database database) {
    this.jdbc = database.jdbc();
    this.separate = new TransactionTemplate(database.transactions().getTransactionManager());
    this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  synchronized long next(Sequence sequence) {
    Block block = blocks.get(sequence);
    if (block == null || block.next() == block.end()) {
      block = take(sequence);
    }
    blocks.put(sequence, new Block(block.next() + 1, block.end()));
    return block.next();
  }

  private Block take(Sequence sequence) {
    return StatementCount.free(
        () ->
            separate.execute(
                status -> {
                  long first =
                      jdbc.queryForObject(
                          "select seq_id from sequence_value_item where seq_name = ? for update",
                          Long.class,
                          sequence.name);
                  jdbc.update(
                      "update sequence_value_item set seq_id = ? where seq_name = ?",
                      first + BLOCK,
                      sequence.name);
                  return new Block(first, first + BLOCK);
                }));
  }
}
