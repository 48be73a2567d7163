package comeback.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final byte[] DOCUMENT = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_document_is_genuine_when_any_secret_of_the_store_signed_it() {
        String signature = Base64.getEncoder().encodeToString(hmac("new"));

        assertThat(Signatures.isHmacBase64(DOCUMENT, signature, List.of("old", "new")))
                .isTrue();
        assertThat(Signatures.isHmacBase64(DOCUMENT, signature, List.of("new", "old")))
                .isTrue();
        assertThat(Signatures.isHmacBase64(DOCUMENT, signature, List.of("old"))).isFalse();
        assertThat(Signatures.isHmacBase64(DOCUMENT, signature, List.of())).isFalse();
    }

    @Test
    void one_changed_byte_makes_it_somebody_elses() {
        String signature = Base64.getEncoder().encodeToString(hmac("new"));
        byte[] changed = DOCUMENT.clone();
        changed[6] = '2';

        assertThat(Signatures.isHmacBase64(changed, signature, List.of("new"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "AAAA", "null", "a.b.c", "..", "e30..e30", "\u0000", "====", "ÿÿ"})
    void what_is_no_signature_lets_nobody_in(String signature) {
        List<String> secrets = List.of("new", "{\"keys\":[{\"n\":\"AQAB\",\"e\":\"AQAB\"}]}", "{", "{\"n\":1}");

        assertThat(Signatures.isHmacBase64(DOCUMENT, signature, secrets)).isFalse();
        assertThat(Signatures.isHmacHex(DOCUMENT, signature, secrets)).isFalse();
        assertThat(Signatures.isJws(DOCUMENT, signature, secrets)).isFalse();
    }

    @Test
    void a_detached_signature_is_genuine_with_the_published_key_and_no_other() throws GeneralSecurityException {
        KeyPair saleor = pair();
        String header = url("{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}".getBytes(StandardCharsets.UTF_8));
        String signature = header + ".." + url(signed(saleor, header));

        assertThat(Signatures.isJws(DOCUMENT, signature, List.of(published(saleor))))
                .isTrue();
        assertThat(Signatures.isJws(DOCUMENT, signature, List.of("a shared secret", published(saleor))))
                .isTrue();
        assertThat(Signatures.isJws(DOCUMENT, signature, List.of(published(pair()))))
                .isFalse();
        assertThat(Signatures.isJws(new byte[] {1}, signature, List.of(published(saleor))))
                .isFalse();
    }

    @Test
    void a_signature_may_not_say_that_none_is_needed() throws GeneralSecurityException {
        String none = url("{\"alg\":\"none\",\"b64\":false}".getBytes(StandardCharsets.UTF_8));
        KeyPair saleor = pair();

        assertThat(Signatures.isJws(DOCUMENT, none + "..", List.of(published(saleor))))
                .isFalse();
        assertThat(Signatures.isJws(DOCUMENT, none + ".." + url(signed(saleor, none)), List.of(published(saleor))))
                .isFalse();
    }

    private static byte[] hmac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(DOCUMENT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] signed(KeyPair pair, String header) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(pair.getPrivate());
        signer.update((header + ".").getBytes(StandardCharsets.UTF_8));
        signer.update(DOCUMENT);
        return signer.sign();
    }

    private static String published(KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                        url(key.getModulus().toByteArray()),
                        url(key.getPublicExponent().toByteArray()));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
