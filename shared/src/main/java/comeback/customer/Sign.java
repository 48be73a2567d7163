package comeback.customer;

/** What shows that a customer is there, and how much it weighs. Opens are none: machines make most of them. */
public enum Sign {
    /** Looking at products, a list, a search. */
    VISIT(1),
    /** Putting something into the cart, or going to the checkout. */
    CART(3),
    /** A link in a letter, followed by a person as far as can be told. */
    CLICK(3),
    /** Signing up, answering a question of ours, asking for something, reviewing. */
    WORD(3),
    ORDER(10);

    private final int weight;

    Sign(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }
}
