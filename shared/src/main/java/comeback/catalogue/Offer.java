package comeback.catalogue;

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
        return !product.isSold()
                || variant.map(chosen -> chosen.stock().isOut())
                        .orElseGet(() -> product.variants().stream()
                                .allMatch(each -> each.stock().isOut()));
    }

    public Optional<Money> price() {
        return variant.flatMap(Variant::price);
    }

    public Optional<String> imageUrl() {
        return variant.flatMap(Variant::imageUrl).or(product::imageUrl);
    }

    public Optional<String> url() {
        return variant.flatMap(Variant::url).or(product::url);
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
