package comeback.simulation.mutants;

import comeback.commit.DueItems.DueItem;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.send.Mailer.Answer;
import comeback.simulation.mutants.PortsMutation.Change;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The ways in which most mistakes are made. */
final class Making {
    private Making() {}

    /** In what some functions see of AWS. */
    static Mutant in(String name, String words, Set<String> functions, Change change) {
        return new Mutant(name, words, new PortsMutation(functions, change));
    }

    /** Asks SES in another way. */
    interface Asking {
        Answer ask(Mail mail, Mailer ses);
    }

    /** In how SES is asked, or understood. */
    static Mutant answering(String name, String words, Asking asking) {
        return in(name, words, Set.of("send"), (p, c) -> p.withMailer(mail -> asking.ask(mail, p.mailer())));
    }

    /** In what the sweeper sees. */
    static Mutant sweeping(String name, String words, Predicate<DueItem> isSeen) {
        return in(name, words, Set.of("wake"), (p, c) -> p.withDueItems(new SeenOnly(p.dueItems(), isSeen)));
    }

    /** In what a store wants. */
    static Mutant lenient(String name, String words, UnaryOperator<MarketingPolicy> change) {
        return in(
                name,
                words,
                Set.of(),
                (p, c) -> p.withStores(new Stores() {
                    @Override
                    public Optional<KeyHolder> holding(String key) {
                        return p.stores()
                                .holding(key)
                                .map(it -> new KeyHolder(changed(it.store(), change), it.keyClass()));
                    }

                    @Override
                    public Optional<Store> find(StoreId id) {
                        return p.stores().find(id).map(store -> changed(store, change));
                    }

                    @Override
                    public Optional<Store> atDomain(String domain) {
                        return p.stores().atDomain(domain).map(store -> changed(store, change));
                    }

                    @Override
                    public void save(Store store) {
                        p.stores().save(store);
                    }
                }));
    }

    private static Store changed(Store store, UnaryOperator<MarketingPolicy> change) {
        return new Store(
                store.id(),
                store.brand(),
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                store.links(),
                store.flowsOff(),
                change.apply(store.policy()),
                store.webhooks(),
                store.staff());
    }
}
