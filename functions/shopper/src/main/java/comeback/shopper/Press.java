package comeback.shopper;

import java.util.Map;
import java.util.Optional;

/** The two ways of saying "stop". */
enum Press {
    /** The mail program's own button, as RFC 8058 has it: no page is opened. */
    ONE_CLICK("one-click", "list-unsubscribe", "one-click"),
    /** The button of our page. */
    BUTTON("page", "do", "unsubscribe");

    static final String HINT = "send the form field List-Unsubscribe=One-Click, as mail programs do, or do=unsubscribe,"
            + " as the button of the page at this address does; nothing was changed";

    private final String source;
    private final String field;
    private final String value;

    Press(String source, String field, String value) {
        this.source = source;
        this.field = field;
        this.value = value;
    }

    /** As the consent ledger calls it. */
    String source() {
        return source;
    }

    /** Which of the two was posted. Capitals are forgiven: who wants to stop must not fail by a letter. */
    static Optional<Press> in(Map<String, String> form) {
        for (Press press : values()) {
            boolean isPosted = form.entrySet().stream()
                    .anyMatch(field -> field.getKey().equalsIgnoreCase(press.field)
                            && field.getValue().equalsIgnoreCase(press.value));
            if (isPosted) {
                return Optional.of(press);
            }
        }
        return Optional.empty();
    }
}
