package comeback.console;

import comeback.customer.CustomerId;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.StoreId;
import java.util.Optional;

/**
 * One question and what became of it, as it is answered and as it is logged.
 *
 * @param answer to who asked
 * @param store whose key it came with, if it came so far
 * @param customer whom it was about, if they are known
 */
record Visit(Answer answer, Optional<StoreId> store, Optional<CustomerId> customer) {
    static Visit turnedAway(Answer answer) {
        return new Visit(answer, Optional.empty(), Optional.empty());
    }

    /** At the desk where stores are entered. What a stranger wrote into the path is not repeated. */
    static Visit ofDesk(Answer answer, Optional<StoreId> store) {
        return new Visit(answer, answer.status() == 401 ? Optional.empty() : store, Optional.empty());
    }

    /** One line of JSON. What was asked is not in it: it may hold an address. */
    String logLine() {
        return Json.print(new Tree()
                .with("did", "console")
                .with("store", store.map(StoreId::value))
                .with("customer", customer.map(CustomerId::value))
                .with("answer", answer.status())
                .toMap());
    }
}
