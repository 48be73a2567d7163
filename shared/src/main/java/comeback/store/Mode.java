package comeback.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what a flow decides is sent: the flow file says it, and a store may say otherwise. */
public sealed interface Mode {
    Pattern CANARY = Pattern.compile("canary (\\d{1,2}) ?%");

    /** It is. */
    record Live() implements Mode {}

    /** It is only written down; nothing is sent. */
    record Shadow() implements Mode {}

    /**
     * Live for some customers, always the same ones; shadow for the others.
     *
     * @param percent how many in a hundred
     */
    record Canary(int percent) implements Mode {
        public Canary {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("a canary is 1% to 99% of the customers");
            }
        }
    }

    /**
     * From its words.
     *
     * @throws IllegalArgumentException when they are none
     */
    static Mode of(String words) {
        Matcher canary = CANARY.matcher(words);
        if (canary.matches()) {
            return new Canary(Integer.parseInt(canary.group(1)));
        }
        return switch (words) {
            case "live" -> new Live();
            case "shadow" -> new Shadow();
            default -> throw new IllegalArgumentException(words);
        };
    }

    /** As it stands in files: "live", "shadow", "canary 10%". */
    default String words() {
        return switch (this) {
            case Live live -> "live";
            case Shadow shadow -> "shadow";
            case Canary canary -> "canary " + canary.percent() + "%";
        };
    }
}
