package comeback.link;

import comeback.customer.CustomerId;
import comeback.message.MessageId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secret part of a link to what somebody gets: {@code p.store.customer.day.message.signature}. Who has it may
 * change what that one customer gets, see what is known of them and have them forgotten. It is good for {@link
 * #GOOD_FOR two years}; a way out of marketing ({@link UnsubscribeToken}) is good for as long as the store's secret, and two
 * years longer.
 *
 * @param store whose letter it stood in
 * @param customer who got it
 * @param day on which it was made, counted from 1970
 * @param message the letter; links of older letters do not name it
 */
public record PreferencesToken(StoreId store, CustomerId customer, long day, Optional<MessageId> message) {
    public static final Duration GOOD_FOR = Duration.ofDays(730);

    private static final int PARTS = 6;
    private static final int PARTS_WITHOUT_MESSAGE = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "p";

    /** One that is made now. */
    public static PreferencesToken of(StoreId store, CustomerId customer, Instant now) {
        return new PreferencesToken(store, customer, days(now), Optional.empty());
    }

    /** The same, in this letter. */
    public PreferencesToken in(MessageId letter) {
        return new PreferencesToken(store, customer, day, Optional.of(letter));
    }

    public boolean isGood(Instant now) {
        long age = days(now) - day;
        return age >= 0 && age <= GOOD_FOR.toDays();
    }

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        String[] claims = claims();
        return String.join(".", KIND, String.join(".", claims), Signature.of(secret, "preferences", claims));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<PreferencesToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        boolean fits = parts.size() == PARTS || parts.size() == PARTS_WITHOUT_MESSAGE;
        if (!fits || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PreferencesToken(
                    new StoreId(parts.get(1)),
                    new CustomerId(parts.get(2)),
                    Integer.parseInt(parts.get(3)),
                    parts.size() == PARTS ? Optional.of(new MessageId(parts.get(4))) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String token, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), token);
    }

    private static long days(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }

    private String[] claims() {
        return Stream.concat(
                        Stream.of(store.value(), customer.value(), Long.toString(day)),
                        message.stream().map(MessageId::value))
                .toArray(String[]::new);
    }
}
