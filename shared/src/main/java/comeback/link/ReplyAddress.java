package comeback.link;

import comeback.customer.Fingerprint;
import comeback.message.MessageId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the @ of the address to which a letter is answered: {@code message signature "." store}. Who has
 * it has the letter; nobody can make one for another letter. Mail takes 64 characters there, and not every program
 * keeps capitals: so the signature is 80 bits of small letters, and there is room for a store's id of {@value
 * #STORE_MAX} characters.
 *
 * @param store whose letter it was
 * @param message which letter
 */
public record ReplyAddress(StoreId store, MessageId message) {
    /** A store with a longer id is answered at its own address. */
    public static final int STORE_MAX = 21;

    private static final int SIGNATURE_LENGTH = 16;
    private static final Pattern SHAPE =
            Pattern.compile("([a-z2-7]{26})[a-z2-7]{" + SIGNATURE_LENGTH + "}\\.([a-z0-9-]{1," + STORE_MAX + "})");

    /** The address in this domain, or nothing when the store's id is too long for it. */
    public static Optional<String> at(String domain, Store signer, MessageId message) {
        return signer.id().value().length() > STORE_MAX
                ? Optional.empty()
                : Optional.of(new ReplyAddress(signer.id(), message).signedBy(signer) + "@" + domain);
    }

    /** What stands before the @. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        return message.value() + signature(secret) + "." + store.value();
    }

    /** Reads what stands before the @ without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<ReplyAddress> read(String local) {
        Matcher parts = SHAPE.matcher(local.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReplyAddress(new StoreId(parts.group(2)), new MessageId(parts.group(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed it, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String local, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), local.toLowerCase(Locale.ROOT));
    }

    private String signature(String secret) {
        String full = Signature.of(secret, "reply", store.value(), message.value());
        return Fingerprint.of("reply", full).substring(0, SIGNATURE_LENGTH);
    }
}
