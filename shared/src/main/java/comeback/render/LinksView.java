package comeback.render;

/**
 * The links of every letter's footer, and of the one that asks for a word.
 *
 * @param unsubscribe the way out of marketing
 * @param preferences where the customer chooses what they get
 * @param confirm where somebody says that a request is theirs
 * @param rate where somebody says how they find what they bought
 * @param survey where somebody answers the letter's question
 */
public record LinksView(SafeUrl unsubscribe, SafeUrl preferences, SafeUrl confirm, SafeUrl rate, SafeUrl survey) {
    static LinksView of(Links links) {
        return new LinksView(
                SafeUrl.ours(links.unsubscribe()),
                SafeUrl.ours(links.preferences()),
                SafeUrl.ours(links.confirm()),
                SafeUrl.ours(links.rate()),
                SafeUrl.ours(links.survey()));
    }
}
