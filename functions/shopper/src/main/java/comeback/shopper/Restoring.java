package comeback.shopper;

import comeback.commit.Customers;
import comeback.commit.Stores;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.http.Request;
import comeback.link.CartToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.CartPages;
import comeback.shopper.page.Pages;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at the link by which somebody takes their cart back into the shop. Looking at it shows what is in the cart now;
 * only the button sends it along, so no scanner fills a cart. A cart that was emptied or bought since is not brought back.
 */
final class Restoring {
    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 300;

    private final Stores stores;
    private final Customers customers;
    private final InstantSource clock;
    private final Pages pages = new Pages();
    private final CartPages cartPages = new CartPages(pages);

    Restoring(Stores stores, Customers customers, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<CartToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? CartToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        String text = request.path().substring(PREFIX.length());
        CartToken claim = token(request).orElseThrow();
        Optional<Store> genuine =
                stores.find(claim.store()).filter(its -> claim.isSignedBy(its, text, clock.instant()));
        if (genuine.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        Store store = genuine.get();
        Link link = new Link(store, claim.customer());
        Customer customer = customers.at(store.id(), claim.customer());
        Optional<Cart> cart =
                customer.shopping().cart().filter(open -> open.id().equals(claim.cart()));
        Optional<String> back = cart.flatMap(open -> CartPass.url(store, open, clock.instant()));
        if (cart.isEmpty() || back.isEmpty()) {
            return Visit.of(
                    LinkPage.page(200, cartPages.gone(store, customer, LinkPage.language(request))), "gone", link);
        }
        if (!isPosted) {
            return Visit.of(
                    LinkPage.page(
                            200, cartPages.ask(store, customer, cart.get(), back.get(), LinkPage.language(request))),
                    "shown",
                    link);
        }
        if (!"restore".equals(Form.posted(request).get("do"))) {
            return Visit.of(
                    Answer.text(400, "400: send the form field do=restore; nothing was changed"), "refused", link);
        }
        return Visit.of(new Answer(303, Map.of("Location", back.get()), ""), "restored", link);
    }
}
