package comeback.console;

import comeback.commit.ConsentLedger;
import comeback.commit.Customers;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Who;
import comeback.http.Credentials;
import comeback.http.Request;
import comeback.json.Tree;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.util.Optional;

/**
 * Lets questions in: whose key is it, whom is it about, and what is asked. The key comes first, so that a stranger learns
 * nothing, not even whether someone is a customer.
 */
final class Questions {
    private static final String WHERE_THE_KEY_STANDS =
            "a secret key (sk_…) stands as the user name of Authorization: Basic, or as Authorization: Bearer";

    /** No key is longer; what is need not be looked up. */
    private static final int KEY_MAX = 200;

    private final Stores stores;
    private final Customers customers;
    private final Telling telling;
    private final Explaining explaining;
    private final ConsentLedger ledger;

    Questions(Stores stores, Customers customers, Telling telling, Explaining explaining, ConsentLedger ledger) {
        this.stores = stores;
        this.customers = customers;
        this.telling = telling;
        this.explaining = explaining;
        this.ledger = ledger;
    }

    Visit ask(Request request, String who) {
        Optional<KeyHolder> holder = Credentials.basicUser(request)
                .or(() -> Credentials.bearer(request))
                .map(String::strip)
                .filter(key -> key.length() <= KEY_MAX)
                .flatMap(stores::holding);
        if (holder.isEmpty()) {
            return Visit.turnedAway(Answer.error(401, "unknown key: " + WHERE_THE_KEY_STANDS));
        }
        Store store = holder.get().store();
        if (holder.get().keyClass() == KeyClass.PUBLIC) {
            return visit(
                    store, Answer.error(403, "a public key may not read about customers: " + WHERE_THE_KEY_STANDS));
        }
        Optional<CustomerId> place = Who.read(who);
        if (place.isEmpty()) {
            return visit(store, Answer.refused(Who.EXPECTED));
        }
        Customer customer = customers.at(store.id(), place.get());
        if (customer.version() == 0) {
            return visit(store, Answer.error(404, "this store has no such customer"));
        }
        return new Visit(answer(request, store, customer), Optional.of(store.id()), Optional.of(customer.id()));
    }

    private Answer answer(Request request, Store store, Customer customer) {
        if (request.path().endsWith("/timeline")) {
            return telling.tell(store, customer, request);
        }
        if (request.path().endsWith("/consent")) {
            return consent(store, customer);
        }
        return request.path().endsWith("/explain")
                ? explaining.explain(store, customer, request)
                : Answer.error(404, "a customer has a timeline, an explain and a consent");
    }

    /** All that they ever said about marketing, newest first. */
    private Answer consent(Store store, Customer customer) {
        return Answer.of(new Tree()
                .with("customer", customer.id().value())
                .with(
                        "words",
                        ledger.words(store.id(), customer).stream()
                                .map(word -> new Tree()
                                        .with("at", word.at().toString())
                                        .with("said", word.said())
                                        .with("where", word.source())
                                        .with("words", word.words())
                                        .with("address", word.address())
                                        .toMap())
                                .toList())
                .toMap());
    }

    private static Visit visit(Store store, Answer answer) {
        return new Visit(answer, Optional.of(store.id()), Optional.empty());
    }
}
