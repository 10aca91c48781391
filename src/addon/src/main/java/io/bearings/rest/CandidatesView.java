package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.ProjectRef;
import io.bearings.progress.Candidate;
import java.util.List;

/** Key results that an issue could be attached to. */
public record CandidatesView(@JsonProperty("keyResults") List<CandidateView> keyResults) {

  /**
   * One of them.
   *
   * @param projectKey the project on whose page it is found; null where it is on none
   * @param why what speaks for it: {@code SAME_EPIC}, {@code SAME_PARENT}, {@code SAME_SPRINT},
   *     {@code SAME_VERSION}, {@code USED_LATELY}, {@code YOURS}, {@code YOUR_TEAM} or {@code
   *     ELSEWHERE}
   */
  public record CandidateView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("objectiveTitle") String objectiveTitle,
      @JsonProperty("ownerName") String ownerName,
      @JsonProperty("unitName") String unitName,
      @JsonProperty("projectKey") String projectKey,
      @JsonProperty("projectName") String projectName,
      @JsonProperty("attached") boolean attached,
      @JsonProperty("why") String why) {

    static CandidateView of(Candidate candidate) {
      return new CandidateView(
          candidate.keyResult().id(),
          candidate.keyResult().key(),
          candidate.keyResult().title(),
          candidate.objective().key(),
          candidate.objective().title(),
          candidate.ownerName(),
          candidate.unit().name(),
          candidate.project().map(ProjectRef::key).orElse(null),
          candidate.project().map(ProjectRef::name).orElse(null),
          candidate.attached(),
          candidate.why().name());
    }
  }

  static CandidatesView of(List<Candidate> candidates) {
    return new CandidatesView(candidates.stream().map(CandidateView::of).toList());
  }
}
