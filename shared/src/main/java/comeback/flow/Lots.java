package comeback.flow;

import comeback.customer.CustomerId;
import comeback.customer.Fingerprint;
import comeback.store.StoreId;

/** Lots that are drawn by computing, so that the same customer always draws the same. */
final class Lots {
    private static final int BITS_PER_LETTER = 5;
    private static final int LETTERS = 6;

    private Lots() {}

    /**
     * Draws.
     *
     * @param about what the lot is for: a flow's holdout, a step's variant
     * @return 0 to outOf - 1, each for as many customers as any other
     */
    static int draw(StoreId store, CustomerId customer, int outOf, String... about) {
        String print = Fingerprint.of("lot", store.value(), customer.value(), String.join("/", about));
        int number = 0;
        for (int i = 0; i < LETTERS; i++) {
            char letter = print.charAt(i);
            number = (number << BITS_PER_LETTER) | (letter >= 'a' ? letter - 'a' : letter - '2' + 26);
        }
        return number % outOf;
    }
}
