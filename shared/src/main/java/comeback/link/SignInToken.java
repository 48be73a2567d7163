package comeback.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secret part of a link by which somebody signs in at the console: {@code s.id.until.signature}. It says nothing of who
 * they are; each is signed with a secret of its own, which is kept until the link is used or over.
 *
 * @param id which link
 * @param until when it is over, to the second
 */
public record SignInToken(String id, Instant until) {
    private static final int PARTS = 4;

    /** Tells it from other links' tokens. */
    private static final String KIND = "s";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(String secret) {
        String end = Long.toString(until.getEpochSecond());
        return String.join(".", KIND, id, end, Signature.of(secret, "sign-in", id, end));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<SignInToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS
                || !parts.getFirst().equals(KIND)
                || !parts.get(1).matches("[a-z2-7]{26}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignInToken(parts.get(1), Instant.ofEpochSecond(Integer.parseInt(parts.get(2)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this secret signed this token; takes as long for a wrong one as for a right one. */
    public boolean isSignedBy(String secret, String token) {
        return Signature.isOneOf(Stream.of(signedBy(secret)), token);
    }
}
