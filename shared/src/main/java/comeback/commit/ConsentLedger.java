package comeback.commit;

import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.store.StoreId;
import java.util.List;

/** Reads what somebody said about marketing, ever. It is written with the decisions, by {@link Customers}, and never changed. */
public interface ConsentLedger {
    /** Nobody changes their mind so often. */
    int WORDS_MAX = 100;

    /** Their words, newest first, at most {@value #WORDS_MAX}; those from before they were joined with another among them. */
    List<ConsentWord> words(StoreId store, Customer customer);
}
