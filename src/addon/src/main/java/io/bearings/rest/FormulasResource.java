package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.FormulaEditing;
import io.bearings.kpi.formula.Completion;
import io.bearings.kpi.formula.Problem;
import io.bearings.kpi.formula.Quantity;
import io.bearings.okr.Measure;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an editor of formulas asks while one types. Nothing is stored. */
@Component
@Path("formulas")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FormulasResource {
  private final Answers answers;
  private final FormulaEditing editing;

  @Inject
  public FormulasResource(Answers answers, FormulaEditing editing) {
    this.answers = answers;
    this.editing = editing;
  }

  /** What is wrong with a formula, and where. */
  @POST
  @Path("check")
  public Response check(String json) {
    return answers.ok(
        who -> {
          Body body = Body.of(json);
          String text = body.text("text");
          Measure measure = KpiBodies.measure(body).orElse(Measure.NUMBER);
          Optional<Long> kpiId = body.optionalId("kpiId");
          body.finish();
          FormulaEditing.Checked checked = editing.check(who, text, measure, kpiId);
          return new FormulaView.Checked(
              checked.problems().stream().map(this::view).toList(),
              checked.tidied().orElse(null),
              checked.quantity().map(Quantity::text).orElse(null));
        });
  }

  private FormulaView.ProblemView view(Problem problem) {
    return new FormulaView.ProblemView(
        problem.at().offset(),
        problem.at().end(),
        answers.text(problem.text()),
        problem.expected().map(answers::text).orElse(null));
  }

  /** What could be written at the place of the cursor. */
  @POST
  @Path("complete")
  public Response complete(String json) {
    return answers.ok(
        who -> {
          Body body = Body.of(json);
          String text = body.text("text");
          int cursor = body.optionalWhole("cursor").orElse(text.length());
          body.finish();
          Completion completion = editing.complete(who, text, cursor);
          return new FormulaView.Completed(
              completion.replaced().offset(),
              completion.replaced().end(),
              completion.candidates().stream()
                  .map(
                      each ->
                          new FormulaView.CandidateView(
                              each.kind().name(),
                              each.name(),
                              each.insert(),
                              each.caret(),
                              answers.text(each.meaning())))
                  .toList());
        });
  }
}
