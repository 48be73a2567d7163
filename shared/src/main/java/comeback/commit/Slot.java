package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;

/** What lies at a customer's place. */
public sealed interface Slot {
    /** Nobody was ever met there. */
    record Nobody() implements Slot {}

    /**
     * The customer.
     *
     * @param customer as last saved
     */
    record Here(Customer customer) implements Slot {}

    /**
     * A sign to another place: this name belongs to a customer who lies there.
     *
     * @param to where to look next
     */
    record Moved(CustomerId to) implements Slot {}

    /**
     * Nobody any more: whoever lay here wanted to be forgotten.
     *
     * @param stone what stays of them
     */
    record Gone(Forgotten stone) implements Slot {}
}
