package comeback.event;

import comeback.catalogue.Line;
import java.util.Optional;

/** What someone looked at, wished for or thought of a product. */
public sealed interface BrowsingEvent extends Event {
    /**
     * A product's page was looked at.
     *
     * @param line which product, at which price
     */
    record ProductViewed(Line line) implements BrowsingEvent {
        @Override
        public String name() {
            return "Product Viewed";
        }
    }

    /**
     * A list of products was looked at.
     *
     * @param category of the list, when the storefront said it
     */
    record ProductListViewed(Optional<String> category) implements BrowsingEvent {
        @Override
        public String name() {
            return "Product List Viewed";
        }
    }

    /**
     * Someone searched the shop.
     *
     * @param query for what
     */
    record ProductsSearched(Optional<String> query) implements BrowsingEvent {
        @Override
        public String name() {
            return "Products Searched";
        }
    }

    /**
     * A product was put on the wish list.
     *
     * @param line what
     */
    record ProductAddedToWishlist(Line line) implements BrowsingEvent {
        @Override
        public String name() {
            return "Product Added to Wishlist";
        }
    }

    /**
     * A product was taken off the wish list.
     *
     * @param line what
     */
    record ProductRemovedFromWishlist(Line line) implements BrowsingEvent {
        @Override
        public String name() {
            return "Product Removed from Wishlist";
        }
    }

    /**
     * Someone wrote what they think of a product.
     *
     * @param productId of which
     * @param rating how many stars, when the storefront said it
     */
    record ProductReviewed(String productId, Optional<Integer> rating) implements BrowsingEvent {
        @Override
        public String name() {
            return "Product Reviewed";
        }
    }
}
