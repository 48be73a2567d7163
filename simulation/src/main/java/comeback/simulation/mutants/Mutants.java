package comeback.simulation.mutants;

import comeback.commit.Alarms;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Happenings;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.send.Mailer.Answer;
import comeback.simulation.edge.Mutation;
import comeback.simulation.mutants.PortsMutation.Change;
import comeback.store.Caps;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All mistakes, by name. */
public final class Mutants {
    private static final Caps NO_CAPS = new Caps(Caps.MAX, Caps.MAX, Caps.MAX);
    private static final Duration FROZEN_FOR = Duration.ofHours(3);

    private Mutants() {}

    /** The mistake of that name. */
    public static Mutant named(String name) {
        return all().stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mutant " + name + "; there are "
                        + all().stream().map(Mutant::name).toList()));
    }

    /** Each made afresh: some remember things while a world is played. */
    public static List<Mutant> all() {
        return List.of(
                in(
                        "claimed-by-everybody",
                        "a claim needs no condition",
                        Set.of("send"),
                        (p, c) -> p.withMessages(OtherMessages.claimedByEverybody(p.messages()))),
                in(
                        "claimed-blindly",
                        "consent and cart are read before the claim, and not held by it",
                        Set.of("send"),
                        (p, c) -> p.withMessages(OtherMessages.claimedBlindly(p.messages(), p.customers()))),
                in(
                        "claimed-without-memory",
                        "the cap is not written with the claim",
                        Set.of("send"),
                        (p, c) -> p.withMessages(OtherMessages.claimedWithoutMemory(p.messages(), p.customers()))),
                in(
                        "settled-before-asking",
                        "a mail is stored as sent before SES is asked",
                        Set.of("send"),
                        (p, c) -> p.withMessages(OtherMessages.settledBeforeAsking(p.messages()))),
                in(
                        "never-settled",
                        "SES's yes is not written down",
                        Set.of("send"),
                        (p, c) -> p.withMessages(OtherMessages.neverSettled(p.messages()))),
                in(
                        "resent-when-unclear",
                        "an advertisement is sent again after a lost answer",
                        Set.of("wake"),
                        (p, c) -> p.withMessages(OtherMessages.resentWhenUnclear(p.messages()))),
                in(
                        "given-up-when-unclear",
                        "a receipt is not sent again after a lost answer",
                        Set.of("wake"),
                        (p, c) -> p.withMessages(OtherMessages.givenUpWhenUnclear(p.messages(), Instant.EPOCH))),
                in(
                        "never-shown-again",
                        "the sweeper does not bring back what waits",
                        Set.of("wake"),
                        (p, c) -> p.withMessages(OtherMessages.neverShownAgain(p.messages()))),
                answering(
                        "ses-asked-again",
                        "SES is asked again after a lost answer, like any other service",
                        (mail, ses) -> repeated(mail, ses, 3)),
                answering(
                        "unclear-taken-for-refused",
                        "a lost answer is taken for a no",
                        (mail, ses) -> clear(ses.send(mail), new Answer.NotNow("?"))),
                answering(
                        "unclear-taken-for-accepted",
                        "a lost answer is taken for a yes",
                        (mail, ses) -> clear(ses.send(mail), new Answer.Accepted("?"))),
                answering(
                        "throttled-taken-for-never",
                        "a refusal for now is taken for one for ever",
                        (mail, ses) -> ses.send(mail) instanceof Answer.Accepted yes ? yes : new Answer.Never("?")),
                answering(
                        "no-way-out",
                        "the header to unsubscribe is left out",
                        (mail, ses) ->
                                ses.send(new Mail(mail.sender(), mail.to(), mail.letter(), Map.of(), mail.tags()))),
                sweeping("no-sweeper", "nobody looks after what was lost", item -> false),
                sweeping(
                        "sweeper-overlooks-messages",
                        "the sweeper looks after customers only",
                        item -> item instanceof DueItem.OfCustomer),
                sweeping(
                        "sweeper-overlooks-customers",
                        "the sweeper looks after messages only",
                        item -> item instanceof DueItem.OfMessage),
                in(
                        "late-taken-for-saved",
                        "who comes too late is told that it is saved",
                        Set.of(),
                        (p, c) -> p.withCustomers(OtherCustomers.taking(p.customers()))),
                in(
                        "last-writer-wins",
                        "who comes too late writes over what came before",
                        Set.of(),
                        (p, c) -> p.withCustomers(OtherCustomers.overwriting(p.customers()))),
                in(
                        "bounce-forgotten",
                        "a bounce is answered and not stored",
                        Set.of("feedback"),
                        (p, c) -> p.withCustomers(OtherCustomers.forgetful(p.customers()))),
                in(
                        "unsubscribe-forgotten",
                        "the link answers and stores nothing",
                        Set.of("shopper"),
                        (p, c) -> p.withCustomers(OtherCustomers.forgetful(p.customers()))),
                in(
                        "fixed-offset",
                        "a zone is remembered as hours from UTC",
                        Set.of(),
                        (p, c) -> p.withCustomers(OtherCustomers.withFixedOffsets(p.customers()))),
                lenient("no-caps", "nobody counts", policy -> policy.with(NO_CAPS)),
                lenient("no-quiet-hours", "nobody sleeps", policy -> policy.with(Optional.empty())),
                lenient(
                        "no-silence",
                        "nobody waits after a purchase",
                        policy -> policy.withSilenceAfterPurchase(Duration.ZERO)),
                in("alarms-unset", "no schedule is made", Set.of(), (p, c) -> p.withAlarms(silent())),
                wrongRecipient(),
                new Mutant("acknowledged-unstored", "a storefront is told yes whatever happened", new Mutation() {
                    @Override
                    public Happenings happenings(Happenings right) {
                        return swallowing(right);
                    }
                }),
                new Mutant("arrival-taken-for-truth", "things happen when they are told", new Mutation() {
                    @Override
                    public boolean asksWhen() {
                        return false;
                    }
                }),
                new Mutant("frozen-clock", "the clock is read when a function starts cold", new Mutation() {
                    @Override
                    public InstantSource clock(InstantSource right) {
                        return () -> floor(right.instant());
                    }
                }));
    }

    private static Mutant in(String name, String words, Set<String> functions, Change change) {
        return new Mutant(name, words, new PortsMutation(functions, change));
    }

    /** Asks SES in another way. */
    private interface Asking {
        Answer ask(Mail mail, Mailer ses);
    }

    private static Mutant answering(String name, String words, Asking asking) {
        return in(name, words, Set.of("send"), (p, c) -> p.withMailer(mail -> asking.ask(mail, p.mailer())));
    }

    private static Mutant sweeping(String name, String words, Predicate<DueItem> isSeen) {
        return in(name, words, Set.of("wake"), (p, c) -> p.withDueItems(new SeenOnly(p.dueItems(), isSeen)));
    }

    private static Mutant lenient(String name, String words, UnaryOperator<MarketingPolicy> change) {
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
                store.linkSecret(),
                store.flowsOff(),
                change.apply(store.policy()),
                store.webhooks());
    }

    private static Answer clear(Answer answer, Answer instead) {
        return answer instanceof Answer.Unclear ? instead : answer;
    }

    private static Answer repeated(Mail mail, Mailer ses, int times) {
        Answer answer = ses.send(mail);
        for (int i = 1; i < times && answer instanceof Answer.Unclear; i++) {
            answer = ses.send(mail);
        }
        return answer;
    }

    /** One in fifty goes to whoever got the mail before. */
    private static Mutant wrongRecipient() {
        Deque<Mail> before = new ArrayDeque<>();
        Map<String, Integer> count = new HashMap<>();
        Function<Mail, Mail> mixUp = mail -> {
            before.add(mail);
            boolean isMixedUp = count.merge("mails", 1, Integer::sum) % 50 == 0;
            Mail earlier = before.size() > 1 ? before.removeFirst() : mail;
            return isMixedUp ? new Mail(mail.sender(), earlier.to(), mail.letter(), mail.headers(), mail.tags()) : mail;
        };
        return answering(
                "wrong-recipient",
                "a recipient is left over from the call before",
                (mail, ses) -> ses.send(mixUp.apply(mail)));
    }

    private static Alarms silent() {
        return (store, customer, at) -> {};
    }

    private static Happenings swallowing(Happenings right) {
        return (store, event, raw) -> {
            try {
                right.happened(store, event, raw);
            } catch (RuntimeException swallowed) {
                return;
            }
        };
    }

    private static Instant floor(Instant now) {
        long seconds = FROZEN_FOR.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    }
}
