package comeback.render;

/**
 * The links of every letter's footer.
 *
 * @param unsubscribe the way out of marketing
 * @param preferences where the customer chooses what they get
 */
public record LinksView(SafeUrl unsubscribe, SafeUrl preferences) {
    static LinksView of(Links links) {
        return new LinksView(SafeUrl.page(links.unsubscribe()), SafeUrl.page(links.preferences()));
    }
}
