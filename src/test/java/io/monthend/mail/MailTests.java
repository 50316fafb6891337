package io.monthend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTests {

  @Test
  void aMailHasAddressesAndASubjectOfOneLine() {
    assertThat(new Mail(List.of("a@b.c", "d@e"), "Subject", "Text\n").to()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mail(List.of(), "Subject", "Text"))
        .withMessageContaining("address");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mail(List.of("a@b"), "Subject\nBcc: x@y", "Text"))
        .withMessageContaining("one line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ops", "@b", "a@", "a@b@c", "a b@c", "a@b\nBcc: c@d", "a@b,c@d", "<a@b>"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mail.requireAddress(text));
  }
}
