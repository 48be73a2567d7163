package comeback.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What the catalogue knows of a line of a cart or order.
 *
 * @param product which
 * @param variant absent when the line names none, or one that the product does not have, and there is a choice
 */
public record Offer(Product product, Optional<Variant> variant) {
    /**
     * The offer that these names mean.
     *
     * @param productId as a storefront named it; may be a variant's name
     * @param variantId as a storefront named it
     */
    public static Offer of(Product product, String productId, Optional<String> variantId) {
        Optional<Variant> named = variantId.flatMap(product::variant).or(() -> product.variant(productId));
        boolean hasNoChoice = product.variants().size() == 1;
        return new Offer(product, hasNoChoice ? Optional.of(product.variants().getFirst()) : named);
    }

    /** Whether we know that nobody can buy it now. Of a product without a chosen variant: that all of them are gone. */
    public boolean isOut() {
        return stock().isOut();
    }

    public Optional<Money> price() {
        return variant.flatMap(Variant::price);
    }

    /** What it costs, also when no choice was made and every choice costs the same. */
    public Optional<Money> anyPrice() {
        List<Money> prices = product.variants().stream()
                .flatMap(each -> each.price().stream())
                .distinct()
                .limit(2)
                .toList();
        return price().or(() -> prices.size() == 1 ? Optional.of(prices.getFirst()) : Optional.empty());
    }

    public Optional<String> imageUrl() {
        return variant.flatMap(Variant::imageUrl).or(product::imageUrl);
    }

    public Optional<String> url() {
        return variant.flatMap(Variant::url).or(product::url);
    }

    /** As somebody waits for it. */
    public Wanted wanted() {
        return new Wanted(product.id(), variant.map(Variant::id).orElse(product.id()));
    }

    /** One piece of it, as it stands in a letter. */
    public Line asLine() {
        return new Line(
                product.id(),
                variant.map(Variant::id).filter(id -> !id.equals(product.id())),
                product.title(),
                variant.flatMap(Variant::title),
                url(),
                imageUrl(),
                1,
                price());
    }

    /** How many there are. Of a product without a chosen variant: of all of them together. */
    public Stock stock() {
        if (!product.isSold()) {
            return Stock.none();
        }
        return variant.map(Variant::stock)
                .orElseGet(() -> product.variants().stream()
                        .map(Variant::stock)
                        .reduce(Stock::plus)
                        .orElseThrow());
    }

    /** The line with what the event that told it left out: a title that is only an id, variant, page, picture. */
    public Line complete(Line line) {
        boolean hasTitle = !line.title().isBlank() && !line.title().equals(line.productId());
        return new Line(
                line.productId(),
                line.variantId(),
                hasTitle ? line.title() : product.title(),
                line.variant().or(() -> variant.flatMap(Variant::title)),
                line.url().or(this::url),
                line.imageUrl().or(this::imageUrl),
                line.quantity(),
                line.price());
    }
}
