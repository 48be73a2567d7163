package comeback.customer;

/**
 * A name by which a storefront knows someone.
 *
 * @param kind which sort of name
 * @param value 1 to {@value #MAX} characters; an e-mail reference holds the inbox in lower case
 */
public record Ref(Kind kind, String value) {
    public static final int MAX = 254;

    /** Strongest first: someone's record lies at the strongest name known. */
    public enum Kind {
        USER,
        EMAIL,
        ANONYMOUS,
        /**
         * A cart, checkout or order of theirs, as "order:1001". It leads to them and is no name of theirs: a customer does
         * not remember it, so that their hundredth order pushes no name out.
         */
        TOKEN
    }

    public Ref {
        if (value.isBlank() || value.length() > MAX) {
            throw new IllegalArgumentException("a reference has 1 to " + MAX + " characters");
        }
    }

    public static Ref user(String id) {
        return new Ref(Kind.USER, id);
    }

    public static Ref email(EmailAddress address) {
        return new Ref(Kind.EMAIL, address.inbox());
    }

    public static Ref anonymous(String id) {
        return new Ref(Kind.ANONYMOUS, id);
    }

    /**
     * A thing of theirs that shop systems speak of instead of them.
     *
     * @param token with its kind: "order:1001", "cart:…", "checkout:…"
     */
    public static Ref token(String token) {
        return new Ref(Kind.TOKEN, token);
    }

    /** Never the name itself: it may be personal. */
    @Override
    public String toString() {
        return kind + ":" + CustomerId.of(this);
    }
}
