package comeback.link;

import java.util.stream.Stream;

/** What a form carries back to show that it is of our own page: only who knows a session's key can make that session's. */
public final class FormToken {
    private FormToken() {}

    /** The token of all forms of a session. */
    public static String of(String sessionKey) {
        return Signature.of(sessionKey, "form");
    }

    /** Whether it is this session's; takes as long for a wrong one as for a right one. */
    public static boolean isOf(String sessionKey, String token) {
        return Signature.isOneOf(Stream.of(of(sessionKey)), token);
    }
}
