package comeback.experiment;

/**
 * One of the letters that are tried.
 *
 * @param letter its name
 * @param weight how many customers get it, beside the others' weights
 * @param recipients to how many it went
 * @param orders how many it brought
 * @param unwanted how many people unsubscribed by it, called it spam, or had no such inbox
 */
public record Arm(String letter, int weight, long recipients, long orders, long unwanted) {
    /** One that nobody was put off by. */
    public Arm(String letter, int weight, long recipients, long orders) {
        this(letter, weight, recipients, orders, 0);
    }

    public Arm {
        if (weight < 1 || recipients < 0 || orders < 0 || unwanted < 0) {
            throw new IllegalArgumentException("a letter that is tried has a weight, and counts that are not negative");
        }
    }

    /** The same, with those whom it put off in the place of orders. */
    Arm ofUnwanted() {
        return new Arm(letter, weight, recipients, unwanted, unwanted);
    }

    /** Orders per recipient; 0 while it went to nobody. */
    public double rate() {
        return recipients == 0 ? 0 : (double) orders / recipients;
    }
}
