package comeback.engagement;

import java.util.List;

/**
 * A touch and who was behind it.
 *
 * @param touch the fact
 * @param verdict the opinion
 * @param score how much speaks against a person
 * @param clues what it rests on
 */
public record Judgement(Touch touch, Verdict verdict, int score, List<Clue> clues) {
    public Judgement {
        clues = List.copyOf(clues);
    }
}
