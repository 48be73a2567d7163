package comeback.console;

import comeback.commit.Timelines;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a timeline as one opaque text: how a timeline is sorted may change. */
public final class Places {
    private Places() {}

    public static String write(Timelines.Place place) {
        byte[] text = (place.at() + "#" + place.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Nothing for a text that is none of ours. */
    public static Optional<Timelines.Place> read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int hash = text.indexOf('#');
            return hash < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Timelines.Place(Instant.parse(text.substring(0, hash)), text.substring(hash + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
