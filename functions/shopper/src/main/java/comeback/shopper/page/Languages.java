package comeback.shopper.page;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language a page is in. */
final class Languages {
    /** Browsers send fewer; what is longer is not read. */
    private static final int HEADER_MAX = 500;

    private Languages() {}

    /**
     * What the shop knows of its customer comes first: the letter was in that language too. Then what the browser asks
     * for, then the shop's own. The reader's own country is kept, because dates look different in it.
     *
     * @param told the customer's language, if the shop told
     * @param acceptLanguage the header of that name; may be empty
     * @param offered what there is to choose from
     * @param own when nothing fits
     */
    static Locale of(Optional<Locale> told, String acceptLanguage, List<Locale> offered, Locale own) {
        return Stream.concat(told.stream(), asked(acceptLanguage))
                .filter(wanted ->
                        offered.stream().anyMatch(offer -> offer.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(own);
    }

    /** The languages that a browser asks for, dearest first. */
    private static Stream<Locale> asked(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > HEADER_MAX) {
            return Stream.empty();
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()));
        } catch (IllegalArgumentException e) {
            // A header that cannot be read is none.
            return Stream.empty();
        }
    }
}
