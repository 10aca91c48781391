package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.Candidate;
import java.util.List;

/** Key results that an issue could be attached to. */
public record CandidatesView(@JsonProperty("keyResults") List<CandidateView> keyResults) {

  /**
   * One of them.
   *
   * @param likely whether it belongs to the issue's own project
   */
  public record CandidateView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("objectiveTitle") String objectiveTitle,
      @JsonProperty("projectKey") String projectKey,
      @JsonProperty("projectName") String projectName,
      @JsonProperty("attached") boolean attached,
      @JsonProperty("likely") boolean likely) {

    static CandidateView of(Candidate candidate) {
      return new CandidateView(
          candidate.keyResult().id(),
          candidate.keyResult().key(),
          candidate.keyResult().title(),
          candidate.objective().key(),
          candidate.objective().title(),
          candidate.project().key(),
          candidate.project().name(),
          candidate.attached(),
          candidate.likely());
    }
  }

  static CandidatesView of(List<Candidate> candidates) {
    return new CandidatesView(candidates.stream().map(CandidateView::of).toList());
  }
}
