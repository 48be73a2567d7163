package comeback.link;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.EmailAddress;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyAddressTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Store STORE = TestStores.demo();
    private static final MessageId LETTER = MessageId.of(STORE.id(), "cart", "ada", "need-help");

    private static Store named(String id) {
        return TestStores.named(id, TestStores.DAY_AND_NIGHT, Set.of());
    }

    @Test
    void it_is_an_address_that_every_mail_program_takes_and_leads_back_to_its_letter() {
        Store longest = named("a".repeat(ReplyAddress.STORE_MAX));
        String address = ReplyAddress.at("reply.shop.example", longest, LETTER).orElseThrow();
        String local = address.substring(0, address.indexOf('@'));

        assertThat(new EmailAddress(address).value()).isEqualTo(address.toLowerCase(Locale.ROOT));
        assertThat(local).hasSizeLessThanOrEqualTo(64);
        assertThat(ReplyAddress.read(local)).contains(new ReplyAddress(longest.id(), LETTER));
        assertThat(ReplyAddress.read(local).orElseThrow().isSignedBy(longest, local, NOW))
                .isTrue();
    }

    @Test
    void a_store_whose_id_is_too_long_for_it_has_none() {
        assertThat(ReplyAddress.at("reply.shop.example", named("a".repeat(ReplyAddress.STORE_MAX + 1)), LETTER))
                .isEmpty();
    }

    @Test
    void whoever_has_one_letter_has_no_address_of_another_and_none_of_another_store() {
        String local = new ReplyAddress(STORE.id(), LETTER).signedBy(STORE);
        MessageId other = MessageId.of(STORE.id(), "cart", "bob", "need-help");
        String moved = other.value() + local.substring(other.value().length());

        assertThat(ReplyAddress.read(moved).orElseThrow().isSignedBy(STORE, moved, NOW))
                .isFalse();
        assertThat(ReplyAddress.read(local).orElseThrow().isSignedBy(named("fern"), local, NOW))
                .isFalse();
        assertThat(ReplyAddress.read("hello")).isEqualTo(Optional.empty());
        assertThat(ReplyAddress.read(local + "x@")).isEqualTo(Optional.empty());
    }

    /** Changed, answers to letters of the last weeks would reach nobody. */
    @Test
    void addresses_of_old_letters_stay_good() {
        assertThat(new ReplyAddress(STORE.id(), LETTER).signedBy(STORE))
                .isEqualTo("hiwh6bks7jf43x56qcit2utg2arkha7vcor7uu6v26.demo");
    }
}
