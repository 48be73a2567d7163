package comeback.coupon;

import comeback.catalogue.Money;
import comeback.message.Ruling;
import java.util.Collections;
import java.util.Optional;

/** Whether a coupon can be used on a basket. */
public final class Fit {
    private static final String RULE = "coupon-basket";

    private Fit() {}

    /** What speaks against it. What is not known speaks against it too: nobody is promised what may not hold. */
    public static Optional<Ruling> against(Benefit benefit, Conditions conditions, Basket basket) {
        return currency(benefit, basket)
                .or(() -> conditions.minimum().flatMap(minimum -> minimum(minimum, basket)))
                .or(() -> goods(conditions, basket));
    }

    private static Optional<Ruling> currency(Benefit benefit, Basket basket) {
        if (!(benefit instanceof Benefit.AmountOff off)) {
            return Optional.empty();
        }
        return basket.value()
                .filter(value -> !value.currency().equals(off.amount().currency()))
                .map(value -> ruling(
                        value.currency().getCurrencyCode(),
                        "the coupon is in " + off.amount().currency() + ", and the basket in " + value.currency(),
                        "It would have been of use in a basket in "
                                + off.amount().currency() + "."));
    }

    private static Optional<Ruling> minimum(Money minimum, Basket basket) {
        String least = words(minimum);
        if (basket.value().isEmpty()) {
            return Optional.of(ruling(
                    "not known",
                    "the coupon wants a basket of at least " + least + ", and not every price in this one is known",
                    "It would have been of use, had the store reported every price in one currency."));
        }
        Money value = basket.value().get();
        boolean isEnough = value.currency().equals(minimum.currency()) && value.minor() >= minimum.minor();
        return isEnough
                ? Optional.empty()
                : Optional.of(ruling(
                        words(value),
                        "the coupon wants a basket of at least " + least + ", and this one has " + words(value),
                        "It would have been of use in a basket of " + least + " or more."));
    }

    private static Optional<Ruling> goods(Conditions conditions, Basket basket) {
        if (!conditions.isForSome()) {
            return Optional.empty();
        }
        boolean isForOne = basket.pieces().stream()
                .anyMatch(piece -> !Collections.disjoint(piece.ids(), conditions.products())
                        || !Collections.disjoint(piece.categories(), conditions.categories()));
        return isForOne
                ? Optional.empty()
                : Optional.of(ruling(
                        "other goods",
                        "the coupon is for some things only, and none of them is known to be in the basket",
                        "It would have been of use with one of those things in the basket."));
    }

    static String words(Money money) {
        return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
    }

    private static Ruling ruling(String value, String text, String otherwise) {
        return new Ruling(RULE, value, text, otherwise);
    }
}
