package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SignIns} does. */
public abstract class SignInsContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));
    private static final EmailAddress ANN = new EmailAddress("Ann@fern.example");
    private static final StoreId FERN = new StoreId("fern");
    private static final String ID = Fingerprint.of("a link");

    protected abstract SignIns signIns();

    /** Where what is done is noted. */
    protected abstract AuditTrail audit();

    private static AskedLink link(Optional<EmailAddress> to) {
        return new AskedLink(ID, "its-secret", to, Optional.of(FERN), "tr", QUARTER_PAST);
    }

    private static Session session(String key) {
        return new Session(KeyHash.of(key), ANN, Optional.of(FERN), NOON.plus(Duration.ofHours(12)));
    }

    private static AuditEntry entry(AuditEntry.What what, String id) {
        return new AuditEntry(NOON, id, Optional.of(FERN), ANN.value(), what, List.of());
    }

    private List<AuditEntry.What> noted() {
        return audit().page(Optional.of(FERN), Optional.empty(), 10).entries().stream()
                .map(AuditEntry::what)
                .toList();
    }

    @Test
    void a_link_comes_back_as_it_was_asked_for_also_one_that_is_nobodys() {
        signIns().ask(link(Optional.of(ANN)));
        AskedLink nobodys =
                new AskedLink(Fingerprint.of("another"), "s", Optional.empty(), Optional.empty(), "en", QUARTER_PAST);
        signIns().ask(nobodys);

        assertThat(signIns().asked(ID)).contains(link(Optional.of(ANN)));
        assertThat(signIns().asked(nobodys.id())).contains(nobodys);
        assertThat(signIns().asked(Fingerprint.of("a third"))).isEmpty();
    }

    @Test
    void a_letter_is_sent_by_one_and_nobody_gets_none() {
        signIns().ask(link(Optional.of(ANN)));
        AskedLink nobodys =
                new AskedLink(Fingerprint.of("another"), "s", Optional.empty(), Optional.empty(), "en", QUARTER_PAST);
        signIns().ask(nobodys);

        assertThat(signIns().claim(ID)).isTrue();
        assertThat(signIns().claim(ID)).isFalse();
        assertThat(signIns().claim(nobodys.id())).isFalse();
        assertThat(signIns().claim(Fingerprint.of("a third"))).isFalse();
    }

    @Test
    void a_link_opens_one_session_whether_or_not_its_letter_is_known_to_have_gone() {
        AskedLink link = link(Optional.of(ANN));
        signIns().ask(link);

        assertThat(signIns().open(link, session("one"), entry(AuditEntry.What.SIGNED_IN, "one")))
                .isTrue();
        assertThat(signIns().open(link, session("two"), entry(AuditEntry.What.SIGNED_IN, "two")))
                .isFalse();

        assertThat(signIns().session(KeyHash.of("one"))).contains(session("one"));
        assertThat(signIns().session(KeyHash.of("two"))).isEmpty();
        assertThat(signIns().asked(ID)).isEmpty();
        assertThat(signIns().claim(ID)).isFalse();
        assertThat(noted()).containsExactly(AuditEntry.What.SIGNED_IN);
    }

    @Test
    void a_session_ends_once_and_opens_nothing_after_it() {
        AskedLink link = link(Optional.of(ANN));
        signIns().ask(link);
        signIns().open(link, session("one"), entry(AuditEntry.What.SIGNED_IN, "one"));

        signIns().close(session("one"), entry(AuditEntry.What.SIGNED_OUT, "two"));
        signIns().close(session("one"), entry(AuditEntry.What.SIGNED_OUT, "three"));

        assertThat(signIns().session(KeyHash.of("one"))).isEmpty();
        assertThat(noted()).containsExactly(AuditEntry.What.SIGNED_OUT, AuditEntry.What.SIGNED_IN);
    }

    @Test
    void somebody_has_so_many_places_in_a_while_and_others_have_their_own() {
        for (int i = 0; i < 3; i++) {
            assertThat(signIns().take("ann", NOON, QUARTER_PAST, 3)).isTrue();
        }
        assertThat(signIns().take("ann", NOON, QUARTER_PAST, 3)).isFalse();
        assertThat(signIns().take("bob", NOON, QUARTER_PAST, 3)).isTrue();
        assertThat(signIns().take("ann", QUARTER_PAST, QUARTER_PAST.plusSeconds(900), 3))
                .isTrue();
    }
}
