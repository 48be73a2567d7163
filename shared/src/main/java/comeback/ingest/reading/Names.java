package comeback.ingest.reading;

import comeback.json.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/** People's names, as far as a letter may greet with them. */
public final class Names {
    private static final int NAME_MAX = 60;

    /** Anyone can sign a stranger up under the name "win at evil.example", and have the shop greet them with it. */
    private static final Pattern LINK = Pattern.compile("(?i)://|www\\.|\\.\\p{L}{2,}");

    private Names() {}

    /** The name in the first of these fields that has one. */
    public static Optional<String> in(Fields fields, String... names) {
        return Texts.shown(fields, NAME_MAX, names)
                .filter(name -> !LINK.matcher(name).find());
    }
}
