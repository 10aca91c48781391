package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.junit.Test;

public class JiraCheckInAddressTest {
  @Test
  public void leadsToTheFormOfTheCheckIn() {
    ApplicationProperties properties = mock(ApplicationProperties.class);
    when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.com");
    assertThat(new JiraCheckInAddress(properties).of(7, 34))
        .isEqualTo("https://jira.example.com/secure/BearingsWorkspace.jspa?unit=7#KR-34.check-in");
  }
}
