package comeback.ingest.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six calls of the Segment API. */
public enum MessageType {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    /** As it stands in paths and in a message's "type". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
