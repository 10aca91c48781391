package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.flow.Boards;
import java.util.List;

/**
 * Boards that the person may see.
 *
 * @param software whether there is Jira Software
 * @param total how many there are in all, of which the list may be a part
 */
public record BoardsView(
    @JsonProperty("software") boolean software,
    @JsonProperty("boards") List<BoardRefView> boards,
    @JsonProperty("total") int total) {

  static BoardsView of(boolean software, List<Boards.Board> found, int most) {
    return new BoardsView(
        software,
        found.stream()
            .limit(most)
            .map(board -> new BoardRefView(board.id(), board.name()))
            .toList(),
        found.size());
  }
}
