package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ConsentLedger} does. */
public abstract class ConsentLedgerContract {
    protected abstract TablePorts table();

    protected abstract ConsentLedger ledger();

    private Committed save(Customer seen, Customer next) {
        return table().customers()
                .commit(
                        Samples.STORE,
                        new Commit(
                                next,
                                List.of(),
                                Set.of(),
                                List.of(),
                                List.of(),
                                ConsentWord.between(seen, next, "en-abc"),
                                Optional.of(Samples.log("e-" + next.version()))));
    }

    private static Customer unknownAda() {
        Customer unknown = Customer.unknown(Samples.ADA);
        return unknown.with(unknown.identity().with(new EmailAddress("Ada@example.com")));
    }

    @Test
    void every_word_is_kept_with_who_when_where_and_which_words_newest_first() {
        Customer given = unknownAda().with((Consent) new Consent.Given(Samples.NOW, "form"));
        Customer withdrawn =
                given.withVersion(1).with((Consent) new Consent.Withdrawn(Samples.NOW.plusSeconds(60), "page"));

        save(unknownAda(), given);
        save(given, withdrawn);

        String address = ConsentWord.hash(new EmailAddress("ada@example.com"));
        assertThat(ledger().words(Samples.STORE, unknownAda()))
                .containsExactly(
                        new ConsentWord(
                                Samples.NOW.plusSeconds(60), Samples.ADA, 2, "withdrawn", "page", "en-abc", address),
                        new ConsentWord(Samples.NOW, Samples.ADA, 1, "given", "form", "en-abc", address));
        assertThat(address).doesNotContain("ada");
    }

    @Test
    void a_word_that_was_not_committed_is_not_in_it_and_a_repeated_yes_is_no_word() {
        Customer given = unknownAda().with((Consent) new Consent.Given(Samples.NOW, "form"));
        save(unknownAda(), given);

        Customer again = given.withVersion(1).with((Consent) new Consent.Given(Samples.NOW.plusSeconds(9), "identify"));
        assertThat(save(given, again)).isInstanceOf(Committed.Saved.class);
        Customer late = given.withVersion(1).with((Consent) new Consent.Withdrawn(Samples.NOW, "page"));
        assertThat(save(given, late)).isInstanceOf(Committed.Stale.class);

        assertThat(ledger().words(Samples.STORE, unknownAda()))
                .extracting(ConsentWord::said)
                .containsExactly("given");
    }

    @Test
    void another_store_sees_nothing_of_it() {
        save(unknownAda(), unknownAda().with((Consent) new Consent.Given(Samples.NOW, "form")));

        assertThat(ledger().words(new StoreId("other"), unknownAda())).isEmpty();
    }
}
