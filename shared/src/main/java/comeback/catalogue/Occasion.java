package comeback.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a product came to cost less, or to run low. It follows from what is known of the product alone, so a report that
 * comes twice makes it once, and what goes up again was none.
 *
 * @param news what there is to tell; never that it is back, for which people ask
 * @param since when it began
 */
public record Occasion(News news, Instant since) {
    /** What began longer ago was told then. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** All that there is to tell of a product now. */
    public static List<Occasion> of(Product product) {
        return Stream.of(News.CHEAPER, News.FEW_LEFT)
                .flatMap(news -> product.variants().stream()
                        .filter(variant -> product.isSold())
                        .flatMap(variant -> since(news, variant).stream())
                        .max(Comparator.naturalOrder())
                        .map(since -> new Occasion(news, since))
                        .stream())
                .toList();
    }

    /** How many there are of which it is true; none once it is not. */
    public Stock stock(Product product) {
        if (!of(product).contains(this)) {
            return Stock.none();
        }
        return product.variants().stream()
                .filter(variant -> since(news, variant).isPresent())
                .map(Variant::stock)
                .reduce(Stock::plus)
                .map(stock -> stock instanceof Stock.Unknown ? new Stock.Unlimited() : stock)
                .orElseGet(Stock::none);
    }

    /**
     * Whether it is news for somebody.
     *
     * @param offer what they saw, as it is now
     * @param saw what they saw then
     * @param at when
     */
    public boolean isNewsOf(Offer offer, Sight saw, Instant at) {
        boolean isLater =
                at.isBefore(since) && !offer.isOut() && offer.product().isSold();
        return isLater
                && switch (news) {
                    case BACK -> false;
                    case CHEAPER ->
                        saw.priceAt(offer, at)
                                .flatMap(then -> offer.anyPrice().map(now -> Drop.isNews(then, now)))
                                .orElse(false);
                    case FEW_LEFT ->
                        (saw.isInCart() || saw.isWished())
                                && offer.variant().flatMap(Variant::fewSince).isPresent();
                };
    }

    private static Optional<Instant> since(News news, Variant variant) {
        return switch (news) {
            case BACK -> Optional.empty();
            case CHEAPER ->
                variant.stock().isOut() ? Optional.empty() : variant.prices().droppedAt();
            case FEW_LEFT -> variant.fewSince();
        };
    }
}
