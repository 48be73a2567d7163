package comeback.store;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a store greets readers of some places, where it has a word of their own for them.
 *
 * @param byPlace a country ("AU"), or a language there ("en-AU"), which goes before it; at most {@value #MAX}
 */
public record Greetings(Map<String, Greeting> byPlace) {
    /** As letters are worded. */
    public static final Greetings USUAL = new Greetings(Map.of());

    /** More countries than this there are not. */
    public static final int MAX = 250;

    /** Where the name goes. */
    public static final String NAME = "{name}";

    /** A heading has no room for more. */
    private static final int LENGTH_MAX = 60;

    private static final Pattern PLACE = Pattern.compile("([a-z]{2,3}-)?[A-Z]{2}");

    public Greetings {
        byPlace = Map.copyOf(byPlace);
        if (byPlace.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " greetings");
        }
    }

    /**
     * One of them.
     *
     * @param named with {@link #NAME} in it
     * @param plain for whom no name is known of
     */
    public record Greeting(String named, String plain) {
        public Greeting {
            if (!named.contains(NAME) || !isShort(named)) {
                throw new IllegalArgumentException(named);
            }
            if (plain.contains(NAME) || !isShort(plain)) {
                throw new IllegalArgumentException(plain);
            }
        }

        /**
         * To whom the letter goes.
         *
         * @param name "" when it is not known
         */
        public String to(String name) {
            return name.isEmpty() ? plain : named.replace(NAME, name);
        }

        private static boolean isShort(String words) {
            return !words.isBlank()
                    && words.length() <= LENGTH_MAX
                    && words.chars().noneMatch(Character::isISOControl);
        }
    }

    /** Whether it is written as places are here. */
    public static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /**
     * The one for a reader, if the store has one.
     *
     * @param language of the letter
     * @param country the reader's
     */
    public Optional<Greeting> of(Locale language, Optional<String> country) {
        return country.flatMap(home -> Stream.of(language.getLanguage() + "-" + home, home)
                .filter(byPlace::containsKey)
                .map(byPlace::get)
                .findFirst());
    }
}
