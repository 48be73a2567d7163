package comeback.render;

import comeback.customer.About;
import comeback.receipt.Receipt;
import java.util.Optional;

/**
 * What a letter shows of an order beside the order itself.
 *
 * @param change what became of it; letters about that cannot do without
 * @param page where it can be looked at without a login; "" when there is no such page
 * @param isTwice whether the same was ordered a moment before
 * @param receipt or credit note; letters that bring one cannot do without
 */
public record OrderPapers(Optional<About.TheChange> change, String page, boolean isTwice, Optional<Receipt> receipt) {
    public static final OrderPapers NONE = new OrderPapers(Optional.empty(), "", false, Optional.empty());

    /** Without a receipt. */
    public OrderPapers(Optional<About.TheChange> change, String page, boolean isTwice) {
        this(change, page, isTwice, Optional.empty());
    }
}
