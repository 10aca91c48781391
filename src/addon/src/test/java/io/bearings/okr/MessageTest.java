package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.Test;

public class MessageTest {
  @Test
  public void translatesTheMessagesInAMessageToo() {
    Message message = Message.of("a", 1, Message.of("b", Message.of("c")), "text");

    assertThat(message.in((key, args) -> key.toUpperCase() + Arrays.asList(args)))
        .isEqualTo("A[1, B[C[]], text]");
  }
}
