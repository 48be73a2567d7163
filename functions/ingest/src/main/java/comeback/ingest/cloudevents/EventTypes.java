package comeback.ingest.cloudevents;

import comeback.ingest.segment.TrackName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a type means: "com.shop.order.completed" ends with the name of an event, in however many parts, and may have a
 * version behind it.
 */
final class EventTypes {
    /** Long enough for "back.in.stock.requested". */
    private static final int PARTS_MAX = 4;

    private static final Pattern VERSION = Pattern.compile("v?\\d+");

    /** What is told about a person and is no event of Segment's. */
    private static final Set<String> ABOUT_THE_PERSON =
            Set.of("customerupdated", "customeridentified", "userupdated", "identify", "identified", "profileupdated");

    /** In Segment's words an account is signed up for; whoever stores customers creates them. */
    private static final Set<String> SIGN_UPS = Set.of("customercreated", "usercreated");

    /**
     * A type, understood.
     *
     * @param event the part that names an event; of an unknown one the whole type
     * @param isKnown whether it means anything to us
     * @param isAboutThePerson whether its data are a person's traits
     */
    record Named(String event, boolean isKnown, boolean isAboutThePerson) {}

    private EventTypes() {}

    static Named named(String type) {
        List<String> parts = new ArrayList<>(Arrays.asList(type.split("[./:]")));
        while (parts.size() > 1 && VERSION.matcher(parts.getLast()).matches()) {
            parts.removeLast();
        }
        // The longest name first, so that "order.payment.failed" is not taken for any other "payment.failed".
        for (int count = Math.min(PARTS_MAX, parts.size()); count > 0; count--) {
            var named = known(String.join(" ", parts.subList(parts.size() - count, parts.size())));
            if (named.isPresent()) {
                return named.get();
            }
        }
        return new Named(type, false, false);
    }

    private static Optional<Named> known(String name) {
        if (ABOUT_THE_PERSON.contains(TrackName.plain(name))) {
            return Optional.of(new Named(name, true, true));
        }
        if (SIGN_UPS.contains(TrackName.plain(name))) {
            return Optional.of(new Named("Signed Up", true, false));
        }
        return TrackName.of(name).map(its -> new Named(name, true, false));
    }
}
