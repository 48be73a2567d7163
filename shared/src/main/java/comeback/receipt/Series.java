package comeback.receipt;

/** What is numbered. Each store counts each kind for itself, anew every year. */
public enum Series {
    RECEIPT("R"),
    CREDIT_NOTE("C");

    private final String sign;

    Series(String sign) {
        this.sign = sign;
    }

    /** Begins its numbers. */
    public String sign() {
        return sign;
    }
}
