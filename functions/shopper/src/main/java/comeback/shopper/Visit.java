package comeback.shopper;

import comeback.customer.CustomerId;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.shopper.http.Answer;
import comeback.store.StoreId;
import java.util.Optional;

/**
 * One request and what became of it, as it is answered and as it is logged.
 *
 * @param answer to the shopper or their mail program
 * @param did in a word
 * @param link whose it was; nothing for a link that is none of ours
 * @param failure why it could not be done; nothing when all went well
 */
record Visit(Answer answer, String did, Optional<Link> link, Optional<String> failure) {
    static Visit of(Answer answer, String did, Link link) {
        return new Visit(answer, did, Optional.of(link), Optional.empty());
    }

    static Visit turnedAway(Answer answer, String did) {
        return new Visit(answer, did, Optional.empty(), Optional.empty());
    }

    static Visit failed(Answer answer, RuntimeException failure) {
        return new Visit(
                answer,
                "failed",
                Optional.empty(),
                Optional.of(failure.getClass().getName() + ": " + failure.getMessage()));
    }

    Visit withoutBody() {
        return new Visit(answer.withoutBody(), did, link, failure);
    }

    /** One line of JSON. The link's path is not in it: who has it can use it. */
    String logLine() {
        return Json.print(new Tree()
                .with("did", did)
                .with("store", link.map(Link::store).map(store -> store.id()).map(StoreId::value))
                .with("customer", link.map(Link::customer).map(CustomerId::value))
                .with("answer", answer.status())
                .with("failure", failure)
                .toMap());
    }
}
