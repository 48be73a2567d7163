package comeback.simulation.shop;

import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.store.Store;
import java.time.ZoneId;
import java.util.List;

/**
 * One shopper of one store. Their neighbour in another store may have the very same address.
 *
 * @param number names them in their world
 * @param store whose
 * @param email their one address
 * @param zone where they live; their devices tell it
 * @param language their devices tell it
 * @param hasAccount whether they ever sign up; a guest is known by address
 * @param acts their life, in the order in which it is told
 */
public record Shopper(
        int number, Store store, String email, ZoneId zone, String language, boolean hasAccount, List<Act> acts) {
    public Shopper {
        acts = List.copyOf(acts);
    }

    public String name() {
        return "s" + number;
    }

    /** The account, as the shop calls it. */
    public String userId() {
        return isOnShopify() ? Integer.toString(700_000 + number) : name();
    }

    /** Whether their shop's system tells of orders by itself. */
    public boolean isOnShopify() {
        return !store.webhooks().isEmpty();
    }

    /** What the timeline calls an act of theirs. */
    public String line(Act act) {
        return Documents.tell(this, act) ? Documents.line(act) : act.id();
    }

    /** The name by which only this shopper is greeted. */
    public String firstName() {
        return "Ann" + number + "x";
    }

    /** Where the table may keep them: under any of their names. */
    public List<CustomerId> places() {
        return List.of(
                CustomerId.of(Ref.user(userId())),
                CustomerId.of(Ref.email(new EmailAddress(email))),
                CustomerId.of(Ref.anonymous("browser-" + name())));
    }
}
