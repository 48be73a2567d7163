package comeback.table;

import comeback.customer.Signs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What customers do themselves, to the short text in their item, and back: score, what the last half hour counted, when
 * they last clicked ("-" for never) and when they last answered. Those of before there was a score begin with none.
 */
final class SignsMapper {
    private static final String NEVER = "-";

    private SignsMapper() {}

    static Optional<String> write(Signs signs) {
        String never = signs.repliedAt().isEmpty() ? "" : " " + NEVER;
        return signs.score() == 0 && signs.clickedAt().isEmpty()
                ? Optional.empty()
                : Optional.of(signs.score() + " " + signs.session()
                        + signs.clickedAt().map(at -> " " + at).orElse(never)
                        + signs.repliedAt().map(at -> " " + at).orElse(""));
    }

    static Signs read(Optional<Instant> seenAt, Optional<String> text) {
        List<String> parts = text.map(its -> List.of(its.split(" "))).orElse(List.of("0", "0"));
        return new Signs(
                seenAt, at(parts, 2), Double.parseDouble(parts.get(0)), Integer.parseInt(parts.get(1)), at(parts, 3));
    }

    private static Optional<Instant> at(List<String> parts, int place) {
        return parts.stream()
                .skip(place)
                .findFirst()
                .filter(part -> !part.equals(NEVER))
                .map(Instant::parse);
    }
}
