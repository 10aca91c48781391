package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.coach.Coach;
import io.bearings.coach.KpiText;
import io.bearings.coach.Language;
import io.bearings.jira.SignedIn;
import io.bearings.kpi.Aggregation;
import io.bearings.kpi.KpiDraft;
import io.bearings.okr.Measure;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the coach says while one writes the sheet of a KPI. Nothing is stored. */
@Component
@Path("coach/kpi")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiCoachResource {
  private final Answers answers;
  private final SignedIn signedIn;
  private final Coach coach;
  private final People people;

  @Inject
  public KpiCoachResource(Answers answers, SignedIn signedIn, Coach coach, People people) {
    this.answers = answers;
    this.signedIn = signedIn;
    this.coach = coach;
    this.people = people;
  }

  /** Judges a sheet. A field that nobody has come to yet is left out. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response kpi(String json) {
    return answers.ok(
        who -> {
          Body body = Body.of(json);
          KpiDraft draft = KpiBodies.kpi(body);
          body.finish();
          return FindingView.all(
              coach.kpi(text(draft), Language.of(signedIn.locale())), answers::text);
        });
  }

  private KpiText text(KpiDraft draft) {
    return new KpiText(
        draft.name().orElse(""),
        draft.measures().orElse(""),
        draft.ownerKey().map(people::nameOrKey),
        draft.rhythm().frequency(),
        parts(draft));
  }

  private static Set<KpiText.Part> parts(KpiDraft draft) {
    Set<KpiText.Part> parts = EnumSet.noneOf(KpiText.Part.class);
    if (draft.source().isPresent()) {
      parts.add(KpiText.Part.SOURCE);
    }
    if (draft.yardstick().warning().value().isPresent()
        || draft.yardstick().critical().value().isPresent()) {
      parts.add(KpiText.Part.THRESHOLD);
    }
    if (!draft.action().orElse("").isBlank() || !draft.automatic().orElse(List.of()).isEmpty()) {
      parts.add(KpiText.Part.ACTION);
    }
    if (draft.rhythm().aggregation().filter(Aggregation.SHARE::equals).isPresent()
        || draft
            .yardstick()
            .measure()
            .filter(it -> it.kind() == Measure.Kind.PERCENT)
            .isPresent()) {
      parts.add(KpiText.Part.RATE);
    }
    if (!draft.purpose().serves().orElse(List.of()).isEmpty()) {
      parts.add(KpiText.Part.OBJECTIVE);
    }
    if (draft.purpose().grounds().value().isPresent()) {
      parts.add(KpiText.Part.GROUNDS);
    }
    return parts;
  }
}
