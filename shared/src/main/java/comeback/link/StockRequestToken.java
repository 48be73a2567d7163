package comeback.link;

import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The secret part of a link by which somebody confirms that a request to be told of stock is theirs. It carries the request
 * itself, so that nothing is kept of what nobody confirms. Who has it may put that one customer on that one list.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param wanted what was asked for
 * @param askedAt when, to the second
 */
public record StockRequestToken(StoreId store, CustomerId customer, Wanted wanted, Instant askedAt) {
    private static final int PARTS = 7;

    /** Tells it from other links' tokens. */
    private static final String KIND = "b";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        return String.join(
                ".",
                KIND,
                store.value(),
                customer.value(),
                packed(wanted.productId()),
                packed(wanted.variantId()),
                Long.toString(askedAt.getEpochSecond()),
                signature(secret));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<StockRequestToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StockRequestToken(
                    new StoreId(parts.get(1)),
                    new CustomerId(parts.get(2)),
                    new Wanted(unpacked(parts.get(3)), unpacked(parts.get(4))),
                    Instant.ofEpochSecond(Integer.parseInt(parts.get(5)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String token, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), token);
    }

    private static String packed(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String unpacked(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private String signature(String secret) {
        return Signature.of(
                secret,
                "stock-request",
                store.value(),
                customer.value(),
                packed(wanted.productId()),
                packed(wanted.variantId()),
                Long.toString(askedAt.getEpochSecond()));
    }
}
