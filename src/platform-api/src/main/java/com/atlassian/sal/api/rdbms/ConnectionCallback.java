package com.atlassian.sal.api.rdbms;

import java.sql.Connection;

/**
 * Work on a connection; {@code SQLException} is for the callback to translate.
 *
 * <p>Source and confidence: SAL API of the 5.x generation; M.
 */
@FunctionalInterface
public interface ConnectionCallback<A> {
  A execute(Connection connection);
}
