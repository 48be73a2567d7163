package comeback.catalogue;

/** What there may be to tell of a thing that somebody has an eye on. */
public enum News {
    /** It was sold out, and they asked to be told. */
    BACK("Product Back In Stock"),
    /** It costs less than they saw. */
    CHEAPER("Product Price Dropped"),
    /** There are only a few left. */
    FEW_LEFT("Product Running Low");

    private final String event;

    News(String event) {
        this.event = event;
    }

    /** As an event is called in flow files. */
    public String event() {
        return event;
    }
}
