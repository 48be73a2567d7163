package comeback.ingest.webhook;

import comeback.json.Fields;
import comeback.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a document comes from who has the secret. It is judged on the bytes as they came: written anew, the same document
 * has another signature. Every secret is tried, however early one fits, and two are compared in a time that does not depend
 * on where they differ.
 */
public final class Signatures {
    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 8192;

    private Signatures() {}

    /** HMAC-SHA256 in base64, as Shopify and WooCommerce sign. */
    public static boolean isHmacBase64(byte[] document, String signature, List<String> secrets) {
        return decoded(signature).map(given -> isHmac(document, given, secrets)).orElse(false);
    }

    /** HMAC-SHA256 in hexadecimal digits, as Saleor signs for those who set a secret. */
    public static boolean isHmacHex(byte[] document, String signature, List<String> secrets) {
        try {
            return isHmac(document, HexFormat.of().parseHex(signature.strip()), secrets);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * A detached JWS with RS256, as Saleor signs otherwise: "header..signature", over the header, a dot and the document.
     *
     * @param keySets Saleor's published keys, as JSON with "keys", or one key of them
     */
    public static boolean isJws(byte[] document, String signature, List<String> keySets) {
        String[] parts = signature.strip().split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty() || !isRs256(parts[0])) {
            return false;
        }
        Optional<byte[]> given = decodedUrl(parts[2]);
        byte[] start = (parts[0] + ".").getBytes(StandardCharsets.UTF_8);
        return given.isPresent()
                && keySets.stream()
                        .flatMap(set -> keys(set).stream())
                        .anyMatch(key -> isSigned(key, start, document, given.get()));
    }

    private static boolean isHmac(byte[] document, byte[] given, List<String> secrets) {
        boolean isGenuine = false;
        for (String secret : secrets) {
            isGenuine |= MessageDigest.isEqual(hmac(document, secret), given);
        }
        return isGenuine;
    }

    /** The signature that {@link #isHmacBase64} takes. */
    public static String hmacBase64(byte[] document, String secret) {
        return Base64.getEncoder().encodeToString(hmac(document, secret));
    }

    private static byte[] hmac(byte[] document, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(document);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The header may not choose another algorithm: "none" would make every document genuine. */
    private static boolean isRs256(String header) {
        return decodedUrl(header).map(Json::parse).stream()
                .anyMatch(parsed -> parsed instanceof Json.Parsed.Value(var object)
                        && "RS256".equals(object.get("alg"))
                        && Boolean.FALSE.equals(object.get("b64")));
    }

    private static List<Fields> keys(String set) {
        return switch (Json.parse(set.getBytes(StandardCharsets.UTF_8))) {
            case Json.Parsed.Broken broken -> List.of();
            case Json.Parsed.Value(var object) -> {
                Fields fields = Fields.of(object);
                yield fields.has("keys") ? fields.objects("keys").orElse(List.of()) : List.of(fields);
            }
        };
    }

    private static boolean isSigned(Fields key, byte[] start, byte[] document, byte[] signature) {
        Optional<byte[]> modulus = key.text("n").flatMap(Signatures::decodedUrl);
        Optional<byte[]> exponent = key.text("e").flatMap(Signatures::decodedUrl);
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return false;
        }
        BigInteger n = new BigInteger(1, modulus.get());
        if (n.bitLength() < RSA_BITS_MIN || n.bitLength() > RSA_BITS_MAX) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(n, new BigInteger(1, exponent.get()))));
            verifier.update(start);
            verifier.update(document);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length, or a key that is none.
            return false;
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decodedUrl(String base64) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
