package comeback.table;

import comeback.customer.Signs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What customers do themselves, to the short text in their item, and back: score, what the last half hour counted, and when
 * they last clicked. Those of before there was a score begin with none.
 */
final class SignsMapper {
    private SignsMapper() {}

    static Optional<String> write(Signs signs) {
        return signs.score() == 0 && signs.clickedAt().isEmpty()
                ? Optional.empty()
                : Optional.of(signs.score() + " " + signs.session()
                        + signs.clickedAt().map(at -> " " + at).orElse(""));
    }

    static Signs read(Optional<Instant> seenAt, Optional<String> text) {
        List<String> parts = text.map(its -> List.of(its.split(" "))).orElse(List.of("0", "0"));
        return new Signs(
                seenAt,
                parts.stream().skip(2).findFirst().map(Instant::parse),
                Double.parseDouble(parts.get(0)),
                Integer.parseInt(parts.get(1)));
    }
}
